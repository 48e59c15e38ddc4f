"""Desktop window: the shell for a person at a desk."""
