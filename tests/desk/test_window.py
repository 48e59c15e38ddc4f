from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QPalette,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QToolButton, QWidget

from desktop.desk.actions import Action
from desktop.desk.settings import BACKGROUND, LANGUAGE, TEXT_SIZE, TEXT_SIZES
from desktop.ui.look.theme import BODY_PX, FONT_FAMILY, THEMES, Look
from desktop.ui.speech.voices import SpeechEngine, Voice
from desktop.ui.widgets.wrapping import WrappingButton, WrappingLabel
from tests.conftest import WindowsSeen, our_calls

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from desktop.desk.window import Window
    from desktop.pack.model import Pack
    from desktop.ui.look.translations import Translations
    from tests.conftest import MakeWindow, Press

Left = Qt.MouseButton.LeftButton
NOWHERE = "xqxqx"  # no word of the pack is near it


def click(window: Window, index: QModelIndex, qtbot: QtBot) -> None:
    view = window.search.tree if index.model() is window.search.topics else window.search.list
    qtbot.waitUntil(lambda: view.visualRect(index).isValid())
    qtbot.mouseClick(view.viewport(), Left, pos=view.visualRect(index).center())


def type_in(window: Window, text: str, qtbot: QtBot) -> None:
    """Types as a hand does; QTest knows no key for letters like "ñ", which are committed."""
    for letter in text:
        if letter.isascii():
            qtbot.keyClicks(window.search.box.edit, letter)
        else:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            QApplication.sendEvent(window.search.box.edit, event)


def offers(window: Window, qtbot: QtBot) -> dict[str, WrappingButton]:
    """The buttons shown where nothing was found, by their words."""
    qtbot.waitUntil(
        lambda: any(b.isVisible() for b in window.search.nothing.findChildren(WrappingButton))
    )
    buttons = window.search.nothing.findChildren(WrappingButton)
    return {b.accessibleName(): b for b in buttons if b.isVisible()}


def shift(window: Window, times: int) -> None:
    """Presses Shift as the window system tells of it."""
    for _ in range(times):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)


# -- search


def test_results_take_the_place_of_the_tree(window: Window, qtbot: QtBot) -> None:
    type_in(window, "sig", qtbot)
    assert window.search.list.isVisible()
    assert not window.search.tree.isVisible()
    assert window.search.hits.index(0, 0).data() == "What are the signs?"


def test_escape_brings_the_tree_back_as_it_was(window: Window, qtbot: QtBot, press: Press) -> None:
    tree, topics = window.search.tree, window.search.topics
    tree.collapse(topics.index_of_topic("getting-help"))
    tree.expand(topics.index_of_topic("knowing"))
    type_in(window, "sig", qtbot)
    press("Esc")
    assert tree.isVisible()
    assert not tree.isExpanded(topics.index_of_topic("getting-help"))
    assert tree.isExpanded(topics.index_of_topic("knowing"))


def test_down_and_enter_open_and_focus_the_answer(
    window: Window, qtbot: QtBot, press: Press
) -> None:
    type_in(window, "problem wages", qtbot)
    second = window.search.hits.index(1, 0)
    press("Down")
    press("Return")
    assert window.answer.entry_id
    assert window.answer.area.accessibleName() == second.data()
    assert window.answer.area.hasFocus()


def test_a_pause_in_typing_shows_the_best_answer(window: Window, qtbot: QtBot) -> None:
    type_in(window, "sig", qtbot)
    qtbot.waitUntil(lambda: window.answer.entry_id == "signs")
    assert window.search.box.edit.hasFocus()


def test_a_slash_in_the_box_is_text(window: Window, qtbot: QtBot) -> None:
    type_in(window, "and/or", qtbot)
    assert window.search.box.edit.text() == "and/or"


@pytest.mark.parametrize("keys", ["Ctrl+K", "/"])
def test_keys_lead_to_the_search(window: Window, press: Press, keys: str) -> None:
    window.answer.take_focus()
    press(keys)
    assert window.search.box.edit.hasFocus()
    assert window.search.box.edit.text() == ""


def test_urgent_words_show_the_help_card(window: Window, qtbot: QtBot) -> None:
    type_in(window, "help me", qtbot)
    assert window.search.help_card.isVisible()
    window.search.box.edit.clear()
    assert not window.search.help_card.isVisible()


def test_spanish_words_find_spanish_answers(window: Window, qtbot: QtBot, press: Press) -> None:
    type_in(window, "señales", qtbot)
    assert window.search.hits.index(0, 0).data() == "¿Cuáles son las señales?"
    press("Return")
    assert window.answer.area.accessibleName() == "¿Cuáles son las señales?"
    assert window.search.topics.index(0, 0).data() == "Cómo recibir ayuda"


def test_a_preview_never_switches_the_language(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.search.entryPreviewed):
        type_in(window, "señales", qtbot)
    assert window.search.topics.index(0, 0).data() == "Getting help"


def test_nothing_found_shows_topics(window: Window, qtbot: QtBot) -> None:
    type_in(window, NOWHERE, qtbot)
    qtbot.mouseClick(offers(window, qtbot)["How it was"], Left)
    assert window.search.tree.isVisible()
    assert window.search.tree.currentIndex().data() == "How it was"


def test_a_query_typed_before_the_index_is_built_runs_then(window: Window, qtbot: QtBot) -> None:
    search = window._search
    assert search is not None
    window._search = None
    type_in(window, "sig", qtbot)
    count = window.search.findChild(QLabel, "countLine")
    assert count is not None
    assert count.isVisible()
    assert count.text() == "The search is getting ready…"
    assert window.search.tree.isVisible()
    window.set_search(search)
    assert window.search.list.isVisible()
    assert count.text() == "2 answers"


def test_a_very_long_paste_is_fine(window: Window, press: Press) -> None:
    QGuiApplication.clipboard().setText("signs " * 20_000)
    press("Ctrl+V")
    assert window.search.box.edit.text().startswith("signs signs")
    assert window.search.list.isVisible()


@pytest.mark.parametrize(
    "text",
    ["\x00\x01\x07sig", "\u202egis", "\u200f\u2067علامات\u2069", "\ud800", "😀" * 150, "a\n\tb"],
)
def test_strange_characters_are_fine(window: Window, text: str) -> None:
    window.search.set_query(text)
    assert not window.search.tree.isVisible() or not window.search.box.edit.text().strip()


@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.text(max_size=40))
def test_any_text_shows_something(window: Window, text: str) -> None:
    window.search.set_query(text)
    pages = (window.search.tree, window.search.list, window.search.nothing)
    assert sum(page.isVisible() for page in pages) == 1


# -- reading


def test_a_click_in_the_tree_opens_the_answer(window: Window, qtbot: QtBot) -> None:
    click(window, window.search.topics.index_of_entry("services"), qtbot)
    assert window.answer.entry_id == "services"


def test_a_click_on_a_hit_opens_the_answer(window: Window, qtbot: QtBot) -> None:
    type_in(window, "sig", qtbot)
    click(window, window.search.hits.index(0, 0), qtbot)
    assert window.answer.entry_id == "signs"
    assert window.answer.area.hasFocus()


def test_back_and_forward(window: Window, press: Press) -> None:
    for entry_id in ("signs", "services", "pay"):
        window.open_entry(entry_id)
    press("Alt+Left")
    press("Alt+Left")
    assert window.answer.entry_id == "signs"
    press("Alt+Right")
    assert window.answer.entry_id == "services"
    assert window.search.tree.currentIndex().data() == "Where is a safe bed?"


def test_back_at_the_start_does_nothing(window: Window, press: Press) -> None:
    press("Alt+Left")
    window.open_entry("signs")
    press("Alt+Left")
    assert window.answer.entry_id == "signs"
    assert not button(window, "back").isEnabled()


def test_back_leads_from_a_preview_to_what_was_opened(
    window: Window, qtbot: QtBot, press: Press
) -> None:
    window.open_entry("pay")
    window.search.take_focus()
    type_in(window, "sig", qtbot)
    qtbot.waitUntil(lambda: window.answer.entry_id == "signs")
    press("Alt+Left")
    assert window.answer.entry_id == "pay"


def test_an_unknown_entry_is_not_opened(window: Window) -> None:
    window.open_entry("signs")
    window.open_entry("nowhere")
    assert window.answer.entry_id == "signs"
    assert not window._history.can_go_back


def test_copying(window: Window, press: Press) -> None:
    window.open_entry("services")
    press("Ctrl+Shift+C")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("Where is a safe bed?\n\nTwo shelters are free.")
    assert "<h1>Where is a safe bed?</h1>" in data.html()


def test_a_related_question_is_followed(window: Window, qtbot: QtBot) -> None:
    window.open_entry("signs")
    related = window.answer.findChildren(WrappingButton)[0]
    qtbot.waitUntil(related.isVisible)
    qtbot.mouseClick(related, Left)
    assert window.answer.entry_id == "pay"
    assert button(window, "back").isEnabled()


# -- language and look


def button(window: Window, name: str) -> QToolButton:
    found = window.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


def test_another_language_keeps_entry_and_query(window: Window, qtbot: QtBot, press: Press) -> None:
    type_in(window, "sig", qtbot)
    qtbot.waitUntil(lambda: window.answer.entry_id == "signs")
    press("Ctrl+L")
    assert window.search.box.edit.text() == "sig"
    assert window.answer.entry_id == "signs"
    assert window.answer.area.accessibleName() == "¿Cuáles son las señales?"
    qtbot.waitUntil(lambda: button(window, "leave").text().strip() == "Salir rápido")
    press("Ctrl+L")
    qtbot.waitUntil(lambda: button(window, "leave").text().strip() == "Leave quickly")


def test_the_language_button_switches(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseClick(button(window, "languageLast"), Left)
    assert window.search.topics.index(0, 0).data() == "Cómo recibir ayuda"
    assert button(window, "languageLast").isChecked()


def test_text_size_by_key(window: Window, press: Press) -> None:
    box = window.search.box.edit
    normal = box.font().pixelSize()
    press("Ctrl++")
    larger = box.font().pixelSize()
    press("Ctrl+-")
    press("Ctrl+-")
    smaller = box.font().pixelSize()
    press("Ctrl+0")
    assert smaller < normal < larger
    assert box.font().pixelSize() == normal


@pytest.mark.parametrize(("keys", "end"), [("Ctrl++", TEXT_SIZES[-1]), ("Ctrl+-", TEXT_SIZES[0])])
def test_text_size_has_its_ends(window: Window, press: Press, keys: str, end: int) -> None:
    for _ in TEXT_SIZES:
        press(keys)
    assert window._look.text_size == end


def test_the_theme_goes_round(window: Window, press: Press) -> None:
    seen = [window.palette().window().color().name()]
    for _ in THEMES:
        press("Ctrl+T")
        seen.append(window.palette().window().color().name())
    assert seen[0] == seen[-1]
    assert len(set(seen)) == len(THEMES)


def test_full_screen_and_back(window: Window, press: Press, qtbot: QtBot) -> None:
    press("F11")
    qtbot.waitUntil(window.isFullScreen)
    press("F11")
    qtbot.waitUntil(lambda: not window.isFullScreen())


def test_a_hit_in_another_language_is_not_remembered(
    window: Window, store: QSettings, qtbot: QtBot, press: Press
) -> None:
    type_in(window, "señales", qtbot)
    press("Return")
    assert window.language.lang == "es"
    assert LANGUAGE.read(store) == ""


def test_a_search_that_failed_is_not_waited_for(window: Window, qtbot: QtBot) -> None:
    window._search = None
    type_in(window, "si", qtbot)
    count = window.search.findChild(QLabel, "countLine")
    assert count is not None
    assert count.isVisible()
    assert "getting ready" in count.text()
    window.show_search_failed("OSError")
    assert not count.isVisible()
    type_in(window, "g", qtbot)
    assert not count.isVisible()


def test_without_search_everything_else_works(window: Window, qtbot: QtBot) -> None:
    window.show_search_failed("OSError")
    assert window.notice.isVisible()
    click(window, window.search.topics.index_of_entry("services"), qtbot)
    assert window.answer.entry_id == "services"


# -- leaving


def test_leaving_hides_and_clears(window: Window, qtbot: QtBot) -> None:
    window.open_entry("signs")
    window.open_entry("pay")
    type_in(window, "sig", qtbot)
    with qtbot.waitSignal(window.leaveRequested):
        qtbot.mouseClick(button(window, "leave"), Left)
    assert not window.isVisible()
    assert window.search.box.edit.text() == ""
    assert not window._history.can_go_back


def test_shift_three_times_leaves(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.leaveRequested):
        shift(window, 3)
    assert not window.isVisible()


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing")  # offscreen only
def test_an_open_menu_does_not_swallow_the_keys(window: Window, qtbot: QtBot) -> None:
    window.header.menu.popup(window.pos())
    qtbot.waitUntil(window.header.menu.isVisible)
    with qtbot.waitSignal(window.leaveRequested):
        for _ in range(3):
            QTest.keyClick(window.header.menu.windowHandle(), Qt.Key.Key_Shift)
    assert not window.header.menu.isVisible()


def test_capitals_do_not_leave(window: Window, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.leaveRequested):
        for _ in range(5):
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert window.isVisible()


def test_leaving_clears_an_answer_that_a_clipboard_manager_took_over(
    window: Window, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_entry("signs")
    press("Ctrl+Shift+C")
    clipboard = QGuiApplication.clipboard()
    monkeypatch.setattr(clipboard, "ownsClipboard", lambda: False)
    window.leaving.leave()
    assert clipboard.text() == ""


def test_leaving_keeps_a_picture_of_somebody_else(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(QImage(1, 1, QImage.Format.Format_RGB32))
    monkeypatch.setattr(clipboard, "ownsClipboard", lambda: False)
    window.leaving.leave()
    assert clipboard.mimeData().hasImage()


# -- what is remembered


def test_look_and_language_are_remembered(make_window: MakeWindow, store: QSettings) -> None:
    first = make_window()
    first.language.choose("es")
    first.looks.choose("dark")
    first.looks.set_size(150)
    first.close()
    second = make_window()
    assert (second.language.lang, second._look) == ("es", Look("dark", 150))


def test_the_size_is_remembered(make_window: MakeWindow) -> None:
    first = make_window()
    first.resize(700, 550)
    first.frame.splitter.setSizes([350, 350])
    first.close()
    second = make_window()
    assert (second.width(), second.height()) == (700, 550)
    assert second.frame.splitter.sizes() == first.frame.splitter.sizes()


def test_nothing_read_or_typed_is_remembered(
    window: Window, store: QSettings, qtbot: QtBot
) -> None:
    type_in(window, "signs", qtbot)
    window.open_entry("signs")
    window.close()
    store.sync()
    assert {key.partition("/")[0] for key in store.allKeys()} <= {"view", "window"}
    assert "signs" not in "".join(str(store.value(key)) for key in store.allKeys())


@pytest.mark.parametrize("lang", ["fr", "", "../x"])
def test_a_language_that_the_pack_lacks_gives_the_first(
    pack: Pack, store: QSettings, speaker: Translations, make_window: MakeWindow, lang: str
) -> None:
    store.setValue("view/language", lang)
    assert make_window().language.lang == "en"


def test_a_damaged_geometry_is_no_error(make_window: MakeWindow, store: QSettings) -> None:
    store.setValue("window/geometry", b"\0\1nonsense")
    store.setValue("window/splitter", b"nonsense")
    assert make_window().isVisible()


# -- everybody can use it


def focusable(window: Window) -> list[QWidget]:
    widgets = window.findChildren(QWidget)
    return [w for w in widgets if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("query", ["", "sig", NOWHERE])
def test_whatever_takes_focus_has_a_name(
    window: Window, qtbot: QtBot, lang: str, query: str
) -> None:
    window.language.choose(lang)
    window.open_entry("services")
    type_in(window, query, qtbot)
    for widget in focusable(window):
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert name.strip(), (widget, widget.objectName())


@pytest.mark.parametrize(
    ("query", "entry", "stops"),
    [
        ("", "signs", {"Topics", "What are the signs?", "Who owes me wages?", "Copy this answer"}),
        ("sig", "services", {"Search results", "Clear the search", "See the signs, "}),
        (NOWHERE, "pay", {"How it was"}),
    ],
)
def test_tab_reaches_everything_and_comes_round(
    window: Window, qtbot: QtBot, query: str, entry: str, stops: set[str]
) -> None:
    window.resize(1280, 800)
    window.open_entry(entry)
    type_in(window, query, qtbot)
    if query == NOWHERE:
        offers(window, qtbot)
    start = QApplication.focusWidget()
    assert start is window.search.box.edit
    seen = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        seen.append(QAccessible.queryAccessibleInterface(at).text(QAccessible.Text.Name))
        if at is start:
            break
    assert QApplication.focusWidget() is start
    header = {"English", "Español", "Larger text", "Change the colors", "Menu"}
    missing = [stop for stop in stops | header if not any(s.startswith(stop) for s in seen)]
    assert not missing
    assert any("Leave quickly" in stop for stop in seen)


def cut_off(page: QWidget) -> list[str]:
    """Words of plain texts that are wider than the room their text has."""
    texts = [text for text in page.findChildren(WrappingLabel) if text.isVisible()]
    return [
        word
        for text in texts
        if text.textFormat() == Qt.TextFormat.PlainText
        for word in text.text().split()
        if text.fontMetrics().horizontalAdvance(word) > text.width()
    ]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("size", [100, 200, 300])
@pytest.mark.parametrize("entry", ["", "signs", "services", "tags"])
def test_an_answer_is_never_cut_off_at_the_side(
    make_window: MakeWindow, store: QSettings, qtbot: QtBot, lang: str, size: int, entry: str
) -> None:
    TEXT_SIZE.write(store, size)
    LANGUAGE.write(store, lang)
    window = make_window()
    window.resize(1024, 600)
    window.open_entry(entry)
    qtbot.waitUntil(lambda: window.width() == 1024)
    page, room = window.answer.area.widget(), window.answer.area.viewport()
    assert page is not None
    qtbot.waitUntil(lambda: page.width() == room.width())
    assert page.minimumSizeHint().width() <= room.width()
    if size <= 200:
        assert not cut_off(page)


def test_a_narrower_window_takes_room_from_both_sides(
    make_window: MakeWindow, store: QSettings, qtbot: QtBot
) -> None:
    TEXT_SIZE.write(store, 200)
    window = make_window()
    window.resize(1600, 800)
    window.frame.splitter.setSizes([1000, 600])
    window.open_entry("signs")
    window.resize(1024, 600)
    page = window.answer.area.widget()
    assert page is not None
    qtbot.waitUntil(lambda: window.frame.splitter.width() == 1024)
    qtbot.waitUntil(lambda: page.width() == window.answer.area.viewport().width())
    assert not cut_off(page)


@pytest.mark.parametrize("size", [100, 200])
def test_the_window_fits_a_small_screen(window: Window, qtbot: QtBot, size: int) -> None:
    window.looks.set_size(size)
    window.resize(1024, 600)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == (1024, 600))
    assert window.minimumSizeHint().width() <= 1024


def test_a_notice_stands_below_the_header(window: Window) -> None:
    window.notice.show_text("a.json is broken")
    assert window.notice.isVisible()
    assert "a.json is broken" in [label.text() for label in window.notice.findChildren(QLabel)]


def test_closing_by_key(window: Window, press: Press) -> None:
    press("Ctrl+Q")
    assert not window.isVisible()


def test_every_word_is_in_the_bundled_font_at_the_chosen_size(window: Window) -> None:
    labels = window.findChildren(QLabel)
    assert {label.font().family() for label in labels} == {FONT_FAMILY}
    lines = [label for label in labels if "Nothing you type" in label.text()]
    assert [label.font().pixelSize() for label in lines] == [BODY_PX]


def test_words_are_found_in_the_answer(window: Window, qtbot: QtBot, press: Press) -> None:
    window.open_entry("law-book")
    press("Ctrl+F")
    bar = window.answer.find_bar
    assert bar.edit.hasFocus()
    qtbot.keyClicks(bar.edit, "LABOR")
    count = bar.findChild(QLabel, "countLine")
    assert count is not None
    total = count.text().rpartition(" ")[2]
    assert count.text() == f"1 of {total}"
    for _ in range(20):
        press("Return")
    assert count.text() == f"21 of {total}"
    assert window.answer.area.verticalScrollBar().value() > 0
    marked = [label.selectedText() for label in window.answer.findChildren(WrappingLabel)]
    assert [words for words in marked if words] == ["labor"]
    press("Esc")
    assert bar.isHidden()
    assert not any(label.selectedText() for label in window.answer.findChildren(WrappingLabel))


def test_another_answer_is_searched_for_the_same_words(
    window: Window, qtbot: QtBot, press: Press
) -> None:
    window.open_entry("law-book")
    press("Ctrl+F")
    qtbot.keyClicks(window.answer.find_bar.edit, "hour")
    count = window.answer.find_bar.findChild(QLabel, "countLine")
    assert count is not None
    assert count.text() == "not found"
    window.open_entry("pay")
    assert count.text() == "1 of 1"


def test_leaving_forgets_the_words_looked_for(window: Window, qtbot: QtBot, press: Press) -> None:
    window.open_entry("law-book")
    press("Ctrl+F")
    qtbot.keyClicks(window.answer.find_bar.edit, "secret")
    window.leaving.leave()
    assert window.answer.find_bar.edit.text() == ""
    assert not window.answer.find_bar.edit.isUndoAvailable()


@pytest.mark.parametrize("theme", THEMES)
def test_an_invitation_to_type_is_no_fainter_than_quiet_text(window: Window, theme: str) -> None:
    window.looks.choose(theme)
    for field in (window.search.box.edit, window.answer.find_bar.edit):
        colour = field.palette().color(QPalette.ColorRole.PlaceholderText)
        assert colour == QColor(THEMES[theme].mute)


# -- bookmarks, copies, a second start


def test_a_key_bookmarks_the_answer_and_takes_it_back(window: Window, press: Press) -> None:
    window.open_entry("signs")
    press("Ctrl+D")
    assert window.window_actions[Action.BOOKMARK].isChecked()
    assert window.toast.text() == "Bookmark added"
    window.open_entry("pay")
    assert not window.window_actions[Action.BOOKMARK].isChecked()
    window.open_entry("signs")
    press("Ctrl+D")
    assert not window.window_actions[Action.BOOKMARK].isChecked()


def test_a_bookmark_opens_its_answer(window: Window, press: Press, qtbot: QtBot) -> None:
    window.open_entry("signs")
    press("Ctrl+D")
    window.open_entry("pay")
    press("Ctrl+B")
    qtbot.keyClick(window.sheet.findChild(QListView, "bookmarkList"), Qt.Key.Key_Return)
    assert window.answer.entry_id == "signs"
    assert window.answer.isVisible()


def test_a_contact_is_copied_by_its_button(window: Window, qtbot: QtBot) -> None:
    window.open_entry("services")
    button = window.answer.findChild(QToolButton, "copyContact")
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Left)
    assert QGuiApplication.clipboard().text().startswith("State hotline: 505-555-0100 (call or")
    assert "505-555-0100" in window.toast.text()


@pytest.mark.parametrize("hidden", [False, True])
def test_a_second_start_brings_the_window_with_its_query(
    window: Window, press: Press, qtbot: QtBot, *, hidden: bool
) -> None:
    press("F1")
    if hidden:
        window.close()
    window.present("problem wages", "")
    assert window.isVisible()
    assert not window.sheet.isVisible()
    assert window.search.hits.rowCount()
    qtbot.waitUntil(window.search.box.edit.hasFocus)


def test_a_second_start_in_spanish_is_answered_in_spanish(window: Window) -> None:
    window.present("señales", "es")
    assert window.search.hits.index(0, 0).data() == "¿Cuáles son las señales?"
    assert window.search.topics.index(0, 0).data() == "Cómo recibir ayuda"


def test_staying_in_the_background_is_chosen_by_key(
    window: Window, press: Press, qtbot: QtBot, store: QSettings
) -> None:
    with qtbot.waitSignal(window.backgroundChosen) as chosen:
        press("Ctrl+Shift+G")
    assert chosen.args == [True]
    assert BACKGROUND.read(store) == 1


def test_the_colors_of_the_computer_are_chosen_by_key(window: Window, press: Press) -> None:
    press("Ctrl+T")
    assert not window.window_actions[Action.SYSTEM_THEME].isChecked()
    press("Ctrl+Shift+S")
    assert window.window_actions[Action.SYSTEM_THEME].isChecked()


def test_read_aloud_reaches_the_voice_in_three_calls(window: Window, qtbot: QtBot) -> None:
    calls: list[str] = []
    window.voice._voices = [Voice(SpeechEngine.ESPEAK, sys.executable)]
    window.voice.started.connect(lambda: calls.extend(our_calls()))
    window.open_entry("signs")
    window.window_actions[Action.READ_ALOUD].trigger()
    assert calls == ["read_aloud", "toggle", "start"]
    window.voice.close()


def test_no_part_is_ever_a_window_of_its_own(make_window: MakeWindow, qapp: QApplication) -> None:
    seen = WindowsSeen(qapp)
    make_window()
    assert seen.names == ["Window"]
