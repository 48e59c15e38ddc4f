"""Key layouts of the on-screen keyboard, from `assets/keyboards`. Independent of Qt.

Every page is a grid of four rows, eleven units wide, so that a key is still 60 pixels wide on
the narrowest screen (768 pixels). The page of digits and signs is the same in every language
and contains the Spanish letters, so that nobody needs a long press to write them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from desktop.base.resources import asset

ROWS = 4
UNITS = 11  # width of every row


class KeyRole(Enum):
    """Kinds of keys."""

    TEXT = auto()
    SPACE = auto()
    SHIFT = auto()
    BACKSPACE = auto()
    ENTER = auto()
    SIGNS = auto()  # to the page of digits and signs
    LETTERS = auto()  # back from it
    HIDE = auto()


class LetterCase(Enum):
    """Case of the next letters: small, one capital, or capitals until changed."""

    LOWER = auto()
    ONCE = auto()
    LOCKED = auto()

    @property
    def next(self) -> LetterCase:
        """The case after a tap on shift."""
        cases = list(LetterCase)
        return cases[(cases.index(self) + 1) % len(cases)]

    def apply(self, text: str) -> str:
        """`text`, in capitals unless the case is small."""
        return text if self is LetterCase.LOWER else text.upper()


@dataclass(frozen=True, slots=True)
class KeyDefinition:
    """One key.

    Attributes:
        role: the kind of key.
        text: the small letter or sign that it types, "" for other roles.
        variants: small letters or signs that a long press offers, one character each.
        width: in units of the grid.
    """

    role: KeyRole
    text: str = ""
    variants: str = ""
    width: int = 1


@dataclass(frozen=True, slots=True)
class KeyLayout:
    """One page of keys, row by row from the top."""

    rows: tuple[tuple[KeyDefinition, ...], ...]

    @property
    def keys(self) -> tuple[KeyDefinition, ...]:
        """All keys, in reading order."""
        return tuple(key for row in self.rows for key in row)


_OFFERED = "aá eé ií oó uúü nñ úü üú ?¿!¡ ¿¡ .,;:… ,;: '`^~ -_— ([{< )]}> /\\| $€¢£ +=* 0°ºª \"«»"
_VARIANTS = {group[0]: group[1:] for group in _OFFERED.split()}  # by the key that is held


def _page(text: str) -> KeyLayout:
    """The page that a file defines: a row on each line, its keys separated by spaces."""
    rows = text.splitlines()
    return KeyLayout(tuple(tuple(_key(word) for word in row.split()) for row in rows))


def _key(word: str) -> KeyDefinition:
    """The key for a character that it types, or for a `KeyRole` with the width after a colon."""
    if len(word) == 1:
        return KeyDefinition(KeyRole.TEXT, word, _VARIANTS.get(word, ""))
    role, _, width = word.partition(":")
    return KeyDefinition(KeyRole[role.upper()], width=int(width or 1))


# Read at the start, so that no visit opens a file.
PAGES = {
    path.stem: _page(path.read_text("utf-8")) for path in sorted(asset("keyboards").glob("*.txt"))
}
SYMBOLS = PAGES["signs"]


def letters(lang: str) -> KeyLayout:
    """The page of letters for a language (BCP 47 tag, e.g. "es-MX"); else the English one."""
    return PAGES.get(lang.partition("-")[0].lower(), PAGES["en"])
