from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.content.booklet import scope
from desktop.content.booklet.scope import PrintScope, entry_ids, offered

if TYPE_CHECKING:
    from desktop.pack.model import Pack


@pytest.mark.parametrize(
    ("how_much", "entry", "ids"),
    [
        (PrintScope.ANSWER, "pay", ("pay",)),
        (PrintScope.TOPIC, "services", ("signs", "services")),
        (PrintScope.TOPIC, "law-book", ("law-book",)),
        (PrintScope.ALL, "", ("signs", "services", "pay", "law-book", "history", "tags")),
    ],
)
def test_entries_are_in_the_order_of_their_topics(
    pack: Pack, how_much: PrintScope, entry: str, ids: tuple[str, ...]
) -> None:
    assert entry_ids(pack, how_much, entry) == ids


@pytest.mark.parametrize("how_much", [PrintScope.ANSWER, PrintScope.TOPIC])
def test_an_unknown_entry_is_refused(pack: Pack, how_much: PrintScope) -> None:
    with pytest.raises(KeyError):
        entry_ids(pack, how_much, "nowhere")


@pytest.mark.parametrize(
    ("entry", "scopes"),
    [
        ("signs", (PrintScope.ANSWER, PrintScope.TOPIC, PrintScope.ALL)),
        ("pay", (PrintScope.ANSWER, PrintScope.ALL)),  # alone in its topic
        ("", (PrintScope.ALL,)),
    ],
)
def test_each_choice_prints_more(pack: Pack, entry: str, scopes: tuple[PrintScope, ...]) -> None:
    assert offered(pack, entry) == scopes


def test_nothing_endless_is_offered(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scope, "MAX_ENTRIES", 5)
    assert offered(pack, "signs") == (PrintScope.ANSWER, PrintScope.TOPIC)
    assert offered(pack, "") == ()


def test_a_pack_of_one_answer_has_one_choice(pack: Pack) -> None:
    small = msgspec.structs.replace(pack, entries=pack.entries[:1])
    assert offered(small, "signs") == (PrintScope.ANSWER,)
