"""Object names, which identify widgets in the style sheet and in tests."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str) -> W:
    """Set the object name of `widget`, and return the widget."""
    widget.setObjectName(name)
    return widget
