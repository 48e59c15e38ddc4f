from __future__ import annotations

import pytest

from desktop.languages.language import (
    Grammar,
    Groups,
    Phrases,
    Readability,
    Search,
    Sounds,
    Spelling,
    Words,
    united,
)


def search(*words: str) -> Search:
    return Search(
        function_words=Words(words), question_words=Words(), articles=Words(), links=Words(["of"])
    )


def spelling(*sounds: tuple[str, str]) -> Spelling:
    return Spelling(contractions=Words(), possessives=Words(), sounds=Sounds(sounds))


def test_sections_are_united_field_by_field() -> None:
    found = united(Search, [search("the"), None, search("la", "the")])
    assert found.function_words == Words(["the", "la"])
    assert found.links == Words(["of"])


def test_united_sounds_keep_their_order_and_are_there_once() -> None:
    one, other = spelling(("ch", "ch"), ("k", "c")), spelling(("ch", "ch"), ("b", "v"))
    assert united(Spelling, [one, other]).sounds == (("ch", "ch"), ("k", "c"), ("b", "v"))


def test_no_sections_are_empty_ones() -> None:
    found = united(Grammar, [None])
    assert (found.subject, found.questions) == (Words(), Phrases())


def test_phrases_are_found_anywhere_but_only_in_a_row() -> None:
    phrases = Phrases([("how", "many"), ("why",)])
    assert phrases.are_in(["so", "how", "many"])
    assert phrases.are_in(["why"])
    assert not phrases.are_in(["how", "so", "many"])
    assert not Phrases().are_in(["why"])


def test_groups_keep_their_order() -> None:
    assert Groups([("take", "took"), ("be", "is")])[0][0] == "take"


@pytest.mark.parametrize(
    ("harder", "mark", "passes"),
    [(True, 8.1, True), (True, 8, False), (False, 7.9, True), (False, 8, False)],
)
def test_a_mark_passes_a_limit_on_the_hard_side(*, harder: bool, mark: float, passes: bool) -> None:
    scale = Readability("mark", 1, 0.5, 10, warn=8, fail=9, higher_is_harder=harder)
    assert scale.score(4, 2) == 23
    assert scale.passes(mark, scale.warn) is passes
