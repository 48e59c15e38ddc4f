"""Scaling of the kiosk: a base for the screen, steps for the reader."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop.ui.look.theme import THEMES, Look

TEXT_SIZES: Final = (100, 125, 150, 200)  # per cent
MOST_CHROME: Final = 125  # per cent: header and help bar must leave space for text
SMALL, USUAL = 600, 1080  # pixels of the short side of a screen
SMALL_BASE, USUAL_BASE = 110, 150  # per cent of the desktop's sizes: 18 and 24 pixels for body text


def base_for(width: int, height: int) -> int:
    """Text scale that counts as 100 % on a screen, in per cent of the desktop's sizes.

    Args:
        width: of the screen, in pixels.
        height: of the screen, in pixels.

    Returns: grows with the short side, so that text is not tiny at high resolutions, and stays
        readable on the smallest screens.
    """
    short = min(width, height)
    if short >= USUAL:
        return round(short * USUAL_BASE / USUAL)
    above = max(short - SMALL, 0) / (USUAL - SMALL)
    return round(SMALL_BASE + above * (USUAL_BASE - SMALL_BASE))


def kiosk_look(theme: str, text_size: int, base: int) -> Look:
    """The look for a theme and a text size (per cent) on a screen with this base."""
    return Look(theme, text_size, base, MOST_CHROME)


def stepped(look: Look, by: int) -> Look:
    """The look in the next larger text size (`by` 1) or smaller (-1); unchanged at the limits."""
    at = TEXT_SIZES.index(look.text_size) + by
    return replace(look, text_size=TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))])


def next_theme(look: Look) -> Look:
    """The look with the next theme, in the same sizes."""
    names = list(THEMES)
    return replace(look, theme=names[(names.index(look.theme) + 1) % len(names)])
