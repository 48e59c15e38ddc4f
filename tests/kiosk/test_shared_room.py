from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.kiosk.shell import Shell
    from tests.kiosk.conftest import MakeShell


def margins(shell: Shell) -> int:
    return shell.header.layout().contentsMargins().top()


def test_on_a_low_screen_the_header_makes_room(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell()
    shell.begin("")
    before = margins(shell)
    shell.resize(1280, 300)
    qtbot.waitUntil(lambda: margins(shell) < before)
    shell.resize(1280, 800)
    qtbot.waitUntil(lambda: margins(shell) == before)


def test_the_keyboard_takes_room_and_gives_it_back(make_shell: MakeShell, qtbot: QtBot) -> None:
    shell = make_shell(text_size=150)
    shell.begin("")
    before = margins(shell)
    shell.keyboard.show()
    qtbot.waitUntil(lambda: margins(shell) < before)
    shell.keyboard.hide()
    qtbot.waitUntil(lambda: margins(shell) == before)
