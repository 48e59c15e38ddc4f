"""Setup of a kiosk: its configuration, and the checks before it opens. Does not import Qt."""
