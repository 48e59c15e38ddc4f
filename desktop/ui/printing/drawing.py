"""Draws a page on the screen and in a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop.content.booklet.piece import Frame
from desktop.content.booklet.structure import TextReference
from desktop.languages.loader import section
from desktop.languages.program_strings import PaperStrings
from desktop.ui.printing.lines import left_of
from desktop.ui.printing.type_sizes import HEADER_FOOTER_STYLE, PADDINGS, TEXT_STYLES, TWIPS, ink

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout, QTextLine

    from desktop.content.booklet.piece import Piece
    from desktop.ui.printing.page_layout import PageLayout, PageLine

_BAR = 4.0  # points: the bar at the left of the brief
_RADIUS = 6.0  # points
_DOTS = 4.5  # points from dot to dot in the contents


OpenContent = Callable[[TextReference | None], object]
"""Called before each part of a page is drawn: with its text, or None for a decoration."""


def draw_page(
    painter: QPainter, setting: PageLayout, number: int, open_content: OpenContent = lambda _: None
) -> None:
    """Draw page `number`, from 0, in twips from the corner of the paper."""
    _Drawing(painter, setting, number, open_content).draw()


@dataclass(frozen=True, slots=True)
class _Drawing:
    painter: QPainter
    setting: PageLayout
    number: int
    open_content: OpenContent

    def draw(self) -> None:
        """Draw frames, then text, then header and footer."""
        rows = self.setting.pages[self.number]
        self.open_content(None)
        for (frame, _), framed in groupby(rows, self._frame_of):
            self._frame(frame, list(framed))
        for index, lines in groupby(rows, lambda row: row.piece):
            self._piece(index, list(lines))
        self.open_content(None)
        self._furniture(self._piece_of(rows[0]).lang)

    def _piece_of(self, row: PageLine) -> Piece:
        return self.setting.document.pieces[row.piece]

    def _frame_of(self, row: PageLine) -> tuple[Frame, int]:
        piece = self._piece_of(row)
        return piece.frame, piece.box

    # -- frames

    def _frame(self, frame: Frame, rows: list[PageLine]) -> None:
        sheet, painter = self.setting.sheet, self.painter
        top, last = rows[0].y, rows[-1]
        box = QRectF(sheet.side, top, sheet.column, last.y + last.height - top)
        if frame is Frame.BRIEF:
            painter.fillRect(box, ink("accent_bg"))
            painter.fillRect(QRectF(box.x(), top, _BAR * TWIPS, box.height()), ink("accent"))
        elif frame is Frame.CARD:
            painter.setPen(QPen(ink("mute"), 0.75 * TWIPS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _RADIUS * TWIPS, _RADIUS * TWIPS)

    # -- text

    def _piece(self, index: int, rows: list[PageLine]) -> None:
        piece, layout = self.setting.document.pieces[index], self.setting.layouts[index]
        if piece.label and rows[0].line == 0:
            self.open_content(TextReference(index, is_label=True))
            start = self.setting.sheet.side + PADDINGS[piece.frame].side * TWIPS
            self._write(piece, QPointF(start, self._baseline(piece, rows[0])), piece.label)
        self.open_content(TextReference(index))
        left = self.setting.sheet.side + left_of(piece)
        # Qt uses the pen's colour where the formats of the text have none.
        self.painter.setPen(TEXT_STYLES[piece.style].ink)
        for row in rows:
            line = layout.lineAt(row.line)
            baseline = self._baseline(piece, row)
            line.draw(self.painter, QPointF(left, baseline - line.ascent()))
            self._space(layout, line, QPointF(left + line.naturalTextWidth(), baseline))
        if piece.target and rows[-1].line == layout.lineCount() - 1:
            end = left + layout.lineAt(rows[-1].line).naturalTextWidth()
            self._page_number(piece, rows[-1], end)

    def _space(self, layout: QTextLayout, line: QTextLine, place: QPointF) -> None:
        """Draw the space at a line break, which Qt omits, so that words do not run together.

        Tagged PDF requires it (ISO 32000-1, section 14.8.2.5).
        """
        end = line.textStart() + line.textLength()
        if line.lineNumber() + 1 < layout.lineCount() and layout.text()[end - 1 : end] == " ":
            self.painter.setFont(layout.font())
            self.painter.drawText(place, " ")

    def _baseline(self, piece: Piece, row: PageLine) -> float:
        """Baseline of a row; the letters are vertically centred."""
        face, line = TEXT_STYLES[piece.style], self.setting.layouts[row.piece].lineAt(row.line)
        return row.y + row.pad + (face.line - line.height()) / 2 + line.ascent()

    def _write(self, piece: Piece, place: QPointF, text: str) -> None:
        """Write one line in the style of `piece`, from `place` on its baseline."""
        face = TEXT_STYLES[piece.style]
        self.painter.setFont(face.font())
        self.painter.setPen(face.ink)
        self.painter.drawText(place, text)

    def _page_number(self, piece: Piece, row: PageLine, end: float) -> None:
        """Draw the page number at the right, and a dotted leader from `end`."""
        baseline = self._baseline(piece, row)
        metrics = QFontMetricsF(TEXT_STYLES[piece.style].font())
        # The space separates the number from the words when the page is read aloud or copied.
        number = f" {self.setting.page_of[piece.target] + 1}"
        right = self.setting.sheet.side + self.setting.sheet.column
        left = right - metrics.horizontalAdvance(number)
        self._write(piece, QPointF(left, baseline), number)
        self.open_content(None)
        dots = QPen(ink("mute"), 1.0 * TWIPS, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        dots.setDashPattern([0.01, _DOTS])
        self.painter.setPen(dots)
        start, stop = end + 6 * TWIPS, left - 6 * TWIPS
        if start < stop:
            self.painter.drawLine(QPointF(start, baseline), QPointF(stop, baseline))

    # -- header and footer

    def _furniture(self, lang: str) -> None:
        sheet, document = self.setting.sheet, self.setting.document
        page, pages = str(self.number + 1), str(len(self.setting.pages))
        page_of = section(PaperStrings, lang).page.replace("%1", page).replace("%2", pages)
        self._line(document.headers[lang], sheet.header, Qt.AlignmentFlag.AlignLeft)
        self._line(document.editions[lang], sheet.footer, Qt.AlignmentFlag.AlignLeft)
        self._line(page_of, sheet.footer, Qt.AlignmentFlag.AlignRight)

    def _line(self, text: str, top: float, side: Qt.AlignmentFlag) -> None:
        sheet = self.setting.sheet
        self.painter.setFont(HEADER_FOOTER_STYLE.font())
        self.painter.setPen(HEADER_FOOTER_STYLE.ink)
        room = QRectF(sheet.side, top, sheet.column, HEADER_FOOTER_STYLE.line)
        metrics = QFontMetricsF(HEADER_FOOTER_STYLE.font())
        width = sheet.column * (0.7 if side == Qt.AlignmentFlag.AlignLeft else 0.3)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        self.painter.drawText(room, side, shown)
