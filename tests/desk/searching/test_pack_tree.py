from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.desk.searching.pack_tree import PackTree
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack


@pytest.fixture
def tree(pack: Pack, look: Look, qtbot: QtBot) -> PackTree:
    tree = PackTree(pack, "en", look)
    qtbot.addWidget(tree)
    tree.resize(372, 600)
    tree.show()
    return tree


def test_the_first_topics_stand_open(tree: PackTree) -> None:
    assert tree.isExpanded(tree.topics.index_of_topic("getting-help"))


def test_an_entry_is_marked_and_its_topic_opened(tree: PackTree) -> None:
    tree.collapseAll()
    tree.show_entry("signs")
    assert tree.currentIndex() == tree.topics.index_of_entry("signs")
    assert tree.isExpanded(tree.currentIndex().parent())


def test_an_unknown_entry_changes_nothing(tree: PackTree) -> None:
    tree.show_entry("signs")
    before = tree.currentIndex()
    tree.show_entry("nowhere")
    assert tree.currentIndex() == before


def test_enter_opens_and_closes_a_topic(tree: PackTree, qtbot: QtBot) -> None:
    tree.show_topic("knowing")
    assert tree.isExpanded(tree.currentIndex())
    with qtbot.assertNotEmitted(tree.entryChosen):
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert not tree.isExpanded(tree.currentIndex())


def test_enter_chooses_an_entry(tree: PackTree, qtbot: QtBot) -> None:
    tree.show_entry("signs")
    with qtbot.waitSignal(tree.entryChosen) as chosen:
        qtbot.keyClick(tree, Qt.Key.Key_Return)
    assert chosen.args == ["signs"]


def test_rows_grow_with_the_words(tree: PackTree) -> None:
    index = tree.topics.index_of_topic("knowing")
    before = tree.visualRect(index).height()
    apply_look(tree, Look(text_size=300))
    tree.executeDelayedItemsLayout()
    assert tree.visualRect(index).height() > before
