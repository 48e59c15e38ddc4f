"""The operator: the way in, the panel, what is counted."""
