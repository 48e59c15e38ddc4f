"""What stands on the keys of the on-screen keyboard. No Qt.

Every page is a grid of four rows, eleven units wide, so that a key is still 60 pixels wide on
the narrowest screen (768 pixels). The page of digits and signs is the same in every language
and carries the Spanish letters, so that nobody needs a long press to write them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

ROWS = 4
UNITS = 11  # width of every row


class Role(Enum):
    """What a key does."""

    TEXT = auto()
    SPACE = auto()
    SHIFT = auto()
    BACKSPACE = auto()
    ENTER = auto()
    SIGNS = auto()  # to the page of digits and signs
    LETTERS = auto()  # back from it
    HIDE = auto()


class Case(Enum):
    """Which letters come next: small ones, one capital, capitals until further notice."""

    LOWER = auto()
    ONCE = auto()
    LOCKED = auto()

    @property
    def next(self) -> Case:
        """What a tap on shift leads to."""
        return {Case.LOWER: Case.ONCE, Case.ONCE: Case.LOCKED}.get(self, Case.LOWER)

    def apply(self, text: str) -> str:
        """`text`, in capitals if it is their turn."""
        return text if self is Case.LOWER else text.upper()


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        role: what it does.
        text: the small letter or sign that it types, "" for other roles.
        variants: small letters or signs that a long press offers, one character each.
        width: in units of the grid.
    """

    role: Role
    text: str = ""
    variants: str = ""
    width: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """The keys that are seen at one time, row by row from the top."""

    rows: tuple[tuple[Key, ...], ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        """All keys, in reading order."""
        return tuple(key for row in self.rows for key in row)


_OFFERED = "aá eé ií oó uúü nñ úü üú ?¿!¡ ¿¡ .,;:… ,;: '`^~ -_— ([{< )]}> /\\| $€¢£ +=* 0°ºª \"«»"
_VARIANTS = {group[0]: group[1:] for group in _OFFERED.split()}  # by the key that is held
BACKSPACE = Key(Role.BACKSPACE)
SHIFT = Key(Role.SHIFT)
HIDE = Key(Role.HIDE)


def _keys(text: str) -> tuple[Key, ...]:
    return tuple(Key(Role.TEXT, sign, _VARIANTS.get(sign, "")) for sign in text)


ENGLISH = Page(
    (
        (*_keys("qwertyuiop"), BACKSPACE),
        (*_keys("asdfghjkl"), Key(Role.ENTER, width=2)),
        (SHIFT, *_keys("zxcvbnm,.?")),
        (Key(Role.SIGNS, width=2), *_keys("'"), Key(Role.SPACE, width=6), *_keys("-"), HIDE),
    )
)
SPANISH = Page(
    (
        (*_keys("qwertyuiop"), BACKSPACE),
        (*_keys("asdfghjklñ"), Key(Role.ENTER)),
        (SHIFT, *_keys("zxcvbnm¿?.")),
        (Key(Role.SIGNS), *_keys("áéíóúü"), Key(Role.SPACE, width=3), HIDE),
    )
)
SIGNS = Page(
    (
        (*_keys("1234567890"), BACKSPACE),
        (*_keys("-/:;()$&@"), Key(Role.ENTER, width=2)),
        _keys("¿?¡!,.'\"#%+"),
        (Key(Role.LETTERS), *_keys("áéíóúüñ"), Key(Role.SPACE, width=2), HIDE),
    )
)


def letters(lang: str) -> Page:
    """The page of letters for a language.

    Args:
        lang: BCP 47 tag, e.g. "es-MX"; languages without a page of their own get the English
            one.
    """
    return SPANISH if lang.partition("-")[0].lower() == "es" else ENGLISH
