from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.preferences import AppearanceController, LanguageKeeper, system_theme
from desktop.desk.settings import FOLLOW_SYSTEM, LANGUAGE, TEXT_SIZES
from desktop.ui.look.theme import THEMES, Look

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

TAGS = ("en", "es")


@pytest.fixture
def keeper(store: QSettings, qtbot: QtBot) -> AppearanceController:
    return AppearanceController(store)


def test_without_a_choice_the_system_decides(keeper: AppearanceController) -> None:
    assert keeper.choice == FOLLOW_SYSTEM
    assert keeper.look == Look(system_theme(), 100)


def test_all_themes_come_round(keeper: AppearanceController) -> None:
    seen = set()
    for _ in THEMES:
        keeper.next_theme()
        seen.add(keeper.look.theme)
    assert seen == set(THEMES)


def test_the_system_is_followed_until_a_theme_is_chosen(store: QSettings, qtbot: QtBot) -> None:
    said = ["light"]
    keeper = AppearanceController(store, system=lambda: said[-1])
    said.append("dark")
    with qtbot.waitSignal(keeper.changed):
        keeper.refresh()
    assert keeper.look.theme == "dark"
    keeper.choose("contrast")
    keeper.refresh()
    assert keeper.look.theme == "contrast"


def test_text_grows_and_shrinks_to_its_limits(keeper: AppearanceController, qtbot: QtBot) -> None:
    with qtbot.waitSignal(keeper.changed) as changed:
        keeper.step(1)
    assert changed.args == [keeper.look]
    keeper.step(100)
    assert keeper.look.text_size == TEXT_SIZES[-1]
    keeper.step(-100)
    assert keeper.look.text_size == TEXT_SIZES[0]


def test_what_was_chosen_is_remembered(keeper: AppearanceController, store: QSettings) -> None:
    keeper.choose("contrast")
    keeper.set_size(200)
    assert AppearanceController(store).look == Look("contrast", 200)


def test_nothing_changes_nothing(keeper: AppearanceController, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(keeper.changed):
        keeper.set_size(100)


# -- language


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
