"""Checks of `luminaria pack check`: the form of the file, and rules for its contents."""
