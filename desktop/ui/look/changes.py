"""How a widget follows the language of the program and the look of its window.

Language: Qt sends `LanguageChange` to every window when a translator is installed or removed, and
each widget hands it to its children. `Adaptive` answers with `_retranslate`. Texts of the pack
are another matter: they follow the language that the reader chose, by `set_language`.

Look: Qt has no event for it. A shell gives the application its palette, font and style sheet and
then calls `apply_look` once with its window. The function walks the widgets below it and calls
`_restyle` of each `Adaptive`, children before their parent, for a parent measures what it holds.
By then the style sheet is the new one for all of them; Qt's own `StyleChange` arrives while some
are still styled in the old way, and several times for one change.

- Each widget keeps the look in which it was drawn: the same look again does nothing.
- A widget that is made later takes the look of the nearest `Adaptive` around it when it gets its
  parent, with all that it holds. What a restyled parent makes again is therefore drawn in the new
  look. Whoever gives such a parent to the constructor of a widget calls `apply_look` with it:
  Qt sends no `ParentChange` then.
- A part of a window may have a look of its own: call `apply_look` with it.

The mixin stands before the Qt class among the bases, `class Card(Adaptive, QFrame)`: PySide looks
for overrides along the method resolution order, and `super().changeEvent` must lead to Qt's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class Adaptive(_Widget):
    """Mixin of a widget whose words or sizes depend on the language or the look."""

    _look = Look()  # the one to draw in
    _drawn_in: Look | None = None

    def _retranslate(self) -> None:
        """Set every text of the program."""

    def _restyle(self) -> None:
        """Set the sizes, icons and colours of `_look` that no style sheet rule reaches."""

    def take_look(self, look: Look) -> None:
        """Draw this widget alone in `look`; see `apply_look`."""
        if look != self._drawn_in:
            self._look = self._drawn_in = look
            self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another language, or the look of another parent."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.ParentChange and (look := _look_around(self)):
            apply_look(self, look)
        super().changeEvent(event)


def apply_look(top: QWidget, look: Look) -> None:
    """Draw `top` and all it holds in another theme or text size."""
    for widget in (*reversed(top.findChildren(QWidget)), top):
        if isinstance(widget, Adaptive):
            widget.take_look(look)


def _look_around(widget: QWidget) -> Look | None:
    """The look of the nearest widget around `widget` that was drawn in one."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, Adaptive) and around._drawn_in is not None:
            return around._drawn_in
        around = around.parentWidget()
    return None
