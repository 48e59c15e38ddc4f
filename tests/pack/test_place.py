from __future__ import annotations

import pytest

from desktop.pack.place import Place, shown


def test_a_place_knows_entry_and_language() -> None:
    where = Place("entries").item(3, {"id": "signs"}).key("answer").tagged("es").line(2)
    assert where == Place("entries[3] (signs).answer.es, line 2", "signs", "es")


@pytest.mark.parametrize(
    ("text", "expected"), [("a\x1bb", "a\ufffdb"), ("x" * 99, "x" * 57 + "...")]
)
def test_what_is_shown_is_short_and_clean(text: str, expected: str) -> None:
    assert shown(text) == expected
