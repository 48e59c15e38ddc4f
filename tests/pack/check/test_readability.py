from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pack.check.readability import FORMULAS, lengths, measure, prose, split_sentences
from desktop.pack.markup import parse_markup


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three? Four… Five", 5),
        ("In the U.S. Attorney's view. It is so in the U.S. The end.", 3),
        ("Call at 8 a.m. on Monday. Dr. Ada Vega answers.", 2),
        ("It costs $1.50, i.e. little. See no. 5. She said no. You go.", 4),
        ("Llame al Sr. Vega en EE. UU. Es gratis. P. ej. hoy.", 3),
        ("¿Qué es? ¡Nada! «No.» Ya.", 4),
        ("one line\nand another", 2),
        ('He said "Stop." Then he left.', 2),
        (" \n. ", 1),
        ("", 0),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


def test_the_english_mark_is_the_published_formula() -> None:
    measured = measure("The cat sat on the mat. It slept.", "en-US")
    assert (measured.words, measured.sentences, measured.syllables) == (8, 2, 8)
    assert measured.score == round(0.39 * 4 + 11.8 * 1 - 15.59, 1)


def test_the_spanish_mark_is_the_published_formula() -> None:
    measured = measure("El gato duerme en la casa. Llueve.", "es")
    assert (measured.words, measured.sentences, measured.syllables) == (7, 2, 11)
    assert measured.score == round(206.84 - 60 * 11 / 7 - 1.02 * 3.5, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We call New Mexico Legal Aid today.", 3),
        ("New Mexico Legal Aid helps. We ask New Mexico.", 3),
        ("The FBI has 15 agents; see 30-52-1.", 4),
        ("I am here and I'm fine.", 6),
        ("Diga: «Necesito ayuda» en Santa Fe.", 4),
        ("Visit www.example.org or ask.", 3),
        ("Help is here. You can get help.", 7),
    ],
)
def test_names_and_numbers_are_left_out(text: str, words: int) -> None:
    assert measure(text, "en").words == words


def test_lengths_count_names_and_numbers_too() -> None:
    assert lengths("Call New Mexico Legal Aid at 505-438-3733. Now.") == (7, 1)


def test_prose_is_an_answer_without_headings() -> None:
    assert prose(parse_markup("## Heading\nA **b**\n\n- one\n- two")[0]) == "A b\none\ntwo"


def test_a_language_without_scale_has_no_mark() -> None:
    measured = measure("Das ist ein Satz.", "de")
    assert (measured.words, measured.score) == (3, None)


@pytest.mark.parametrize("text", ["", "...", "505-438-3733", "FBI"])
def test_a_text_without_words_has_no_mark(text: str) -> None:
    assert measure(text, "en").score is None


@pytest.mark.parametrize(
    ("lang", "passing", "beyond"), [("en", 8, 8.1), ("es", 70, 69.9), ("es", 71, 0)]
)
def test_limits_lie_on_the_hard_side(lang: str, passing: float, beyond: float) -> None:
    scale = FORMULAS[lang]
    assert not scale.passes(passing, scale.warn)
    assert scale.passes(beyond, scale.warn)


@given(st.text(), st.sampled_from(["en", "es", "xx"]))
def test_any_text_is_measured(text: str, lang: str) -> None:
    measured = measure(text, lang)
    assert measured.sentences <= measured.words <= sum(lengths(text))
