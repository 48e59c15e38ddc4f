from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from desktop.kiosk.appearance import TEXT_SIZES, LookKeeper, base_for, kiosk_look
from desktop.kiosk.setup.config import Config
from desktop.ui.look.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

HD = QSize(1920, 1080)


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[LookKeeper]:
    yield LookKeeper(Config(theme="dark"), HD)
    qapp.setStyleSheet("")


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


def test_header_and_help_bar_stop_growing() -> None:
    assert kiosk_look("light", 200, 100).chrome.px(100) == 125


def test_it_begins_as_configured(looks: LookKeeper) -> None:
    assert (looks.look.theme, looks.look.base) == ("dark", base_for(1920, 1080))


def test_the_text_grows_and_shrinks_to_its_limits(looks: LookKeeper) -> None:
    sizes = []
    for _ in range(len(TEXT_SIZES) + 1):
        sizes.append(looks.look.text_size)
        looks.step(1)
    assert sizes == [*TEXT_SIZES, TEXT_SIZES[-1]]
    assert not looks.can_grow
    for _ in TEXT_SIZES:
        looks.step(-1)
    assert (looks.look.text_size, looks.can_shrink) == (TEXT_SIZES[0], False)


def test_the_themes_come_round(looks: LookKeeper) -> None:
    seen = set()
    for _ in THEMES:
        looks.next_theme()
        seen.add(looks.look.theme)
    assert seen == set(THEMES)


def test_the_application_wears_a_look_before_it_is_told(
    looks: LookKeeper, qapp: QApplication
) -> None:
    worn = []
    looks.changed.connect(lambda _: worn.append(qapp.styleSheet()))
    looks.next_theme()
    assert worn == [looks.look.style_sheet("kiosk")]


def test_the_next_visit_starts_over(looks: LookKeeper, qtbot: QtBot) -> None:
    first = looks.look
    looks.next_theme()
    looks.step(1)
    looks.start_over()
    assert looks.look == first
    with qtbot.assertNotEmitted(looks.changed):
        looks.start_over()


def test_another_screen_has_another_base_but_the_same_choice(
    looks: LookKeeper, qtbot: QtBot
) -> None:
    looks.step(1)
    with qtbot.waitSignal(looks.changed):
        looks.fit(QSize(3840, 2160))
    assert (looks.look.base, looks.look.text_size) == (base_for(3840, 2160), TEXT_SIZES[1])
    looks.start_over()
    assert looks.look.base == base_for(3840, 2160)
