"""One key of the on-screen keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.kiosk.keyboard.layouts import KeyDefinition, KeyRole, LetterCase
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name

if TYPE_CHECKING:
    from desktop.kiosk.keyboard.key_grid import KeyGrid
    from desktop.ui.look.theme import Look

ICONS = {
    KeyRole.SPACE: "space",
    KeyRole.BACKSPACE: "delete",
    KeyRole.ENTER: "search",
    KeyRole.HIDE: "keyboard-off",
}
NAMES = {
    KeyRole.TEXT: "key",
    KeyRole.SPACE: "key",
    KeyRole.ENTER: "keyEnter",
}  # object names, for the style sheet
PICTURE = 1.05  # times the size of a letter


class KeyButton(Adaptive, QToolButton):
    """Shows a key and names it to screen readers. Fingers are handled by the keyboard."""

    def __init__(self, key: KeyDefinition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        with_object_name(self, NAMES.get(key.role, "keyAct"))
        self.key = key
        self._case = LetterCase.LOWER
        self._ink, self._size = "", 0
        self.setCheckable(key.role is KeyRole.SHIFT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._retranslate()

    @property
    def types(self) -> str:
        """The text that the key types right now; "" if none."""
        return " " if self.key.role is KeyRole.SPACE else self._case.apply(self.key.text)

    def show_case(self, case: LetterCase) -> None:
        """Show the key's text in small letters or in capitals."""
        self._case = case
        if self.key.role is KeyRole.SHIFT:
            self.setChecked(case is not LetterCase.LOWER)
            self._draw()
        self._retranslate()

    def apply_look(self, look: Look, grid: KeyGrid) -> None:
        """Apply a theme and size."""
        tokens = look.tokens
        self._ink = tokens.on_accent if self.key.role is KeyRole.ENTER else tokens.ink
        self._size = round(grid.letter * PICTURE)
        self._draw()

    def _retranslate(self) -> None:
        label = {KeyRole.SIGNS: "123", KeyRole.LETTERS: "ABC"}.get(
            self.key.role, self.types.strip()
        )
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(self._name())

    def _draw(self) -> None:
        name = ICONS.get(self.key.role)
        if self.key.role is KeyRole.SHIFT:
            name = "arrow-big-up-dash" if self._case is LetterCase.LOCKED else "arrow-big-up"
        if name and self._size:
            self.setIcon(icons.icon(name, self._ink, self._size))
            self.setIconSize(QSize(self._size, self._size))

    def _name(self) -> str:
        shift = {
            LetterCase.LOWER: self.tr("Shift, small letters"),
            LetterCase.ONCE: self.tr("Shift, one capital letter"),
            LetterCase.LOCKED: self.tr("Shift, all capital letters"),
        }
        names = {
            KeyRole.SPACE: self.tr("Space"),
            KeyRole.SHIFT: shift[self._case],
            KeyRole.BACKSPACE: self.tr("Backspace"),
            KeyRole.ENTER: self.tr("Search"),
            KeyRole.SIGNS: self.tr("Numbers and signs"),
            KeyRole.LETTERS: self.tr("Letters"),
            KeyRole.HIDE: self.tr("Hide the keyboard"),
        }
        return names.get(self.key.role, self.types)
