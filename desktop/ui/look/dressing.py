"""Applies a look to the application: palette, font and style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from desktop.ui.look.theme import Look


def dress(look: Look) -> None:
    """Set palette and font of the application; cheap while its widgets are being built."""
    app = cast("QApplication", QApplication.instance())
    app.setPalette(look.palette())
    app.setFont(look.font())


def style(look: Look, *more: str) -> None:
    """Set the style sheet of the application, which styles all its widgets again.

    Args:
        look: theme and text size.
        more: names of further sheets, see `Look.style_sheet`.
    """
    cast("QApplication", QApplication.instance()).setStyleSheet(look.style_sheet(*more))
