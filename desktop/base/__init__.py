"""Files, folders, locks, processes and shipped resources. Knows no other part, and no Qt."""
