from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.content.booklet import scope
from desktop.content.booklet.scope import Scope, entry_ids, offered

if TYPE_CHECKING:
    from desktop.pack.model import Pack


@pytest.mark.parametrize(
    ("how_much", "entry", "ids"),
    [
        (Scope.ANSWER, "pay", ("pay",)),
        (Scope.TOPIC, "services", ("signs", "services")),
        (Scope.TOPIC, "law-book", ("law-book",)),
        (Scope.ALL, "", ("signs", "services", "pay", "law-book", "history", "tags")),
    ],
)
def test_entries_are_in_the_order_of_their_topics(
    pack: Pack, how_much: Scope, entry: str, ids: tuple[str, ...]
) -> None:
    assert entry_ids(pack, how_much, entry) == ids


@pytest.mark.parametrize("how_much", [Scope.ANSWER, Scope.TOPIC])
def test_an_unknown_entry_is_refused(pack: Pack, how_much: Scope) -> None:
    with pytest.raises(KeyError):
        entry_ids(pack, how_much, "nowhere")


@pytest.mark.parametrize(
    ("entry", "scopes"),
    [
        ("signs", (Scope.ANSWER, Scope.TOPIC, Scope.ALL)),
        ("pay", (Scope.ANSWER, Scope.ALL)),  # alone in its topic
        ("", (Scope.ALL,)),
    ],
)
def test_each_choice_prints_more(pack: Pack, entry: str, scopes: tuple[Scope, ...]) -> None:
    assert offered(pack, entry) == scopes


def test_nothing_endless_is_offered(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scope, "MOST", 5)
    assert offered(pack, "signs") == (Scope.ANSWER, Scope.TOPIC)
    assert offered(pack, "") == ()


def test_a_pack_of_one_answer_has_one_choice(pack: Pack) -> None:
    small = msgspec.structs.replace(pack, entries=pack.entries[:1])
    assert offered(small, "signs") == (Scope.ANSWER,)
