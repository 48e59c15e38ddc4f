"""Bookmarks: kept, listed, edited, saved as text."""
