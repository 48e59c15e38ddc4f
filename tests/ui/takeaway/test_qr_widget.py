from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from desktop.content.qr_code import encode
from desktop.ui.look.theme import THEMES, Look
from desktop.ui.takeaway.qr_widget import MOST, QrWidget, image

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.language import Translations
    from tests.conftest import Scan


@pytest.fixture
def code(qtbot: QtBot, speaker: Translations) -> QrWidget:
    speaker.speak("en")
    code = QrWidget()
    qtbot.addWidget(code)
    return code


@pytest.mark.parametrize("module", [1, 3, 4])
def test_modules_are_whole_pixels_of_black_and_white(module: int) -> None:
    matrix = encode("911")
    picture = image(matrix, module)
    assert picture.width() == picture.height() == matrix.size * module
    for y, row in enumerate(matrix.rows):
        seen = [picture.pixelColor(x * module, y * module).lightness() for x in range(len(row))]
        assert seen == [0 if dark else 255 for dark in row]


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_it_can_be_read_in_every_theme(
    code: QrWidget, scan: Scan, theme: str, qapp: QApplication
) -> None:
    qapp.setStyleSheet(Look(theme).style_sheet())
    code.show_code("Llame al 911, señora. ¿Sí?")
    code.set_module(3)
    assert scan(code.grab().toImage()) == "Llame al 911, señora. ¿Sí?"
    qapp.setStyleSheet("")


def test_it_fits_into_the_room_there_is(code: QrWidget) -> None:
    code.show_code("911")
    assert code.largest_module(code.side(4)) == 4
    assert code.largest_module(code.side(4) - 1) == 3
    assert code.largest_module(10_000) == MOST


def test_a_screen_reader_meets_a_picture_with_its_words(code: QrWidget) -> None:
    code.show_code("911: In danger")
    seen = QAccessible.queryAccessibleInterface(code)
    assert seen.role() == QAccessible.Role.Graphic
    assert seen.text(QAccessible.Text.Name) == "QR code with: 911: In danger"
