from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.base.resources import flagship_pack
from desktop.kiosk.appearance import kiosk_look
from desktop.kiosk.screens.neutral_screens import PLACES, Attract, Curtain, translated
from desktop.pack import reader
from desktop.ui.look.changes import apply_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def attract(qtbot: QtBot) -> Attract:
    attract = Attract(("en", "es"))
    qtbot.addWidget(attract)
    apply_look(attract, kiosk_look("light", 100, 127))
    attract.resize(1280, 800)
    attract.show()
    return attract


def words(attract: Attract) -> list[str]:
    return [part.text() for part in attract.findChildren(QLabel) if part.text()]


def test_it_greets_in_both_languages_at_once(attract: Attract) -> None:
    assert words(attract)[:2] == ["Ask. Learn. Get help.", "Pregunte. Aprenda. Pida ayuda."]
    buttons = [button.text() for button in attract.findChildren(QPushButton)]
    assert buttons == ["Touch to start", "Toque para empezar"]


def test_it_names_no_subject(attract: Attract) -> None:
    pack = reader.read(flagship_pack())
    shown = " ".join(words(attract)).casefold()
    subject = " ".join(pack.manifest.title.values()).casefold().split()
    neutral = {"in", "de", "en", "new", "mexico", "nuevo", "méxico"}
    assert not [word for word in subject if word in shown.split() and word not in neutral]


def test_a_finger_that_moves_off_starts_nothing(attract: Attract, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(attract.started):
        qtbot.mousePress(attract, LEFT, pos=QPoint(5, 5))
        qtbot.mouseRelease(attract, LEFT, pos=QPoint(-50, 5))


def test_only_the_left_button_starts(attract: Attract, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(attract.started):
        qtbot.mouseClick(attract, Qt.MouseButton.RightButton, pos=QPoint(5, 5))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_A])
def test_a_key_starts(attract: Attract, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(attract.started) as started:
        qtbot.keyClick(attract, key)
    assert started.args == [""]


def test_escape_starts_nothing(attract: Attract, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(attract.started):
        qtbot.keyClick(attract, Qt.Key.Key_Escape)


def test_everything_moves_a_little_and_comes_back(attract: Attract) -> None:
    places = []
    for _ in PLACES:
        attract.shift()
        attract.layout().activate()
        places.append(attract.findChildren(QPushButton)[0].pos().toTuple())
    assert len(set(places)) == len(PLACES)


def test_it_rests_while_it_is_not_seen(attract: Attract) -> None:
    assert attract._mover.isActive()
    attract.hide()
    assert not attract._mover.isActive()


def test_on_a_tall_screen_the_buttons_stand_below_each_other(attract: Attract) -> None:
    attract.resize(768, 1024)
    attract.layout().activate()
    first, other = attract.findChildren(QPushButton)
    assert first.geometry().bottom() < other.geometry().top()


def test_a_key_that_is_held_down_starts_nothing(attract: Attract, qtbot: QtBot) -> None:
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True
    )
    with qtbot.assertNotEmitted(attract.started):
        QApplication.sendEvent(attract, held)


# The privacy screen -----------------------------------------------------------------------


def test_it_says_the_same_in_every_language(qtbot: QtBot) -> None:
    curtain = Curtain(("en", "es"))
    qtbot.addWidget(curtain)
    assert curtain.button.text() == "Touch to go on · Toque para seguir"


def test_a_touch_opens_it(qtbot: QtBot) -> None:
    curtain = Curtain(("en", "es"))
    qtbot.addWidget(curtain)
    apply_look(curtain, kiosk_look("light", 100, 127))
    curtain.show()
    with qtbot.waitSignal(curtain.opened):
        qtbot.mouseClick(curtain.button, Qt.MouseButton.LeftButton)


# Translations -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Touch to start"),
        ("es", "Toque para empezar"),
        ("es-MX", "Toque para empezar"),
        ("nv", "Touch to start"),
    ],
)
def test_words_are_found_in_any_language_at_any_time(lang: str, words: str, qtbot: QtBot) -> None:
    assert translated("Attract", "Touch to start", lang) == words


def test_what_is_not_translated_stays(qtbot: QtBot) -> None:
    assert translated("Attract", "no such words", "es") == "no such words"
