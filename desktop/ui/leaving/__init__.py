"""Quick exit: the key, and the deletion of a person's traces."""
