"""Setting a kiosk up: its configuration, and the checks before it opens. No Qt."""
