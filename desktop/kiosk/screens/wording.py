"""Texts of the program in a chosen language, independent of the installed translation.

The attract screen greets in every language at once; Qt translates into one.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from desktop.base.resources import asset
from desktop.ui.look.language import PROGRAM_LANGUAGES


class TranslationLookup:
    """Looks texts up in the translations of the program."""

    def __init__(self, context: str) -> None:
        """Load the translations.

        Args:
            context: the class of the texts, as for `tr`.
        """
        self._context = context
        self._books: dict[str, QTranslator] = {}
        for lang in PROGRAM_LANGUAGES:
            book = QTranslator()
            book.load(str(asset("translations", f"luminaria_{lang}.qm")))
            self._books[lang] = book

    def say(self, words: str, lang: str) -> str:
        """Translate `words`, marked with QT_TRANSLATE_NOOP in the source, into `lang`.

        Args:
            words: English.
            lang: language tag; English is the fallback.
        """
        book = self._books.get(lang.partition("-")[0])
        return (book.translate(self._context, words) if book else "") or words
