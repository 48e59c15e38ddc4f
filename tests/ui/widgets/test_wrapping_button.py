from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.ui.widgets.wrapping_button import WrappingButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def button(qtbot: QtBot) -> WrappingButton:
    button = WrappingButton("A long question with many words & <b>signs</b>, is it not?")
    qtbot.addWidget(button)
    button.show()
    return button


def test_less_width_makes_more_lines(button: WrappingButton) -> None:
    assert button.hasHeightForWidth()
    assert button.heightForWidth(150) > 1.8 * button.heightForWidth(600)


def test_a_long_word_does_not_widen_the_page(button: WrappingButton) -> None:
    assert button.minimumSizeHint().width() < 100 < button.sizeHint().width()


def test_the_words_are_its_name(button: WrappingButton) -> None:
    assert button.accessibleName() == "A long question with many words & <b>signs</b>, is it not?"
    assert button._label.textFormat() == Qt.TextFormat.PlainText


def test_a_click_on_the_words_is_a_click_on_the_button(
    button: WrappingButton, qtbot: QtBot
) -> None:
    on_words = button._label.geometry().center()
    assert button.childAt(on_words) is None
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=on_words)
