from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.look_keeper import SYSTEM, AppearanceController, system_theme
from desktop.desk.settings import TEXT_SIZES
from desktop.ui.look.theme import THEMES, Look

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot


@pytest.fixture
def keeper(store: QSettings, qtbot: QtBot) -> AppearanceController:
    return AppearanceController(store)


def test_without_a_choice_the_system_decides(keeper: AppearanceController) -> None:
    assert keeper.choice == SYSTEM
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
