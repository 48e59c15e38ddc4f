from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.desk.actions import Action, ActionCollection
from desktop.ui.look.theme import THEMES, Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.translations import Translations


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def acts(owner: QWidget) -> ActionCollection:
    return ActionCollection(owner)


@pytest.mark.parametrize("act", Action)
def test_each_act_is_an_action_of_the_window(
    act: Action, acts: ActionCollection, owner: QWidget
) -> None:
    assert acts[act] in owner.actions()
    assert acts[act].objectName() == act.name.lower()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_each_act_has_words_and_a_hint(
    lang: str, acts: ActionCollection, speaker: Translations
) -> None:
    speaker.install(lang)
    acts.retranslate()
    words = [acts[act].text() for act in Action]
    assert all(words)
    assert len(set(words)) == len(words)
    assert all(acts[act].toolTip().startswith(acts[act].text()) for act in Action)


def test_no_two_acts_share_a_key(acts: ActionCollection) -> None:
    keys = Counter(key.toString() for act in Action for key in acts[act].shortcuts())
    assert max(keys.values()) == 1


@pytest.mark.parametrize("keys", [keys for act in Action for keys in act.value.keys])
def test_qt_understands_the_key(keys: str) -> None:
    assert QKeySequence(keys).count() == 1
    assert QKeySequence(keys).toString()


@pytest.mark.parametrize("act", Action)
def test_the_hint_names_the_first_key(act: Action, acts: ActionCollection) -> None:
    first = acts[act].shortcuts()[0].toString() if act.value.keys else "Shift three times"
    assert acts[act].toolTip().endswith(f"({first})")


def test_spanish_words_replace_the_english_ones(
    acts: ActionCollection, speaker: Translations
) -> None:
    speaker.install("es")
    acts.retranslate()
    assert acts[Action.BACK].text() == "Atrás"


@pytest.mark.parametrize("theme", THEMES)
def test_the_leave_icon_takes_the_colour_of_its_button(theme: str, acts: ActionCollection) -> None:
    look = Look(theme)
    acts.tint(look)
    image = acts[Action.LEAVE].icon().pixmap(20, 20).toImage()
    spots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert {spot.name() for spot in spots if spot.alpha() == 255} == {
        QColor(look.tokens.on_leave).name()
    }
