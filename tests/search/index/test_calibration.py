from __future__ import annotations

from collections import Counter

import pytest

from desktop.base.resources import flagship_pack
from desktop.pack.reader import read
from desktop.search.engine import SearchEngine
from desktop.search.index.analysis import Analyzer, tokenize
from desktop.search.index.calibration import CommonWordCalibrator, common_words, is_common
from desktop.search.index.lexicon import LexiconBuilder

RICH = [["landlord", "keys"], ["landlord", "rent"], ["rent", "late"], ["keys", "late"]]


def weight(phrasings: list[list[str]], times: int) -> int:
    """The scope of a pack in which each of `phrasings` stands in `times` documents of its own."""
    builder = LexiconBuilder(Analyzer("en"))
    scope = CommonWordCalibrator({"en": builder})
    filler = [f"filler{n}" for n in range(20)]
    for n in range(times):
        for phrasing in phrasings:
            words = [*phrasing, filler[n % 20]]
            builder.add({"phrasings": words})
            scope.add("en", [words], Counter(words))
    for _ in range(10 * times):
        builder.add({"answer": ["other"]})
    return scope.common_word_weight()


def test_a_pack_that_knows_how_people_ask_may_be_strict() -> None:
    assert weight(RICH, 30) == 3


def test_few_phrasings_tell_nothing() -> None:
    assert weight(RICH, 5) == 1


def test_a_pack_whose_phrasings_have_words_of_their_own_is_lenient() -> None:
    builder = LexiconBuilder(Analyzer("en"))
    scope = CommonWordCalibrator({"en": builder})
    everyday = ["tiger", "banana", "violin", "castle", "garden", "winter", "summer", "kitchen"]
    for n in range(120):
        words = [everyday[n % 8], f"own{n}", "rare"] if n < 8 else ["landlord", "keys"]
        builder.add({"phrasings": words})
        scope.add("en", [words], Counter(words))
    assert scope.common_word_weight() in (1, 2)


@pytest.mark.parametrize(
    ("query", "answerable"),
    [("nail salon", True), ("nail fungus", False), ("nail fungus trafficking", True)],
)
def test_an_everyday_word_that_the_pack_lacks_speaks_against_it(
    query: str, answerable: bool
) -> None:
    assert bool(SearchEngine(read(flagship_pack())).search(query, lang="en").hits) is answerable


@pytest.mark.parametrize("language", ["en", "es"])
def test_words_stand_as_a_query_is_folded(language: str) -> None:
    found = common_words(language)
    assert len(found) > 10_000
    assert [word for word in found if tokenize(word) != [word]] == []


def test_languages_are_looked_at_by_their_primary_tag() -> None:
    assert is_common("perro", ["en", "es-MX"])
    assert not is_common("perro", ["en"])
    assert not is_common("dog", ["tlh"])


def test_an_everyday_word_is_not_read_as_a_slip(engine: SearchEngine) -> None:
    assert engine.search("cardd", lang="en").hits  # a slip in "card"
    assert not engine.search("care", lang="en").hits  # as near, but a word of its own
