from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.language_keeper import LanguageKeeper
from desktop.desk.settings import LANGUAGE

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

TAGS = ("en", "es")


@pytest.mark.parametrize(
    ("wanted", "remembered", "lang"),
    [("es", "en", "es"), ("es-MX", "", "es"), ("", "es", "es"), ("fr", "es", "en")],
)
def test_it_begins_with_what_is_wanted_then_with_what_is_remembered(
    store: QSettings, wanted: str, remembered: str, lang: str
) -> None:
    LANGUAGE.write(store, remembered)
    assert LanguageKeeper(store, TAGS, wanted=wanted).lang == lang


def test_a_choice_is_told_and_remembered(store: QSettings, qtbot: QtBot) -> None:
    keeper = LanguageKeeper(store, TAGS, wanted="en")
    with qtbot.waitSignal(keeper.changed) as changed:
        keeper.choose("es")
    assert changed.args == ["es"]
    assert LANGUAGE.read(store) == "es"


def test_what_is_followed_is_told_but_not_remembered(store: QSettings, qtbot: QtBot) -> None:
    keeper = LanguageKeeper(store, TAGS, wanted="en")
    with qtbot.waitSignal(keeper.changed):
        keeper.follow("es")
    assert keeper.lang == "es"
    assert LANGUAGE.read(store) == ""


@pytest.mark.parametrize("lang", ["", "en"])
def test_the_same_language_changes_nothing(store: QSettings, qtbot: QtBot, lang: str) -> None:
    keeper = LanguageKeeper(store, TAGS, wanted="en")
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.follow(lang)


def test_the_languages_come_round(store: QSettings) -> None:
    keeper = LanguageKeeper(store, TAGS, wanted="en")
    seen = []
    for _ in range(3):
        keeper.choose_next()
        seen.append(keeper.lang)
    assert seen == ["es", "en", "es"]
