"""Supervision of a kiosk: the supervisor, and the child process that it watches."""
