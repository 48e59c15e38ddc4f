from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.printing.print_status import PrintState, PrintStatus

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def status(qtbot: QtBot) -> PrintStatus:
    status = PrintStatus()
    qtbot.addWidget(status)
    return status


@pytest.mark.parametrize(
    "state", sorted(set(PrintState) - {PrintState.QUIET, PrintState.MAKING}, key=str)
)
def test_states_have_words(status: PrintStatus, state: PrintState) -> None:
    status.show_state(state)
    assert status.state is state
    assert status.text()
    assert not status.isHidden()


def test_quiet_takes_no_room(status: PrintStatus) -> None:
    status.show_state(PrintState.SENT)
    status.show_state(PrintState.QUIET)
    assert status.isHidden()


def test_work_is_told_when_it_takes_long(status: PrintStatus, qtbot: QtBot) -> None:
    status.show_state(PrintState.MAKING)
    assert status.text() == ""
    qtbot.waitUntil(lambda: bool(status.text()))


def test_short_work_is_not_told(status: PrintStatus) -> None:
    status.show_state(PrintState.MAKING)
    status.show_state(PrintState.QUIET)
    assert not status._busy_delay.isActive()


def test_a_screen_reader_hears_it(
    status: PrintStatus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    place = "desktop.desk.printing.print_status.announce"
    monkeypatch.setattr(place, lambda _, words: heard.append(words))
    status.show_state(PrintState.SENDING)
    status.show()
    status.show_state(PrintState.SENT)
    assert heard[-1] == status.text()
