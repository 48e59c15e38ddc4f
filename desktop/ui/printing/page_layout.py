"""Lays out pieces on pages: lines, page breaks, page numbers.

`QTextDocument`'s pagination leaves headings at the foot of a page, splits cards, and cannot run
in small steps while a window stays responsive. So `QTextLayout` breaks the lines, and this
module the pages.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.content.booklet.piece import Frame, Piece, Style
from desktop.ui.printing.lines import break_lines
from desktop.ui.printing.type_sizes import PADDINGS, TEXT_STYLES, TWIPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextLayout

    from desktop.content.booklet.document import Document
    from desktop.ui.printing.page_size import PageGeometry


@dataclass(slots=True)
class PageLine:
    """One line of one piece; lengths in twips."""

    piece: int  # index of the piece
    line: int  # index of the line in its layout
    gap: float  # space above it, except at the top of a page
    pad: float  # padding above its letters, inside a frame
    height: float  # total height, without the gap
    is_glued: bool  # whether the next row is on the same page if possible
    y: float = 0  # upper edge on its page


@dataclass(slots=True)
class PageLayout:
    """A document on pages."""

    document: Document
    sheet: PageGeometry
    layouts: list[QTextLayout] = field(default_factory=list)  # the lines of each piece
    pages: list[list[PageLine]] = field(default_factory=list)
    page_of: dict[str, int] = field(default_factory=dict)  # by anchor, from 0


class Typesetter:
    """Lays out a document a few pieces at a time."""

    def __init__(self, document: Document, sheet: PageGeometry) -> None:
        self._setting = PageLayout(document, sheet)
        self._unit: list[PageLine] = []  # rows kept together that have no page yet

    def step(self, pieces: int = 40) -> PageLayout | None:
        """Lay out some more pieces.

        Returns: the complete layout after the last piece, else None.
        """
        layouts, all_pieces = self._setting.layouts, self._setting.document.pieces
        start = len(layouts)
        for at in range(start, min(start + pieces, len(all_pieces))):
            layouts.append(break_lines(all_pieces[at], self._setting.sheet.column))
            for row in _rows(all_pieces, at, layouts[at].lineCount()):
                self._add_line(row)
        if len(layouts) < len(all_pieces):
            return None
        self._place_unit()
        return self._setting

    def _add_line(self, row: PageLine) -> None:
        if self._begins_page(row) or (self._unit and not self._unit[-1].is_glued):
            self._place_unit()
        self._unit.append(row)

    def _begins_page(self, row: PageLine) -> bool:
        return row.line == 0 and self._setting.document.pieces[row.piece].new_page

    def _place_unit(self) -> None:
        """Put rows that belong together on one page; if they do not fit, on several."""
        unit, self._unit = self._unit, []
        if unit and (self._begins_page(unit[0]) or not self._fits(unit)):
            self._setting.pages.append([])
        for row in unit:
            if not self._fits([row]):
                self._setting.pages.append([])
            self._place(row)

    def _place(self, row: PageLine) -> None:
        setting = self._setting
        piece, page = setting.document.pieces[row.piece], setting.pages[-1]
        row.y = self._end() + (row.gap if page or piece.style is Style.TITLE else 0)
        page.append(row)
        if row.line == 0 and piece.anchor:
            setting.page_of[piece.anchor] = len(setting.pages) - 1

    def _fits(self, rows: Sequence[PageLine]) -> bool:
        if not self._setting.pages:
            return False
        need = sum(row.gap + row.height for row in rows)
        empty = not self._setting.pages[-1]
        return empty or self._end() + need <= self._setting.sheet.bottom

    def _end(self) -> float:
        """Lower edge of the last row on the last page."""
        page = self._setting.pages[-1]
        return page[-1].y + page[-1].height if page else self._setting.sheet.top


def lay_out(document: Document, sheet: PageGeometry) -> PageLayout:
    """Lay out a document in one step."""
    typesetter = Typesetter(document, sheet)
    while (setting := typesetter.step()) is None:
        pass
    return setting


def _rows(pieces: Sequence[Piece], at: int, count: int) -> Iterator[PageLine]:
    """Rows of piece `at`, which has `count` lines."""
    piece, face, padding = pieces[at], TEXT_STYLES[pieces[at].style], PADDINGS[pieces[at].frame]
    opens = not at or not _share_a_frame(pieces[at - 1], piece)
    closes = at + 1 == len(pieces) or not _share_a_frame(piece, pieces[at + 1])
    above = padding.above if opens and piece.frame is not Frame.NONE else face.above
    for line in range(count):
        is_first, is_last = line == 0, line == count - 1
        pad = padding.top * TWIPS if opens and is_first else 0
        below = padding.bottom * TWIPS if closes and is_last else 0
        yield PageLine(
            piece=at,
            line=line,
            gap=above * TWIPS if is_first else 0,
            pad=pad,
            height=pad + face.line + below,
            is_glued=_is_glued(piece, line, count, closes=closes),
        )


def _share_a_frame(one: Piece, other: Piece) -> bool:
    return one.frame is other.frame is not Frame.NONE and one.box == other.box


def _is_glued(piece: Piece, line: int, count: int, *, closes: bool) -> bool:
    """Whether a line and the next stay together.

    No heading ends a page, no frame is split, no line of a paragraph is alone on a page, and no
    list is separated from its introduction.
    """
    is_last = line == count - 1
    if piece.frame is not Frame.NONE:
        return not (closes and is_last)
    if TEXT_STYLES[piece.style].keeps_next:
        return True
    if is_last:
        return piece.style is Style.BODY and piece.text.endswith(":")
    return line in {0, count - 2}
