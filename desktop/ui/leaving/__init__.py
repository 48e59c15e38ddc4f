"""Leaving quickly: the key, and what removes the traces of a person."""
