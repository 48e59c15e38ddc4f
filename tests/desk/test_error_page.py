from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.desk.error_page import ErrorPage
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.translations import Translations


def shown(page: ErrorPage, qtbot: QtBot, look: Look | None = None) -> ErrorPage:
    look = look or Look()
    qtbot.addWidget(page)
    page.setStyleSheet(look.style_sheet())
    apply_look(page, look)
    page.resize(400, 400)
    with qtbot.waitExposed(page):
        page.show()
    return page


def words(page: ErrorPage) -> str:
    return " ".join(text.text() for text in page.findChildren(WrappingLabel, "troubleText"))


def test_one_error_offers_to_start_again(qtbot: QtBot) -> None:
    page = shown(ErrorPage("/state"), qtbot)
    with qtbot.waitSignal(page.restartRequested):
        qtbot.mouseClick(page.end, Qt.MouseButton.LeftButton)


def test_two_errors_in_a_minute_offer_to_close_the_program(qtbot: QtBot) -> None:
    page = shown(ErrorPage("/state", again=True), qtbot)
    with (
        qtbot.assertNotEmitted(page.restartRequested),
        qtbot.waitSignal(page.quitRequested),
    ):
        qtbot.mouseClick(page.end, Qt.MouseButton.LeftButton)


def test_one_can_go_on_by_keyboard(qtbot: QtBot) -> None:
    page = shown(ErrorPage(), qtbot)
    page.go_on.setFocus()
    with qtbot.waitSignal(page.closeRequested):
        qtbot.keyClick(page.go_on, Qt.Key.Key_Space)


def test_it_tells_where_the_note_is(qtbot: QtBot) -> None:
    assert "/a &lt;b&gt; %1" in words(shown(ErrorPage("/a <b> %1"), qtbot))
    assert "No note" in words(shown(ErrorPage(), qtbot))


def test_the_tab_key_reaches_both_buttons(qtbot: QtBot) -> None:
    page = shown(ErrorPage(), qtbot)
    chain, part = [], page.area.nextInFocusChain()
    while part is not page.area:
        chain.append(part)
        part = part.nextInFocusChain()
    assert [part for part in chain if part in (page.go_on, page.end)] == [page.go_on, page.end]


@pytest.mark.parametrize("size", [100, 200, 300])
@pytest.mark.parametrize("again", [False, True])
def test_everything_fits_or_scrolls(size: int, again: bool, qtbot: QtBot) -> None:
    page = shown(ErrorPage("/state", again=again), qtbot, Look("light", size))
    parts: list[QWidget] = [page.go_on, page.end, *page.findChildren(WrappingLabel)]
    for part in parts:
        left = part.mapTo(page, QPoint(0, 0)).x()
        assert 0 <= left < left + part.width() <= page.width()
        assert part.height() >= part.heightForWidth(part.width())
    assert min(page.go_on.height(), page.end.height()) >= 44


def test_the_words_follow_the_language(speaker: Translations, qtbot: QtBot) -> None:
    """With the focus inside, which must not be lost."""
    page = shown(ErrorPage("/state"), qtbot)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.end.setFocus()
    before = page.end
    speaker.install("es")
    qtbot.waitUntil(lambda: page.end is not before)
    assert page.isAncestorOf(page.focusWidget())
    with qtbot.waitSignal(page.restartRequested):
        qtbot.mouseClick(page.end, Qt.MouseButton.LeftButton)


def test_its_title_has_words(qtbot: QtBot) -> None:
    assert shown(ErrorPage(), qtbot).title()
