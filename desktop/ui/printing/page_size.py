"""Paper sizes, in twips: twentieths of a point, 1440 to the inch.

All lengths on paper are whole twips or close to it, so that line breaks are the same on the
screen and in the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtGui import QPageSize

from desktop.ui.takeaway.wallet_card import Paper

TWIPS_PER_INCH = 1440
_T = QLocale.Country
# Territories that use Letter: "paperSize" in CLDR 46, supplemental/supplementalData.xml.
_LETTER = frozenset(
    {
        _T.Belize,
        _T.Canada,
        _T.Chile,
        _T.Colombia,
        _T.CostaRica,
        _T.Guatemala,
        _T.Mexico,
        _T.Nicaragua,
        _T.Panama,
        _T.Philippines,
        _T.PuertoRico,
        _T.ElSalvador,
        _T.UnitedStates,
        _T.Venezuela,
        _T.AnyTerritory,  # the locale has no territory
    }
)


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """One side of paper, in twips.

    Attributes:
        width: of the paper.
        height: of the paper.
        side: margin at the left and right.
        top: upper edge of the text.
        bottom: lower edge of the text.
        header: upper edge of the header.
        footer: upper edge of the footer.
    """

    width: float
    height: float
    side: float
    top: float
    bottom: float
    header: float
    footer: float

    @property
    def column(self) -> float:
        """Width of the text."""
        return self.width - 2 * self.side

    @property
    def room(self) -> float:
        """Height of the text."""
        return self.bottom - self.top


def sheet_of(paper: Paper) -> PageGeometry:
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


def usual_paper(locale: QLocale | None = None) -> Paper:
    """Usual paper size of a territory.

    Args:
        locale: by default that of the system; the language of the program is irrelevant.
    """
    territory = (locale or QLocale.system()).territory()
    return Paper.LETTER if territory in _LETTER else Paper.A4
