"""Run-time services: background work, errors, first paint, input."""
