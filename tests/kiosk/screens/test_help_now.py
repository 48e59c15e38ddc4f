from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QToolButton

from desktop.kiosk.looks import kiosk_look
from desktop.kiosk.screens.help_now import HelpNow
from desktop.ui.look.changes import apply_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack


def words(page: HelpNow) -> str:
    return " ".join(
        label.text()
        for part in page.parts
        for label in (part, *part.findChildren(QLabel))
        if isinstance(label, QLabel)
    )


def test_it_shows_the_contacts_of_the_help_bar_in_order(pack: Pack, qtbot: QtBot) -> None:
    page = HelpNow(pack, "en")
    qtbot.addWidget(page)
    shown = words(page)
    assert 0 < shown.index("911") < shown.index("505-555-0100")


def test_it_follows_language_and_look(pack: Pack, qtbot: QtBot) -> None:
    page = HelpNow(pack, "en")
    qtbot.addWidget(page)
    page.set_language("es")
    apply_look(page, kiosk_look("dark", 200, 110))
    assert "Línea estatal" in words(page)


def test_nothing_can_be_copied(pack: Pack, qtbot: QtBot) -> None:
    page = HelpNow(pack, "en")
    qtbot.addWidget(page)
    assert not page.findChildren(QToolButton, "copyContact")


def test_those_that_a_search_calls_for_come_first_and_once(pack: Pack, qtbot: QtBot) -> None:
    page = HelpNow(pack, "en")
    qtbot.addWidget(page)
    page.show_contacts(("hotline", "nobody"))
    assert 0 < words(page).index("505-555-0100") < words(page).index("911")
    assert len(page.parts) == 3


def test_afterwards_those_of_the_help_bar_come_first_again(pack: Pack, qtbot: QtBot) -> None:
    page = HelpNow(pack, "en")
    qtbot.addWidget(page)
    page.show_contacts(("hotline",))
    page.show_contacts(())
    assert words(page).index("911") < words(page).index("505-555-0100")
