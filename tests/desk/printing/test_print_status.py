from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.printing.print_status import PrintStatus, State

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def status(qtbot: QtBot) -> PrintStatus:
    status = PrintStatus()
    qtbot.addWidget(status)
    return status


@pytest.mark.parametrize("state", sorted(set(State) - {State.QUIET, State.MAKING}, key=str))
def test_states_have_words(status: PrintStatus, state: State) -> None:
    status.show_state(state)
    assert status.state is state
    assert status.text()
    assert not status.isHidden()


def test_quiet_takes_no_room(status: PrintStatus) -> None:
    status.show_state(State.SENT)
    status.show_state(State.QUIET)
    assert status.isHidden()


def test_work_is_told_when_it_takes_long(status: PrintStatus, qtbot: QtBot) -> None:
    status.show_state(State.MAKING)
    assert status.text() == ""
    qtbot.waitUntil(lambda: bool(status.text()))


def test_short_work_is_not_told(status: PrintStatus) -> None:
    status.show_state(State.MAKING)
    status.show_state(State.QUIET)
    assert not status._patience.isActive()


def test_a_screen_reader_hears_it(
    status: PrintStatus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    place = "desktop.desk.printing.print_status.announce"
    monkeypatch.setattr(place, lambda _, words: heard.append(words))
    status.show_state(State.SENDING)
    status.show()
    status.show_state(State.SENT)
    assert heard[-1] == status.text()
