from __future__ import annotations

import re
from dataclasses import asdict
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette

from desktop.ui.look.theme import BODY_PX, FONT_FAMILY, THEMES, Look

# What is written on what.
TEXT = {
    "ink": ("bg", "panel", "card", "accent_bg", "warm_bg", "mark"),
    "mute": ("bg", "panel", "card", "warm_bg"),
    "accent": ("bg", "panel", "card", "accent_bg"),
    "on_accent": ("accent",),
    "warm": ("warm_bg", "card"),
    "head_ink": ("head",),
    "head_mute": ("head",),
    "head": ("head_ink",),
    "on_leave": ("leave",),
}
# Outlines and focus rings, and what is beside them.
EDGES = {"mute": ("bg", "panel", "card"), "accent": ("bg", "panel", "card"), "leave": ("head",)}


def pairs(table: dict[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    both = [(front, back) for front, backs in table.items() for back in backs]
    return [(theme, *pair) for theme, pair in product(THEMES, both)]


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    tint = QColor(colour)
    parts = (tint.redF(), tint.greenF(), tint.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(theme: str, front: str, back: str) -> float:
    tokens = asdict(THEMES[theme])
    dark, light = sorted((luminance(tokens[front]), luminance(tokens[back])))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_of_black_on_white() -> None:
    assert luminance("white") - luminance("black") == pytest.approx(1)


@pytest.mark.parametrize(("theme", "front", "back"), pairs(TEXT))
def test_text_can_be_read(theme: str, front: str, back: str) -> None:
    assert contrast(theme, front, back) >= (7 if theme == "contrast" else 4.5)


@pytest.mark.parametrize(("theme", "front", "back"), pairs(EDGES))
def test_edges_of_controls_can_be_seen(theme: str, front: str, back: str) -> None:
    assert contrast(theme, front, back) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_every_token_is_a_colour(theme: str) -> None:
    assert all(QColor(colour).isValid() for colour in asdict(THEMES[theme]).values())


@pytest.mark.parametrize(
    ("size", "body", "question"), [(80, 13, 24), (100, 16, 30), (200, 32, 60), (300, 48, 90)]
)
def test_text_size_scales_font_and_style_sheet(size: int, body: int, question: int) -> None:
    look = Look("light", size)
    assert look.font(BODY_PX).pixelSize() == look.px(BODY_PX) == body
    assert f"font-size: {body}px;" in look.style_sheet()
    assert f"#question {{ font-size: {question}px;" in look.style_sheet()


def test_what_a_thicker_border_takes_is_in_pixels() -> None:
    style = Look("light", 200).style_sheet()
    assert "QPushButton:focus { border: 3px solid" in style
    assert "padding: 14px 26px; }" in style  # 8 and 14 at 200 %, less 2


@pytest.mark.parametrize(("theme", "size"), [*product(THEMES, (80, 125))])
def test_the_style_sheet_is_filled_in(theme: str, size: int) -> None:
    assert not re.search(r"\d+sp\b|\$", Look(theme, size).style_sheet())


@pytest.mark.parametrize("theme", THEMES)
def test_the_palette_says_what_the_tokens_say(theme: str) -> None:
    look = Look(theme)
    palette = look.palette()
    assert palette.color(QPalette.ColorRole.Window) == QColor(look.tokens.bg)
    assert palette.color(QPalette.ColorRole.HighlightedText) == QColor(look.tokens.on_accent)


def test_the_bundled_font_is_used() -> None:
    assert QFontDatabase.hasFamily(FONT_FAMILY)
    assert QFontInfo(Look().font()).family() == FONT_FAMILY


@pytest.mark.parametrize(("base", "pixels"), [(100, 60), (150, 60), (300, 120)])
def test_what_fingers_touch_grows_on_large_screens_only(base: int, pixels: int) -> None:
    sheet = Look(base=base).style_sheet("kiosk")
    assert f"QPushButton, QToolButton {{ min-height: {pixels}px; }}" in sheet
