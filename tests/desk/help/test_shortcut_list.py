from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.desk.actions import ACTION_SPECS, GROUPS, Action, ActionCollection
from desktop.desk.help.shortcut_list import ShortcutList, ShortcutRow
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.wrapping import Heading

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.language import Translations


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def acts(speaker: Translations, owner: QWidget) -> ActionCollection:
    speaker.speak("en")
    return ActionCollection(owner)


@pytest.fixture
def listed(acts: ActionCollection, qtbot: QtBot) -> ShortcutList:
    listed = ShortcutList(acts)
    qtbot.addWidget(listed)
    apply_look(listed, Look())
    listed.resize(600, 900)
    with qtbot.waitExposed(listed):
        listed.show()
    return listed


def test_every_action_has_its_row(listed: ShortcutList, acts: ActionCollection) -> None:
    told = {(row.words.text(), row.isVisible()) for row in listed.findChildren(ShortcutRow)}
    assert {(acts[act].text(), True) for act in Action} <= told


@pytest.mark.parametrize(
    "act", [act for act in Action if ACTION_SPECS[act].keys], ids=lambda act: act.name
)
def test_every_key_of_an_action_is_told(listed: ShortcutList, act: Action) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    keys = [QKeySequence(key).toString(native) for key in ACTION_SPECS[act].keys]
    assert listed.rows[act].keys.text() == " or ".join(keys)


def test_leaving_quickly_has_its_own_key(listed: ShortcutList) -> None:
    assert listed.rows[Action.LEAVE].keys.text() == "Shift three times"


def test_an_action_without_keys_says_where_it_is(
    listed: ShortcutList, acts: ActionCollection, qtbot: QtBot
) -> None:
    acts[Action.BACK].setShortcuts([])
    qtbot.waitUntil(lambda: listed.rows[Action.BACK].keys.text() == "in the menu")


def test_what_this_computer_cannot_do_is_not_listed(
    listed: ShortcutList, acts: ActionCollection, qtbot: QtBot
) -> None:
    acts[Action.COPY].setVisible(False)
    qtbot.waitUntil(listed.rows[Action.COPY].isHidden)


def test_groups_are_those_of_the_menu(listed: ShortcutList, acts: ActionCollection) -> None:
    titles = [heading.text() for heading in listed.findChildren(Heading)]
    assert titles == [acts.group_name(group) for group in GROUPS]


def test_the_list_follows_the_language_of_the_actions(
    listed: ShortcutList, acts: ActionCollection, speaker: Translations, qtbot: QtBot
) -> None:
    speaker.speak("es")
    acts.retranslate()
    qtbot.waitUntil(lambda: listed.rows[Action.COPY].words.text() == "Copiar esta respuesta")


@pytest.mark.parametrize(("width", "beside"), [(600, True), (400, False)])
def test_narrow_rows_have_the_words_below(
    listed: ShortcutList, qtbot: QtBot, width: int, *, beside: bool
) -> None:
    listed.resize(width, 900)
    row = listed.rows[Action.SEARCH]
    place = QPoint()
    qtbot.waitUntil(lambda: (row.words.y() == row.keys.y()) is beside)
    assert row.words.mapTo(row, place).x() == (202 if beside else 0)


@pytest.mark.parametrize("size", [100, 200, 300])
def test_rows_fit_into_a_narrow_card(listed: ShortcutList, size: int) -> None:
    apply_look(listed, Look("light", size))
    assert listed.minimumSizeHint().width() <= 480
