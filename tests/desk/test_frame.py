from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from desktop.desk.frame import Frame
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot


class Framed(QMainWindow):
    """A window with a frame in it."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = QLabel("page")
        reading = (QLabel("search"), QLabel("answer"))
        self.frame = Frame(self, [QLabel("header")], reading, self.sheet, QLabel("help"))


@pytest.fixture
def framed(qtbot: QtBot) -> Framed:
    window = Framed()
    qtbot.addWidget(window)
    window.resize(1000, 600)
    window.show()
    return window


def test_the_rows_stand_from_top_to_bottom(framed: Framed) -> None:
    rows = [framed.frame.page.layout().itemAt(at).widget() for at in range(3)]
    assert rows[1] is framed.frame.stage
    assert [row.y() for row in rows] == sorted(row.y() for row in rows)


def test_the_sheet_takes_the_place_of_the_reading(framed: Framed) -> None:
    assert framed.frame.shows_reading
    framed.frame.stage.setCurrentWidget(framed.sheet)
    assert not framed.frame.shows_reading
    assert not framed.frame.is_covered


def test_another_page_covers_everything(framed: Framed) -> None:
    cover = QWidget()
    framed.frame.addWidget(cover)
    framed.frame.setCurrentWidget(cover)
    assert framed.frame.is_covered


def test_the_search_becomes_wide_enough_for_large_words_and_never_narrower(
    framed: Framed,
) -> None:
    framed.frame.splitter.setSizes([100, 900])
    framed.frame.give_search_room(Look())
    assert framed.frame.splitter.sizes()[0] == pytest.approx(372, abs=2)
    framed.frame.give_search_room(Look(text_size=300))
    wide = framed.frame.splitter.sizes()[0]
    assert wide == pytest.approx(400, abs=2)  # two fifths
    framed.frame.give_search_room(Look())
    assert framed.frame.splitter.sizes()[0] == wide


def test_the_place_is_remembered(framed: Framed, store: QSettings, qtbot: QtBot) -> None:
    framed.resize(700, 500)  # fits the smallest screen
    framed.frame.splitter.setSizes([350, 350])
    framed.frame.remember(store)
    again = Framed()
    qtbot.addWidget(again)
    again.show()
    again.frame.restore(store, Look())
    assert again.size() == framed.size()
    assert again.frame.splitter.sizes() == framed.frame.splitter.sizes()
