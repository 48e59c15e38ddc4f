"""A visit from its start to its end: where the visitor is, how long it lasts."""
