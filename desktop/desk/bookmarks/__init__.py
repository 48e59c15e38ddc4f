"""Bookmarks: stored, listed, edited, saved as text."""
