from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.desk.reading.side_by_side_page import NARROW, SideBySidePage
from desktop.desk.reading.side_by_side_rows import Cell
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.translations import Translations

    MakePage = Callable[..., SideBySidePage]

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def make(pack: Pack, look: Look, speaker: Translations, qtbot: QtBot) -> MakePage:
    speaker.install("en")

    def make_page(entry: str = "signs", lang: str = "en", pack: Pack = pack) -> SideBySidePage:
        page = SideBySidePage(pack, entry, lang)
        qtbot.addWidget(page)
        apply_look(page, look)
        page.resize(800, 400)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make_page


def speaking(pack: Pack, *languages: str) -> Pack:
    manifest = msgspec.structs.replace(pack.manifest, languages=languages)
    return msgspec.structs.replace(pack, manifest=manifest)


def heads(page: SideBySidePage) -> list[str]:
    return [label.text() for label in page._rows.findChildren(QLabel, "sideLanguage")]


@pytest.mark.parametrize(
    ("lang", "then"),
    [
        ("en", ["English", "Español"]),
        ("es", ["Español", "English"]),
        ("de", ["English", "Español"]),
    ],
)
def test_the_readers_language_stands_on_the_left(
    make: MakePage, lang: str, then: list[str]
) -> None:
    assert heads(make(lang=lang)) == then


def test_a_language_switch_changes_the_sides(make: MakePage) -> None:
    page = make()
    page.set_language("es")
    assert heads(page) == ["Español", "English"]
    page.set_language("de")
    assert heads(page) == ["Español", "English"]


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("room", [-1, 0])
def test_a_narrow_page_stacks_each_row(make: MakePage, size: int, room: int) -> None:
    page = make()
    look = Look("light", size)
    apply_look(page, look)
    page.resize(look.px(NARROW) + room, 400)
    first, second = page._rows.findChildren(Cell)[:2]
    page._rows.layout().activate()
    assert (first.y() == second.y()) is (room == 0)


def test_with_more_languages_the_second_is_chosen_by_a_button(
    make: MakePage, pack: Pack, qtbot: QtBot
) -> None:
    page = make(pack=speaking(pack, "en", "es", "fr"))
    buttons = [b for b in page.choices.findChildren(QPushButton) if b.isVisible()]
    assert [button.accessibleName() for button in buttons] == ["Español", "Français"]
    qtbot.mouseClick(buttons[1], Left)
    assert heads(page) == ["English", "Français"]
    page.set_language("es")
    assert heads(page) == ["Español", "Français"]


def test_with_two_languages_there_is_nothing_to_choose(make: MakePage) -> None:
    assert not make().choices.isVisible()


def test_violence_is_told_of_on_request(make: MakePage, pack: Pack, qtbot: QtBot) -> None:
    entries = [msgspec.structs.replace(entry, sensitive=True) for entry in pack.entries]
    page = make(pack=msgspec.structs.replace(pack, entries=tuple(entries)))
    assert not page.findChildren(WrappingLabel, "heading2")
    page.unfold_button.setFocus()
    qtbot.keyClick(page.unfold_button, Qt.Key.Key_Space)
    assert page.findChildren(WrappingLabel, "heading2")
    assert not page.unfold_button.isVisible()
    assert page.area.hasFocus()


def test_a_link_asks_for_its_entry(make: MakePage, qtbot: QtBot) -> None:
    page = make("services")
    label = next(text for text in page.findChildren(WrappingLabel) if "href" in text.text())
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.entryRequested) as asked:
        qtbot.keyClick(label, Qt.Key.Key_Return)
    assert asked.args == ["signs"]


def test_arrow_keys_scroll_and_the_place_stays(make: MakePage, qtbot: QtBot) -> None:
    page = make("law-book")
    page.area.setFocus()
    qtbot.keyClick(page.area, Qt.Key.Key_PageDown)
    place = page.area.verticalScrollBar().value()
    assert place > 0
    page.set_language("es")
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().value() == place)


def test_the_focus_survives_a_switch(make: MakePage, qtbot: QtBot) -> None:
    page = make("services")
    next(text for text in page.findChildren(WrappingLabel) if "href" in text.text()).setFocus()
    page.set_language("es")
    qtbot.waitUntil(page.area.hasFocus)


def test_program_words_change_with_the_language(
    make: MakePage, speaker: Translations, qapp: QApplication
) -> None:
    page = make("history")
    speaker.install("es")
    qapp.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.unfold_button.accessibleName() == page.unfold_button.words
    assert heads(page) == ["English", "Español"]
    assert page.area.accessibleName() == "How old is this problem?"
