from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.kiosk.screens.results import ResultList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.search.engine import SearchEngine
    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations


@pytest.fixture
def results(pack: Pack, look: Look, speaker: Translations, qtbot: QtBot) -> ResultList:
    speaker.install("en")
    results = ResultList(pack, "en", look)
    qtbot.addWidget(results)
    results.resize(900, 600)
    results.show()
    return results


def test_hits_are_counted_and_listed(results: ResultList, engine: SearchEngine) -> None:
    results.show_results(engine.search("wages", lang="en"))
    assert results.list.isVisible()
    assert results.count.text() == f"{results.hits.rowCount()} answer" + "s" * (
        results.hits.rowCount() > 1
    )


def test_a_tap_chooses(results: ResultList, engine: SearchEngine, qtbot: QtBot) -> None:
    results.show_results(engine.search("wages", lang="en"))
    place = results.list.visualRect(results.hits.index(0, 0)).center()
    with qtbot.waitSignal(results.entryChosen) as chosen:
        qtbot.mouseClick(results.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["pay", "en"]


def test_enter_in_the_field_chooses_the_best(
    results: ResultList, engine: SearchEngine, qtbot: QtBot
) -> None:
    results.show_results(engine.search("wages", lang="en"))
    with qtbot.waitSignal(results.entryChosen):
        results.choose_first()


def test_nothing_found_is_never_an_empty_page(results: ResultList, engine: SearchEngine) -> None:
    results.show_results(engine.search("xyzzy", lang="en"))
    assert results.nothing.isVisible()
    assert not results.count.isVisible()


def test_words_of_distress_put_help_first(results: ResultList, engine: SearchEngine) -> None:
    results.show_results(engine.search("help me", lang="en"))
    assert results.help_card.isVisible()


def test_forgotten_nothing_is_left(results: ResultList, engine: SearchEngine) -> None:
    results.show_results(engine.search("help me", lang="en"))
    results.forget()
    assert not results.help_card.isVisible()
    assert (results.hits.rowCount(), results.count.text(), results._results) == (0, "", None)
