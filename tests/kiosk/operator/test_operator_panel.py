from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QVBoxLayout, QWidget

from desktop.base.files import WriteError
from desktop.kiosk.operator.operator_facts import CheckedContact, OperatorFacts
from desktop.kiosk.operator.operator_panel import OperatorPanel
from desktop.kiosk.operator.removable import Stick
from desktop.kiosk.operator.tallies import TallyError, TallyRow
from desktop.kiosk.setup.check_result import CheckResult, CheckStatus
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.running.input_pipeline import InputStage
from tests.conftest import input_through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

TODAY = dt.date(2026, 3, 9)
FACTS = OperatorFacts(
    today=TODAY,
    version="0.1.0",
    pack_title="Work <b>and</b> rights",
    pack_id="work",
    pack_version=3,
    pack_created=dt.date(2026, 3, 1),
    up_seconds=90_000,
    restarts=2,
    contacts=(CheckedContact("Hotline", dt.date(2025, 1, 1)), CheckedContact("Police", TODAY)),
    tallies_on=True,
    tallies=(TallyRow(TODAY, "signs", "es", "<5"),),
    findings=(
        CheckResult(CheckStatus.OK, "PIN", "It is set."),
        CheckResult(CheckStatus.FAIL, "Blanking", "The screen goes dark.", "Run xset."),
    ),
)
STICK = Stick(Path("/media/KEYS"), "KEYS")


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Iterator[OperatorPanel]:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    panel = OperatorPanel(FACTS, lambda: (STICK,))
    column.addWidget(panel)
    apply_look(panel, Look("light", 150))
    window.resize(1024, 600)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield panel
    window.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def told(panel: OperatorPanel) -> str:
    texts = [text.text() for text in panel.findChildren(QLabel) if text.isVisible()]
    return "\n".join(QTextDocumentFragment.fromHtml(text).toPlainText() for text in texts)


def click(button: QWidget, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    "words",
    [
        "Program: 0.1.0",
        "Work <b>and</b> rights (work)",
        "Edition: 3",
        "March 1, 2026 (8 day(s) ago)",
        "1 day(s), 1 hour(s)",
        "Restarts after an error: 2",
        "Hotline: January 1, 2025",
        "signs · es · ",
        "Blanking",
        "Run xset.",
    ],
)
def test_it_tells_how_the_kiosk_is(panel: OperatorPanel, words: str) -> None:
    assert words in told(panel).replace("\n", " ")


def test_what_is_fine_is_not_told_at_length(panel: OperatorPanel) -> None:
    assert "Police" not in told(panel)
    assert "It is set." not in told(panel)


def test_trouble_is_told(panel: OperatorPanel) -> None:
    assert "cannot be written" not in told(panel)
    panel.show_facts(
        replace(
            FACTS,
            can_write=False,
            problems=("kiosk.toml, line 3: no such word.",),
            tally_error=TallyError.SET_ASIDE,
        )
    )
    warnings = [one.text() for one in panel.findChildren(QLabel, "operatorWarning")]
    for words in ("line 3", "cannot be written", "damaged"):
        assert any(words in warning for warning in warnings)


@pytest.mark.parametrize("trouble", TallyError)
def test_each_trouble_with_tallies_has_words(panel: OperatorPanel, trouble: TallyError) -> None:
    assert len(panel._tally_error_text(trouble)) > 40


def test_tallies_that_are_off_can_be_neither_saved_nor_cleared(
    panel: OperatorPanel, qtbot: QtBot
) -> None:
    panel.show_facts(replace(FACTS, tallies_on=False, tallies=()))
    qtbot.waitUntil(lambda: "Off." in told(panel))
    assert not panel.sticks.isVisible()
    assert not panel.clear_tallies.isVisible()


def test_no_result_is_shown_before_there_is_one(panel: OperatorPanel, qtbot: QtBot) -> None:
    panel.show_facts(replace(FACTS, findings=None))
    qtbot.waitUntil(lambda: "is being checked" in told(panel))
    assert "found nothing wrong" not in told(panel)


def test_back_to_the_kiosk(panel: OperatorPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closeRequested):
        click(panel.back, qtbot)


def test_the_exit_asks_first(panel: OperatorPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.exitRequested):
        click(panel.exit.action, qtbot)
    assert "comes back when you log out" in told(panel)
    with qtbot.waitSignal(panel.exitRequested):
        click(panel.exit.yes, qtbot)


def test_clearing_asks_first(panel: OperatorPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.clearTalliesRequested):
        click(panel.clear_tallies.action, qtbot)
    with qtbot.waitSignal(panel.clearTalliesRequested):
        click(panel.clear_tallies.yes, qtbot)


def test_tallies_go_to_the_stick_that_is_chosen(panel: OperatorPanel, qtbot: QtBot) -> None:
    click(panel.sticks.search, qtbot)
    with qtbot.waitSignal(panel.exportRequested) as asked:
        click(panel.sticks.sticks[0], qtbot)
    assert asked.args == [str(STICK.folder)]
    panel.show_outcome("tallies-2026-03-09.csv", None)
    assert "take the stick out" in told(panel)
    panel.show_outcome("tallies-2026-03-09.csv", WriteError.FULL)
    assert "full" in told(panel)


def test_the_screen_is_tested_over_the_whole_window(panel: OperatorPanel, qtbot: QtBot) -> None:
    click(panel.test, qtbot)
    test = panel._test
    assert test.isVisible()
    assert test.geometry() == panel.window().rect()
    panel.go_back()
    assert panel._test is None


def test_back_closes_the_panel(panel: OperatorPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closeRequested):
        panel.go_back()


def test_the_test_of_the_screen_ends_with_the_panel(panel: OperatorPanel, qtbot: QtBot) -> None:
    click(panel.test, qtbot)
    panel.hide()
    assert panel._test is None


def test_it_closes_itself_without_use(qtbot: QtBot) -> None:
    panel = OperatorPanel(FACTS, lambda: ())
    panel._idle.setInterval(50)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.closeRequested):
        panel.show()


def test_use_anywhere_begins_the_wait_anew(panel: OperatorPanel, qtbot: QtBot) -> None:
    panel._idle.stop()
    with input_through({InputStage.PANEL: panel.see}):
        click(panel.exit.action, qtbot)
    assert panel._idle.isActive()
    panel.hide()
    assert not panel._idle.isActive()


def test_every_button_has_a_name_and_room_for_a_finger(panel: OperatorPanel, qtbot: QtBot) -> None:
    click(panel.sticks.search, qtbot)
    click(panel.exit.action, qtbot)
    buttons = [one for one in panel.findChildren(QAbstractButton) if one.isVisible()]
    qtbot.waitUntil(lambda: all(one.height() >= 60 for one in buttons))
    assert all(one.accessibleName() for one in buttons)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in buttons)


@pytest.mark.parametrize("size", [150, 300])
@pytest.mark.parametrize("room", [(1024, 600), (768, 1024)])
def test_every_word_is_whole(
    panel: OperatorPanel, size: int, room: tuple[int, int], qtbot: QtBot
) -> None:
    panel.setStyleSheet(Look("light", size).style_sheet())
    apply_look(panel, Look("light", size))
    panel.window().resize(*room)
    qtbot.waitUntil(lambda: panel.size() == panel.window().size() and panel.width() == room[0])
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for text in panel.findChildren(QLabel):
        if text.isVisible():
            assert text.height() >= text.heightForWidth(text.width())
            left = text.mapTo(panel, QPoint(0, 0)).x()
            assert 0 <= left <= panel.width() - text.width()


def test_the_words_follow_the_language(panel: OperatorPanel, qapp: QApplication) -> None:
    before = panel.back
    qapp.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.back is not before
    assert panel.back.words == "Back to the kiosk"


def test_nothing_is_built_anew_for_a_visitor(panel: OperatorPanel, qapp: QApplication) -> None:
    before = panel.back
    panel.hide()
    qapp.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.back is before


def test_new_facts_keep_the_focus_and_the_place(panel: OperatorPanel, qtbot: QtBot) -> None:
    """The pre-flight is done seconds after the panel was opened."""
    bar = panel.area.verticalScrollBar()
    bar.setValue(120)
    panel.exit.action.setFocus()
    panel.show_facts(replace(FACTS, restarts=7))
    qtbot.waitUntil(lambda: "Restarts after an error: 7" in told(panel))
    assert panel.area.hasFocus()
    assert bar.value() > 0
