"""The unattended shell. Empty so far: the desktop window comes first."""
