"""Key layouts of the on-screen keyboard. Independent of Qt.

Every page is a grid of four rows, eleven units wide, so that a key is still 60 pixels wide on
the narrowest screen (768 pixels). The page of digits and signs is the same in every language
and contains the Spanish letters, so that nobody needs a long press to write them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

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
        return {LetterCase.LOWER: LetterCase.ONCE, LetterCase.ONCE: LetterCase.LOCKED}.get(
            self, LetterCase.LOWER
        )

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
BACKSPACE = KeyDefinition(KeyRole.BACKSPACE)
SHIFT = KeyDefinition(KeyRole.SHIFT)
HIDE = KeyDefinition(KeyRole.HIDE)


def _keys(text: str) -> tuple[KeyDefinition, ...]:
    return tuple(KeyDefinition(KeyRole.TEXT, sign, _VARIANTS.get(sign, "")) for sign in text)


ENGLISH = KeyLayout(
    (
        (*_keys("qwertyuiop"), BACKSPACE),
        (*_keys("asdfghjkl"), KeyDefinition(KeyRole.ENTER, width=2)),
        (SHIFT, *_keys("zxcvbnm,.?")),
        (
            KeyDefinition(KeyRole.SIGNS, width=2),
            *_keys("'"),
            KeyDefinition(KeyRole.SPACE, width=6),
            *_keys("-"),
            HIDE,
        ),
    )
)
SPANISH = KeyLayout(
    (
        (*_keys("qwertyuiop"), BACKSPACE),
        (*_keys("asdfghjklñ"), KeyDefinition(KeyRole.ENTER)),
        (SHIFT, *_keys("zxcvbnm¿?.")),
        (
            KeyDefinition(KeyRole.SIGNS),
            *_keys("áéíóúü"),
            KeyDefinition(KeyRole.SPACE, width=3),
            HIDE,
        ),
    )
)
SIGNS = KeyLayout(
    (
        (*_keys("1234567890"), BACKSPACE),
        (*_keys("-/:;()$&@"), KeyDefinition(KeyRole.ENTER, width=2)),
        _keys("¿?¡!,.'\"#%+"),
        (
            KeyDefinition(KeyRole.LETTERS),
            *_keys("áéíóúüñ"),
            KeyDefinition(KeyRole.SPACE, width=2),
            HIDE,
        ),
    )
)


def letters(lang: str) -> KeyLayout:
    """The page of letters for a language.

    Args:
        lang: BCP 47 tag, e.g. "es-MX"; languages without a page get the English one.
    """
    return SPANISH if lang.partition("-")[0].lower() == "es" else ENGLISH
