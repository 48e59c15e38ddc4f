from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QTextDocumentFragment
from PySide6.QtWidgets import QWidget

from desktop.desk.actions import Action, ActionCollection, Group
from desktop.desk.help_page import HelpPage, ShortcutList, ShortcutRow
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.wrapping import Heading, WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.translations import Translations

NO_VOICE = "There is <b>no</b> voice."


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def page(speaker: Translations, owner: QWidget, qtbot: QtBot) -> HelpPage:
    speaker.install("en")
    page = HelpPage(ActionCollection(owner), lambda: (NO_VOICE, "There is no printer."))
    qtbot.addWidget(page)
    apply_look(page, Look())
    page.resize(560, 400)
    with qtbot.waitExposed(page):
        page.show()
    return page


def shown(page: HelpPage) -> list[str]:
    """The texts as people read them, hidden ones left out."""
    return [words(text) for text in page.findChildren(WrappingLabel) if text.isVisible()]


def words(label: WrappingLabel) -> str:
    if label.textFormat() == Qt.TextFormat.PlainText:
        return label.text()
    return QTextDocumentFragment.fromHtml(label.text()).toPlainText()


def headings(page: HelpPage) -> list[str]:
    return [one.text() for one in page.findChildren(Heading) if one.isVisible()]


def test_it_explains_how_and_what_not(page: HelpPage) -> None:
    assert page.title() == "Help"
    assert headings(page)[:6] == [
        "Find an answer",
        "Read",
        "Take it with you",
        "Leave quickly",
        "Text size, colors and language",
        "Keyboard",
    ]


@pytest.mark.parametrize("limit", ["cannot erase", "Bookmarks stay", "spy program"])
def test_leaving_quickly_has_stated_limits(page: HelpPage, limit: str) -> None:
    assert limit in " ".join(shown(page))


def test_it_promises_no_safety(page: HelpPage) -> None:
    assert not [text for text in shown(page) if " safe" in text or "private" in text.lower()]


def test_every_action_with_a_key_is_listed(page: HelpPage) -> None:
    assert {act for act in Action if act.value.keys} | {Action.LEAVE} <= page.keys.rows.keys()
    assert "Ctrl+K or /" in shown(page)


def test_what_is_missing_is_told_as_plain_words(page: HelpPage) -> None:
    assert shown(page)[-2:] == [NO_VOICE, "There is no printer."]
    assert headings(page)[-1] == "What is missing on this computer"


def test_nothing_missing_needs_no_section(owner: QWidget, qtbot: QtBot) -> None:
    page = HelpPage(ActionCollection(owner), tuple)
    qtbot.addWidget(page)
    page.show()
    assert headings(page)
    assert "What is missing on this computer" not in headings(page)


def test_keys_scroll_it_at_once(page: HelpPage, qtbot: QtBot) -> None:
    page.setFocus()
    qtbot.keyClick(page.area, Qt.Key.Key_PageDown)
    assert page.area.verticalScrollBar().value() > 0


def test_no_paragraph_is_lost_with_the_language(
    page: HelpPage, speaker: Translations, qtbot: QtBot
) -> None:
    before = len(shown(page))
    speaker.install("es")
    assert all(shown(page))
    assert len(shown(page)) == before


@pytest.mark.parametrize("size", [100, 200, 300])
def test_it_fits_into_a_narrow_card(page: HelpPage, size: int) -> None:
    apply_look(page, Look("light", size))
    assert page.area.widget().minimumSizeHint().width() <= page.area.viewport().width()


# -- the keys


@pytest.fixture
def acts(speaker: Translations, owner: QWidget) -> ActionCollection:
    speaker.install("en")
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


@pytest.mark.parametrize("act", [act for act in Action if act.value.keys], ids=lambda act: act.name)
def test_every_key_of_an_action_is_told(listed: ShortcutList, act: Action) -> None:
    native = QKeySequence.SequenceFormat.NativeText
    keys = [QKeySequence(key).toString(native) for key in act.value.keys]
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
    assert titles == [acts.group_name(group) for group in Group]


def test_the_list_follows_the_language_of_the_actions(
    listed: ShortcutList, acts: ActionCollection, speaker: Translations, qtbot: QtBot
) -> None:
    speaker.install("es")
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
