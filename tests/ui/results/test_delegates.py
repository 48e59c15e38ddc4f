from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.search.results import Explanation, Hit, Span
from desktop.ui.look.theme import THEMES, Look
from desktop.ui.results.delegates import HitDelegate, TopicDelegate, height, wrapped
from desktop.ui.results.models import HitModel, TopicModel

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QStyledItemDelegate

    from desktop.pack.model import Pack

LONG = "word 😀 " * 60
WHY = Explanation((Span(2, 6),), LONG, (Span(0, 4),))
State = QStyle.StateFlag


@pytest.fixture
def hits() -> HitModel:
    model = HitModel()
    model.set_hits((Hit("a", "en", 1.0, f"😀 {LONG}", WHY),))
    return model


@pytest.fixture
def topics(pack: Pack) -> TopicModel:
    return TopicModel(pack, "en")


def option(
    width: int = 320, high: int = 90, state: State = State.State_Enabled
) -> QStyleOptionViewItem:
    item = QStyleOptionViewItem()
    item.rect = QRect(0, 0, width, high)
    item.state = state
    return item


def painted(delegate: QStyledItemDelegate, index: QModelIndex, state: State) -> QImage:
    image = QImage(QSize(320, 90), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    delegate.paint(painter, option(state=state), index)
    painter.end()
    return image


@pytest.mark.parametrize("lines", [1, 2, 4])
def test_long_text_is_cut_with_an_ellipsis(look: Look, lines: int) -> None:
    layout = wrapped(LONG, look.font(), 200, lines=lines)
    assert layout.lineCount() == lines
    assert layout.text().endswith("…")


def test_text_that_fits_stays_whole(look: Look) -> None:
    assert wrapped("short", look.font(), 200, lines=1).text() == "short"


def test_without_limit_nothing_is_cut(look: Look) -> None:
    assert wrapped(LONG, look.font(), 200).text() == LONG


@pytest.mark.parametrize("width", [-5, 0, 1, 40, 200])
def test_lines_keep_to_the_width(look: Look, width: int) -> None:
    layout = wrapped(LONG, look.font(), width, lines=2)
    widest = max(layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount()))
    assert widest <= max(width, QFontMetrics(look.font()).horizontalAdvance("word 😀"))


def test_no_text_has_no_height(look: Look) -> None:
    assert height(wrapped("", look.font(), 200)) <= QFontMetrics(look.font()).lineSpacing()


def test_marks_count_utf16_units(hits: HitModel, look: Look) -> None:
    card = HitDelegate(look)._card(hits.index(0, 0), 4000, chosen=False)
    assert [(mark.start, mark.length) for mark in card.question.formats()] == [(3, 4)]
    assert [(mark.start, mark.length) for mark in card.passage.formats()] == [(0, 4)]


def test_marks_of_the_chosen_row_are_underlined(hits: HitModel, look: Look) -> None:
    card = HitDelegate(look)._card(hits.index(0, 0), 4000, chosen=True)
    assert all(mark.format.fontUnderline() for mark in card.question.formats())


@pytest.mark.parametrize("margin", [0, 16])
def test_cards_stand_as_far_from_the_edge_as_is_asked(
    hits: HitModel, look: Look, margin: int
) -> None:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 400, 80)
    picture = QImage(400, 80, QImage.Format.Format_RGB32)
    picture.fill(QColor("magenta"))
    painter = QPainter(picture)
    HitDelegate(look, margin=margin).paint(painter, option, hits.index(0, 0))
    painter.end()
    drawn = [x for x in range(400) if picture.pixelColor(x, 30) != QColor("magenta")]
    assert (drawn[0], drawn[-1]) == (margin, 399 - margin)


def test_larger_text_makes_higher_rows(hits: HitModel, topics: TopicModel, look: Look) -> None:
    for delegate, model in ((HitDelegate(look), hits), (TopicDelegate(look), topics)):
        index = model.index(0, 0)
        before = delegate.sizeHint(option(), index).height()
        delegate.set_look(Look("light", 200))
        assert delegate.sizeHint(option(), index).height() >= 1.9 * before


def test_a_narrow_tree_makes_higher_rows(topics: TopicModel, look: Look) -> None:
    delegate, index = TopicDelegate(look), topics.index_of_entry("law-book")
    assert (
        delegate.sizeHint(option(150), index).height() > delegate.sizeHint(option(), index).height()
    )


@pytest.mark.parametrize(("theme", "entry"), [*product(THEMES, ("", "signs", "law-book"))])
def test_a_chosen_tree_row_stands_out(topics: TopicModel, theme: str, entry: str) -> None:
    delegate = TopicDelegate(Look(theme))
    index = topics.index_of_entry(entry) if entry else topics.index(0, 0)
    plain = painted(delegate, index, State.State_Enabled)
    chosen = painted(delegate, index, State.State_Enabled | State.State_Selected)
    assert chosen.pixelColor(20, 5) == QColor(THEMES[theme].accent) != plain.pixelColor(20, 5)


@pytest.mark.parametrize("theme", THEMES)
def test_a_chosen_hit_stands_out(hits: HitModel, theme: str) -> None:
    delegate, index = HitDelegate(Look(theme)), hits.index(0, 0)
    plain = painted(delegate, index, State.State_Enabled | State.State_MouseOver)
    chosen = painted(delegate, index, State.State_Enabled | State.State_Selected)
    assert plain.pixelColor(24, 8) == QColor(THEMES[theme].card)
    assert chosen.pixelColor(24, 8) == QColor(THEMES[theme].accent)
