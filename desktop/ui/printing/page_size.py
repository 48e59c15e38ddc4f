"""Paper sizes and margins, in twips: twentieths of a point, 1440 to the inch.

All lengths on paper are whole twips or close to it, so that line breaks are the same on the
screen and in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtGui import QPageSize

TWIPS_PER_INCH = 1440
# Territories that use Letter: "paperSize" in CLDR 46, supplemental/supplementalData.xml.
_LETTER = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
_NO_TERRITORY = ""


class Paper(Enum):
    """Paper size; the value is Qt's."""

    LETTER = QPageSize.PageSizeId.Letter
    A4 = QPageSize.PageSizeId.A4


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """One side of paper, in twips."""

    width: float
    height: float
    side: float  # margin at the left and right
    top: float  # upper edge of the text
    bottom: float  # lower edge of the text
    header: float  # upper edge of the header
    footer: float  # upper edge of the footer

    @property
    def column(self) -> float:
        """Width of the text."""
        return self.width - 2 * self.side


def page_geometry(paper: Paper) -> PageGeometry:
    """Sheet of a paper size."""
    size: QSizeF = QPageSize.definitionSize(paper.value)
    if QPageSize.definitionUnits(paper.value) == QPageSize.Unit.Millimeter:
        size /= 25.4
    width, height = size.width() * TWIPS_PER_INCH, size.height() * TWIPS_PER_INCH
    return PageGeometry(
        width=width,
        height=height,
        side=TWIPS_PER_INCH,
        top=TWIPS_PER_INCH,
        bottom=height - TWIPS_PER_INCH,
        header=0.5 * TWIPS_PER_INCH,
        footer=height - 0.68 * TWIPS_PER_INCH,
    )


def default_paper(locale: QLocale | None = None) -> Paper:
    """Usual paper size of a territory, by default that of the system."""
    territory = QLocale.territoryToCode((locale or QLocale.system()).territory())
    return Paper.LETTER if territory in {*_LETTER, _NO_TERRITORY} else Paper.A4
