from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTreeView

from desktop.pack.model import Entry, Manifest, Pack, Topic
from desktop.search.results import Explanation, Hit, Span
from desktop.ui.results.models import STEP, HitModel, HitRole, TopicModel, TopicRole

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot


@pytest.fixture
def model(pack: Pack) -> TopicModel:
    return TopicModel(pack, "en")


def test_qt_finds_no_fault(model: TopicModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_a_pack_without_topics_is_an_empty_tree(pack: Pack, qtmodeltester: ModelTester) -> None:
    model = TopicModel(msgspec.structs.replace(pack, topics=(), entries=()), "en")
    qtmodeltester.check(model)
    assert model.rowCount() == 0


def test_topics_stand_in_the_order_of_the_pack(model: TopicModel) -> None:
    titles = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert titles == ["Getting help", "Knowing your rights", "How it was"]


def test_subtopics_stand_before_entries(model: TopicModel) -> None:
    knowing = model.index_of_topic("knowing")
    assert model.index(0, 0, knowing).data(TopicRole.TOPIC_ID) == "law"
    assert model.index(1, 0, knowing).data(TopicRole.ENTRY_ID) == "pay"


@pytest.mark.parametrize(
    ("role", "value"),
    [
        (Qt.ItemDataRole.DisplayRole, "Knowing your rights"),
        (Qt.ItemDataRole.AccessibleTextRole, "Knowing your rights"),
        (TopicRole.TOPIC_ID, "knowing"),
        (TopicRole.ENTRY_ID, ""),
        (TopicRole.ICON, "book-open"),
        (TopicRole.COUNT, 2),
        (TopicRole.LEVEL, 0),
        (Qt.ItemDataRole.ToolTipRole, None),
    ],
)
def test_roles_of_a_topic(model: TopicModel, role: int, value: object) -> None:
    assert model.index_of_topic("knowing").data(role) == value


@pytest.mark.parametrize(
    ("role", "value"),
    [
        (Qt.ItemDataRole.DisplayRole, "Which law protects me?"),
        (TopicRole.TOPIC_ID, ""),
        (TopicRole.ENTRY_ID, "law-book"),
        (TopicRole.ICON, ""),
        (TopicRole.COUNT, 0),
        (TopicRole.LEVEL, 2),
    ],
)
def test_roles_of_an_entry_two_levels_down(model: TopicModel, role: int, value: object) -> None:
    assert model.index_of_entry("law-book").data(role) == value


def test_a_topic_without_icon_gets_a_folder(model: TopicModel) -> None:
    assert model.index_of_topic("past").data(TopicRole.ICON) == "folder"


def test_parents_lead_to_the_root(model: TopicModel) -> None:
    law = model.index_of_entry("law-book").parent()
    assert law == model.index_of_topic("law")
    assert law.parent() == model.index_of_topic("knowing")
    assert not law.parent().parent().isValid()


def test_unknown_ids_have_no_index(model: TopicModel) -> None:
    assert not model.index_of_entry("nowhere").isValid()
    assert not model.index_of_topic("nowhere").isValid()


def test_a_language_change_keeps_the_indexes(model: TopicModel, qtbot: QtBot) -> None:
    kept = QPersistentModelIndex(model.index_of_entry("pay"))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_language("es")
    assert kept.isValid()
    assert kept.data() == "¿Quién me debe el salario?"


def test_a_language_change_tells_of_every_level(model: TopicModel, qtbot: QtBot) -> None:
    told = []
    model.dataChanged.connect(lambda first, _last: told.append(first.parent().data()))
    model.set_language("es")
    assert set(told) == {
        None,
        "Cómo recibir ayuda",
        "Conocer sus derechos",
        "Leyes y tribunales",
        "Cómo era antes",
    }


def long_pack(count: int) -> Pack:
    entries = tuple(
        Entry(id=f"e{at}", topic="long", question={"en": f"Question {at}"}) for at in range(count)
    )
    manifest = Manifest(format=1, id="long", version=1, title={}, languages=("en",))
    return Pack(
        manifest=manifest, topics=(Topic(id="long", title={"en": "Long"}),), entries=entries
    )


def test_a_long_topic_comes_in_steps(qtmodeltester: ModelTester) -> None:
    model = TopicModel(long_pack(2 * STEP + 5), "en")
    topic = model.index_of_topic("long")
    assert topic.data(TopicRole.COUNT) == 2 * STEP + 5
    steps = []
    while model.canFetchMore(topic):
        model.fetchMore(topic)
        steps.append(model.rowCount(topic))
    assert steps == [STEP, 2 * STEP, 2 * STEP + 5]
    assert not model.canFetchMore(topic)
    assert model.index(2 * STEP + 4, 0, topic).data(TopicRole.ENTRY_ID) == f"e{2 * STEP + 4}"
    qtmodeltester.check(model)


def test_an_entry_further_down_is_fetched_when_it_is_asked_for() -> None:
    model = TopicModel(long_pack(3 * STEP), "en")
    index = model.index_of_entry(f"e{STEP + 3}")
    assert index.data(TopicRole.ENTRY_ID) == f"e{STEP + 3}"
    assert model.rowCount(index.parent()) == 2 * STEP


def test_a_long_pack_is_not_read_before_its_topics_are_opened(
    qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    topics = tuple(Topic(id=f"t{at}", title={"en": f"Topic {at}"}) for at in range(30))
    entries = tuple(
        Entry(id=f"e{at}", topic=f"t{at % 30}", question={"en": f"Question {at}"})
        for at in range(6000)
    )
    model = TopicModel(msgspec.structs.replace(long_pack(0), topics=topics, entries=entries), "en")
    last = model.index_of_topic("t29")
    assert model.hasChildren(last)
    assert (last.data(TopicRole.COUNT), model.rowCount(last)) == (200, 0)
    qtmodeltester.check(model)
    tree = QTreeView()
    qtbot.addWidget(tree)
    tree.setModel(model)
    tree.expand(last)
    qtbot.waitUntil(lambda: model.rowCount(last) == STEP)
    assert model.index_of_entry("e5999").parent() == last


WHY = Explanation((Span(13, 18),), "Some signs", (Span(5, 10),))
HITS = (
    Hit("signs", "en", 2.0, "What are the signs?", WHY),
    Hit("pay", "es", 1.0, "¿Quién me debe el salario?"),
)


@pytest.fixture
def hits() -> HitModel:
    hits = HitModel()
    hits.set_hits(HITS)
    return hits


def test_qt_finds_no_fault_in_hits(hits: HitModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(hits)


def test_hits_stand_in_their_order(hits: HitModel) -> None:
    ids = [hits.index(row, 0).data(HitRole.ENTRY_ID) for row in range(hits.rowCount())]
    assert ids == ["signs", "pay"]


@pytest.mark.parametrize(
    ("role", "value"),
    [
        (Qt.ItemDataRole.DisplayRole, "What are the signs?"),
        (Qt.ItemDataRole.AccessibleTextRole, "What are the signs?"),
        (Qt.ItemDataRole.AccessibleDescriptionRole, "Some signs"),
        (HitRole.LANG, "en"),
        (HitRole.HIT, HITS[0]),
        (Qt.ItemDataRole.ToolTipRole, None),
    ],
)
def test_roles_of_a_hit(hits: HitModel, role: int, value: object) -> None:
    assert hits.index(0, 0).data(role) == value


def test_new_hits_reset_the_model(hits: HitModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hits.modelReset):
        hits.set_hits(())
    assert hits.rowCount() == 0


def test_hits_have_no_children(hits: HitModel) -> None:
    assert hits.rowCount(hits.index(0, 0)) == 0
