"""The command line. Loads Qt only to open a window."""
