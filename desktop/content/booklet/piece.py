"""A piece of a printed document, before page layout. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from desktop.pack.markup import Run


class Style(Enum):
    """How a piece looks; `desktop.ui.printing.type_sizes` has the figures."""

    TITLE = auto()
    EDITION = auto()
    TOPIC = auto()
    QUESTION = auto()
    META = auto()
    NOTICE = auto()
    BRIEF_LABEL = auto()
    BRIEF = auto()
    HEADING2 = auto()
    HEADING3 = auto()
    BODY = auto()
    ITEM = auto()
    CONTACT_LINE = auto()
    CONTACT_NAME = auto()
    NUMBER = auto()
    CONTACT_NOTE = auto()
    SOURCE = auto()
    SMALL = auto()
    CONTENTS_TOPIC = auto()
    CONTENTS_ENTRY = auto()


class Frame(Enum):
    """What is drawn behind pieces that belong together."""

    NONE = auto()
    BRIEF = auto()
    CARD = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph or one item of a list."""

    style: Style
    runs: tuple[Run, ...]  # its text, at least one run
    lang: str  # BCP 47 tag of its text
    level: int = 0  # of a heading, from 1; 0 for all else
    label: str = ""  # before the text: a bullet, "1.", "[1]", a number to call
    frame: Frame = Frame.NONE
    box: int = 0  # neighbours of one frame share this number
    anchor: str = ""  # name of this place, for contents and outline
    target: str = ""  # the anchor whose page number is at the end of the line
    new_page: bool = False  # whether a page begins with it

    @property
    def text(self) -> str:
        """The text without its styles."""
        return "".join(run.text for run in self.runs)


def plain(style: Style, text: str, lang: str) -> Piece:
    """A piece in one style; all white space in `text` counts as a space."""
    return Piece(style, (Run(" ".join(text.split())),), lang)
