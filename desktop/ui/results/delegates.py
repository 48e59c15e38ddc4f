"""Delegates of the rows of the tree and of the results."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.look import icons
from desktop.ui.look.text import to_utf16
from desktop.ui.results.models import HitRole, TopicRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.search.results import Explanation, Hit, Span
    from desktop.ui.look.theme import Look

AnyIndex = QModelIndex | QPersistentModelIndex
SemiBold = QFont.Weight.DemiBold
MOST_KEPT_SIZES = 2048  # rows of the tree with a cached height
MOST_KEPT = 256  # hits with cached line breaks


def wrapped(
    text: str,
    font: QFont,
    width: int,
    *,
    lines: int = 0,
    formats: Iterable[QTextLayout.FormatRange] = (),
) -> QTextLayout:
    """Break `text`, which is plain, into lines of `width` pixels.

    The last one is elided if there would be more than `lines`; 0 sets no limit. The ranges of
    `formats` are in UTF-16 units.
    """
    layout = _laid_out(text, font, width, formats)
    if lines and layout.lineCount() > lines:
        start = layout.lineAt(lines - 1).textStart()  # in UTF-16 units, like the formats
        head = text.encode("utf-16-le")[: 2 * start].decode("utf-16-le", "ignore")
        tail = QFontMetrics(font).elidedText(
            text[len(head) :], Qt.TextElideMode.ElideRight, round(width * 0.97)
        )
        layout = _laid_out(head + tail, font, width, formats)
    return layout


def _laid_out(
    text: str, font: QFont, width: int, formats: Iterable[QTextLayout.FormatRange]
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(formats))
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, y))
        y += line.height() * 1.12  # space between lines helps poor readers
    layout.endLayout()
    return layout


def height(layout: QTextLayout) -> int:
    """Height of a laid-out text, in pixels."""
    if not layout.lineCount():
        return 0
    last = layout.lineAt(layout.lineCount() - 1)
    return round(last.y() + last.height())


class _RowDelegate(QStyledItemDelegate):
    """Base of both delegates: the look, and rows as wide as their view."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def set_look(self, look: Look) -> None:
        """Set theme and text size."""
        self._look = look
        self.sizeHintChanged.emit(QModelIndex())

    def _row_width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        if isinstance(view, QAbstractItemView):
            # Always reserve the scroll bar's width: rows must not change when it appears.
            return view.width() - view.verticalScrollBar().sizeHint().width()
        return option.rect.width()

    def _box(self, painter: QPainter, box: QRectF, fill: str, edge: str, width: float) -> None:
        painter.setPen(QPen(QColor(edge), width) if width else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        radius = self._look.px(8)
        inset = width / 2
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def _is(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def _has_key_focus(option: QStyleOptionViewItem) -> bool:
    return isinstance(option.widget, QAbstractItemView) and option.widget.hasFocus()


_CLOSED, _OPEN = "chevron-right", "chevron-down"


class _Row(NamedTuple):
    """What the size of a row of the tree depends on, besides the width."""

    text: str
    is_topic: bool
    level: int

    @classmethod
    def at(cls, index: AnyIndex) -> _Row:
        is_topic = bool(index.data(TopicRole.TOPIC_ID))
        return cls(str(index.data()), is_topic, index.data(TopicRole.LEVEL))


class TopicDelegate(_RowDelegate):
    """Draws topics with arrow, icon and count, and entries as wrapped lines below them."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(look, parent)
        for arrow in (_CLOSED, _OPEN):
            icons.exists(arrow)  # loads the icon before painting
        # A tree requests all sizes repeatedly.
        self._size = lru_cache(MOST_KEPT_SIZES)(self._measured)

    def set_look(self, look: Look) -> None:
        """Set theme and text size."""
        self._size.cache_clear()
        super().set_look(look)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return self._size(_Row.at(index), self._row_width(option))

    def _measured(self, row: _Row, width: int) -> QSize:
        """Height of the wrapped text, but at least that of a comfortable target."""
        px = self._look.px
        text = height(self._layout(row, width))
        return QSize(px(80), max(text + px(16), px(44 if row.is_topic else 37)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look, t = self._look, self._look.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = _is(option, QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect).adjusted(look.px(10), 1, -look.px(10), -1)
        if chosen:
            self._box(painter, box, t.accent, t.ink, 2 if _has_key_focus(option) else 0)
        elif _is(option, QStyle.StateFlag.State_MouseOver):
            self._box(painter, box, t.card, t.line, 1)
        row = _Row.at(index)
        text = self._layout(row, self._row_width(option))
        top = option.rect.y() + (option.rect.height() - height(text)) / 2
        if row.is_topic:
            self._draw_topic(painter, option, index)
        painter.setPen(QColor(t.on_accent if chosen else t.ink))
        text.draw(painter, QPointF(option.rect.x() + self._text_left(row), top))
        painter.restore()

    def _draw_topic(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw arrow, icon and count."""
        px, t = self._look.px, self._look.tokens
        chosen = _is(option, QStyle.StateFlag.State_Selected)
        ink = t.on_accent if chosen else t.ink
        ratio = painter.device().devicePixelRatioF()
        middle = option.rect.center().y()
        left = option.rect.x() + px(20) + self._indent(index.data(TopicRole.LEVEL))
        arrow = _OPEN if _is(option, QStyle.StateFlag.State_Open) else _CLOSED
        size = px(16)
        painter.drawPixmap(left, middle - size // 2, icons.pixmap(arrow, ink, size, ratio))
        size = px(20)
        icon = icons.pixmap(index.data(TopicRole.ICON), ink, size, ratio)
        painter.drawPixmap(left + px(26), middle - size // 2, icon)
        painter.setFont(self._look.font(14))
        painter.setPen(QColor(t.on_accent if chosen else t.mute))
        painter.drawText(
            QRectF(option.rect).adjusted(0, 0, -px(22), 0),
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            str(index.data(TopicRole.COUNT)),
        )

    def _text_left(self, row: _Row) -> int:
        return self._indent(row.level) + self._look.px(75 if row.is_topic else 32)

    def _indent(self, level: int) -> int:
        """Indent of a row, limited to four levels."""
        return self._look.px(20) * min(level, 4)

    def _layout(self, row: _Row, width: int) -> QTextLayout:
        font = self._look.font(16, SemiBold) if row.is_topic else self._look.font(15)
        room = width - self._text_left(row) - self._look.px(48 if row.is_topic else 22)
        return wrapped(row.text, font, room)


class _Card(NamedTuple):
    """Drawn texts of a hit with their line breaks, and the size of its row."""

    question: QTextLayout
    passage: QTextLayout
    size: QSize


class HitDelegate(_RowDelegate):
    """Draws a hit as a card: question, passage, matches highlighted by colour and weight."""

    def __init__(self, look: Look, parent: QObject | None = None, *, margin: int = 16) -> None:
        """Set the `margin` to the left and right of a card, in pixels at 100 %."""
        super().__init__(look, parent)
        self._margin = margin
        # A view requests each size several times, and most hits stay from one key to the next.
        self._broken = lru_cache(MOST_KEPT)(self._laid_out)

    def forget(self) -> None:
        """Clear the cache of the hits drawn so far."""
        self._broken.cache_clear()

    def set_look(self, look: Look) -> None:
        """Set theme and text size."""
        self.forget()
        super().set_look(look)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Size of both texts, padding, and the gap to the next card."""
        return self._card(index, self._row_width(option), chosen=False).size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        px, t = self._look.px, self._look.tokens
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = _is(option, QStyle.StateFlag.State_Selected)
        hover = _is(option, QStyle.StateFlag.State_MouseOver)
        card = QRectF(option.rect).adjusted(px(self._margin), 0, -px(self._margin), -px(12))
        if chosen:
            self._box(painter, card, t.accent, t.ink, 3 if _has_key_focus(option) else 0)
        else:
            self._box(painter, card, t.card, t.accent if hover else t.line, 2 if hover else 1)
        words = self._card(index, self._row_width(option), chosen=chosen)
        spot = card.topLeft() + QPointF(px(13), px(12))
        painter.setPen(QColor(t.on_accent if chosen else t.ink))
        words.question.draw(painter, spot)
        painter.setPen(QColor(t.on_accent if chosen else t.mute))
        words.passage.draw(painter, spot + QPointF(0, height(words.question) + px(4)))
        painter.restore()

    def _card(self, index: AnyIndex, width: int, *, chosen: bool) -> _Card:
        hit: Hit = index.data(HitRole.HIT)
        return self._broken(hit.question, hit.explanation, width, chosen=chosen)

    def _laid_out(self, text: str, explanation: Explanation, width: int, *, chosen: bool) -> _Card:
        px = self._look.px
        room = width - px(2 * (self._margin + 13))
        highlights = self._highlights(text, explanation.question_spans, chosen=chosen)
        question = wrapped(text, self._look.font(15, SemiBold), room, lines=4, formats=highlights)
        highlights = self._highlights(explanation.passage, explanation.passage_spans, chosen=chosen)
        passage = wrapped(
            explanation.passage, self._look.font(14), room, lines=2, formats=highlights
        )
        lines = height(question) + (px(4) + height(passage) if height(passage) else 0)
        return _Card(question, passage, QSize(px(80), lines + px(24) + px(12)))

    def _highlights(
        self, text: str, spans: tuple[Span, ...], *, chosen: bool
    ) -> list[QTextLayout.FormatRange]:
        t = self._look.tokens
        highlight = QTextCharFormat()
        if chosen:  # the highlight colour lacks contrast on the accent
            highlight.setFontUnderline(True)
        else:
            highlight.setBackground(QColor(t.mark))
            highlight.setForeground(QColor(t.ink))
        highlight.setFontWeight(QFont.Weight.Bold)
        ranges = []
        for span in spans:
            piece = QTextLayout.FormatRange()
            piece.start = to_utf16(text, span.start)
            piece.length = to_utf16(text, span.end) - piece.start
            piece.format = highlight
            ranges.append(piece)
        return ranges
