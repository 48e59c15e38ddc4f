from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel

from desktop.ui.look.changes import apply_look
from desktop.ui.results.help_bar import HelpBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations
    from tests.conftest import MakeWindow

NUMBERS = ["911", "505-555-0100", "233733"]


@pytest.fixture
def bar(pack: Pack, look: Look, qtbot: QtBot) -> HelpBar:
    bar = HelpBar(pack, "en")
    qtbot.addWidget(bar)
    bar.resize(1024, 60)
    apply_look(bar, look)
    bar.show()
    return bar


def labels(bar: HelpBar, name: str = "") -> list[QLabel]:
    found = bar.findChildren(QLabel, name) if name else bar.findChildren(QLabel)
    return [label for label in found if label.isVisible()]


def is_whole(label: QLabel, bar: HelpBar) -> bool:
    place = QRect(label.mapTo(bar, label.rect().topLeft()), label.size())
    wide = label.fontMetrics().horizontalAdvance(label.text())
    return bar.rect().contains(place) and label.width() >= wide


def test_numbers_stand_in_the_order_of_the_pack(bar: HelpBar) -> None:
    assert [label.text() for label in labels(bar, "helpNumber")] == NUMBERS


def test_each_number_says_whose_it_is(bar: HelpBar) -> None:
    names = [label.accessibleName() for label in labels(bar, "helpNumber")]
    assert names == [
        "In <b>danger</b> 911",
        "Hotline 505-555-0100 call or text",
        "Hotline: Text 233733",
    ]


def test_content_is_no_markup(bar: HelpBar) -> None:
    formats = {label.text(): label.textFormat() for label in labels(bar)}
    assert formats["In <b>danger</b>"] == formats["911"] == Qt.TextFormat.PlainText


def test_another_language_keeps_the_order(bar: HelpBar, speaker: Translations) -> None:
    speaker.install("es")
    bar.set_language("es")
    shown = [label.accessibleName() for label in labels(bar, "helpNumber")]
    assert shown == [
        "En <b>peligro</b> 911",
        "Línea 505-555-0100 llamada o mensaje",
        "Línea: Mensaje 233733",
    ]


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("width", [1024, 1280, 700])
def test_each_number_is_whole_and_inside(
    make_window: MakeWindow, qtbot: QtBot, size: int, lang: str, width: int
) -> None:
    window = make_window()
    window.language.choose(lang)
    window.looks.set_size(size)
    window.resize(width, 600)
    bar = window.help_bar
    qtbot.waitUntil(lambda: [label.text() for label in labels(bar, "helpNumber")] == NUMBERS)
    qtbot.waitUntil(lambda: window.size().width() == bar.width())
    qtbot.waitUntil(lambda: all(is_whole(label, bar) for label in labels(bar, "helpNumber")))


def test_a_pack_without_help_shows_the_lead_only(pack: Pack, look: Look, qtbot: QtBot) -> None:
    manifest = msgspec.structs.replace(pack.manifest, help=())
    bar = HelpBar(msgspec.structs.replace(pack, manifest=manifest), "en")
    qtbot.addWidget(bar)
    apply_look(bar, look)
    bar.show()
    assert not labels(bar, "helpNumber")


def test_the_bar_is_there_on_every_screen(make_window: MakeWindow) -> None:
    window = make_window()
    for show in (lambda: window.open_entry("signs"), lambda: window.search.set_query("xqxqx")):
        show()
        assert window.help_bar.isVisible()
