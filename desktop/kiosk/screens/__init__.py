"""Screens that a visitor sees, one module each."""
