from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.flat_tables import MemoryTables
from desktop.search.index.analysis import Analyzer
from desktop.search.index.lexicon import MAX_COMPLETIONS, Lexicon, LexiconBuilder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def lexicon(documents: Iterable[Mapping[str, list[str]]], known: Iterable[str] = ()) -> Lexicon:
    language, tables = Analyzer("en"), MemoryTables()
    builder = LexiconBuilder(language)
    for document in documents:
        builder.add(document)
    builder.learn(set(known))
    builder.write(tables)
    return Lexicon(language, tables)


LEXICON = lexicon(
    [
        {"question": ["where", "passports"], "answer": ["passing", "help", "help", "here"]},
        {"question": [], "answer": ["passport", "paper"]},
    ],
    ["jail"],
)


def test_the_foremost_completion_comes_first() -> None:
    assert LEXICON.completions("pas") == ["passports", "passport", "passing"]
    assert LEXICON.completions("pass") == ["passports", "passport", "passing"]


def test_function_words_complete_only_where_nothing_else_does() -> None:
    assert LEXICON.completions("he") == ["help"]
    assert LEXICON.completions("whe") == ["where"]


def test_words_are_known_by_their_stem_too() -> None:
    assert all(map(LEXICON.knows, ["passport", "papers", "jail", "jailed", "the"]))
    assert not LEXICON.knows("pasport")


def test_documents_are_counted_once() -> None:
    assert LEXICON.document_frequency("passport") == 2
    assert LEXICON.document_frequency("help") == 1
    assert LEXICON.document_frequency("nothing") == 0
    counts = LEXICON.document_frequency_by_field("passport")
    assert {name: count for name, count in counts.items() if count} == {"question": 1, "answer": 1}


def test_a_title_makes_a_word_prominent() -> None:
    assert [LEXICON.prominence(w) for w in ("passports", "passport", "jail", "zzz")] == [4, 1, 0, 0]


@pytest.mark.parametrize(
    ("word", "decides"), [("passing", True), ("where", False), ("jail", False), ("zzz", False)]
)
def test_words_of_the_documents_decide(word: str, decides: bool) -> None:
    assert LEXICON.is_content_word(word) is decides


@given(st.lists(st.text("abc", min_size=1, max_size=11), min_size=1))
def test_every_word_completes_each_of_its_beginnings(words: list[str]) -> None:
    built = lexicon([{"question": words}])
    for word in words:
        for length in range(1, len(word)):
            assert built.has_completion(word[:length]) or not built.is_content_word(word)
        if built.is_content_word(word) and len(set(words)) <= MAX_COMPLETIONS:
            assert word in built.completions(word[:-1]) or len(word) == 1


def test_what_was_asked_for_in_vain_is_not_remembered() -> None:
    built = lexicon([{"question": ["passport"]}])
    for ask in (
        built.stem,
        built.document_frequency,
        built.prominence,
        built.completions,
        built.knows,
    ):
        ask("secretword")
    assert "secretword" not in repr([vars(built), vars(built._words), vars(built._stems)])


def test_rare_words_tell_more() -> None:
    assert LEXICON.idf(0) > LEXICON.idf(1) > LEXICON.idf(2) > 0
