"""Fallback screen for a kiosk that keeps failing: contacts for help, and nothing else.

It needs no pack, settings, translations or style sheet, since any of them may be what fails. So
both languages are side by side, in the texts below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QFont, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from desktop.kiosk.guard.screen_covers import ScreenCovers
from desktop.kiosk.watch import heartbeat
from desktop.ui.look.changes import with_object_name
from desktop.ui.look.theme import Look, load_fonts
from desktop.ui.widgets.reading_column import WIDEST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


SHIFT_MS: Final = 60_000
SHIFTS: Final = ((0, 0), (4, 2), (8, 4), (4, 8), (0, 4), (-4, 8), (-8, 4), (-4, 2))
"""Successive offsets to the right and down, in pixels, against burn-in."""
ENGLISH: Final = ("This screen is not working right now.", "You can get help at these numbers:")
SPANISH: Final = ("Por ahora esta pantalla no funciona.", "Puede pedir ayuda en estos números:")
_SIZES: Final = range(500, 60, -10)  # text sizes to try, in per cent of the desktop's
_INWARD: Final = (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)  # towards the number
_MARGIN: Final = 24  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A number to call, and whom it reaches in a few neutral words."""

    number: str
    english: str
    spanish: str


FALLBACK: Final = (
    HelpLine("911", "In danger", "En peligro"),
    HelpLine("211", "Shelter, food and other help", "Refugio, comida y otra ayuda"),
)
"""Numbers valid in all of the United States, for a kiosk whose pack cannot be read."""


class StaticScreen(QWidget):
    """A window of text that fills its screen. It refuses to close, and has no controls."""

    def __init__(self, lines: Sequence[HelpLine], theme: str = "light") -> None:
        """Show `lines`, the most urgent first, in a theme of `THEMES`."""
        super().__init__()
        self.setObjectName("staticScreen")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setCursor(Qt.CursorShape.BlankCursor)  # there is nothing to point at
        self._theme = theme
        self._shift = 0
        self._titles: list[QLabel] = []
        self._big: list[QLabel] = []
        self._plain: list[QLabel] = []
        self._block = with_object_name(QWidget(self), "staticBlock")
        self._grid = QGridLayout(self._block)  # English and Spanish; numbers span both
        for column, (title, words) in enumerate((ENGLISH, SPANISH)):
            self._grid.setColumnStretch(column, 1)
            self._grid.addWidget(self._label(title, self._titles), 0, column)
            self._grid.addWidget(self._label(words, self._plain), 1, column)
        for line in lines:
            self._add(line)
        self._paint_background()
        self._minute = QTimer(self, interval=SHIFT_MS)
        self._minute.timeout.connect(self._move)
        self._minute.start()

    def _add(self, line: HelpLine) -> None:
        row = self._grid.rowCount()
        number = self._label(line.number, self._big)
        self._grid.addWidget(number, row, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        for column, words in enumerate((line.english, line.spanish)):
            label = self._label(words, self._plain)
            label.setAlignment(Qt.AlignmentFlag.AlignTop | _INWARD[column])
            self._grid.addWidget(label, row + 1, column)

    def _label(self, text: str, kind: list[QLabel]) -> QLabel:
        label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        kind.append(label)
        return label

    def _paint_background(self) -> None:
        tokens = Look(self._theme).tokens
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(tokens.head))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(tokens.head_ink))
        self.setPalette(palette)
        self.setAutoFillBackground(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for size in _SIZES:
            if self._fits(Look(self._theme, size)):
                break
        self._place()

    def _fits(self, look: Look) -> bool:
        """Set all texts in the size of `look`; returns whether they fit."""
        for labels, font in (
            (self._titles, look.font(20, QFont.Weight.Bold)),
            (self._big, look.font(32, QFont.Weight.Bold)),
            (self._plain, look.font()),
        ):
            for label in labels:
                label.setFont(font)
        self._grid.setHorizontalSpacing(look.px(32))
        self._grid.setVerticalSpacing(look.px(6))
        for row in range(2, self._grid.rowCount(), 2):  # those of the numbers
            self._grid.setRowMinimumHeight(row, look.px(60))
        edge = look.px(_MARGIN)
        width = min(self.width() - 2 * edge, look.px(WIDEST))
        self._grid.invalidate()
        height = self._grid.heightForWidth(width)
        self._block.resize(width, height)
        narrowest = self._grid.minimumSize().width()
        return height <= self.height() - 2 * edge and narrowest <= width

    def _place(self) -> None:
        right, down = SHIFTS[self._shift]
        spot = QRect(self._block.rect())
        spot.moveCenter(self.rect().center())
        self._block.move(spot.x() + right, spot.y() + down)

    def _move(self) -> None:
        self._shift = (self._shift + 1) % len(SHIFTS)
        self._place()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Restore the window if its state changes."""
        super().changeEvent(event)
        fills_its_screen = self.isFullScreen() and not self.isMinimized()
        if event.type() == QEvent.Type.WindowStateChange and not fills_its_screen:
            self.showFullScreen()


class StaticScreens(ScreenCovers):
    """One `StaticScreen` for each screen."""

    def __init__(
        self, app: QGuiApplication, lines: Sequence[HelpLine], theme: str = "light"
    ) -> None:
        super().__init__(app)
        self._lines, self._theme = lines, theme
        self.cover()

    def _new(self) -> QWidget:
        return StaticScreen(self._lines, self._theme)

    def _show(self, cover: QWidget) -> None:
        cover.showFullScreen()


def run_static(
    lines: Sequence[HelpLine],
    name: str,
    *,
    environ: Mapping[str, str],
    theme: str = "light",
) -> int:
    """Show the static help screen on every screen, until the supervisor ends it.

    Args:
        lines: contacts to call; if empty, those of `FALLBACK`.
        name: neutral name of windows and program.
        environ: the environment variables of the process.
        theme: a name of `THEMES`.

    Returns: the exit code of the process.
    """
    app = QApplication([name])
    app.setApplicationDisplayName(name)
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    windows = StaticScreens(app, lines or FALLBACK, theme)
    beating = heartbeat.start(environ, app)
    code = app.exec()
    del windows, beating
    return code
