"""QR codes as a grid of modules, made by segno."""

from __future__ import annotations

from dataclasses import dataclass

import segno

QUIET = 4  # modules of white around a code, ISO/IEC 18004 section 6.3.8


@dataclass(frozen=True, slots=True)
class Matrix:
    """A code with its quiet zone.

    Attributes:
        text: what is in it.
        rows: top to bottom, each with true for every dark module; square.
    """

    text: str
    rows: tuple[tuple[bool, ...], ...]

    @property
    def size(self) -> int:
        """Modules on each side."""
        return len(self.rows)


def encode(text: str) -> Matrix:
    """The code of `text`, level M (15 % may be hidden) or better where it costs no room.

    UTF-8 without an ECI header, as phones expect it: some print the header's number.

    Raises:
        ValueError: there is more text than any code holds (2331 bytes).
    """
    code = segno.make(text, error="m", micro=False, encoding="utf-8")
    rows = code.matrix_iter(border=QUIET)
    return Matrix(text, tuple(tuple(map(bool, row)) for row in rows))
