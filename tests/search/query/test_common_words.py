from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.search.index.analysis import words
from desktop.search.query.common_words import common_words, is_common

if TYPE_CHECKING:
    from desktop.search.engine import SearchEngine


@pytest.mark.parametrize("language", ["en", "es"])
def test_words_stand_as_a_query_is_folded(language: str) -> None:
    found = common_words(language)
    assert len(found) > 10_000
    assert [word for word in found if words(word) != [word]] == []


def test_languages_are_looked_at_by_their_primary_tag() -> None:
    assert is_common("perro", ["en", "es-MX"])
    assert not is_common("perro", ["en"])
    assert not is_common("dog", ["tlh"])


def test_an_everyday_word_is_not_read_as_a_slip(engine: SearchEngine) -> None:
    assert engine.search("cardd", lang="en").hits  # a slip in "card"
    assert not engine.search("care", lang="en").hits  # as near, but a word of its own
