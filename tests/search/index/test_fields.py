from __future__ import annotations

from desktop.search.index.fields import FIELDS, NUMBER


def test_the_first_field_of_a_word_is_its_weightiest() -> None:
    assert list(FIELDS.values()) == sorted(FIELDS.values(), reverse=True)
    assert [*NUMBER] == [*FIELDS]
    assert [*NUMBER.values()] == [*range(len(FIELDS))]
