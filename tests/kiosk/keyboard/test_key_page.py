from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop.kiosk.keyboard.key_grid import grid
from desktop.kiosk.keyboard.key_page import KeyPage
from desktop.kiosk.keyboard.layouts import SPANISH, LetterCase
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

GRID = grid(1280, 800, 1)


@pytest.fixture
def page(qapp: QApplication) -> Iterator[KeyPage]:
    window = QWidget()
    page = KeyPage(SPANISH, window)
    page.resize(1280, GRID.height)
    page.dress(Look(), GRID)
    yield page
    window.deleteLater()


def test_every_key_is_found_where_it_is(page: KeyPage) -> None:
    for button in page.buttons:
        assert page.key_at(button.geometry().center()) is button


def test_the_gap_belongs_to_the_nearer_key(page: KeyPage) -> None:
    first, second = page.buttons[:2]
    assert page.key_at(QPoint(first.geometry().right() + 2, first.y() + 5)) is first
    assert page.key_at(QPoint(second.geometry().left() - 2, second.y() + 5)) is second


def test_beside_the_keys_is_none(page: KeyPage) -> None:
    assert page.key_at(QPoint(2, 100)) is None


def test_all_letters_turn_into_capitals(page: KeyPage) -> None:
    page.show_case(LetterCase.LOCKED)
    shown = [button.text() for button in page.buttons if button.key.text]
    assert shown == [text.upper() for text in shown]
    assert "Ñ" in shown
