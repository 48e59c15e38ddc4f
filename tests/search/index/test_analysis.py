from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.search.index.analysis import (
    FUNCTION,
    INTERROGATIVE,
    Analyzer,
    fold,
    spellings,
    tokenize,
    tokenize_with_offsets,
    weights_of,
)

ANY_TEXT = st.text(st.characters(exclude_categories=()))
LATIN_TEXT = st.text(st.characters(max_codepoint=0xFF) | st.sampled_from("\u2019\u2026"))


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    ANY_TEXT | st.text(st.characters(max_codepoint=0xFF) | st.sampled_from("\u2018\u2019\u2026"))
)
def test_tokens_are_the_words_with_places_in_order(text: str) -> None:
    found = tokenize_with_offsets(text)
    assert [token.text for token in found] == tokenize(text)
    places = [at for token in found for at in (token.start, token.end)]
    assert places == sorted(places)
    assert all(0 <= token.start < token.end <= len(text) for token in found)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Señales", ["senales"]),
        ("sen\u0303ales", ["senales"]),
        ("\uff33\uff29\uff27\uff2e\uff33", ["signs"]),
        ("si\u200bg\u00adns", ["signs"]),
        ("\u202esigns\u202c", ["signs"]),
        ("si\ud800gns", ["signs"]),
        ("Straße", ["strasse"]),
        ("one\ttwo\x00\nthree", ["one", "two", "three"]),
        ("the boss's and the boss\u2019s", ["the", "boss", "and", "the", "boss"]),
        ("I can't, I'm", ["i", "cant", "im"]),
        ("l'eau", ["l", "eau"]),
        ("COVID-19", ["covid", "19"]),
        ("word¹ next", ["word", "next"]),
        ("हिन्दी", ["हिन्दी"]),
        ("図書館", ["図", "書", "館"]),
        ('🙂 +-"(AND)*:^', ["and"]),
        ("", []),
    ],
)
def test_words(text: str, folded: list[str]) -> None:
    assert tokenize(text) == folded


def test_a_decomposed_accent_belongs_to_its_letter() -> None:
    text = "ve cafe\u0301!"
    assert [text[token.start : token.end] for token in tokenize_with_offsets(text)] == [
        "ve",
        "cafe\u0301",
    ]


def test_spellings_keep_the_accents() -> None:
    assert dict(spellings("Las SEÑALES de año")) == {"senales": "señales", "ano": "año"}


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", ["trafficking", "trafficked", "traffickers"]),
        ("es-MX", ["policia", "policias"]),
        ("es", ["tratado", "tratados", "tratada"]),
    ],
)
def test_forms_of_a_word_share_a_stem(tag: str, forms: list[str]) -> None:
    assert len(set(Analyzer(tag).stems(forms))) == 1


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert Analyzer("nv").stems(["naaltsoos", "books"]) == ["naaltsoos", "books"]


@pytest.mark.parametrize(
    ("language", "word", "weight"),
    [
        ("en", "who", INTERROGATIVE),
        ("en", "the", FUNCTION),
        ("es", "cuanto", INTERROGATIVE),
        ("es", "la", FUNCTION),
    ],
)
def test_classes(language: str, word: str, weight: float) -> None:
    assert weights_of(language)[word] == weight


def test_words_with_content_are_in_no_class() -> None:
    assert not {"passport", "police", "pasaporte"} & (
        weights_of("en").keys() | weights_of("es").keys()
    )


def test_a_language_without_lists_has_no_light_words() -> None:
    assert weights_of("de") == {}  # has a file
    assert weights_of("nv") == {}
