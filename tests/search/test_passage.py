from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.search.analysis import tokens
from desktop.search.passage import LONGEST, around, sentences


def test_sentences_lose_their_marks() -> None:
    text = "## Head\n\nOne **bold**. Two [link](entry:a)? ¿Tres?\n\n- item e.g. small"
    assert sentences(text) == ["Head", "One bold.", "Two link?", "¿Tres?", "item e.g. small"]


def test_a_short_text_is_its_own_passage() -> None:
    assert around("A short one.", []) == "A short one."


def test_a_passage_shows_the_matches_of_a_long_sentence() -> None:
    text = "word " * 60 + "needle " + "word " * 60
    marked = [token for token in tokens(text) if token.text == "needle"]
    passage = around(text, marked)
    assert "needle" in passage
    assert passage.startswith("… word")
    assert passage.endswith("word …")


@given(st.text(max_size=400))
def test_a_passage_is_never_too_long(text: str) -> None:
    assert len(around(text, tokens(text)[3:9])) <= LONGEST


@given(st.text())
def test_any_text_has_sentences_on_one_line(text: str) -> None:
    assert all(len(sentence.splitlines()) == 1 for sentence in sentences(text))
