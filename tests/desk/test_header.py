from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from desktop.desk.actions import Action, ActionCollection
from desktop.desk.header import Header, Notice
from desktop.ui.look.changes import apply_look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations

TITLE = "Work <b>and</b> rights"


@pytest.fixture
def header(qtbot: QtBot, look: Look) -> Iterator[Header]:
    holder = QWidget()
    qtbot.addWidget(holder)
    header = Header(ActionCollection(holder), ("en", "es"), holder)
    header.setGeometry(0, 0, 1280, 70)
    apply_look(header, look)
    header.set_title(TITLE, "en")
    holder.resize(1280, 70)
    holder.show()
    yield header  # noqa: PT022  # a return would let its window go


def button(header: Header, name: str) -> QToolButton:
    found = header.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


def title(header: Header) -> QLabel:
    found = header.findChild(QLabel, "title")
    assert isinstance(found, QLabel)
    return found


def test_the_title_is_shown_as_it_is_written(header: Header) -> None:
    assert title(header).text() == title(header).accessibleName() == TITLE
    assert title(header).textFormat() == Qt.TextFormat.PlainText


def test_a_language_button_tells_its_language(header: Header, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.languageChosen) as chosen:
        qtbot.mouseClick(button(header, "languageLast"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["es"]


def test_the_language_that_is_on_is_checked(header: Header) -> None:
    header.set_title("Trabajo", "es")
    assert button(header, "languageLast").isChecked()
    assert not button(header, "languageFirst").isChecked()


def test_one_language_needs_no_buttons(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    header = Header(ActionCollection(holder), ("es",), holder)
    apply_look(header, look)
    header.set_title("Trabajo", "es")
    holder.show()
    assert not [
        b for b in header.findChildren(QToolButton) if b.isVisible() and b.text() == "Español"
    ]


@pytest.mark.parametrize("width", [1280, 700, 480])
def test_language_menu_and_leave_never_give_way(header: Header, width: int) -> None:
    header.resize(width, 70)
    for name in ("languageFirst", "languageLast", "menu", "leave"):
        assert button(header, name).isVisible()
        assert button(header, name).geometry().right() < width


def test_what_the_menu_has_too_gives_way(header: Header) -> None:
    assert button(header, "theme").isVisible()
    header.resize(560, 70)
    assert not button(header, "theme").isVisible()


def test_the_menu_holds_every_act(header: Header) -> None:
    menus = [button(header, "menu").menu(), *button(header, "menu").menu().findChildren(QMenu)]
    names = [action.objectName() for menu in menus for action in menu.actions()]
    assert sorted(name for name in names if name) == sorted(act.name.lower() for act in Action)


def test_each_group_of_the_menu_has_a_name(header: Header, speaker: Translations) -> None:
    menus = button(header, "menu").menu().findChildren(QMenu)
    titles = [menu.title() for menu in menus]
    assert all(titles)
    assert len(set(titles)) == len(menus)


def test_the_words_follow_the_language(header: Header, speaker: Translations, qtbot: QtBot) -> None:
    speaker.install("es")
    qtbot.waitUntil(lambda: button(header, "menu").accessibleName() == "Menú")


# -- errors


@pytest.fixture
def notice(look: Look, qtbot: QtBot) -> Notice:
    notice = Notice()
    qtbot.addWidget(notice)
    apply_look(notice, look)
    return notice


def test_there_is_nothing_to_see_at_first(notice: Notice) -> None:
    assert notice.isHidden()


def test_the_words_are_shown_as_they_are(notice: Notice) -> None:
    notice.show_text("a.json: <b>broken</b>")
    assert notice.isVisible()
    assert notice._text.text() == "a.json: <b>broken</b>"
    assert notice._text.textFormat() == Qt.TextFormat.PlainText


def test_the_button_dismisses_it(notice: Notice, qtbot: QtBot) -> None:
    notice.show_text("broken")
    qtbot.mouseClick(notice._done, Qt.MouseButton.LeftButton)
    assert notice.isHidden()


def test_the_button_follows_the_language(
    notice: Notice, speaker: Translations, qtbot: QtBot
) -> None:
    speaker.install("es")
    qtbot.waitUntil(lambda: notice._done.text() == "Entendido")


def test_a_long_complaint_is_cut(notice: Notice) -> None:
    notice.show_text("\n".join(f"fault {n}" for n in range(50)))
    assert notice._text.text().splitlines() == ["fault 0", "fault 1", "fault 2", "…"]


def test_its_words_are_forgotten(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show_text("“letter.pdf” was not saved.")
    notice.clear_text()
    assert notice.isHidden()
    assert not [label for label in notice.findChildren(QLabel) if "letter" in label.text()]
