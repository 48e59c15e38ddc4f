"""A running program: work off the UI thread, faults, the first paint, input."""
