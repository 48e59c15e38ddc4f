"""Luminaria: an offline reference app that shows a pack as tree, search and answer."""

__version__ = "0.1.0"
