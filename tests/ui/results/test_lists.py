from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStringListModel, Qt

from desktop.ui.results.lists import HitList, TopicTree

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture(params=[HitList, TopicTree])
def view(request: pytest.FixtureRequest, qtbot: QtBot) -> HitList | TopicTree:
    view: HitList | TopicTree = request.param()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["first", "second"], view))
    view.show()
    return view


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_uses_the_current_row(view: HitList | TopicTree, qtbot: QtBot, key: Qt.Key) -> None:
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(view.used) as used:
        qtbot.keyClick(view, key)
    assert used.args[0].data() == "second"


def test_enter_uses_nothing_in_an_empty_list(view: HitList | TopicTree, qtbot: QtBot) -> None:
    view.setModel(QStringListModel([], view))
    with qtbot.assertNotEmitted(view.used):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_a_click_uses_a_row(view: HitList | TopicTree, qtbot: QtBot) -> None:
    place = view.visualRect(view.model().index(0, 0)).center()
    with qtbot.waitSignal(view.used) as used:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert used.args[0].data() == "first"


def test_esc_leaves_the_list(view: HitList | TopicTree, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.escaped):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
