from __future__ import annotations

import pytest

from desktop.content.booklet.piece import Frame, Style
from desktop.ui.look.theme import FONT_FAMILY, THEMES
from desktop.ui.printing.type_sizes import (
    HEADER_FOOTER_STYLE,
    PADDINGS,
    TEXT_STYLES,
    TWIPS,
    TextStyle,
    ink,
)


def test_every_style_and_frame_has_its_figures() -> None:
    assert set(TEXT_STYLES) == set(Style)
    assert set(PADDINGS) == set(Frame)


@pytest.mark.parametrize("face", [*TEXT_STYLES.values(), HEADER_FOOTER_STYLE])
def test_nothing_is_too_small_to_read(face: TextStyle) -> None:
    assert face.size >= 9.5
    assert face.spacing >= 1.2
    assert face.quiet == 0 or face.quiet >= 10


@pytest.mark.parametrize("face", TEXT_STYLES.values())
def test_fonts_are_the_bundled_ones_in_twips(face: TextStyle) -> None:
    assert face.font().family() == FONT_FAMILY
    assert face.font().pixelSize() == round(face.size * TWIPS)
    assert face.font(size=20).pixelSize() == 20 * TWIPS


def test_paper_has_the_colours_of_the_light_theme() -> None:
    assert ink("accent").name().upper() == THEMES["light"].accent
