"""One answer on the screen: the pane and its parts."""
