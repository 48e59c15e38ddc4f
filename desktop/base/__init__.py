"""Files, folders, locks, processes and shipped resources."""
