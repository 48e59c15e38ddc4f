from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desktop.kiosk.keyboard.key_button import KeyButton
from desktop.kiosk.keyboard.key_grid import grid
from desktop.kiosk.keyboard.layouts import PAGES, KeyDefinition, KeyRole, LetterCase
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EVERY = {key for page in PAGES.values() for key in page.keys}


def made(key: KeyDefinition, qtbot: QtBot) -> KeyButton:
    button = KeyButton(key)
    qtbot.addWidget(button)
    button.apply_look(Look(), grid(1280, 800, 1))
    return button


@pytest.mark.parametrize("role", KeyRole)
def test_every_key_shows_something_and_has_a_name(role: KeyRole, qtbot: QtBot) -> None:
    button = made(KeyDefinition(role, "x" if role is KeyRole.TEXT else ""), qtbot)
    assert button.accessibleName()
    assert bool(button.text()) != (not button.icon().isNull())


def test_names_differ(qtbot: QtBot) -> None:
    names = {made(key, qtbot).accessibleName() for key in EVERY}
    assert len(names) == len({(key.role, key.text) for key in EVERY})


def test_a_key_never_takes_the_focus(qtbot: QtBot) -> None:
    assert made(KeyDefinition(KeyRole.SHIFT), qtbot).focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(("case", "types"), [(LetterCase.LOWER, "ñ"), (LetterCase.ONCE, "Ñ")])
def test_a_letter_follows_the_case(case: LetterCase, types: str, qtbot: QtBot) -> None:
    button = made(KeyDefinition(KeyRole.TEXT, "ñ"), qtbot)
    button.show_case(case)
    assert (button.types, button.text(), button.accessibleName()) == (types, types, types)


def test_an_ampersand_is_shown_as_itself(qtbot: QtBot) -> None:
    button = made(KeyDefinition(KeyRole.TEXT, "&"), qtbot)
    assert (button.text(), button.types, button.shortcut().isEmpty()) == ("&&", "&", True)


def test_space_types_a_space(qtbot: QtBot) -> None:
    assert made(KeyDefinition(KeyRole.SPACE), qtbot).types == " "


def test_shift_tells_its_state_in_words_picture_and_state(qtbot: QtBot) -> None:
    button, seen = made(KeyDefinition(KeyRole.SHIFT), qtbot), []
    for case in LetterCase:
        button.show_case(case)
        state = QAccessible.queryAccessibleInterface(button).state()
        seen.append((button.accessibleName(), button.icon().cacheKey(), bool(state.checked)))
    assert len({name for name, _, _ in seen}) == 3
    assert [checked for _, _, checked in seen] == [False, True, True]
    assert seen[1][1] != seen[2][1]
