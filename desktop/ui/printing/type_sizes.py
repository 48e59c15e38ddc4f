"""Text styles on paper. Sizes in points; colours are those of the light theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QColor, QFont

from desktop.content.booklet.piece import Frame, Style
from desktop.ui.look.theme import FONT_FAMILY, THEMES

TWIPS: Final = 20  # to the point
_BOLD, _SEMI, _PLAIN = QFont.Weight.Bold, QFont.Weight.DemiBold, QFont.Weight.Normal


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Measures of one style, in points."""

    size: float
    weight: QFont.Weight = _PLAIN
    colour: str = "ink"  # name of a token of the theme
    spacing: float = 1.4  # line spacing, relative to the size
    above: float = 0  # space above
    indent: float = 0  # of the text from the left; contains the label
    quiet: float = 0  # size of text that is not bold; 0 for the same size
    keeps_next: bool = False  # whether it must not be last on a page

    def font(self, *, size: float = 0, weight: QFont.Weight | None = None) -> QFont:
        """The font, in twips; of another size (points) or weight if they are given."""
        font = QFont(FONT_FAMILY)
        font.setPixelSize(round((size or self.size) * TWIPS))
        font.setWeight(self.weight if weight is None else weight)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    @property
    def line(self) -> float:
        """Line height, twips."""
        return self.size * self.spacing * TWIPS

    @property
    def ink(self) -> QColor:
        """Colour of the letters."""
        return ink(self.colour)


def ink(token: str) -> QColor:
    """A colour of the light theme: paper is white."""
    return QColor(getattr(THEMES["light"], token))


TEXT_STYLES: Final = {
    Style.TITLE: TextStyle(34, _BOLD, spacing=1.2, above=170),
    Style.EDITION: TextStyle(13, colour="mute", above=14),
    Style.TOPIC: TextStyle(13, _BOLD, "accent", spacing=1.3, keeps_next=True),
    Style.QUESTION: TextStyle(23, _BOLD, spacing=1.2, above=8, keeps_next=True),
    Style.META: TextStyle(10.5, colour="mute", above=6, keeps_next=True),
    Style.NOTICE: TextStyle(12, _SEMI, "warm", above=10, keeps_next=True),
    Style.BRIEF_LABEL: TextStyle(10.5, _BOLD, "accent"),
    Style.BRIEF: TextStyle(13, spacing=1.42, above=2),
    Style.HEADING2: TextStyle(14.5, _BOLD, spacing=1.25, above=17, keeps_next=True),
    Style.HEADING3: TextStyle(12.5, _BOLD, spacing=1.3, above=14, keeps_next=True),
    Style.BODY: TextStyle(11.5, spacing=1.42, above=6),
    Style.ITEM: TextStyle(11.5, spacing=1.42, above=2.5, indent=20),
    Style.CONTACT_LINE: TextStyle(11.5, _BOLD, spacing=1.4, above=1, indent=106, quiet=10.5),
    Style.CONTACT_NAME: TextStyle(11.5, _SEMI, spacing=1.35),
    Style.NUMBER: TextStyle(16, spacing=1.3, quiet=10.5),
    Style.CONTACT_NOTE: TextStyle(10, colour="mute", spacing=1.38, above=1),
    Style.SOURCE: TextStyle(9.5, colour="mute", spacing=1.36, above=3, indent=24),
    Style.SMALL: TextStyle(10, colour="mute", spacing=1.4, above=13),
    Style.CONTENTS_TOPIC: TextStyle(12, _BOLD, spacing=1.35, above=11, keeps_next=True),
    Style.CONTENTS_ENTRY: TextStyle(11.5, spacing=1.35, above=2.5, indent=14),
}
HEADER_FOOTER_STYLE: Final = TextStyle(10, colour="mute")


@dataclass(frozen=True, slots=True)
class FramePadding:
    """Padding of a frame, in points."""

    side: float = 0
    top: float = 0
    bottom: float = 0
    above: float = 0  # space above the frame


PADDINGS: Final = {
    Frame.NONE: FramePadding(),
    Frame.BRIEF: FramePadding(side=16, top=10, bottom=12, above=14),
    Frame.CARD: FramePadding(side=14, top=8, bottom=9, above=8),
}
NUMBER_COLUMN: Final = 44  # points reserved at the right of contents for page numbers
