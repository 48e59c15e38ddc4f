from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.desk.about.licence_view import LicenceView
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.language import Translations


@pytest.fixture
def view(speaker: Translations, qtbot: QtBot) -> LicenceView:
    speaker.speak("en")
    view = LicenceView()
    qtbot.addWidget(view)
    apply_look(view, Look())
    view.resize(560, 400)
    view.show()
    view.activateWindow()
    view.show_licence("License of tea", "You may drink <b>it</b>.\n" * 200)
    qtbot.waitUntil(view.text.hasFocus)
    return view


def test_the_text_is_shown_as_it_is(view: LicenceView) -> None:
    assert view.text.toPlainText().startswith("License of tea\n\nYou may drink <b>it</b>.\n")
    assert view.text.accessibleName() == "License of tea"


def test_keys_move_through_it_and_change_nothing(view: LicenceView, qtbot: QtBot) -> None:
    before = view.text.toPlainText()
    qtbot.keyClicks(view.text, "mine")
    qtbot.keyClick(view.text, Qt.Key.Key_PageDown)
    assert view.text.verticalScrollBar().value() > 0
    assert view.text.toPlainText() == before
    assert not view.text.document().isUndoAvailable()


def test_tab_leads_out_of_it(view: LicenceView, qtbot: QtBot) -> None:
    qtbot.keyClick(view.text, Qt.Key.Key_Tab)
    assert not view.text.hasFocus()


def test_the_button_leads_back(view: LicenceView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.backRequested):
        qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)


def test_another_licence_begins_at_its_top(view: LicenceView) -> None:
    view.text.verticalScrollBar().setValue(900)
    view.show_licence("Another", "Short.\n" * 300)
    assert view.text.verticalScrollBar().value() == 0
