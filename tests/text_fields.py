"""Text inputs that the wipers do not know."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

EMPTIED = (QLineEdit, QPlainTextEdit, QTextEdit)
BY_LINE_EDIT = (QAbstractItemView, QAbstractSpinBox, QComboBox)  # have their own text field


def unregistered_text_fields(root: QWidget) -> list[QWidget]:
    """Text inputs below `root` that `wipe_texts` does not empty."""
    return [
        widget
        for widget in (root, *root.findChildren(QWidget))
        if widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        and not isinstance(widget, EMPTIED + BY_LINE_EDIT)
    ]
