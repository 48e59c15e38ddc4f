"""Leaving the window quickly, and the neutral cover."""
