from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.search.results import Suggestion
from desktop.ui.look.changes import apply_look
from desktop.ui.results.no_results import NoResultsPane
from desktop.ui.widgets.wrapping import MOST, WrappingButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations


@pytest.fixture
def nothing(pack: Pack, look: Look, qtbot: QtBot) -> NoResultsPane:
    nothing = NoResultsPane(pack, "en")
    qtbot.addWidget(nothing)
    apply_look(nothing, look)
    nothing.show()
    return nothing


def offers(nothing: NoResultsPane) -> dict[str, WrappingButton]:
    """The buttons, by their words, from top to bottom."""
    items = [nothing._buttons.itemAt(at) for at in range(nothing._buttons.count())]
    buttons = [item.widget() for item in items if item]
    return {b.accessibleName(): b for b in buttons if isinstance(b, WrappingButton)}


def click(nothing: NoResultsPane, words: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(offers(nothing)[words].isVisible)
    qtbot.mouseClick(offers(nothing)[words], Qt.MouseButton.LeftButton)


def test_without_suggestions_every_topic_is_offered(nothing: NoResultsPane) -> None:
    nothing.show_suggestions(())
    assert list(offers(nothing)) == ["Getting help", "Knowing your rights", "How it was"]


def test_corrected_words_stand_before_topics(nothing: NoResultsPane) -> None:
    nothing.show_suggestions((Suggestion("Law & courts", "law"), Suggestion("signs")))
    assert list(offers(nothing)) == ["signs", "Law & courts"]


def test_a_corrected_query_is_proposed(nothing: NoResultsPane, qtbot: QtBot) -> None:
    nothing.show_suggestions((Suggestion("signs"),))
    with qtbot.waitSignal(nothing.queryProposed) as proposed:
        click(nothing, "signs", qtbot)
    assert proposed.args == ["signs"]


def test_a_topic_is_chosen(nothing: NoResultsPane, qtbot: QtBot) -> None:
    nothing.show_suggestions((Suggestion("Law & courts", "law"),))
    with qtbot.waitSignal(nothing.topicChosen) as chosen:
        click(nothing, "Law & courts", qtbot)
    assert chosen.args == ["law"]


def test_unknown_topics_are_left_out(nothing: NoResultsPane) -> None:
    nothing.show_suggestions((Suggestion("?", "nowhere"), Suggestion("Law", "law")))
    assert list(offers(nothing)) == ["Law & courts"]


def test_topics_follow_the_language(
    nothing: NoResultsPane, speaker: Translations, qtbot: QtBot
) -> None:
    nothing.set_language("es")
    speaker.install("es")
    qtbot.waitUntil(lambda: nothing._text.text().startswith("No encontramos"))
    assert next(iter(offers(nothing))) == "Cómo recibir ayuda"


def test_of_many_topics_the_first_are_offered(many_topics: Pack, qtbot: QtBot) -> None:
    nothing = NoResultsPane(many_topics, "en")
    qtbot.addWidget(nothing)
    nothing.show()
    assert len(offers(nothing)) == MOST
