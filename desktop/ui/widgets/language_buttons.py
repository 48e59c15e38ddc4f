"""Row of buttons, one for each language of a pack, named in that language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.ui.look.language import own_name

if TYPE_CHECKING:
    from collections.abc import Sequence


class LanguageButtons(QWidget):
    """The button of the current language is checked. A single language needs no button."""

    languageChosen = Signal(str)  # language tag

    def __init__(self, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QActionGroup(self)
        self._buttons = {lang: self._button(lang) for lang in languages}
        for button in self._buttons.values():
            row.addWidget(button)
        if len(languages) > 1:
            self._buttons[languages[0]].setObjectName("languageFirst")
            self._buttons[languages[-1]].setObjectName("languageLast")
        if len(languages) == 1:  # showing it would make it a window until it has a parent
            self.hide()

    def choose(self, lang: str) -> None:
        """Check the button of `lang`."""
        self._buttons[lang].defaultAction().setChecked(True)

    def _button(self, lang: str) -> QToolButton:
        action = QAction(own_name(lang), self, checkable=True)
        action.triggered.connect(lambda: self.languageChosen.emit(lang))
        self._group.addAction(action)
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
