"""Current language of the pack: stored, cycled through, or set temporarily."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from desktop.desk import settings
from desktop.pack.model import closest

if TYPE_CHECKING:
    from collections.abc import Sequence

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

        Args:
            store: settings of the window.
            languages: language tags, one at least; the first is the default.
            parent: Qt's.
            wanted: language tag; "" for the stored one.
        """
        super().__init__(parent)
        self._store, self._languages = store, tuple(languages)
        wanted = wanted or settings.LANGUAGE.read(store) or QLocale.system().name()
        self.lang = closest(wanted, languages) or languages[0]

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
