from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QPalette

from desktop.ui.look.dressing import dress, style
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def plain(qapp: QApplication) -> Iterator[QApplication]:
    palette, font = qapp.palette(), qapp.font()
    yield qapp
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setStyleSheet("")


def test_palette_and_font_come_before_the_style_sheet(plain: QApplication) -> None:
    look = Look("dark", 200)
    dress(look)
    assert plain.palette().color(QPalette.ColorRole.Window).name() == look.tokens.bg.lower()
    assert QFont(plain.font()).pixelSize() == look.px(16)
    assert plain.styleSheet() == ""


def test_further_sheets_come_last(plain: QApplication) -> None:
    look = Look("contrast")
    style(look, "kiosk")
    assert plain.styleSheet() == look.style_sheet("kiosk")
    assert plain.styleSheet().startswith(look.style_sheet())
