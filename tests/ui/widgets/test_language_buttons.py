from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop.ui.widgets.language_buttons import LanguageButtons

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def buttons(row: LanguageButtons) -> dict[str, QToolButton]:
    return {button.text(): button for button in row.findChildren(QToolButton)}


def test_each_language_is_named_in_itself(qtbot: QtBot) -> None:
    row = LanguageButtons(("en", "es"))
    qtbot.addWidget(row)
    assert list(buttons(row)) == ["English", "Español"]


def test_a_click_tells_the_language(qtbot: QtBot) -> None:
    row = LanguageButtons(("en", "es"))
    qtbot.addWidget(row)
    row.show()
    with qtbot.waitSignal(row.languageChosen) as chosen:
        qtbot.mouseClick(buttons(row)["Español"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["es"]


def test_only_the_language_that_is_on_is_checked(qtbot: QtBot) -> None:
    row = LanguageButtons(("en", "es"))
    qtbot.addWidget(row)
    row.choose("en")
    row.choose("es")
    assert [name for name, button in buttons(row).items() if button.isChecked()] == ["Español"]


def test_one_language_needs_no_button(qtbot: QtBot) -> None:
    row = LanguageButtons(("en",))
    qtbot.addWidget(row)
    assert row.isHidden()
