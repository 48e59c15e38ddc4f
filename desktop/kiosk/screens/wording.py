"""The program's words in a language of choice, whatever language the program speaks right now.

The attract screen greets in every language at once; Qt translates into one.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from desktop.base.resources import asset
from desktop.ui.look.language import PROGRAM_LANGUAGES


class TranslationLookup:
    """Looks words up in the translations of the program."""

    def __init__(self, context: str) -> None:
        """Read the translations.

        Args:
            context: the class whose words these are, as `tr` would use it.
        """
        self._context = context
        self._books: dict[str, QTranslator] = {}
        for lang in PROGRAM_LANGUAGES:
            book = QTranslator()
            book.load(str(asset("translations", f"luminaria_{lang}.qm")))
            self._books[lang] = book

    def say(self, words: str, lang: str) -> str:
        """`words`, marked with QT_TRANSLATE_NOOP where they stand, in `lang`.

        Args:
            words: English.
            lang: language tag; English stands in for one the program does not speak.
        """
        book = self._books.get(lang.partition("-")[0])
        return (book.translate(self._context, words) if book else "") or words
