"""The print preview."""
