"""How the application and each of its widgets follow the language and the look.

Language: Qt sends `LanguageChange` to every window when a translator is installed or removed, and
each widget passes it to its children. `Adaptive` calls `_retranslate`. Texts of the pack are
separate: they follow the language that the reader chose, by `set_language`.

Look: Qt has no event for it. A shell calls `apply_palette_and_font` and `style`, then
`apply_look` once with its window. The function visits the widgets below it and calls
`_restyle` of each `Adaptive`, children before their parent, since a parent measures its content.
By then the style sheet is the new one for all of them; Qt's own `StyleChange` arrives while some
still have the old style, and several times for one change.

- Each widget stores the look in which it was drawn: the same look again does nothing.
- A widget created later takes the look of the nearest `Adaptive` ancestor when it gets its
  parent, with all its content. Children that a restyled parent creates again have the new look.
  Code that passes such a parent to the constructor of a widget calls `apply_look` with it:
  Qt sends no `ParentChange` then.
- A part of a window may have its own look: call `apply_look` with it.

The mixin precedes the Qt class among the bases, `class Card(Adaptive, QFrame)`: PySide searches
overrides along the method resolution order, and `super().changeEvent` must resolve to Qt's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object

W = TypeVar("W", bound=QWidget)


def with_object_name(widget: W, name: str) -> W:
    """Set the object name of `widget`, for style sheet and tests, and return the widget."""
    widget.setObjectName(name)
    return widget


def apply_palette_and_font(look: Look) -> None:
    """Set palette and font of the application; cheap while its widgets are being built."""
    app = cast("QApplication", QApplication.instance())
    app.setPalette(look.palette())
    app.setFont(look.font())


def style(look: Look, *more: str) -> None:
    """Set the style sheet of the application (see `Look.style_sheet`); restyles all its widgets."""
    cast("QApplication", QApplication.instance()).setStyleSheet(look.style_sheet(*more))


class Adaptive(_Widget):
    """Mixin of a widget whose texts or sizes depend on the language or the look."""

    _look = Look()  # current look
    _drawn_in: Look | None = None

    def _retranslate(self) -> None:
        """Set every text of the program."""

    def _restyle(self) -> None:
        """Set the sizes, icons and colours of `_look` that no style sheet rule reaches."""

    def take_look(self, look: Look) -> None:
        """Apply `look` to this widget alone; see `apply_look`."""
        if look != self._drawn_in:
            self._look = self._drawn_in = look
            self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Handle a change of language or parent."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.ParentChange and (look := _look_around(self)):
            apply_look(self, look)
        super().changeEvent(event)


def apply_look(top: QWidget, look: Look) -> None:
    """Apply a theme and text size to `top` and its descendants."""
    for widget in (*reversed(top.findChildren(QWidget)), top):
        if isinstance(widget, Adaptive):
            widget.take_look(look)


def _look_around(widget: QWidget) -> Look | None:
    """Look of the nearest ancestor of `widget` that has one."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, Adaptive) and around._drawn_in is not None:
            return around._drawn_in
        around = around.parentWidget()
    return None
