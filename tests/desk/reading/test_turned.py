from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.desk.reading.turned import TurnedButton, TurnedText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


BOTH = Qt.Orientation.Horizontal | Qt.Orientation.Vertical


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> float:
    """How far two pictures are apart, from 0 to 1."""
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / (255 * len(a))


@pytest.mark.parametrize("words", ["Llame ahora", "Llame ahora, por favor, al número que ve aquí"])
def test_turned_words_are_the_same_words_upside_down(qtbot: QtBot, words: str) -> None:
    text = TurnedText("small")
    qtbot.addWidget(text)
    text.setText(words)
    text.resize(160, text.heightForWidth(160))
    upright = picture(text)
    text.turned = True
    turned = picture(text)
    assert 2 * difference(turned, upright.flipped(BOTH)) < difference(turned, upright)


def test_a_turned_button_is_upside_down(qtbot: QtBot) -> None:
    plain, button = QPushButton("Page 7"), TurnedButton("Page 7")
    for each in (plain, button):
        qtbot.addWidget(each)
        each.resize(120, 44)
    turned, upright = picture(button), picture(plain)
    assert 2 * difference(turned, upright.flipped(BOTH)) < difference(turned, upright)


def test_a_turned_button_is_pressed_as_any_other(qtbot: QtBot) -> None:
    button = TurnedButton("Page 7")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
