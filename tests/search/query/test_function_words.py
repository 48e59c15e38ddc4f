from __future__ import annotations

import pytest

from desktop.search.query.function_words import FUNCTION, INTERROGATIVE, weights_of


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
