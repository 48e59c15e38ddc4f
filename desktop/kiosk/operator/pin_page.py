"""Page that asks for the operator's PIN. Digits are never shown, spoken or stored."""

from __future__ import annotations

import math
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.kiosk.operator.attempts import PinOutcome
from desktop.kiosk.operator.pin import LONGEST, SHORTEST
from desktop.kiosk.operator.pin_pad import PinDots, PinPad
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.running.background import BackgroundTask
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.flow import QWIDGETSIZE_MAX
from desktop.ui.widgets.page import make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from desktop.kiosk.operator.attempts import OperatorLock

IDLE_TIMEOUT_MS: Final = 60_000
LOOK_AGAIN_MS: Final = 1000  # interval of updates during a wait
DIGITS: Final = "0123456789"


class _State(Enum):
    ASKING = auto()
    CHECKING = auto()
    WRONG = auto()
    WAITING = auto()
    NO_PIN = auto()
    FAILED = auto()  # the PIN could not be compared


class PinPage(Adaptive, QWidget):
    """Is reset when it is shown, and wiped when it is hidden."""

    granted = Signal()
    cancelled = Signal()  # by the operator, or after a minute without use

    def __init__(self, lock: OperatorLock) -> None:
        super().__init__()
        with_object_name(self, "pinPage").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lock = lock
        self._digits = ""
        self._state = _State.ASKING
        self._worker: BackgroundTask | None = None
        self._is_asked = False  # whether the worker's result is still wanted
        self._idle = QTimer(self, interval=IDLE_TIMEOUT_MS, singleShot=True)
        self._idle.timeout.connect(self.cancelled)
        self._again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_at_wait)
        self._build()
        self._retranslate()

    def wipe(self) -> None:
        """Clear what was typed."""
        self._digits = ""
        self._is_asked = False
        self.dots.show_count(0)

    def _restyle(self) -> None:
        px = self._look.chrome.px
        self._body.setSpacing(px(24))
        self._body.setContentsMargins(px(24), px(16), px(24), px(16))
        self._words.setSpacing(px(10))
        self.cancel.setMinimumSize(px(140), max(60, px(44)))
        self._arrange()

    # -- events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.wipe()
        self._idle.start()
        self._set(self._at_start())

    def hideEvent(self, event: QHideEvent) -> None:
        self.wipe()
        self._idle.stop()
        self._again.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Also place the text beside the keys, or above them on a tall screen."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle digits, Backspace and Enter like the keys on the screen."""
        if event.isAutoRepeat():
            return
        match event.key():
            case Qt.Key.Key_Backspace:
                self._erase()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._check()
            case _ if event.text() and event.text() in DIGITS:
                self._type(event.text())
            case _:
                super().keyPressEvent(event)

    def _arrange(self) -> None:
        wide = self.width() > self.height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if wide else down)
        self._body.setStretchFactor(self._left, 100 if wide else 0)
        self._left.setMaximumWidth(self._look.chrome.px(460) if wide else QWIDGETSIZE_MAX)
        side = Qt.AlignmentFlag.AlignLeft if wide else Qt.AlignmentFlag.AlignHCenter
        self._words.setAlignment(self.cancel, side)
        self.dots.set_centered(centered=not wide)
        for words in (self._title, self._message):
            words.setAlignment(side)
        self.pad.fit(self.size())

    # -- input

    def _type(self, digit: str) -> None:
        self._idle.start()
        if self._takes_digits() and len(self._digits) < LONGEST:
            if self._state is not _State.ASKING:
                self._set(_State.ASKING)
            self._change(self._digits + digit, self.tr("Digit entered"))

    def _erase(self) -> None:
        self._idle.start()
        if self._takes_digits() and self._digits:
            self._change(self._digits[:-1], self.tr("Digit erased"))

    def _change(self, digits: str, done: str) -> None:
        self._digits = digits
        self.dots.show_count(len(digits))
        self._allow()
        announce(self.dots, done)

    def _check(self) -> None:
        """Compare off the UI thread, since it takes up to a second."""
        self._idle.start()
        if not self._takes_digits() or len(self._digits) < SHORTEST or self._worker:
            return
        self._worker = BackgroundTask(partial(self._lock.try_pin, self._digits), self)
        self._worker.done.connect(self._handle_outcome)
        self._worker.failed.connect(self._handle_outcome)
        self.wipe()
        self._is_asked = True
        self._set(_State.CHECKING)
        self._worker.start()

    def _handle_outcome(self, outcome: PinOutcome | str) -> None:
        """Show the outcome; a string is the type of an error."""
        if self._worker is not None:
            self._worker.deleteLater()
            self._worker = None
        if not self.isVisible():
            return
        if not self._is_asked:  # it was hidden and shown again in the meantime
            self._set(self._at_start())
            return
        self.wipe()
        if outcome is PinOutcome.GRANTED:
            self.granted.emit()
        elif (state := self._at_start()) is not _State.ASKING:
            self._set(state)
        else:
            self._set(_State.WRONG if outcome is PinOutcome.WRONG else _State.FAILED)

    # -- states

    def _at_start(self) -> _State:
        if self._worker is not None:
            return _State.CHECKING
        if not self._lock.is_set:
            return _State.NO_PIN
        return _State.WAITING if self._lock.wait_seconds() > 0 else _State.ASKING

    def _look_at_wait(self) -> None:
        """Show the remaining time; ask for the PIN again when it is over."""
        if self._lock.wait_seconds() > 0:
            self._retranslate()
        else:
            self._set(_State.ASKING)

    def _set(self, state: _State) -> None:
        self._state = state
        self._again.stop()
        if state is _State.WAITING:
            self._again.start()
        self._retranslate()
        self._allow()
        for part in (self.pad, self.dots):
            part.setVisible(state not in (_State.WAITING, _State.NO_PIN))
        if not self.isAncestorOf(self.window().focusWidget() or self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # the key that had it was disabled
        announce(self, self._message.text())

    def _takes_digits(self) -> bool:
        return self._state in (_State.ASKING, _State.WRONG, _State.FAILED)

    def _allow(self) -> None:
        open_ = self._takes_digits()
        self.pad.allow(
            digits=open_,
            erase=open_ and bool(self._digits),
            ok=open_ and len(self._digits) >= SHORTEST,
        )

    # -- parts and texts

    def _build(self) -> None:
        self._title, self._message = make_label("pinTitle"), make_label("pinSaid")
        self.dots, self.pad = PinDots(), PinPad()
        self.pad.digitChosen.connect(self._type)
        self.pad.eraseRequested.connect(self._erase)
        self.pad.okRequested.connect(self._check)
        self.cancel = with_object_name(QPushButton(), "pinCancel")
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cancel.clicked.connect(self.cancelled)
        self._left = QWidget()
        self._words = QVBoxLayout(self._left)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.addStretch(1)
        for part in (self._title, self._message, self.dots, self.cancel):
            self._words.addWidget(part)
        self._words.addStretch(1)
        content = with_object_name(QWidget(), "pinContent")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._body.addStretch(1)
        self._body.addWidget(self._left, 100)
        self._body.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignCenter)
        self._body.addStretch(1)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("For the person who runs this screen"))
        self.cancel.setText(self.tr("Cancel"))
        self._message.setText(self._state_words())

    def _state_words(self) -> str:
        match self._state:
            case _State.CHECKING:
                return self.tr("One moment…")
            case _State.WRONG:
                left = self._lock.left
                return self.tr("That PIN is not right. You can try %n more time(s).", "", left)
            case _State.WAITING:
                minutes = math.ceil(self._lock.wait_seconds() / 60)
                return self.tr("No more tries for now. Please wait %n minute(s).", "", minutes)
            case _State.NO_PIN:
                return self.tr(
                    "No PIN is set, so nobody can come in here. Set one on this computer with"
                    " this command: luminaria kiosk pin"
                )
            case _State.FAILED:
                return self.tr("The PIN could not be checked. Please try again.")
            case _State.ASKING:
                return self.tr("Enter the PIN.")
