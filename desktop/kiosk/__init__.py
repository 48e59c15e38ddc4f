"""The kiosk: the shell for a screen without staff."""
