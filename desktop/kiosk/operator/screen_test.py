"""Test of a screen: full-screen colours, a grid, and a ring at each detected touch.

The colours are pure ones that show a dead pixel, so they belong to no theme.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.page import make_label

IDLE_TIMEOUT_MS: Final = 30_000
TAPS_TO_END: Final = 5
MAX_POINTS: Final = 400
CELLS: Final = 12  # of the grid, along the shorter side

_COLOURS: Final = (
    Qt.GlobalColor.white,
    Qt.GlobalColor.red,
    Qt.GlobalColor.green,
    Qt.GlobalColor.blue,
    Qt.GlobalColor.black,
)
STEPS: Final = len(_COLOURS) + 1  # the last one is the grid


class ScreenTest(Adaptive, QWidget):
    """Fills its parent. A touch outside the middle shows the next step.

    Ends after five touches in the middle, or half a minute without use.
    """

    finished = Signal()
    reads_fingers: Final = True  # see `desktop.kiosk.guard.touch`

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        with_object_name(self, "screenTest").setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.step = 0
        self.points: list[QPointF] = []
        self._in_the_middle = 0
        self._idle = QTimer(self, interval=IDLE_TIMEOUT_MS, singleShot=True)
        self._idle.timeout.connect(self.finished)
        self._words = make_label("screenTestWords")
        self._words.setParent(self)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())
        self._retranslate()

    def _restyle(self) -> None:
        self._place_words()

    # -- events

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(watched.rect())
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._idle.start()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_words()

    def event(self, event: QEvent) -> bool:
        """Also handle each finger, without synthesized mouse events."""
        if isinstance(event, QTouchEvent):
            for point in event.points():
                if point.state() != QEventPoint.State.Stationary:
                    self._add_point(point.position())
            if event.type() == QEvent.Type.TouchBegin:
                self._touch(event.point(0).position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._add_point(event.position())
        self._touch(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Handle the second of two quick touches as a press."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._add_point(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Also advance with Space, for screens without touch."""
        if event.key() == Qt.Key.Key_Space:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        is_grid = self.step == len(_COLOURS)
        ground = QColor(Qt.GlobalColor.black if is_grid else _COLOURS[self.step])
        painter.fillRect(self.rect(), ground)
        dark = ground.lightnessF() < 0.6 and ground != QColor(Qt.GlobalColor.green)
        painter.setPen(QPen(Qt.GlobalColor.white if dark else Qt.GlobalColor.black, 2))
        if is_grid:
            self._paint_grid(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for point in self.points:
            painter.drawEllipse(point, 16, 16)

    # -- steps

    def _touch(self, pos: QPointF) -> None:
        at_words = self._words.geometry().contains(pos.toPoint())
        if not (at_words or self._middle().contains(pos)):
            self._in_the_middle = 0
            self._go_on()
            return
        self._in_the_middle += 1
        if self._in_the_middle >= TAPS_TO_END:
            self.finished.emit()

    def _go_on(self) -> None:
        self._idle.start()
        self.step = (self.step + 1) % STEPS
        self.update()

    def _add_point(self, pos: QPointF) -> None:
        self._idle.start()
        self.points = [*self.points[1 - MAX_POINTS :], pos]
        self.update()

    def _middle(self) -> QRectF:
        width, height = self.width() / 3, self.height() / 3
        return QRectF(width, height, width, height)

    def _paint_grid(self, painter: QPainter) -> None:
        """Draw square cells and both diagonals: stretched or cut pictures become visible."""
        cell = min(self.width(), self.height()) / CELLS
        for at in range(int(self.width() / cell) + 1):
            painter.drawLine(QPointF(at * cell, 0), QPointF(at * cell, self.height()))
        for at in range(int(self.height() / cell) + 1):
            painter.drawLine(QPointF(0, at * cell), QPointF(self.width(), at * cell))
        painter.drawLine(0, 0, self.width(), self.height())
        painter.drawLine(0, self.height(), self.width(), 0)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _place_words(self) -> None:
        """Center the text, where touches do not advance."""
        room = self._middle().toRect()
        width = min(self.width(), max(room.width(), self._look.chrome.px(300)))
        self._words.setFixedSize(width, self._words.heightForWidth(width))
        self._words.move(self.rect().center() - self._words.rect().center())

    def _retranslate(self) -> None:
        self._words.setText(
            self.tr(
                "Touch the edges to see the next color. Rings show where the screen feels your"
                " finger. To end, touch here five times."
            )
        )
        self._place_words()
