"""Recall check: type the number that was learned; nothing is stored."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.content.handout import is_same_number, right_digits
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.page import PlainButton, make_label, set_text_or_hide

_MAX_LENGTH = 40  # characters, as long as a number of a pack may be


class RecallForm(Adaptive, QWidget):
    """A field, digit buttons and a friendly result."""

    showRequested = Signal()  # show the number again
    answered = Signal()  # the result is below the field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self.edit = with_object_name(QLineEdit(), "recallField")
        self.edit.setMaxLength(_MAX_LENGTH)
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.edit.setAcceptDrops(False)
        digits = QRegularExpression("[0-9 ]*")
        self.edit.setValidator(QRegularExpressionValidator(digits, self.edit))
        self.edit.selectionChanged.connect(self.edit.deselect)  # selected text can be copied
        self.edit.returnPressed.connect(self._check)
        self.edit.textEdited.connect(lambda: self._show_message(""))
        self.feedback = make_label("recallFeedback")
        self.keypad = Keypad()
        self.keypad.digitChosen.connect(self._type)
        self.keypad.eraseRequested.connect(self._erase)
        self.check = PlainButton("primary")
        self.check.clicked.connect(self._check)
        self.again = PlainButton("recallAgain")
        self.again.clicked.connect(self.showRequested)
        self._buttons = FlowLayout(8, 8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.edit, self.feedback, self.keypad):
            self._column.addWidget(part)
        self._column.addLayout(self._buttons)
        self._buttons.addWidget(self.check)
        self._buttons.addWidget(self.again)
        self._retranslate()

    def ask(self, number: str) -> None:
        """Prompt for `number`, in an empty field that has the focus."""
        self._number = number
        self.wipe()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Delete the typed text."""
        self.edit.setText("")  # unlike clear(), leaves nothing to undo
        self._show_message("")

    def _restyle(self) -> None:
        look = self._look
        self._column.setSpacing(look.px(10))
        self._buttons.set_gaps(look.px(8), look.px(8))
        self.edit.setMaximumWidth(look.px(340))

    def hideEvent(self, event: QHideEvent) -> None:
        """Delete the typed text when hidden."""
        self.wipe()
        super().hideEvent(event)

    def _type(self, digit: str) -> None:
        self.edit.insert(digit)
        self._show_message("")

    def _erase(self) -> None:
        self.edit.backspace()
        self._show_message("")

    def _check(self) -> None:
        typed = self.edit.text()
        if is_same_number(typed, self._number):
            self.wipe()
            self._show_message(
                self.tr("Yes, that is it. Try it again in a while, so that it stays.")
            )
        elif not typed.strip():
            self._show_message(self.tr("Type the number first."))
        elif right := right_digits(typed, self._number):
            self._show_message(self.tr("Almost. The first %n digit(s) are right.", "", right))
        else:
            self._show_message(self.tr("Not yet. Look at it again. Take your time."))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()

    def _show_message(self, words: str) -> None:
        set_text_or_hide(self.feedback, words)
        announce(self, words)

    def _retranslate(self) -> None:
        self._show_message("")
        self.edit.setAccessibleName(self.tr("The number, from memory"))
        self.edit.setPlaceholderText(self.tr("The number, from memory"))
        self.check.set_text(self.tr("Check"))
        self.again.set_text(self.tr("Show the number again"))


class Keypad(Adaptive, QWidget):
    """Digits, laid out as on a telephone, and a backspace key. Never takes the focus."""

    digitChosen = Signal(str)
    eraseRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(3, 1)  # left-aligned
        for at, digit in enumerate("123456789"):
            self._grid.addWidget(self._digit(digit), at // 3, at % 3)
        self._grid.addWidget(self._digit("0"), 3, 1)
        self._erase = self._key("erase")
        self._erase.clicked.connect(self.eraseRequested)
        self._grid.addWidget(self._erase, 3, 2)
        self._retranslate()

    def _restyle(self) -> None:
        size = self._look.chrome  # at 300 % three keys must still fit side by side
        self._grid.setSpacing(size.px(8))
        self._erase.setIcon(icons.icon("arrow-left", self._look.tokens.ink, size.px(22)))
        self._erase.setIconSize(QSize(size.px(22), size.px(22)))

    def _digit(self, digit: str) -> QPushButton:
        key = self._key("digit")
        key.setText(digit)
        key.clicked.connect(lambda: self.digitChosen.emit(digit))
        return key

    def _key(self, name: str) -> QPushButton:
        key = with_object_name(QPushButton(), name)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return key

    def _retranslate(self) -> None:
        self._erase.setAccessibleName(self.tr("Erase the last digit"))
        self._erase.setToolTip(self.tr("Erase the last digit"))
