from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.desk.printing.page_viewer import PageViewer
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.language import Translations
    from desktop.ui.printing.page_layout import PageLayout


@pytest.fixture
def viewer(set_booklet: PageLayout, speaker: Translations, qtbot: QtBot) -> PageViewer:
    speaker.speak("en")
    viewer = PageViewer()
    qtbot.addWidget(viewer)
    apply_look(viewer, Look())
    viewer.resize(400, 500)
    with qtbot.waitExposed(viewer):
        viewer.show()
    viewer.show_setting(set_booklet)
    return viewer


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
