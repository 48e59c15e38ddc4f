"""Learning a number: how it is grouped, and whether what was typed is it."""

from __future__ import annotations

import re

_LONGEST = 4  # digits that stay together


def grouped(number: str) -> str:
    """`number` in groups of at most four digits, with spaces: "233733" gives "233 733".

    Groups that the number has already are kept, and so are "+", "#" and "*".
    """
    runs = re.findall(r"([+#*]*)([0-9]*)", number)
    return " ".join(sign + " ".join(_parts(digits)) for sign, digits in runs if sign or digits)


def _parts(run: str) -> list[str]:
    """Groups of three; the last takes up to four."""
    parts = []
    while len(run) > _LONGEST:
        parts.append(run[:3])
        run = run[3:]
    return [*parts, run]


def is_same(typed: str, number: str) -> bool:
    """Whether both reach the same phone: signs do not count, nor the 1 before an area code."""
    return bool(_plain(number)) and _plain(typed) == _plain(number)


def right_digits(typed: str, number: str) -> int:
    """How many digits of `typed` are right, from the first on."""
    pairs = zip(_plain(typed), _plain(number), strict=False)
    return next(
        (at for at, (one, other) in enumerate(pairs) if one != other), _shorter(typed, number)
    )


def _shorter(one: str, other: str) -> int:
    return min(len(_plain(one)), len(_plain(other)))


def _plain(number: str) -> str:
    """The digits; of eleven with a 1 before (North America), the ten that follow it."""
    digits = re.sub(r"[^0-9]", "", number)
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
