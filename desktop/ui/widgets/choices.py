"""Exclusive buttons: for a choice, and for the languages of a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.look.translations import native_name
from desktop.ui.widgets.flow import FlowLayout, take_widgets
from desktop.ui.widgets.wrapping import WrappingButton

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChoiceButtons(Adaptive, QWidget):
    """Buttons whose texts wrap; arrow keys or a click choose one."""

    chosen = Signal(int)  # index from 0

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(8, 8, self)
        self._group = QButtonGroup(self, exclusive=True)
        self._group.idToggled.connect(self._emit_chosen)

    @property
    def index(self) -> int:
        """Index of the chosen button, -1 without buttons."""
        return self._group.checkedId()

    def set_choices(self, words: Sequence[str], index: int = 0) -> None:
        """Replace the buttons and choose one of them, without a signal."""
        self._clear()
        for at, word in enumerate(words):
            button = with_object_name(WrappingButton(word), "choice")
            button.setCheckable(True)
            button.setChecked(at == index)
            self._group.addButton(button, at)
            self._flow.addWidget(button)
        self.setVisible(len(words) > 1)
        self.updateGeometry()

    def _restyle(self) -> None:
        self._flow.set_gaps(self._look.px(8), self._look.px(8))

    def _clear(self) -> None:
        for button in take_widgets(self._flow):
            button.setParent(None)  # its group removes it only on deletion
            self._group.removeButton(button)  # type: ignore[arg-type]
            button.deleteLater()

    def _emit_chosen(self, index: int, checked: bool) -> None:  # noqa: FBT001  # Qt's
        if checked:
            self.chosen.emit(index)


class LanguageButtons(QWidget):
    """Row of buttons, each named in its language; a single language needs no button."""

    languageChosen = Signal(str)  # language tag

    def __init__(self, languages: Sequence[str]) -> None:
        super().__init__()
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
        action = QAction(native_name(lang), self, checkable=True)
        action.triggered.connect(lambda: self.languageChosen.emit(lang))
        self._group.addAction(action)
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
