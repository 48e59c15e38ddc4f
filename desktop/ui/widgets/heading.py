"""Headings with the accessible role of a heading.

Qt gives every label the role "label". A factory for accessible objects (in PySide6 6.11) gives
these another role, so that a screen reader can jump from heading to heading.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextDocumentFragment
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.ui.answer.answer_parts import WrappingLabel
from desktop.ui.look.text import Rich

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class Heading(WrappingLabel):
    """Heading of a section."""

    def __init__(
        self, text: str = "", name: str = "heading2", parent: QWidget | None = None
    ) -> None:
        """Make a heading.

        Args:
            text: plain text, or rich text of `desktop.ui.look.text.rich`.
            name: object name, such as "heading2" or "heading3", which sets its size.
            parent: Qt's.
        """
        _install_factory()
        super().__init__(text, name, parent)
        is_rich = isinstance(text, Rich)
        self.setAccessibleName(
            QTextDocumentFragment.fromHtml(text).toPlainText() if is_rich else text
        )

    def setText(self, text: str) -> None:  # noqa: N802
        """Set plain text, and the accessible name with it."""
        super().setText(text)
        self.setAccessibleName(text)


def _accessible(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Accessible object of a heading; None uses Qt's for other objects."""
    if isinstance(thing, Heading):
        return QAccessibleWidget(thing, QAccessible.Role.Heading, "")
    return None


@cache
def _install_factory() -> None:
    QAccessible.installFactory(_accessible)
