"""Geometry of the on-screen keyboard: positions and sizes of keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from desktop.kiosk.keyboard.layouts import ROWS, UNITS

if TYPE_CHECKING:
    from desktop.kiosk.keyboard.layouts import KeyLayout

SMALL = 864  # pixels: screen size from which on keys grow
KEY = 60  # pixels: height of a key on a small screen
WIDEST = 1120  # pixels: width of the keys together on a small screen
GAP = 8  # pixels on a small screen
LETTER = 27  # pixels on a small screen
FILLED = 0.6  # maximum share of a key's height and width for its letter
TALLEST = 1.3  # times the width of a key
SHARE = 0.47  # maximum share of the screen's height, so that field and first result stay visible


@dataclass(frozen=True, slots=True)
class KeyGrid:
    """Sizes of the keyboard, in pixels.

    Attributes:
        left: left edge of the first key of a row.
        width: all keys of a row with the gaps between them.
        key: height of a key.
        gap: between two keys, and above and below all of them.
        letter: font size of a key's text.
    """

    left: int
    width: int
    key: int
    gap: int
    letter: int

    @property
    def height(self) -> int:
        """Height of the whole keyboard."""
        return ROWS * self.key + (ROWS + 1) * self.gap

    @property
    def unit(self) -> int:
        """Width of a key of one unit."""
        return int(self._pitch) - self.gap

    def boxes(self, page: KeyLayout) -> tuple[QRect, ...]:
        """The rectangles of the keys of `page`, in their order."""
        boxes = []
        for number, row in enumerate(page.rows):
            start, y = 0, self.gap + number * (self.key + self.gap)
            for key in row:
                x, end = round(start * self._pitch), round((start + key.width) * self._pitch)
                boxes.append(QRect(self.left + x, y, end - x - self.gap, self.key))
                start += key.width
        return tuple(boxes)

    @property
    def _pitch(self) -> float:
        return (self.width + self.gap) / UNITS


def grid(width: int, screen_height: int, enlarged: float) -> KeyGrid:
    """Fit the keys to a screen.

    Args:
        width: of the keyboard, in pixels.
        screen_height: of the kiosk's window, in pixels.
        enlarged: the wanted text size as a multiple of the kiosk's default; keys follow as far as
            they fit.
    """
    scale = max(1.0, min(width, screen_height) / SMALL)
    gap = round(GAP * scale)
    room = (int(screen_height * SHARE) - (ROWS + 1) * gap) // ROWS
    larger = max(1.0, enlarged)
    across = min(width - 2 * gap, round(WIDEST * scale * larger))
    unit = (across + gap) / UNITS - gap
    key = min(round(KEY * scale * larger), room, round(unit * TALLEST))
    letter = min(LETTER * scale * larger, FILLED * key, FILLED * unit)
    return KeyGrid((width - across) // 2, across, key, gap, round(letter))
