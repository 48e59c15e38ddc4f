"""Widgets, models, delegates, actions and theme, shared by both shells."""
