from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.kiosk.looks import TEXT_SIZES, base_for, kiosk_look, next_theme, stepped
from desktop.ui.look.theme import THEMES, Look


@pytest.mark.parametrize(
    ("width", "height", "base"),
    [(1024, 600, 110), (1920, 1080, 150), (1080, 1920, 150), (3840, 2160, 300), (320, 240, 110)],
)
def test_the_base_fits_the_screen(width: int, height: int, base: int) -> None:
    assert base_for(width, height) == base


@given(st.integers(200, 4000), st.integers(200, 4000), st.integers(0, 500))
def test_a_larger_screen_has_no_smaller_words(width: int, height: int, more: int) -> None:
    assert base_for(width + more, height + more) >= base_for(width, height)


def test_the_usual_screen_shows_text_of_24_pixels() -> None:
    assert kiosk_look("light", 100, base_for(1920, 1080)).px(16) == 24


def test_the_text_grows_in_steps_and_stops() -> None:
    look, sizes = kiosk_look("light", 100, 150), []
    for _ in range(5):
        sizes.append(look.text_size)
        look = stepped(look, 1)
    assert sizes == [*TEXT_SIZES, 200]
    assert stepped(kiosk_look("light", 100, 150), -1).text_size == 100


def test_header_and_help_bar_stop_growing() -> None:
    assert kiosk_look("light", 200, 100).chrome.px(100) == 125


def test_the_themes_come_round() -> None:
    look = Look()
    for _ in THEMES:
        look = next_theme(look)
    assert look == Look()
