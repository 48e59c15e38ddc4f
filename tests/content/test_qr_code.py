from __future__ import annotations

import pytest

from desktop.content.qr_code import QUIET, encode
from desktop.content.qr_text import MAX_BYTES


def test_the_longest_answer_makes_the_largest_code() -> None:
    assert encode("ñ" * (MAX_BYTES // 2)).size == 77 + 2 * QUIET
    assert encode("ñ" * (MAX_BYTES // 2 + 1)).size > 77 + 2 * QUIET


def test_a_code_is_square_with_white_around_it() -> None:
    rows = encode("911").rows
    assert {len(row) for row in rows} == {len(rows)}
    for edge in (*rows[:QUIET], *rows[-QUIET:]):
        assert not any(edge)
    assert not any(any(row[:QUIET] + row[-QUIET:]) for row in rows)


def test_corners_have_their_finders() -> None:
    row = encode("911").rows[QUIET]
    assert row[QUIET : QUIET + 8] == (True,) * 7 + (False,)


def test_too_long_a_text_has_no_code() -> None:
    with pytest.raises(ValueError, match="too large"):
        encode("x" * 2332)
