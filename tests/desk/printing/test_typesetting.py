from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.content.booklet.document import Document, PrintScope, compose
from desktop.desk.printing.typesetting import TypesettingJob
from desktop.ui.printing.page_size import sheet_of
from desktop.ui.takeaway.wallet_card import Paper
from tests.conftest import TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack

SHEET = sheet_of(Paper.LETTER)


@pytest.fixture
def typesetting(qtbot: QtBot) -> TypesettingJob:
    return TypesettingJob()


def test_a_document_is_set_while_events_are_handled(
    typesetting: TypesettingJob, flagship: Pack, qtbot: QtBot
) -> None:
    made = partial(compose, flagship, PrintScope.ALL, "", ("en",), today=TODAY)
    with qtbot.waitSignal(typesetting.ready, timeout=20_000) as ready:
        typesetting.start(made, SHEET)
    assert len(ready.args[0].pages) > 40


def test_only_the_newest_counts(
    typesetting: TypesettingJob, answer: Document, booklet: Document, qtbot: QtBot
) -> None:
    told: list[Document] = []
    typesetting.ready.connect(lambda setting: told.append(setting.document))
    with qtbot.waitSignal(typesetting.ready, timeout=20_000):
        typesetting.start(lambda: booklet, SHEET)
        typesetting.start(lambda: answer, SHEET)
    assert told == [answer]


def test_a_document_that_cannot_be_made_is_told(typesetting: TypesettingJob, qtbot: QtBot) -> None:
    def broken() -> Document:
        raise KeyError

    with qtbot.waitSignal(typesetting.failed):
        typesetting.start(broken, SHEET)
