"""Three dots that show the number of presses of Shift."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.leaving.leave_key import TIMES
from desktop.ui.look.changes import Adaptive
from desktop.ui.widgets.announce import announce

RADIUS, STEP, EDGE = 7, 24, 12  # radius, distance of centres, margin; in pixels at 100 %


class LeaveDots(Adaptive, QWidget):
    """Overlay on its parent that ignores the mouse and hides itself at 0.

    A press fills a ring, so that the state does not depend on colour alone.
    """

    def __init__(self, parent: QWidget, *, below: QWidget) -> None:
        """Stay hidden until the first press, below the right edge of the button `below`."""
        super().__init__(parent)
        self.setObjectName("leaveDots")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ground, self._anchor = parent, below
        self._count = 0
        self.hide()

    def show_progress(self, count: int) -> None:
        """Fill `count` dots and announce how many presses are left; 0 hides the dots."""
        self._count = count
        self._retranslate()
        if count:
            self._place()
            announce(self, self.accessibleName())
        self.setVisible(bool(count))
        self.update()

    def announce_expired(self) -> None:
        """Announce that the presses so far no longer count."""
        announce(self, self.tr("Leave quickly was canceled."))

    def _restyle(self) -> None:
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._look.chrome.px
        across = 2 * (EDGE + RADIUS)
        return QSize(px(across + (TIMES - 1) * STEP), px(across))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Rings, filled for the presses so far."""
        px, ink = self._look.chrome.px, QColor(self._look.tokens.on_leave)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, px(2)))
        for at in range(TIMES):
            painter.setBrush(ink if at < self._count else Qt.BrushStyle.NoBrush)
            middle = QPointF(px(EDGE + RADIUS + at * STEP), self.height() / 2)
            painter.drawEllipse(middle, px(RADIUS), px(RADIUS))

    def _place(self) -> None:
        corner = QPoint(self._anchor.width(), self._anchor.height() + self._look.chrome.px(6))
        self.resize(self.sizeHint())
        self.move(self._anchor.mapTo(self._ground, corner) - QPoint(self.width(), 0))
        self.raise_()

    def _retranslate(self) -> None:
        left = {
            1: self.tr("Press Shift two more times to leave."),
            2: self.tr("Press Shift one more time to leave."),
        }
        self.setAccessibleName(left.get(self._count, self.tr("Leave quickly")))
