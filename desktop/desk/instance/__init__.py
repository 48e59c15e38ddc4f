"""One process for all starts: hand-over, background, tray, restart."""
