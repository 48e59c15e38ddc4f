from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.search import everyday
from desktop.search.analysis import fold

if TYPE_CHECKING:
    from desktop.search.engine import Engine

WORDS = sorted(word for words in everyday._WORDS.values() for word in words.split())


def test_words_stand_as_a_query_is_folded() -> None:
    assert [word for word in WORDS if fold(word) != word] == []


@pytest.mark.parametrize("language", sorted(everyday._WORDS))
def test_no_word_stands_twice(language: str) -> None:
    words = everyday._WORDS[language].split()
    assert len(words) == len(set(words))


def test_an_everyday_word_is_not_read_as_a_slip(engine: Engine) -> None:
    assert engine.search("cardd", lang="en").hits  # a slip in "card"
    assert not engine.search("care", lang="en").hits  # as near, but a word of its own
