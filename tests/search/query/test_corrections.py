from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.flat_tables import MemoryTables
from desktop.search.index.analysis import fold
from desktop.search.query.corrections import (
    EditDistance,
    PhoneticKeys,
    SpellingCorrector,
    allowed_edits,
    write_corrector,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

SOUND_ALIKES = PhoneticKeys(["en", "es"])
PROMINENCE = {"signs": 5, "sings": 1, "trafficking": 9, "passport": 3, "book": 2, "2020": 1}


def corrector(prominence: Mapping[str, int]) -> SpellingCorrector:
    tables = MemoryTables()
    write_corrector(tables, prominence, SOUND_ALIKES)
    return SpellingCorrector(tables, SOUND_ALIKES)


CORRECTOR = corrector(PROMINENCE)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("book", "book", 0), ("book", "boko", 1), ("book", "bok", 1), ("book", "hooks", 2)],
)
def test_slips(one: str, other: str, distance: int) -> None:
    assert EditDistance(one).distance_to(other) == distance


def by_matrix(one: str, other: str) -> int:
    """The same, as the definition has it."""
    rows = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, j in product(range(len(one) + 1), range(len(other) + 1)):
        if not i or not j:
            rows[i][j] = i + j
            continue
        a, b = one[i - 1], other[j - 1]
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a != b))
        if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
            rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


@given(st.text("abc", max_size=9), st.text("abc", max_size=9))
def test_slips_are_the_optimal_string_alignment(one: str, other: str) -> None:
    assert EditDistance(one).distance_to(other) == by_matrix(one, other)


@pytest.mark.parametrize(
    ("word", "allowed"),
    [("boo", 0), ("book", 1), ("bookish", 1), ("passport", 2), ("20202020", 0)],
)
def test_short_words_may_have_fewer_slips(word: str, allowed: int) -> None:
    assert allowed_edits(word) == allowed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("siggns", ["signs"]),
        ("boook", ["book"]),
        ("hook", ["book"]),
        ("pasport", ["passport"]),
        ("passpotr", ["passport"]),
        ("traficing", ["trafficking"]),
        ("rtafficking", ["trafficking"]),
        ("sign", ["signs"]),
        ("2021", []),
        ("bok", []),
        ("elephant", []),
    ],
)
def test_corrections(typed: str, meant: list[str]) -> None:
    assert [word for word, _ in CORRECTOR.corrections(typed)] == meant


def test_the_more_prominent_word_comes_first() -> None:
    assert [word for word, _ in CORRECTOR.corrections("sigs")] == ["signs", "sings"]
    assert [word for word, _ in CORRECTOR.corrections("sinns")] == ["signs", "sings"]


@given(st.sampled_from(sorted(PROMINENCE)))
def test_a_known_word_is_never_corrected(word: str) -> None:
    assert CORRECTOR.corrections(word) == []


@given(st.sampled_from(["trafficking", "passport"]), st.data())
def test_every_single_slip_is_found(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from("abcxyz"))
    slip = data.draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    )
    assert slip == word or CORRECTOR.corrections(slip)[0] == (word, 1)


def test_an_unfinished_word_is_corrected_as_a_prefix() -> None:
    found = CORRECTOR.corrected_prefixes("pasp", "passport".startswith)
    assert found == ["pas", "pass", "passp"]


def test_nearest_offers_what_is_too_far_to_search_for() -> None:
    assert CORRECTOR.nearest("pasaporte") == ["passport"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("resivir", "recibir"), ("alluda", "ayuda"), ("pandiyas", "pandillas")),
        *(("ceñales", "señales"), ("sentensias", "sentencias"), ("aser", "hacer")),
        *(("oteles", "hoteles"), ("kiero", "quiero"), ("bibir", "vivir"), ("jente", "gente")),
    ],
)
def test_words_written_as_they_sound_sound_alike(written: str, meant: str) -> None:
    assert SOUND_ALIKES.key(fold(written)) == SOUND_ALIKES.key(fold(meant))


@pytest.mark.parametrize(
    ("one", "other"), [("carro", "charro"), ("casa", "gasa"), ("ley", "le"), ("sigue", "sije")]
)
def test_words_that_sound_otherwise(one: str, other: str) -> None:
    assert SOUND_ALIKES.key(one) != SOUND_ALIKES.key(other)


def test_a_language_has_its_own_sound_alikes() -> None:
    assert PhoneticKeys(["en"]).key("bibir") != PhoneticKeys(["en"]).key("vivir")
    assert PhoneticKeys(["nv"]).key("phone") == "phone"


def test_a_word_written_as_it_sounds_is_one_slip() -> None:
    assert corrector({"recibir": 1, "refugio": 1}).corrections("resivir") == [("recibir", 1)]


def test_so_many_words_are_compared_that_the_foremost_are_among_them() -> None:
    many = {f"trav{chr(97 + n % 26)}{chr(97 + n // 26)}elrs": 1 for n in range(600)}
    assert corrector({**many, "travellers": 9}).corrections("trabelers")[0] == ("travellers", 2)
