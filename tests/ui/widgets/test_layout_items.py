from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QLayoutItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout_items import delete_items, take_widgets

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def filled(holder: QWidget, kind: type[QLayout]) -> tuple[QLayout, list[QLabel]]:
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
    layout, labels = filled(holder, kind)
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
    kept = items(filled(box, FlowLayout)[0])
    delete_now(box)
    assert len(kept) == 2
    assert not any(isValid(item) for item in kept)


def test_what_is_deleted_is_left_alone(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout, _ = filled(holder, FlowLayout)
    kept = items(layout)
    assert [layout.takeAt(0), layout.takeAt(0)] == kept
    delete_items(kept)
    delete_items(kept)
