"""Wallet card as a PDF: the numbers of the help bar, without words that name a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from desktop.base.local_date import today
from desktop.content.answer import present_contacts
from desktop.content.handout import PhoneLine, lines_of, single_line
from desktop.languages.loader import section
from desktop.languages.program_strings import HandoutStrings
from desktop.ui.look.theme import FONT_FAMILY
from desktop.ui.printing.page_size import Paper
from desktop.ui.printing.pdf import new_writer

if TYPE_CHECKING:
    from desktop.pack.view import PackView

WIDTH, HEIGHT = 85.6, 54.0  # mm: ID-1 of ISO/IEC 7810, the size of a bank card
MAX_LINES = 5  # numbers that stay large enough to read on one face
_EDGE = 4.0  # mm between the cut and the text
_TOP = 30.0  # mm above the card
_DPI = 1200
_LEAST = 0.7  # smallest factor by which text shrinks before it is elided


def card_pdf(pack: PackView, *, paper: Paper = Paper.LETTER) -> bytes:
    """Render the card as a PDF document.

    The front is in the first language of the pack, the back beside it in the second.

    Args:
        pack: whose help contacts are on the card, the first `MAX_LINES` numbers.
        paper: size of the sheet.
    """
    source = pack.languages[0]
    title = single_line(pack.text(pack.manifest.neutral_title, source))
    buffer = QBuffer()
    writer = new_writer(buffer, paper, _DPI, title or section(HandoutStrings, source).card)
    painter = QPainter(writer)
    _Sheet(painter, writer.width()).draw(pack)
    painter.end()
    return bytes(buffer.data().data())


class _Sheet:
    """Draws on one sheet of paper; all lengths in millimetres until they are drawn."""

    def __init__(self, painter: QPainter, width: float) -> None:
        self._painter = painter
        self._dots = _DPI / 25.4  # a millimetre
        self._width = width / self._dots

    def draw(self, pack: PackView) -> None:
        """Draw faces, cut marks and the instruction for cutting."""
        languages = pack.languages[:2]
        left = (self._width - WIDTH * len(languages)) / 2
        for at, lang in enumerate(languages):
            contacts = present_contacts(pack, pack.manifest.help, lang, today())
            self._face(lines_of(contacts)[:MAX_LINES], left + WIDTH * at)
        right = left + WIDTH * len(languages)
        self._cut_marks(left, right)
        if len(languages) > 1:
            self._fold(left + WIDTH)
        self._how_to_cut(languages, left, right)

    def _face(self, lines: tuple[PhoneLine, ...], left: float) -> None:
        if not lines:
            return
        row = min((HEIGHT - 2 * _EDGE) / len(lines), 14.0)
        top = _TOP + (HEIGHT - row * len(lines)) / 2
        room = WIDTH - 2 * _EDGE
        for line in lines:
            self._draw_text(_about(line), left + _EDGE, top, room, row * 0.26)
            bold = QFont.Weight.Bold
            self._draw_text(line.number, left + _EDGE, top + row * 0.3, room, row * 0.52, bold)
            top += row

    def _draw_text(
        self,
        text: str,
        left: float,
        top: float,
        width: float,
        size: float,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        """Draw one line of text, shrunk or elided if it is too long."""
        room = width * self._dots
        font = self._font(size, weight)
        need = QFontMetricsF(font, self._painter.device()).horizontalAdvance(text)
        if need > room:
            font = self._font(size * max(room / need * 0.99, _LEAST), weight)
        metrics = QFontMetricsF(font, self._painter.device())
        self._painter.setFont(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        place = QPointF(left * self._dots, top * self._dots + metrics.ascent())
        self._painter.drawText(place, shown)

    def _font(self, size: float, weight: QFont.Weight) -> QFont:
        font = QFont(FONT_FAMILY)
        font.setPixelSize(max(round(size * self._dots), 1))
        font.setWeight(weight)
        return font

    def _cut_marks(self, left: float, right: float) -> None:
        """Draw short lines outside the four corners."""
        self._painter.setPen(self._pen(Qt.PenStyle.SolidLine))
        for x, out in ((left, -1), (right, 1)):
            for y, away in ((_TOP, -1), (_TOP + HEIGHT, 1)):
                self._line(x + 2 * out, y, x + 7 * out, y)
                self._line(x, y + 2 * away, x, y + 7 * away)

    def _fold(self, x: float) -> None:
        self._painter.setPen(self._pen(Qt.PenStyle.DashLine))
        self._line(x, _TOP - 7, x, _TOP + HEIGHT + 7)
        self._painter.setPen(self._pen(Qt.PenStyle.SolidLine))

    def _pen(self, style: Qt.PenStyle) -> QPen:
        pen = QPen(style)
        pen.setWidthF(0.2 * self._dots)
        return pen

    def _line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        dots = self._dots
        self._painter.drawLine(QPointF(x * dots, y * dots), QPointF(to_x * dots, to_y * dots))

    def _how_to_cut(self, languages: tuple[str, ...], left: float, right: float) -> None:
        for at, lang in enumerate(languages):
            words = section(HandoutStrings, lang)
            text = words.cut_and_fold if len(languages) > 1 else words.cut
            self._draw_text(text, left, _TOP + HEIGHT + 10 + 5 * at, right - left, 3.2)


def _about(line: PhoneLine) -> str:
    """Small text above a number; only short ones, as a full name may reveal the subject."""
    name = line.name if line.short else ""
    note = line.note if line.kind == "text" else ""  # the word to send
    return " · ".join(filter(None, (name, line.how, note)))
