from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.phone_number import grouped, is_same, right_digits

NUMBERS = st.text("0123456789-+#* ()")


@pytest.mark.parametrize(
    ("number", "groups"),
    [
        ("911", "911"),
        ("233733", "233 733"),
        ("1-888-373-7888", "1 888 373 7888"),
        ("(505) 438-3733", "505 438 3733"),
        ("18883737888", "188 837 378 88"),
        ("#7233", "#7233"),
        ("+52 55", "+52 55"),
        ("", ""),
    ],
)
def test_numbers_are_grouped(number: str, groups: str) -> None:
    assert grouped(number) == groups


@given(NUMBERS)
def test_grouping_loses_nothing(number: str) -> None:
    assert grouped(number).replace(" ", "") == re.sub(r"[^0-9+#*]", "", number)
    assert all(len(group.strip("+#*")) <= 4 for group in grouped(number).split())


@pytest.mark.parametrize(
    ("typed", "number", "same"),
    [
        ("233733", "233733", True),
        ("233 733", "233733", True),
        ("8883737888", "1-888-373-7888", True),
        ("18883737888", "1-888-373-7888", True),
        ("7233", "#7233", True),
        ("23373", "233733", False),
        ("2337333", "233733", False),
        ("", "", False),
    ],
)
def test_the_same_number(typed: str, number: str, same: bool) -> None:
    assert is_same(typed, number) is same


@pytest.mark.parametrize(
    ("typed", "right"), [("", 0), ("9", 0), ("2", 1), ("23", 2), ("2393", 2), ("2337339", 6)]
)
def test_how_many_digits_are_right(typed: str, right: int) -> None:
    assert right_digits(typed, "233733") == right
