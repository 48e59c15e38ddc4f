"""A screen of the kiosk with the buttons that belong to it, at its left or below it."""

from __future__ import annotations

from enum import Enum, auto
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
from desktop.ui.look.changes import Adaptive
from desktop.ui.look.named import named
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout_items import QWIDGETSIZE_MAX

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class VisitorAction(Enum):
    """What a visitor can do with what is read; the order is that of the buttons."""

    BACK = auto()
    QR_CODE = auto()
    LEARN = auto()
    LISTEN = auto()
    PRINT = auto()


ICONS: Final = {
    VisitorAction.BACK: "arrow-left",
    VisitorAction.QR_CODE: "qr-code",
    VisitorAction.LEARN: "graduation-cap",
    VisitorAction.LISTEN: "headphones",
    VisitorAction.PRINT: "printer",
}
BESIDE: Final = 760  # pixels at 100 %: from this width on the buttons stand beside


class VisitorActionBar(Adaptive, QFrame):
    """The buttons, each with a picture and words. What this kiosk lacks is not offered."""

    chosen = Signal(object)  # Deed

    def __init__(self, offered: frozenset[VisitorAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deeds")
        self._beside = True
        self.buttons = {deed: self._button(deed) for deed in VisitorAction if deed in offered}
        content = named(QWidget(), "deedsContent")
        self.area = QScrollArea(widgetResizable=True)  # where it is low, or large, it scrolls
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for policy in (
            self.area.setHorizontalScrollBarPolicy,
            self.area.setVerticalScrollBarPolicy,
        ):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._flow = FlowLayout(parent=content)
        for button in self.buttons.values():
            self._flow.addWidget(button)
        self._retranslate()

    def _button(self, deed: VisitorAction) -> QToolButton:
        button = named(QToolButton(), f"deed{deed.name.title()}")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.chosen.emit(deed))
        return button

    def set_beside(self, *, beside: bool) -> None:
        """Whether they stand in a column."""
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
        for deed, button in self.buttons.items():
            button.setIcon(icons.icon(ICONS[deed], self._look.tokens.accent, px(24)))
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
        for deed, button in self.buttons.items():
            short, long = words[deed]
            # Beside a picture, a style sheet cannot keep the words away from it.
            button.setText(f"\u00a0\u00a0{short}" if self._beside else short)
            button.setAccessibleName(long)
        self._fit()

    def _fit(self) -> None:
        """A column as wide as the longest words, or rows as high as they have to be."""
        for button in self.buttons.values():
            button.setMinimumWidth(0)
            button.ensurePolished()  # the style sheet's font decides the sizes asked for below
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
        """Qt's: fewer to a row need more rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not self._beside:
            self._fit()


class ScreenWithActions(Adaptive, QWidget):
    """Something to read, and its buttons: beside it, or below it where the screen is narrow."""

    def __init__(
        self, content: QWidget, offered: frozenset[VisitorAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._content, self.deeds = content, VisitorActionBar(offered)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.deeds)
        self._row.addWidget(content, 1)

    def _restyle(self) -> None:
        self._fit()

    def _fit(self) -> None:
        if self._drawn_in is None:
            return
        beside = self.width() >= self._look.px(BESIDE)
        across, up = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._row.setDirection(across if beside else up)
        self.deeds.set_beside(beside=beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
