from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from desktop.search.index.build import build_in_memory
from desktop.search.query.planner import plan_query
from desktop.search.rank.answerable import is_answerable

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from desktop.search.index.index import Index


@pytest.fixture(scope="module")
def with_unrelated(pack: Pack) -> Index:
    wordings = {
        "en": ("guest book", "passport to paris", "card desk"),
        "es": ("multa de tránsito",),
    }
    return build_in_memory(replace(pack, unrelated=wordings))


@pytest.mark.parametrize(
    ("query", "answerable"),
    [
        ("overdue book", True),
        ("what is it", True),
        ("overdue zzzzzz", True),
        ("newspapers zzzzzz xxxxxx yyyyyy", False),
        ("bake a cake", False),
        ("zzzzzz", False),
        ("guest book", True),
    ],
)
def test_only_what_the_pack_is_about_is_answered(
    index: Index, query: str, *, answerable: bool
) -> None:
    assert is_answerable(index, plan_query(index, query, lang="en")) is answerable


@pytest.mark.parametrize(
    ("query", "answerable"),
    [
        ("guest book", False),
        ("a guest book for weddings", False),
        ("passports to paris", False),
        ("multas de tránsito", False),
        ("card desk", False),
        ("card desk late fines overdue", True),
        ("passport", True),
    ],
)
def test_a_word_used_for_something_else_is_not_found(
    with_unrelated: Index, query: str, *, answerable: bool
) -> None:
    plan = plan_query(with_unrelated, query + " ", lang="en")
    assert is_answerable(with_unrelated, plan) is answerable
