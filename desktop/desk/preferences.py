"""Current language, theme and text size of the window: stored choices, or those of the system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from desktop.desk import settings
from desktop.pack.model import closest_language
from desktop.ui.look.theme import THEMES, Look

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QSettings


class LanguageKeeper(QObject):
    """Owns the language of a window; emits `changed`."""

    changed = Signal(str)  # language tag

    def __init__(
        self,
        store: QSettings,
        languages: Sequence[str],
        parent: QObject | None = None,
        *,
        wanted: str = "",
    ) -> None:
        """Start with the language closest to `wanted`, to the stored one, or to the system's.

        The first of `languages` is the default; `wanted` is "" for the stored one.
        """
        super().__init__(parent)
        self._store, self._languages = store, tuple(languages)
        wanted = wanted or settings.LANGUAGE.read(store) or QLocale.system().name()
        self.lang = closest_language(wanted, languages) or languages[0]

    def choose(self, lang: str) -> None:
        """Select one of the languages, and store it."""
        settings.LANGUAGE.write(self._store, lang)
        self.follow(lang)

    def choose_next(self) -> None:
        """Select the language after the current one, and store it."""
        at = self._languages.index(self.lang) + 1
        self.choose(self._languages[at % len(self._languages)])

    def follow(self, lang: str) -> None:
        """Select `lang` without storing it, for a search in it; "" changes nothing."""
        if lang and lang != self.lang:
            self.lang = lang
            self.changed.emit(lang)


def system_theme() -> str:
    """The theme that fits the person's choice for the whole system; light if unknown."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


class AppearanceController(QObject):
    """Owns theme and text size; emits `changed`."""

    changed = Signal(object)  # Look

    def __init__(
        self,
        store: QSettings,
        parent: QObject | None = None,
        *,
        system: Callable[[], str] = system_theme,
    ) -> None:
        """Start with the stored values; `system` returns the theme of the whole system."""
        super().__init__(parent)
        self._system = system
        self._store = store
        self.choice = settings.THEME.read(store)
        self._size = settings.TEXT_SIZE.read(store)
        self.look = self._made()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)

    def choose(self, theme: str) -> None:
        """Select a theme, or `settings.FOLLOW_SYSTEM`."""
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

    def refresh(self) -> None:
        """Query the theme of the system again, if it is followed."""
        look = self._made()
        if look != self.look:
            self.look = look
            self.changed.emit(look)

    def _made(self) -> Look:
        theme = self._system() if self.choice == settings.FOLLOW_SYSTEM else self.choice
        return Look(theme, self._size)
