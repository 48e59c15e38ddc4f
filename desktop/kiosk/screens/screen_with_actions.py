"""A screen of the kiosk with its buttons for visitor actions, at its left or below it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.flow import QWIDGETSIZE_MAX, FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class VisitorAction(Enum):
    """Actions on the answer shown, in the order of the buttons; the value names the icon."""

    BACK = "arrow-left"
    QR_CODE = "qr-code"
    LEARN = "graduation-cap"
    LISTEN = "headphones"
    PRINT = "printer"


MIN_WIDTH_SIDE_BY_SIDE: Final = 760  # pixels at 100 %: minimum width for buttons at the left


class VisitorActionBar(Adaptive, QFrame):
    """The buttons, each with an icon and text; unavailable actions have none."""

    chosen = Signal(object)  # VisitorAction

    def __init__(self, offered: frozenset[VisitorAction]) -> None:
        super().__init__()
        self.setObjectName("actionBar")
        self._beside = True
        self.buttons = {
            action: self._button(action) for action in VisitorAction if action in offered
        }
        content = with_object_name(QWidget(), "actionBarContent")
        self.area = QScrollArea(widgetResizable=True)  # scrolls on low screens or with large text
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self._flow = FlowLayout(parent=content)
        for button in self.buttons.values():
            self._flow.addWidget(button)
        self._retranslate()

    def _button(self, action: VisitorAction) -> QToolButton:
        button = with_object_name(QToolButton(), f"action{action.name.title()}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.chosen.emit(action))
        return button

    def set_beside(self, *, beside: bool) -> None:
        """Set whether the buttons are in a column."""
        if beside != self._beside:
            self._beside = beside
            self._restyle()

    def _restyle(self) -> None:
        px, beside = self._look.chrome.px, self._beside
        edge = px(14 if beside else 8)
        self._flow.setContentsMargins(edge, edge, edge, edge)
        self._flow.set_gaps(px(10 if beside else 8), px(10 if beside else 8))
        under = Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if beside else under
        for action, button in self.buttons.items():
            button.setIcon(icons.icon(action.value, self._look.tokens.accent, px(24)))
            button.setIconSize(QSize(px(24), px(24)))
            button.setToolButtonStyle(style)
        self._retranslate()

    def _retranslate(self) -> None:
        words = {
            VisitorAction.BACK: (self.tr("Back"), self.tr("Back")),
            VisitorAction.QR_CODE: (self.tr("To my phone"), self.tr("To my phone (QR code)")),
            VisitorAction.LEARN: (self.tr("Learn a number"), self.tr("Learn a number by heart")),
            VisitorAction.LISTEN: (self.tr("Listen"), self.tr("Listen to it read aloud")),
            VisitorAction.PRINT: (self.tr("Print"), self.tr("Print")),
        }
        for action, button in self.buttons.items():
            short, long = words[action]
            # Beside an icon, a style sheet cannot keep the text away from it.
            button.setText(f"\u00a0\u00a0{short}" if self._beside else short)
            button.setAccessibleName(long)
        self._fit()

    def _fit(self) -> None:
        """Size the column to the longest text, or the rows to their minimum height."""
        for button in self.buttons.values():
            button.setMinimumWidth(0)
            button.ensurePolished()  # the style sheet's font determines the sizes used below
        self.setMinimumSize(0, 0)
        self.setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX)
        if self._beside:
            widest = max(button.sizeHint().width() for button in self.buttons.values())
            for button in self.buttons.values():
                button.setMinimumWidth(widest)
            self.setFixedWidth(self._flow.minimumSize().width())
        else:
            self.setFixedHeight(self._flow.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not self._beside:
            self._fit()


class ScreenWithActions(Adaptive, QWidget):
    """Content with its buttons: beside it, or below it on narrow screens."""

    def __init__(self, content: QWidget, offered: frozenset[VisitorAction]) -> None:
        super().__init__()
        self._content, self.action_bar = content, VisitorActionBar(offered)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.action_bar)
        self._row.addWidget(content, 1)

    def _restyle(self) -> None:
        if self._drawn_in is None:
            return
        beside = self.width() >= self._look.px(MIN_WIDTH_SIDE_BY_SIDE)
        across, up = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._row.setDirection(across if beside else up)
        self.action_bar.set_beside(beside=beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()
