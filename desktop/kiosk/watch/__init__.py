"""Keeping a kiosk running: the supervisor, and what it watches."""
