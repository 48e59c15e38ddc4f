from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit

from desktop.ui.widgets.announce import announce

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def read_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a listening screen reader would read; it must be told as long as the event lives."""
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


@pytest.mark.parametrize(("listens", "heard"), [(True, ["3 answers"]), (False, [])])
def test_words_are_read_to_who_listens(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    read_out: list[str],
    listens: bool,
    heard: list[str],
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: listens)
    edit = QLineEdit()
    qtbot.addWidget(edit)
    announce(edit, "3 answers")
    announce(edit, "")
    assert read_out == heard
