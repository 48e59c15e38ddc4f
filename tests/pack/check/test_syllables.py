from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pack.check.syllables import COUNTERS, english, spanish


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "the make whole called times asked thought years"),
        (2, "table wanted being quiet homeless sometimes someone business maybe safety isn't"),
        (2, "well-known people\u2019s"),
        (3, "coercion period area everywhere anyone employer trafficking agency"),
        (4, "community society exploitation situation january"),
        (5, "association investigated"),
    ],
)
def test_english(count: int, words: str) -> None:
    assert {word: english(word) for word in words.split()} == dict.fromkeys(words.split(), count)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "y el que muy hoy buey guion miau Dios rey guiar"),
        (2, "gente guerra queso país ahí río aún pingüe hueso causa ciudad cuidar viuda leer"),
        (3, "trabajo prohíben bilingüe cohete alcohol construía reúne dieciséis"),
        (4, "marihuana explotación zanahoria necesito comunidad teléfono"),
    ],
)
def test_spanish(count: int, words: str) -> None:
    assert {word: spanish(word) for word in words.split()} == dict.fromkeys(words.split(), count)


@given(st.sampled_from(sorted(COUNTERS)), st.text())
def test_any_word_has_a_syllable(lang: str, word: str) -> None:
    assert COUNTERS[lang](word) >= 1
