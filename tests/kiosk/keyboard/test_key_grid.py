from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from desktop.kiosk.keyboard.key_grid import SHARE, grid
from desktop.kiosk.keyboard.layouts import PAGES, KeyLayout

SCREENS = [(1024, 600), (1280, 800), (768, 1024), (1920, 1080), (1080, 1920), (3840, 2160)]
ON_SCREENS = pytest.mark.parametrize("screen", SCREENS, ids=str)
ENLARGED = pytest.mark.parametrize("enlarged", [2 / 3, 1, 2])
ON_PAGES = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def gap(one: QRect, other: QRect) -> int:
    """Pixels between two boxes; negative where they overlap."""
    across = max(other.left() - one.right(), one.left() - other.right()) - 1
    down = max(other.top() - one.bottom(), one.top() - other.bottom()) - 1
    return max(across, down)


@ON_SCREENS
@ENLARGED
def test_keys_are_large_enough_for_fingers(screen: tuple[int, int], enlarged: float) -> None:
    made = grid(*screen, enlarged)
    assert made.unit >= 60
    assert made.key >= 60


@ON_SCREENS
@ENLARGED
def test_most_of_the_screen_stays_free(screen: tuple[int, int], enlarged: float) -> None:
    assert grid(*screen, enlarged).height <= SHARE * screen[1]


@ON_SCREENS
@ON_PAGES
def test_keys_stand_apart_and_inside(screen: tuple[int, int], page: KeyLayout) -> None:
    made = grid(*screen, 1)
    boxes = made.boxes(page)
    assert all(gap(one, other) >= 8 for one in boxes for other in boxes if one is not other)
    inside = QRect(0, 0, screen[0], made.height).adjusted(8, 8, -8, -8)
    assert all(inside.contains(box) for box in boxes)


@pytest.mark.parametrize(("screen", "widest"), [((1920, 1080), 1400), ((3840, 2160), 2800)])
def test_a_wide_screen_has_the_keys_in_its_middle(screen: tuple[int, int], widest: int) -> None:
    made = grid(*screen, 1)
    assert made.width == widest
    assert made.left == (screen[0] - widest) // 2


@ON_SCREENS
def test_larger_text_never_makes_keys_smaller(screen: tuple[int, int]) -> None:
    usual, large = grid(*screen, 1), grid(*screen, 2)
    assert large.key >= usual.key
    assert large.letter > usual.letter


@ON_SCREENS
@ENLARGED
def test_letters_fit_their_keys(screen: tuple[int, int], enlarged: float) -> None:
    made = grid(*screen, enlarged)
    assert made.letter <= 0.65 * min(made.key, made.unit)
