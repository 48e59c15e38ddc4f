"""Neutral screen of a quick exit: only a clock and a calendar, independent of the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QShowEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable


MINUTE_MS = 60_000
CELL = 46  # pixels at 100 %: width and height of a day
WEEK = 7
FAINT = 0.65  # opacity that keeps 4.5:1, in high contrast 7:1
ROWS = WEEK  # six weeks below the names of the days


class Month(QCalendarWidget):
    """Calendar of one month; Qt's own does not dim the days of other months."""

    def __init__(self) -> None:
        super().__init__()
        self.setNavigationBarVisible(False)  # its buttons have no names
        self.setVerticalHeaderFormat(self.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(self.HorizontalHeaderFormat.ShortDayNames)

    def paintCell(self, painter: QPainter, rect: QRect, date: QDate) -> None:  # noqa: N802
        """The days of other months are faint."""
        painter.setOpacity(1 if date.month() == self.monthShown() else FAINT)
        super().paintCell(painter, rect, date)
        painter.setOpacity(1)


class CalendarCover(Adaptive, QWidget):
    """A page that fills the window; at today whenever it is shown."""

    openRequested = Signal()  # back to a fresh start

    def __init__(self, *, now: Callable[[], QDateTime] = QDateTime.currentDateTime) -> None:
        """Build the page; `now` returns date and time."""
        super().__init__()
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._now = now
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._tick)
        self._time = with_object_name(QLabel(), "coverTime")
        self._date = with_object_name(QLabel(wordWrap=True), "coverDate")
        self._before = with_object_name(QToolButton(), "coverBefore")
        self._next = with_object_name(QToolButton(), "coverNext")
        self._month = with_object_name(QLabel(), "coverMonth")
        self._calendar = Month()
        self._days = self._calendar.findChildren(QTableView)[0]
        self._open = with_object_name(QPushButton(), "coverOpen")
        self._before.clicked.connect(self._calendar.showPreviousMonth)
        self._next.clicked.connect(self._calendar.showNextMonth)
        self._calendar.currentPageChanged.connect(self._show_month)
        self._calendar.selectionChanged.connect(self._follow)
        self._open.clicked.connect(self.openRequested)
        self._build()
        self._retranslate()

    def _build(self) -> None:
        for label in (self._time, self._date, self._month):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        months = QHBoxLayout()
        months.addWidget(self._before)
        months.addWidget(self._month, 1)
        months.addWidget(self._next)
        self._block = QWidget()  # keeps the month as wide as its days
        block = QVBoxLayout(self._block)
        block.setContentsMargins(0, 0, 0, 0)
        block.addLayout(months)
        block.addWidget(self._calendar)
        self._page = with_object_name(QWidget(), "coverPage")
        self._column = QVBoxLayout(self._page)
        self._column.addStretch()
        self._column.addWidget(self._time)
        self._column.addWidget(self._date)
        self._column.addWidget(self._block, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch()
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it takes it
        self._area.setWidget(self._page)
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(self._area)
        self._layout.addWidget(self._open, 0, Qt.AlignmentFlag.AlignRight)

    def title(self) -> str:
        """Title of the window while it is covered."""
        return self.tr("Calendar")

    def take_focus(self) -> None:
        """Set the focus to the calendar, where arrow keys move by days."""
        self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        look = self._look
        px, ink = look.px, look.tokens.ink
        self._layout.setContentsMargins(*[look.chrome.px(16)] * 4)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(12))
        self._block.setFixedWidth(px(CELL * WEEK))
        self._calendar.setFixedHeight(px(CELL * ROWS))
        for button, name in ((self._before, "arrow-left"), (self._next, "arrow-right")):
            button.setIcon(icons.icon(name, ink, px(20)))
            button.setIconSize(QSize(px(20), px(20)))
        plain = QTextCharFormat()  # Qt's own weekends are red
        plain.setForeground(QColor(ink))
        self._calendar.setHeaderTextFormat(plain)
        for day in Qt.DayOfWeek:
            self._calendar.setWeekdayTextFormat(day, plain)

    def _tick(self) -> None:
        """Show the time, and schedule the next update for the next minute."""
        now, locale = self._now(), QLocale()
        self._time.setText(locale.toString(now.time(), QLocale.FormatType.ShortFormat))
        date = locale.toString(now.date(), QLocale.FormatType.LongFormat)
        self._date.setText(date[:1].upper() + date[1:])
        self._minute.start(MINUTE_MS - now.time().msecsSinceStartOfDay() % MINUTE_MS)

    def _show_month(self, year: int, month: int) -> None:
        name = QLocale().standaloneMonthName(month)
        self._month.setText(f"{name[:1].upper()}{name[1:]} {year}")

    def _follow(self) -> None:
        """Scroll to the day that the arrow keys selected."""
        if self._days.hasFocus():
            day = self._days.visualRect(self._days.currentIndex())
            spot = self._days.viewport().mapTo(self._page, day.center())
            self._area.ensureVisible(spot.x(), spot.y(), day.width(), day.height())

    def showEvent(self, event: QShowEvent) -> None:
        """Show today and start the clock."""
        super().showEvent(event)
        self._calendar.setSelectedDate(self._now().date())
        self._calendar.showSelectedDate()
        self._tick()
        announce(self, self.title())

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock."""
        self._minute.stop()
        super().hideEvent(event)

    def _retranslate(self) -> None:
        self._calendar.setLocale(QLocale())
        self._calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self._days.setAccessibleName(self.title())
        self._show_month(self._calendar.yearShown(), self._calendar.monthShown())
        self._open.setText(self.tr("Open"))
        for button, words in (
            (self._before, self.tr("Previous month")),
            (self._next, self.tr("Next month")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        if self.isVisible():
            self._tick()
