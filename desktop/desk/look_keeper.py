"""Current theme and text size: stored, stepped through, or those of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from desktop.desk import settings
from desktop.ui.look.theme import THEMES, Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

SYSTEM: Final = settings.FOLLOW_SYSTEM
CHOICES: Final = (SYSTEM, *THEMES)


class AppearanceController(QObject):
    """Owns theme and text size; emits `changed`."""

    changed = Signal(object)  # Look

    def __init__(
        self,
        store: QSettings,
        parent: QObject | None = None,
        *,
        system: Callable[[], str] | None = None,
    ) -> None:
        """Start with the stored values; `system` returns the theme of the whole system."""
        super().__init__(parent)
        self._system = system or system_theme
        self._store = store
        self.choice = settings.THEME.read(store)
        self._size = settings.TEXT_SIZE.read(store)
        self.look = self._made()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)

    def choose(self, theme: str) -> None:
        """Select one of `CHOICES`."""
        self.choice = theme
        settings.THEME.write(self._store, theme)
        self.refresh()

    def next_theme(self) -> None:
        """Select the theme after the visible one."""
        names = list(THEMES)
        self.choose(names[(names.index(self.look.theme) + 1) % len(names)])

    def step(self, by: int) -> None:
        """Make the text larger or smaller by `by` steps."""
        sizes = settings.TEXT_SIZES
        at = min(max(sizes.index(self._size) + by, 0), len(sizes) - 1)
        self.set_size(sizes[at])

    def set_size(self, per_cent: int) -> None:
        """Select one of `settings.TEXT_SIZES`."""
        self._size = per_cent
        settings.TEXT_SIZE.write(self._store, per_cent)
        self.refresh()

    def _made(self) -> Look:
        theme = self._system() if self.choice == SYSTEM else self.choice
        return Look(theme, self._size)

    def refresh(self) -> None:
        """Query the theme of the system again, if it is followed."""
        look = self._made()
        if look != self.look:
            self.look = look
            self.changed.emit(look)


def system_theme() -> str:
    """The theme that fits the person's choice for the whole system; light if unknown."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
