from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.kiosk.screens.screen_with_actions import VisitorAction
from desktop.kiosk.visit.navigation import HOME_LOCATION, VisitLocation, VisitScreen
from desktop.ui.leaving.cleanup_registry import NotForgotten
from tests.conftest import WindowsSeen
from tests.kiosk.conftest import texts
from tests.text_fields import unregistered_text_fields

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.kiosk.shell import Shell
    from desktop.search.engine import SearchEngine
    from desktop.search.results import Results
    from tests.kiosk.conftest import Clock, MakeShell

LEFT = Qt.MouseButton.LeftButton


def click(qtbot: QtBot, shell: Shell, name: str) -> None:
    found = [w for w in shell.findChildren(QWidget, name) if w.isVisible()]
    qtbot.mouseClick(found[0], LEFT)


def visit(qtbot: QtBot, shell: Shell, query: str = "signs") -> None:
    """Come, search, and read the best answer."""
    click(qtbot, shell, "attractStart")
    qtbot.keyClicks(shell.home.box.edit, query)
    qtbot.keyClick(shell.home.box.edit, Qt.Key.Key_Return)


def test_it_begins_on_the_attract_screen(shell: Shell) -> None:
    assert shell.is_resting
    assert "rights" not in texts(shell)


@pytest.mark.parametrize(
    ("button", "title"),
    [("attractStart", "Work and rights"), ("attractStartOther", "Trabajo y derechos")],
)
def test_a_language_button_begins_a_visit_in_it(
    shell: Shell, qtbot: QtBot, button: str, title: str
) -> None:
    click(qtbot, shell, button)
    assert title in texts(shell.header)


def test_a_touch_beside_the_buttons_begins_in_the_operators_language(
    make_shell: MakeShell, qtbot: QtBot
) -> None:
    shell = make_shell(language="es")
    qtbot.mouseClick(shell.attract, LEFT)
    assert "Trabajo y derechos" in texts(shell.header)


def test_what_is_typed_is_found_and_read(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell)
    assert "Someone else holds the papers" in texts(shell.answer)


def test_a_spanish_query_is_answered_in_spanish(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell, "cuales son las senales")
    assert "Otra persona guarda los papeles" in texts(shell.answer)


def test_back_leads_to_the_results_and_to_the_tiles(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell)
    click(qtbot, shell, "actionBack")
    assert shell.home.isVisible()
    assert shell.home.box.edit.text() == "signs"
    click(qtbot, shell, "clear")
    assert shell.home.tiles.isVisible()


def test_a_tile_leads_to_its_questions_and_on_to_an_answer(shell: Shell, qtbot: QtBot) -> None:
    click(qtbot, shell, "attractStart")
    click(qtbot, shell, "topicTile")
    click(qtbot, shell, "topicEntry")
    assert "Someone else holds the papers" in texts(shell.answer)


def test_help_comes_first(shell: Shell, qtbot: QtBot) -> None:
    click(qtbot, shell, "attractStart")
    click(qtbot, shell, "helpTile")
    assert "505-555-0100" in texts(shell.help_now)


@pytest.mark.parametrize("action", [VisitorAction.QR_CODE, VisitorAction.LEARN])
def test_what_can_be_taken_along_opens_and_closes(
    shell: Shell, qtbot: QtBot, action: VisitorAction
) -> None:
    visit(qtbot, shell)
    click(qtbot, shell, f"action{action.name.title()}")
    assert shell.sheet.isVisible()
    click(qtbot, shell, "sheetClose")
    assert shell.answer.isVisible()


def test_without_printer_and_voice_neither_is_offered(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell)
    assert not shell.findChildren(QWidget, "actionPrint") + shell.findChildren(
        QWidget, "actionListen"
    )


def test_the_language_changes_and_the_answer_stays(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell)
    click(qtbot, shell, "languageLast")
    assert "Otra persona guarda los papeles" in texts(shell.answer)


def test_leaving_shows_the_attract_screen_and_nothing_of_the_visit(
    shell: Shell, qtbot: QtBot
) -> None:
    visit(qtbot, shell)
    with qtbot.waitSignal(shell.visitForgotten):
        click(qtbot, shell, "leave")
    assert shell.is_resting
    click(qtbot, shell, "attractStart")
    assert shell.home.tiles.isVisible()
    assert not shell.home.box.edit.text()


def test_three_shifts_leave(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell)
    for _ in range(3):
        qtbot.keyClick(shell.windowHandle(), Qt.Key.Key_Shift)
    assert shell.is_resting


def test_nobody_there_is_asked_after_and_then_everything_goes(
    shell: Shell, qtbot: QtBot, clock: Clock
) -> None:
    visit(qtbot, shell)
    clock.now += 95
    qtbot.waitUntil(shell.warning.isVisible)
    assert "Someone else holds the papers" in texts(shell.answer)
    clock.now += 20
    qtbot.waitUntil(lambda: shell.is_resting)


def test_any_touch_takes_the_warning_back(shell: Shell, qtbot: QtBot, clock: Clock) -> None:
    visit(qtbot, shell)
    clock.now += 95
    qtbot.waitUntil(shell.warning.isVisible)
    qtbot.mouseClick(shell.answer, LEFT)
    assert not shell.warning.isVisible()
    assert shell.answer.isVisible()


def test_on_the_attract_screen_no_time_runs(shell: Shell, qtbot: QtBot, clock: Clock) -> None:
    clock.now += 1e6
    shell.idle.update()
    assert shell.is_resting
    assert not shell.warning.isVisible()


def test_the_curtain_hides_and_gives_back(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell)
    click(qtbot, shell, "curtain")
    assert "papers" not in texts(shell)
    click(qtbot, shell, "curtainOpen")
    assert shell.answer.isVisible()


def test_a_visit_that_ends_behind_the_curtain_ends(
    shell: Shell, qtbot: QtBot, clock: Clock
) -> None:
    visit(qtbot, shell)
    click(qtbot, shell, "curtain")
    clock.now += 200
    qtbot.waitUntil(lambda: shell.is_resting)


def test_text_size_and_colors_are_the_next_visitors_again(shell: Shell, qtbot: QtBot) -> None:
    first = shell.home.styleSheet(), shell.home._look
    click(qtbot, shell, "attractStart")
    click(qtbot, shell, "larger")
    click(qtbot, shell, "theme")
    assert shell.home._look != first[1]
    shell.leave()
    assert shell.home._look == first[1]


def test_no_wiper_fails(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell)
    shell.traces.run()


def test_while_a_visit_is_forgotten_nothing_is_searched_or_shown(
    shell: Shell, engine: SearchEngine, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def search(text: str, lang: str) -> Results:
        asked.append(text)
        return engine.search(text, lang=lang)

    shell.set_search(search)
    visit(qtbot, shell)
    click(qtbot, shell, "actionLearn")
    asked.clear()
    shown: list[int] = []
    shell.stage.currentChanged.connect(shown.append)
    with qtbot.assertNotEmitted(shell.sheet.closed):
        shell.leave()
    assert not asked
    assert shown == [shell.stage.indexOf(shell.home)]
    assert not shell.header.home.isEnabled()


def test_every_text_field_is_wiped(shell: Shell) -> None:
    assert unregistered_text_fields(shell) == []


def test_nothing_of_a_visit_can_be_undone(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell, "marker")
    shell.leave()
    for edit in shell.findChildren(QLineEdit):
        edit.undo()
        edit.redo()
        assert not edit.text()


def test_nothing_stays_on_the_clipboard(shell: Shell, qtbot: QtBot) -> None:
    click(qtbot, shell, "attractStart")
    qtbot.keyClicks(shell.home.box.edit, "marker")
    shell.home.box.edit.selectAll()
    shell.home.box.edit.copy()
    shell.leave()
    assert "marker" not in QGuiApplication.clipboard().text()


def test_no_picture_that_was_drawn_stays(shell: Shell, qtbot: QtBot) -> None:
    """Qt keeps what labels drew, although the labels are gone: a QR code tells what was read."""
    visit(qtbot, shell)
    QPixmapCache.insert("code", QPixmap(300, 300))
    shell.leave()
    assert not QPixmapCache.find("code", QPixmap())


def test_a_query_before_the_index_is_ready_waits(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    found, shell._search = shell._search, None
    click(qtbot, shell, "attractStart")
    qtbot.keyClicks(shell.home.box.edit, "signs")
    assert "getting ready" in texts(shell.home)
    assert found is not None
    shell.set_search(found)
    assert shell.home.results.hits.rowCount()


def test_opened_entries_are_told_for_the_tallies(shell: Shell, qtbot: QtBot) -> None:
    click(qtbot, shell, "attractStart")
    with qtbot.waitSignal(shell.entryOpened) as opened:
        shell.way.go(VisitLocation(VisitScreen.ANSWER, "pay"))
    assert opened.args == ["pay", "en"]
    shell.way.go(HOME_LOCATION)


def test_the_window_bears_the_discreet_name(make_shell: MakeShell) -> None:
    assert make_shell(name="Help desk").windowTitle() == "Help desk"


def test_the_next_visit_does_not_show_what_was_touched_last(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell)
    first = shell.focusWidget()
    click(qtbot, shell, "actionLearn")
    click(qtbot, shell, "sheetClose")
    assert shell.focusWidget() is not first
    shell.leave()
    visit(qtbot, shell)
    assert shell.focusWidget() is first


def test_the_next_visit_does_not_show_where_the_pointer_was_last(
    shell: Shell, qtbot: QtBot
) -> None:
    visit(qtbot, shell)
    at = QPointF(5, 5)
    QApplication.sendEvent(shell.header.theme, QEnterEvent(at, at, at))
    assert shell.header.theme.underMouse()
    shell.leave()
    assert not shell.header.theme.underMouse()


def test_a_screen_reader_can_stay_too(shell: Shell, qtbot: QtBot, clock: Clock) -> None:
    visit(qtbot, shell)
    clock.now += 95
    qtbot.waitUntil(shell.warning.isVisible)
    shell.warning.stay.click()  # no event of a hand
    assert not shell.warning.isVisible()


def test_the_warning_is_seen_below_the_curtain(shell: Shell, qtbot: QtBot, clock: Clock) -> None:
    visit(qtbot, shell)
    click(qtbot, shell, "curtain")
    clock.now += 95
    qtbot.waitUntil(shell.warning.isVisible)
    click(qtbot, shell, "stay")
    assert not shell.warning.isVisible()
    assert shell.curtain.isVisible()


def test_those_a_help_card_names_are_shown_first(shell: Shell, qtbot: QtBot) -> None:
    click(qtbot, shell, "attractStart")
    shell.home.results.help_card.tapped.emit(("hotline",))
    assert texts(shell.help_now).index("505-555-0100") < texts(shell.help_now).index("911")
    shell.leave()
    click(qtbot, shell, "attractStart")
    click(qtbot, shell, "helpTile")
    assert texts(shell.help_now).index("911") < texts(shell.help_now).index("505-555-0100")


def test_what_cannot_be_forgotten_is_an_error(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell)

    def fail() -> None:
        raise ValueError("marker")

    shell.traces.register({"stubborn": fail})
    with pytest.raises(NotForgotten, match=r"^not forgotten: stubborn$"):
        shell.leave()
    assert shell.is_resting


def test_back_goes_one_step_at_a_time_and_ends_on_an_empty_start_page(
    shell: Shell, qtbot: QtBot
) -> None:
    visit(qtbot, shell)
    click(qtbot, shell, "actionLearn")
    shell.go_back()
    assert shell.answer.isVisible()
    shell.go_back()
    assert shell.home.box.edit.text() == "signs"
    shell.go_back()
    assert not shell.home.box.edit.text()
    shell.go_back()
    assert shell.home.tiles.isVisible()


def test_behind_the_curtain_there_is_no_way_back(shell: Shell, qtbot: QtBot) -> None:
    visit(qtbot, shell)
    click(qtbot, shell, "curtain")
    shell.go_back()
    click(qtbot, shell, "curtainOpen")
    assert shell.answer.isVisible()


def test_no_part_is_ever_a_window_of_its_own(make_shell: MakeShell, qapp: QApplication) -> None:
    seen = WindowsSeen(qapp)
    make_shell()
    assert seen.names == ["Shell"]


def margins(shell: Shell) -> int:
    return shell.header.layout().contentsMargins().top()


def test_on_a_low_screen_the_header_makes_room(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shell.begin("")
    before = margins(shell)
    shell.resize(1280, 300)
    qtbot.waitUntil(lambda: margins(shell) < before)
    shell.resize(1280, 800)
    qtbot.waitUntil(lambda: margins(shell) == before)


def test_the_keyboard_takes_room_and_gives_it_back(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell(text_size=150)
    shell.begin("")
    before = margins(shell)
    shell.keyboard.show()
    qtbot.waitUntil(lambda: margins(shell) < before)
    shell.keyboard.hide()
    qtbot.waitUntil(lambda: margins(shell) == before)
