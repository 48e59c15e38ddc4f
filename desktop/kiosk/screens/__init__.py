"""Screens that a visitor sees."""
