from __future__ import annotations

import codecs
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLayout, QPushButton

from desktop.base.resources import flagship_pack
from desktop.desk.searching.search_pane import SearchPane
from desktop.pack import stored
from desktop.search import open_pack
from desktop.search.open_pack import open_indexed
from desktop.search.results import Explanation, Hit, Results, Span, Suggestion
from desktop.ui.look import icons
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.results.models import HitRole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.translations import Translations

Key = Qt.Key
FOUND = Results(
    "sig",
    "en",
    (
        Hit("signs", "en", 2.0, "What are the signs?", Explanation((Span(13, 18),))),
        Hit("pay", "en", 1.0, "Who owes me wages?"),
        Hit("history", "es", 0.5, "How old is this problem?"),
    ),
)
NOTHING = Results("zzz", "en", suggestions=(Suggestion("signs"), Suggestion("Law", "law")))


@pytest.fixture
def pane(pack: Pack, look: Look, speaker: Translations, qtbot: QtBot) -> SearchPane:
    speaker.install("en")
    pane = SearchPane(pack, "en", look)
    qtbot.addWidget(pane)
    pane.resize(372, 600)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    pane.take_focus()
    qtbot.waitUntil(pane.box.edit.hasFocus)
    return pane


def click(pane: SearchPane, index: QModelIndex, qtbot: QtBot) -> None:
    view = pane.tree if index.model() is pane.topics else pane.list
    qtbot.waitUntil(lambda: view.visualRect(index).isValid())
    spot = view.visualRect(index).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


class Reads:
    """Notes the files opened, and the entries asked of a pack on disk, while it is entered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.found: list[object] = []
        self._on = False
        sys.addaudithook(self._note)
        for kind in (stored._ById, stored._Entries):
            monkeypatch.setattr(kind, "__getitem__", self._noting(kind.__getitem__))

    def _noting(self, get: Callable[..., object]) -> Callable[..., object]:
        def noted(entries: object, key: object) -> object:
            self._note("open", (key,))
            return get(entries, key)

        return noted

    def _note(self, event: str, args: tuple[object, ...]) -> None:
        if self._on and event == "open":
            self.found.append(args[0])

    def __enter__(self) -> None:
        self._on = True

    def __exit__(self, *_: object) -> None:
        self._on = False


def test_painting_reads_neither_file_nor_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Look, speaker: Translations, qtbot: QtBot
) -> None:
    """Rows are plain data before the views ask for them, on disk though the pack is."""
    monkeypatch.setattr(open_pack, "LARGE", 1)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    opened = open_indexed(flagship_pack())
    pack, engine = opened.pack, opened.make_engine()
    codecs.lookup("utf-16-le")  # Python reads it when it is first used
    reads = Reads(monkeypatch)
    for cached in (icons._svg, icons.pixmap):
        cached.cache_clear()
    pane = SearchPane(pack, "en", look)
    qtbot.addWidget(pane)
    pane.resize(372, 600)
    pane.show()
    with reads:
        pane.grab()
    results = engine.search("trafficking", lang="en")
    assert len(results.hits) > 10
    with reads:
        pane.show_results(results)
        pane.grab()
        pane.list.scrollToBottom()
        pane.grab()
    assert not reads.found
    with reads:
        pack.entry_by_id["signs"]
        flagship_pack().read_bytes()
    assert {"signs", str(flagship_pack())} <= set(map(str, reads.found))  # it sees both


def test_the_tree_stands_open_at_first(pane: SearchPane) -> None:
    assert pane.tree.isVisible()
    assert pane.tree.isExpanded(pane.topics.index_of_topic("getting-help"))


def test_typing_tells_the_query(pane: SearchPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.queryChanged) as told:
        qtbot.keyClicks(pane.box.edit, "s")
    assert told.args == ["s"]


def test_results_replace_the_tree(pane: SearchPane) -> None:
    pane.show_results(FOUND)
    assert pane.list.isVisible()
    assert not pane.tree.isVisible()
    assert pane.list.currentIndex().row() == 0
    assert pane._count.text() == "3 answers"


@pytest.mark.parametrize("query", ["", "   "])
def test_a_blank_query_brings_the_tree_back(pane: SearchPane, query: str) -> None:
    pane.show_results(FOUND)
    pane.show_results(Results(query, "en"))
    assert pane.tree.isVisible()
    assert not pane._count.isVisible()


def test_a_cleared_search_announces_nothing_in_another_language(
    pane: SearchPane, speaker: Translations, qtbot: QtBot
) -> None:
    pane.show_results(Results("", "en"))
    speaker.install("es")
    qtbot.waitUntil(lambda: pane.tree.accessibleName() == "Temas")
    assert pane._announced == ""


def test_the_tree_comes_back_as_it_was(pane: SearchPane) -> None:
    pane.tree.expand(pane.topics.index_of_topic("past"))
    pane.tree.collapse(pane.topics.index_of_topic("getting-help"))
    pane.show_results(FOUND)
    pane.show_results(Results("", "en"))
    assert pane.tree.isExpanded(pane.topics.index_of_topic("past"))
    assert not pane.tree.isExpanded(pane.topics.index_of_topic("getting-help"))


def test_nothing_found_is_no_empty_pane(pane: SearchPane) -> None:
    pane.show_results(NOTHING)
    assert pane.nothing.isVisible()
    assert not pane._count.isVisible()


def test_the_help_card_stands_above_the_results(pane: SearchPane) -> None:
    pane.show_results(Results("help me", "en", FOUND.hits, ("emergency",)))
    assert pane.help_card.isVisible()
    assert pane.help_card.geometry().bottom() < pane.list.mapTo(pane, pane.list.pos()).y()
    pane.show_results(FOUND)
    assert not pane.help_card.isVisible()


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ([Key.Key_Down], 1),
        ([Key.Key_Down, Key.Key_Up], 0),
        ([Key.Key_Up], 0),
        ([Key.Key_PageDown], 2),
        ([Key.Key_PageDown, Key.Key_Down], 2),
        ([Key.Key_PageDown, Key.Key_PageUp], 0),
    ],
)
def test_keys_move_in_the_results(
    pane: SearchPane, qtbot: QtBot, keys: list[Key], row: int
) -> None:
    pane.show_results(FOUND)
    for key in keys:
        qtbot.keyClick(pane.box.edit, key)
    assert pane.list.currentIndex().row() == row
    assert pane.box.edit.hasFocus()


def test_enter_chooses_the_marked_hit(pane: SearchPane, qtbot: QtBot) -> None:
    pane.show_results(FOUND)
    qtbot.keyClick(pane.box.edit, Key.Key_Down)
    with qtbot.waitSignal(pane.entryChosen) as chosen:
        qtbot.keyClick(pane.box.edit, Key.Key_Return)
    assert chosen.args == ["pay", "en"]


def test_enter_in_the_tree_chooses_nothing(pane: SearchPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.entryChosen):
        qtbot.keyClick(pane.box.edit, Key.Key_Return)


def test_a_pause_previews_the_marked_hit(pane: SearchPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.entryPreviewed) as previewed:
        pane.show_results(FOUND)
    assert previewed.args == ["signs", "en"]


def test_choosing_leaves_no_preview_behind(pane: SearchPane, qtbot: QtBot) -> None:
    pane.show_results(FOUND)
    qtbot.keyClick(pane.box.edit, Key.Key_Return)
    assert not pane._pause.isActive()


def test_a_click_chooses_a_hit(pane: SearchPane, qtbot: QtBot) -> None:
    pane.show_results(FOUND)
    with qtbot.waitSignal(pane.entryChosen) as chosen:
        click(pane, pane.hits.index(2, 0), qtbot)
    assert chosen.args == ["history", "es"]


def test_a_click_chooses_an_entry_of_the_tree(pane: SearchPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.entryChosen) as chosen:
        click(pane, pane.topics.index_of_entry("services"), qtbot)
    assert chosen.args == ["services", ""]


def test_a_click_opens_and_closes_a_topic(pane: SearchPane, qtbot: QtBot) -> None:
    past = pane.topics.index_of_topic("past")
    before = pane.tree.isExpanded(past)
    click(pane, past, qtbot)
    assert pane.tree.isExpanded(past) is not before
    click(pane, past, qtbot)
    assert pane.tree.isExpanded(past) is before


def test_down_goes_into_the_tree(pane: SearchPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.box.edit, Key.Key_Down)
    assert pane.tree.hasFocus()
    assert pane.tree.currentIndex() == pane.topics.index(0, 0)


def test_enter_in_the_tree_opens_the_entry(pane: SearchPane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.box.edit, Key.Key_Down)
    qtbot.keyClick(pane.tree, Key.Key_Down)
    with qtbot.waitSignal(pane.entryChosen) as chosen:
        qtbot.keyClick(pane.tree, Key.Key_Return)
    assert chosen.args == ["signs", ""]


def test_escape_empties_the_box_then_leaves_it(pane: SearchPane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.box.edit, "sig")
    qtbot.keyClick(pane.box.edit, Key.Key_Escape)
    assert pane.box.edit.text() == ""
    assert pane.box.edit.hasFocus()
    qtbot.keyClick(pane.box.edit, Key.Key_Escape)
    assert pane.tree.hasFocus()


def test_enter_counts_once(pane: SearchPane, qtbot: QtBot) -> None:
    chosen: list[str] = []
    pane.entryChosen.connect(lambda entry_id, _lang: chosen.append(entry_id))
    pane.show_results(FOUND)
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Key.Key_Return)
    click(pane, pane.hits.index(1, 0), qtbot)
    assert chosen == ["signs", "pay"]


def test_escape_in_the_results_brings_the_tree_back(pane: SearchPane, qtbot: QtBot) -> None:
    pane.queryChanged.connect(lambda query: pane.show_results(Results(query, "en")))
    pane.set_query("sig")
    pane.show_results(FOUND)
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Key.Key_Escape)
    assert pane.tree.isVisible()


def test_escape_in_the_tree_leads_to_the_box(pane: SearchPane, qtbot: QtBot) -> None:
    pane.tree.setFocus()
    qtbot.keyClick(pane.tree, Key.Key_Escape)
    assert pane.box.edit.hasFocus()


def test_the_same_query_again_keeps_the_chosen_hit(pane: SearchPane, qtbot: QtBot) -> None:
    pane.show_results(FOUND)
    qtbot.keyClick(pane.box.edit, Key.Key_Down)
    pane.show_results(Results("sig", "es", FOUND.hits[::-1]))
    assert pane.list.currentIndex().data(HitRole.ENTRY_ID) == "pay"
    assert not pane._pause.isActive()


def test_a_topic_offered_shows_itself_in_the_tree(pane: SearchPane, qtbot: QtBot) -> None:
    pane.queryChanged.connect(lambda query: pane.show_results(Results(query, "en")))
    pane.set_query("zzz")
    pane.show_results(NOTHING)
    pane.nothing.topicChosen.emit("law")
    assert pane.tree.isVisible()
    assert pane.tree.currentIndex() == pane.topics.index_of_topic("law")
    assert pane.tree.isExpanded(pane.topics.index_of_topic("law"))


def test_a_query_offered_is_searched(pane: SearchPane, qtbot: QtBot) -> None:
    pane.show_results(NOTHING)
    with qtbot.waitSignal(pane.queryChanged) as told:
        pane.nothing.queryProposed.emit("signs")
    assert told.args == ["signs"]
    assert pane.box.edit.hasFocus()


def test_selecting_an_entry_opens_its_topics(pane: SearchPane) -> None:
    pane.select_entry("law-book")
    assert pane.tree.currentIndex() == pane.topics.index_of_entry("law-book")
    assert pane.tree.isExpanded(pane.topics.index_of_topic("knowing"))
    pane.select_entry("nowhere")
    assert pane.tree.currentIndex() == pane.topics.index_of_entry("law-book")


def test_words_follow_the_language(pane: SearchPane, speaker: Translations, qtbot: QtBot) -> None:
    pane.show_results(FOUND)
    pane.set_language("es")
    speaker.install("es")
    qtbot.waitUntil(lambda: pane._count.text() == "3 respuestas")
    assert pane.tree.accessibleName() == "Temas"
    assert pane.topics.index(0, 0).data() == "Cómo recibir ayuda"


def test_the_hint_gives_way_where_room_is_short(pane: SearchPane) -> None:
    layout = pane.layout()
    assert layout is not None
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # as inside a window
    pane.show_results(FOUND)
    pane.resize(700, 600)
    assert pane._keys_hint.isVisible()
    pane.resize(200, 600)
    assert not pane._keys_hint.isVisible()


@pytest.mark.parametrize("size", [80, 200])
def test_rows_follow_the_text_size(pane: SearchPane, qtbot: QtBot, size: int) -> None:
    row = pane.topics.index(0, 0)
    before = pane.tree.visualRect(row).height()
    apply_look(pane, Look("dark", size))
    bigger = size > 100
    qtbot.waitUntil(lambda: (pane.tree.visualRect(row).height() > before) is bigger)


def meant(pane: SearchPane) -> QPushButton:
    button = pane.findChild(QPushButton, "didYouMean")
    assert button is not None
    return button


def test_misspelt_words_are_asked_about_and_taken(pane: SearchPane, qtbot: QtBot) -> None:
    pane.box.edit.setText("sgi")
    pane.show_results(Results("sgi", "en", FOUND.hits, suggestions=(Suggestion("signs"),)))
    assert meant(pane).isVisible()
    assert meant(pane).accessibleName() == "Did you mean “signs”?"
    assert not pane._keys_hint.isVisible()
    assert pane._announced == "3 answers. Did you mean “signs”?"
    with qtbot.waitSignal(pane.queryChanged) as told:
        qtbot.mouseClick(meant(pane), Qt.MouseButton.LeftButton)
    assert told.args == ["signs"]
    pane.show_results(FOUND)
    assert not meant(pane).isVisible()


def test_where_nothing_was_found_other_words_are_offered_in_the_page(pane: SearchPane) -> None:
    pane.show_results(NOTHING)
    assert not meant(pane).isVisible()


def test_long_words_that_may_be_meant_are_cut_to_the_row(pane: SearchPane) -> None:
    long = "a very long question that somebody typed with a slip somewhere in the middle"
    typed = long.replace("slip", "slpi").replace("middle", "mdidle")
    pane.show_results(Results(typed, "en", FOUND.hits, suggestions=(Suggestion(long),)))
    assert meant(pane).text() == "Did you mean “slip … middle”?"
    assert meant(pane).accessibleName() == meant(pane).toolTip() == f"Did you mean “{long}”?"
    assert meant(pane).geometry().right() <= pane.width()
