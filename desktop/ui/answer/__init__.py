"""Answer pane and its parts."""
