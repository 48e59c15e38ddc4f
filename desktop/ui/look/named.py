"""Object names: what the style sheet and the tests know widgets by."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """Give `widget` its object name; returns the widget."""
    widget.setObjectName(name)
    return widget
