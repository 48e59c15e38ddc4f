"""Help page and the list of keys."""
