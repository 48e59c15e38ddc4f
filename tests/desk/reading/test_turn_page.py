from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.desk.reading.turn_page import TurnedButton, TurnedText, TurnPage
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from tests.conftest import Opened

BOTH = Qt.Orientation.Horizontal | Qt.Orientation.Vertical


@pytest.fixture
def page(flagship: Pack, opened: Opened[TurnPage]) -> TurnPage:
    return opened(TurnPage(flagship, "signs", "en"))


def texts(page: TurnPage) -> list[TurnedText]:
    return page.panel.findChildren(TurnedText)


def test_the_other_side_reads_its_own_language(page: TurnPage) -> None:
    assert texts(page)[0].text() == "¿Cuáles son las señales de que alguien es víctima de trata?"
    assert "505 438 3733" in [text.text() for text in texts(page)]
    assert page.turn_there.text() == "Voltear la página"
    assert page.panel.locale().language() == QLocale.Language.Spanish


def test_the_answer_stands_on_its_head(page: TurnPage) -> None:
    question, brief = texts(page)[:2]
    assert all(text.turned for text in texts(page))
    assert question.y() > brief.y()


@pytest.mark.parametrize("side", ["turn_here", "turn_there"])
def test_both_sides_can_turn_it(page: TurnPage, qtbot: QtBot, side: str) -> None:
    button: QPushButton = getattr(page, side)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not any(text.turned for text in texts(page))
    qtbot.waitUntil(lambda: texts(page)[0].y() < texts(page)[1].y())
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert all(text.turned for text in texts(page))


def test_the_button_here_says_what_it_does(page: TurnPage, qtbot: QtBot) -> None:
    assert page.turn_here.words == "Turn it back to me"
    qtbot.mouseClick(page.turn_here, Qt.MouseButton.LeftButton)
    assert page.turn_here.words == "Turn it around"


def test_reading_begins_at_the_bottom(page: TurnPage, qtbot: QtBot) -> None:
    page.resize(400, 320)
    bar = page.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > bar.maximum() - 10 > 0)
    qtbot.mouseClick(page.turn_here, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bar.value() < bar.maximum() // 4)


def test_any_language_of_the_pack_can_be_chosen(page: TurnPage, qtbot: QtBot) -> None:
    english = page.languages.findChildren(QPushButton, "choice")[0]
    assert english.accessibleName() == "English"
    qtbot.mouseClick(english, Qt.MouseButton.LeftButton)
    assert texts(page)[0].text().startswith("What are the signs")
    assert page.turn_there.text() == "Turn the page"


def test_the_panel_never_takes_the_language_of_this_side(page: TurnPage) -> None:
    for _ in range(2):
        page.set_language("es")
        assert page.panel.locale().language() == QLocale.Language.English


def test_a_pack_in_one_language_is_turned_all_the_same(
    pack: Pack, opened: Opened[TurnPage]
) -> None:
    manifest = msgspec.structs.replace(pack.manifest, languages=("en",))
    page = opened(TurnPage(msgspec.structs.replace(pack, manifest=manifest), "signs", "en"))
    assert page.panel.locale().language() == QLocale.Language.English
    assert page.languages.isHidden()


def test_pack_text_is_never_markup(pack: Pack, opened: Opened[TurnPage]) -> None:
    page = opened(TurnPage(pack, "tags", "es"))
    assert {text.textFormat() for text in texts(page)} == {Qt.TextFormat.PlainText}
    assert texts(page)[0].text() == "<p >Is <b>this</b> bold?"


@pytest.mark.parametrize("text_size", [100, 200, 300])
def test_low_pages_scroll_their_buttons_too(page: TurnPage, text_size: int) -> None:
    apply_look(page, Look(text_size=text_size))
    page.resize(512, 299 * text_size // 100)
    assert page.turn_there.parent() is page.content
    page.resize(512, 301 * text_size // 100)
    assert page.turn_there.parent() is page


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> float:
    """How far two pictures are apart, from 0 to 1."""
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / (255 * len(a))


@pytest.mark.parametrize("words", ["Llame ahora", "Llame ahora, por favor, al número que ve aquí"])
def test_turned_words_are_the_same_words_upside_down(qtbot: QtBot, words: str) -> None:
    text = TurnedText(words, "small")
    qtbot.addWidget(text)
    text.resize(160, text.heightForWidth(160))
    upright = picture(text)
    text.turned = True
    turned = picture(text)
    assert 2 * difference(turned, upright.flipped(BOTH)) < difference(turned, upright)


def test_a_turned_button_is_upside_down(qtbot: QtBot) -> None:
    plain, button = QPushButton("Page 7"), TurnedButton("Page 7")
    for each in (plain, button):
        qtbot.addWidget(each)
        each.resize(120, 44)
    turned, upright = picture(button), picture(plain)
    assert 2 * difference(turned, upright.flipped(BOTH)) < difference(turned, upright)


def test_a_turned_button_is_pressed_as_any_other(qtbot: QtBot) -> None:
    button = TurnedButton("Page 7")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
