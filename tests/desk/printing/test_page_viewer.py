from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.desk.printing.page_viewer import PageView, PageViewer
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.translations import Translations
    from desktop.ui.printing.page_layout import PageLayout


@pytest.fixture
def view(set_booklet: PageLayout, qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    apply_look(view, Look())
    view.resize(420, 480)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.show_layout(set_booklet)
    view.setFocus()
    return view


@pytest.fixture
def viewer(set_booklet: PageLayout, speaker: Translations, qtbot: QtBot) -> PageViewer:
    speaker.install("en")
    viewer = PageViewer()
    qtbot.addWidget(viewer)
    apply_look(viewer, Look())
    viewer.resize(400, 500)
    with qtbot.waitExposed(viewer):
        viewer.show()
    viewer.show_layout(set_booklet)
    return viewer


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ([Qt.Key.Key_PageDown], 1),
        ([Qt.Key.Key_Space, Qt.Key.Key_Space], 2),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], 0),
        ([Qt.Key.Key_PageUp], 0),
        ([Qt.Key.Key_End], -1),
        ([Qt.Key.Key_End, Qt.Key.Key_PageDown], -1),
        ([Qt.Key.Key_End, Qt.Key.Key_PageUp], -2),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
    ],
)
def test_keys_turn_pages(view: PageView, qtbot: QtBot, keys: list[Qt.Key], page: int) -> None:
    for key in keys:
        qtbot.keyClick(view, key)
    assert view.page == page % view.page_count


def test_arrows_scroll_a_little(view: PageView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert 0 < view.verticalScrollBar().value() < view.height() / 4
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.verticalScrollBar().value() == 0


def test_scrolling_tells_which_page_is_read(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.pageChanged) as changed:
        for _ in range(20):
            middle = QPointF(view.viewport().rect().center())
            wheel = QWheelEvent(
                middle,
                view.mapToGlobal(middle),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,  # noqa: FBT003
            )
            QApplication.sendEvent(view.viewport(), wheel)
    assert changed.args == [1]


def test_paper_is_white_with_words_on_it(view: PageView) -> None:
    image = view.viewport().grab().toImage()
    middle = image.width() // 2
    assert image.pixelColor(middle, 30) == QColor("white")
    assert image.pixelColor(2, 30) != QColor("white")
    colours = {image.pixel(x, y) for x in range(40, middle) for y in range(100, 300)}
    assert len(colours) > 5  # letters have soft edges


@pytest.mark.parametrize("size", [100, 300])
def test_the_page_is_kept_when_the_size_changes(view: PageView, size: int) -> None:
    view.show_page(7)
    view.resize(300, 600)
    apply_look(view, Look(text_size=size))
    assert view.page == 7


def test_a_new_document_begins_at_its_first_page(view: PageView, set_answer: PageLayout) -> None:
    view.show_page(50)
    view.show_layout(set_answer)
    assert (view.page, view.verticalScrollBar().value()) == (0, 0)
    assert view.page_count == len(set_answer.pages)


def test_without_a_document_it_is_empty(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.show()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert (view.page, view.page_count) == (0, 0)


def test_other_keys_are_left_to_the_window(view: PageView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.page == 0


def test_buttons_turn_pages(viewer: PageViewer, qtbot: QtBot) -> None:
    count = viewer.view.page_count
    qtbot.mouseClick(viewer.forward, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(viewer.forward, Qt.MouseButton.LeftButton)
    assert viewer.place.text() == f"Page 3 of {count}"
    qtbot.mouseClick(viewer.back, Qt.MouseButton.LeftButton)
    assert viewer.place.text() == f"Page 2 of {count}"


def test_buttons_stop_at_the_ends(viewer: PageViewer, qtbot: QtBot) -> None:
    assert (viewer.back.isEnabled(), viewer.forward.isEnabled()) == (False, True)
    qtbot.keyClick(viewer.view, Qt.Key.Key_End)
    assert (viewer.back.isEnabled(), viewer.forward.isEnabled()) == (True, False)


@pytest.mark.parametrize("size", [100, 200, 300])
def test_buttons_are_large_and_have_names(viewer: PageViewer, size: int) -> None:
    apply_look(viewer, Look(text_size=size))
    for button in (viewer.back, viewer.forward):
        assert min(button.width(), button.height()) >= 44
        assert button.accessibleName()


def test_the_place_is_told_to_screen_readers(viewer: PageViewer, qtbot: QtBot) -> None:
    qtbot.keyClick(viewer.view, Qt.Key.Key_PageDown)
    assert viewer.view.accessibleDescription() == viewer.place.text()
    assert viewer.view.accessibleName()


def test_without_pages_nothing_is_offered(qtbot: QtBot) -> None:
    viewer = PageViewer()
    qtbot.addWidget(viewer)
    assert viewer.place.text() == ""
    assert not viewer.back.isEnabled()
    assert not viewer.forward.isEnabled()
