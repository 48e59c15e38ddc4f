"""Restrict visitors to one window and one finger, and turn touches into clicks."""
