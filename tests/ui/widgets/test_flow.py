from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QLayoutItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.content.answer import present_contacts
from desktop.kiosk.operator.operator_card import ConfirmButton
from desktop.ui.answer.answer_parts import ContactCard
from desktop.ui.look.theme import Look
from desktop.ui.takeaway.recall_form import RecallForm
from desktop.ui.widgets.flow import FlowLayout, delete_items, take_widgets
from tests.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack


class Block(QWidget):
    """A widget of one size that may also be squeezed."""

    def __init__(self, width: int, height: int = 20) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size


def filled(qtbot: QtBot, widths: Sequence[int]) -> tuple[QWidget, list[Block]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(8, 4, holder)
    blocks = [Block(width) for width in widths]
    for block in blocks:
        layout.addWidget(block)
        block.show()
    return holder, blocks


def places(blocks: list[Block]) -> list[tuple[int, int]]:
    return [(block.x(), block.y()) for block in blocks]


def test_a_full_row_goes_on_below(qtbot: QtBot) -> None:
    holder, blocks = filled(qtbot, [50, 50, 50])
    holder.layout().setGeometry(QRect(0, 0, 120, 100))
    assert places(blocks) == [(0, 0), (58, 0), (0, 24)]


def test_height_follows_width(qtbot: QtBot) -> None:
    holder, _ = filled(qtbot, [50, 50, 50])
    layout = holder.layout()
    assert layout.hasHeightForWidth()
    assert [layout.heightForWidth(width) for width in (166, 165, 50)] == [20, 44, 68]


def test_hints_are_one_row_and_the_widest(qtbot: QtBot) -> None:
    holder, blocks = filled(qtbot, [50, 70])
    blocks[0].setMinimumWidth(30)
    holder.layout().setContentsMargins(1, 2, 3, 4)
    assert holder.layout().sizeHint() == QSize(50 + 8 + 70 + 4, 20 + 6)
    assert holder.layout().minimumSize() == QSize(30 + 4, 6)
    assert holder.layout().expandingDirections() == Qt.Orientation(0)


def test_lower_widgets_stand_in_the_middle(qtbot: QtBot) -> None:
    holder, blocks = filled(qtbot, [50])
    tall = Block(50, 40)
    holder.layout().addWidget(tall)
    tall.show()
    holder.layout().setGeometry(QRect(0, 0, 300, 100))
    assert places([*blocks, tall]) == [(0, 10), (58, 0)]


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    holder, blocks = filled(qtbot, [50, 50])
    blocks[0].hide()
    holder.layout().setGeometry(QRect(0, 0, 300, 100))
    assert blocks[1].x() == 0


def test_new_gaps_are_used(qtbot: QtBot) -> None:
    holder, blocks = filled(qtbot, [50, 50])
    layout = holder.layout()
    assert isinstance(layout, FlowLayout)
    layout.set_gaps(20, 0)
    layout.setGeometry(QRect(0, 0, 300, 100))
    assert blocks[1].x() == 70


def test_items_past_the_end_are_none(qtbot: QtBot) -> None:
    holder, _ = filled(qtbot, [50])
    layout = holder.layout()
    assert layout.itemAt(1) is None
    assert layout.itemAt(-1) is None
    assert layout.takeAt(1) is None
    assert layout.takeAt(0) is not None
    assert layout.count() == 0


def test_an_empty_flow_has_no_height(qtbot: QtBot) -> None:
    holder, _ = filled(qtbot, [])
    assert holder.layout().heightForWidth(100) == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.integers(1, 300), max_size=12), st.integers(1, 400))
def test_everything_stays_inside_and_apart(qtbot: QtBot, widths: list[int], width: int) -> None:
    holder, blocks = filled(qtbot, widths)
    high = holder.layout().heightForWidth(width)
    holder.layout().setGeometry(QRect(0, 0, width, high))
    boxes = [block.geometry() for block in blocks]
    assert all(QRect(0, 0, width, high).contains(box) for box in boxes)
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[:at])


@pytest.mark.parametrize("width", [0, 1])
def test_no_room_is_no_error(qtbot: QtBot, width: int) -> None:
    holder, _ = filled(qtbot, [50, 50])
    assert holder.layout().heightForWidth(width) == 44


def card(pack: Pack) -> QWidget:
    (hotline,) = present_contacts(pack, ["hotline"], "en", TODAY)
    return ContactCard(hotline, "", Look())


MAKERS = [
    card,
    lambda _: RecallForm(),
    lambda _: ConfirmButton(action="a", question="b", yes="c", no="d"),
]


@pytest.mark.parametrize("make", MAKERS)
def test_a_flow_has_its_place_before_its_widgets(
    pack: Pack, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make: Callable[[Pack], QWidget]
) -> None:
    """Else its items stay in memory when it goes."""
    placed, add = [], FlowLayout.addItem

    def spy(flow: FlowLayout, item: QLayoutItem) -> None:
        placed.append(flow.parentWidget() is not None)
        add(flow, item)

    monkeypatch.setattr(FlowLayout, "addItem", spy)
    qtbot.addWidget(make(pack))
    assert placed
    assert all(placed)


def laid_out(holder: QWidget, kind: type[QLayout]) -> tuple[QLayout, list[QLabel]]:
    layout = kind()
    holder.setLayout(layout)
    labels = [QLabel(word) for word in ("one", "two")]
    for label in labels:
        layout.addWidget(label)
    return layout, labels


def items(layout: QLayout) -> list[QLayoutItem]:
    return [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]


def delete_now(thing: QObject) -> None:
    thing.deleteLater()
    QApplication.sendPostedEvents(thing, QEvent.Type.DeferredDelete)
    gc.collect()


@pytest.mark.parametrize("kind", [QVBoxLayout, FlowLayout])
def test_widgets_live_on_and_their_items_do_not(qtbot: QtBot, kind: type[QLayout]) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout, labels = laid_out(holder, kind)
    kept = items(layout)
    assert list(take_widgets(layout)) == labels
    assert layout.count() == 0
    assert all(isValid(label) for label in labels)
    assert not any(isValid(item) for item in kept)


def test_what_holds_no_widget_goes_too(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addStretch()
    assert list(take_widgets(column)) == []
    assert column.count() == 0


def test_items_go_with_their_flow(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    box = QWidget(holder)
    kept = items(laid_out(box, FlowLayout)[0])
    delete_now(box)
    assert len(kept) == 2
    assert not any(isValid(item) for item in kept)


def test_what_is_deleted_is_left_alone(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout, _ = laid_out(holder, FlowLayout)
    kept = items(layout)
    assert [layout.takeAt(0), layout.takeAt(0)] == kept
    delete_items(kept)
    delete_items(kept)
