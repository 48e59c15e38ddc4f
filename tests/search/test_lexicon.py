from __future__ import annotations

from desktop.search.analysis import Language
from desktop.search.lexicon import Lexicon

LEXICON = Lexicon(
    Language("en"),
    [
        {"question": ["where", "passports"], "answer": ["passing", "help", "help", "here"]},
        {"question": [], "answer": ["passport", "paper"]},
    ],
    ["jail"],
)


def test_the_foremost_completion_comes_first() -> None:
    assert LEXICON.complete("pas") == ["passports", "passport", "passing"]
    assert LEXICON.complete("pass") == ["passports", "passport", "passing"]


def test_function_words_complete_only_where_nothing_else_does() -> None:
    assert LEXICON.complete("he") == ["help"]
    assert LEXICON.complete("whe") == ["where"]


def test_words_are_known_by_their_stem_too() -> None:
    assert all(map(LEXICON.knows, ["passport", "papers", "jail", "jailed", "the"]))
    assert not LEXICON.knows("pasport")


def test_documents_are_counted_once() -> None:
    assert LEXICON.frequency["passport"] == 2
    assert LEXICON.frequency["help"] == 1
    assert LEXICON.fields["passport"] == {"question", "answer"}


def test_rare_words_tell_more() -> None:
    assert LEXICON.idf(0) > LEXICON.idf(1) > LEXICON.idf(2) > 0
