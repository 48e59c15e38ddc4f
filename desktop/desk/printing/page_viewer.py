"""Pages of a document as they are printed, with page number and buttons that turn them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.printing.drawing import draw_page
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.page import make_label

if TYPE_CHECKING:
    from desktop.ui.printing.page_layout import PageLayout

_LARGEST = 816  # pixels: a sheet of Letter at its real size on a screen of 96 dots to the inch


class PageView(Adaptive, QAbstractScrollArea):
    """Pages below each other, as wide as the view; keys turn them.

    Pages are drawn when they are visible, from the lines that go to the printer: no image is
    cached.
    """

    pageChanged = Signal(int)  # the current page, from 0

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._page = 0
        self._setting: PageLayout | None = None
        self.verticalScrollBar().valueChanged.connect(self._see_page)

    @property
    def page(self) -> int:
        """Current page, from 0."""
        return self._page

    @property
    def page_count(self) -> int:
        """Number of pages."""
        return len(self._setting.pages) if self._setting else 0

    def show_layout(self, setting: PageLayout) -> None:
        """Show a document from its first page."""
        self._setting, self._page = setting, 0
        self._measure()
        self.viewport().update()

    def show_page(self, page: int) -> None:
        """Scroll to the page nearest to `page`, from 0."""
        page = max(0, min(page, self.page_count - 1))
        self.verticalScrollBar().setValue(round(page * self._step()))
        self._read(page)  # the last pages cannot be scrolled to the top

    def _restyle(self) -> None:
        self._measure()
        self.viewport().update()

    # -- measures

    def _gap(self) -> int:
        return self._look.chrome.px(12)

    def _width(self) -> int:
        """Width of a page in pixels."""
        room = max(self.viewport().width() - 2 * self._gap(), 1)
        return min(room, self._look.px(_LARGEST))

    def _height(self) -> float:
        sheet = self._setting.sheet if self._setting else None
        return self._width() * sheet.height / sheet.width if sheet else 0

    def _step(self) -> float:
        """Distance from page to page in pixels."""
        return self._height() + self._gap()

    def _measure(self) -> None:
        """Set the range of the scroll bar, and stay on the page."""
        page, bar = self._page, self.verticalScrollBar()
        height = round(self.page_count * self._step() + self._gap())
        bar.setRange(0, max(0, height - self.viewport().height()))
        bar.setPageStep(max(1, round(self._step())))
        bar.setSingleStep(self._look.px(40))
        bar.setValue(round(page * self._step()))

    def _see_page(self) -> None:
        if not self.page_count:
            return
        below = min(self.viewport().height() / 3, self._step() / 2)
        at = (self.verticalScrollBar().value() + below) / self._step()
        self._read(max(0, min(int(at), self.page_count - 1)))

    def _read(self, page: int) -> None:
        if page != self._page:
            self._page = page
            self.pageChanged.emit(page)

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(self._look.chrome.px(360), self._look.chrome.px(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn pages, Home and End go to the first and last."""
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.show_page(self._page + 1)
            case Qt.Key.Key_PageUp:
                self.show_page(self._page - 1)
            case Qt.Key.Key_Home:
                self.show_page(0)
            case Qt.Key.Key_End:
                self.show_page(self.page_count - 1)
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                super().keyPressEvent(event)
            case _:
                event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        desk = self.palette().color(QPalette.ColorRole.AlternateBase)
        painter.fillRect(self.viewport().rect(), desk)
        if self._setting is None:
            return
        left = (self.viewport().width() - self._width()) / 2
        for page in range(self.page_count):
            top = self._gap() + page * self._step() - self.verticalScrollBar().value()
            place = QRectF(left, top, self._width(), self._height())
            if place.intersects(QRectF(event.rect())):
                _draw(painter, self._setting, page, place)


class PageViewer(Adaptive, QWidget):
    """Shows a document page by page."""

    def __init__(self) -> None:
        super().__init__()
        self.view = with_object_name(PageView(), "pageView")
        self.view.pageChanged.connect(self._show_page_number)
        self.back, self.forward = self._button(-1), self._button(1)
        self.place = make_label("pagePlace")
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QHBoxLayout()
        for part, stretch in ((self.back, 0), (self.place, 1), (self.forward, 0)):
            self._bar.addWidget(part, stretch)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.view, 1)
        self._column.addLayout(self._bar)
        self._retranslate()

    def _button(self, step: int) -> QToolButton:
        button = with_object_name(QToolButton(), "turnPage")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.view.show_page(self.view.page + step))
        return button

    def show_layout(self, setting: PageLayout) -> None:
        """Show a document from its first page."""
        self.view.show_layout(setting)
        self._retranslate()

    def _restyle(self) -> None:
        look = self._look
        self._column.setSpacing(look.chrome.px(8))
        for button, name in ((self.back, "arrow-left"), (self.forward, "arrow-right")):
            size = look.chrome.px(20)
            button.setIcon(icons.icon(name, look.tokens.ink, size))
            button.setIconSize(QSize(size, size))
            button.setMinimumSize(look.chrome.px(44), look.chrome.px(44))

    def _show_page_number(self) -> None:
        self._retranslate()
        announce(self, self.place.text())

    def _retranslate(self) -> None:
        page, count = self.view.page, self.view.page_count
        words = self.tr("Page %1 of %2")
        place = words.replace("%1", str(page + 1)).replace("%2", str(count)) if count else ""
        self.place.setText(place)
        self.view.setAccessibleName(self.tr("Pages, as they will be on paper"))
        self.view.setAccessibleDescription(place)
        for button, name, is_open in (
            (self.back, self.tr("Page before"), page > 0),
            (self.forward, self.tr("Next page"), page + 1 < count),
        ):
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setEnabled(is_open)


def _draw(painter: QPainter, setting: PageLayout, page: int, place: QRectF) -> None:
    painter.save()
    painter.setClipRect(place)
    painter.fillRect(place, Qt.GlobalColor.white)
    painter.translate(place.topLeft())
    scale = place.width() / setting.sheet.width
    painter.scale(scale, scale)
    draw_page(painter, setting, page)
    painter.restore()
