"""Tell a screen reader something without moving the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have `words` read out, if a screen reader listens and there are any.

    Args:
        widget: the one that the words are about; it must not be hidden.
        words: plain text in the language of the program.
    """
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
