"""A visit from its start to its end: navigation, idle timeouts and wiping."""
