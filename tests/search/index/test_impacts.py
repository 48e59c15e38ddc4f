from __future__ import annotations

from typing import Any

import pytest

from desktop.base.flat_tables import BlobTable, MemoryTables
from desktop.search.index.impacts import (
    FIELD_BITS,
    FIELDS,
    IMPACT_SCALE,
    K1,
    NUMBER,
    TIE_BREAKER,
    B,
    ImpactWriter,
    decode_impacts,
)


def written(documents: list[dict[str, list[str]]]) -> list[dict[str, tuple[str, Any]]]:
    """For each document its stems, their field and impact."""
    tables = MemoryTables()
    impacts = ImpactWriter(tables)
    for document in documents:
        impacts.add(document)
    impacts.close()
    names = list(NUMBER)
    blobs = BlobTable(tables, "impacts")
    return [
        {
            stem: (names[code >> FIELD_BITS], (code & (1 << FIELD_BITS) - 1) / IMPACT_SCALE)
            for stem, code in decode_impacts(blobs[at]).items()
        }
        for at in range(len(blobs))
    ]


def test_an_impact_is_bm25_of_the_field() -> None:
    (found,) = written([{"answer": ["a", "b", "b"]}])
    assert found["a"] == ("answer", pytest.approx((K1 + 1) * 1 / (1 + K1), abs=0.01))
    assert found["b"] == ("answer", pytest.approx((K1 + 1) * 2 / (2 + K1), abs=0.01))


def test_the_weightiest_field_counts_in_full_and_others_by_the_tie() -> None:
    (found,) = written([{"question": ["a"], "answer": ["a"]}])
    assert found["a"] == ("question", pytest.approx(3 + TIE_BREAKER * 1, abs=0.01))


def test_a_word_of_a_long_field_is_worth_less() -> None:
    short, long = written([{"answer": ["a"]}, {"answer": ["a", "b", "c"]}])
    assert short["a"][1] > long["a"][1]
    norm = K1 * (1 - B + B * 3 / 2)
    assert long["a"][1] == pytest.approx((K1 + 1) / (1 + norm), abs=0.01)


def test_documents_after_the_first_go_by_their_lengths() -> None:
    many = [{"answer": ["a", "b"]}] * 4000
    found = written([*many, {"answer": ["a"] * 4}, {"brief": ["a"]}])
    assert len(found) == 4002
    norm = K1 * (1 - B + B * 4 / 2)
    assert found[4000]["a"][1] == pytest.approx((K1 + 1) * 4 / (4 + norm), abs=0.01)
    assert found[4001]["a"][0] == "brief"


def test_the_first_field_of_a_word_is_its_weightiest() -> None:
    assert list(FIELDS.values()) == sorted(FIELDS.values(), reverse=True)
    assert [*NUMBER] == [*FIELDS]
    assert [*NUMBER.values()] == [*range(len(FIELDS))]
