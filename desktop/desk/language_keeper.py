"""Which language of the pack is on: remembered, stepped through, or followed for now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from desktop.desk import settings
from desktop.pack.tags import closest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings


class LanguageKeeper(QObject):
    """Owns the language of a window; emits `changed` when it is another one."""

    changed = Signal(str)  # language tag

    def __init__(
        self,
        store: QSettings,
        languages: Sequence[str],
        parent: QObject | None = None,
        *,
        wanted: str = "",
    ) -> None:
        """Begin with the closest to `wanted`, to what `store` remembers, or to the system's.

        Args:
            store: what the window remembers.
            languages: language tags, one at least; the first is the last resort.
            parent: Qt's.
            wanted: language tag; "" for the remembered one.
        """
        super().__init__(parent)
        self._store, self._languages = store, tuple(languages)
        wanted = wanted or settings.LANGUAGE.read(store) or QLocale.system().name()
        self.lang = closest(wanted, languages) or languages[0]

    def choose(self, lang: str) -> None:
        """Take one of the languages, and remember it."""
        settings.LANGUAGE.write(self._store, lang)
        self.follow(lang)

    def choose_next(self) -> None:
        """Take the language after the one that is on."""
        at = self._languages.index(self.lang) + 1
        self.choose(self._languages[at % len(self._languages)])

    def follow(self, lang: str) -> None:
        """Take `lang` for now only, as a search in it needs; "" changes nothing."""
        if lang and lang != self.lang:
            self.lang = lang
            self.changed.emit(lang)
