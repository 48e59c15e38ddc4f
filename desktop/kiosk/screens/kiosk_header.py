"""Header of every screen of a visit: start page, language, look, quick exit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.choices import LanguageButtons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent


class KioskHeader(Adaptive, QFrame):
    """Shows all controls at any size; hides the title and then uses two rows if space is short.

    The quick exit is first in the tab order, and last in the row.
    """

    homeRequested = Signal()
    languageChosen = Signal(str)  # language tag
    largerRequested = Signal()
    smallerRequested = Signal()
    themeRequested = Signal()
    curtainRequested = Signal()
    leaveRequested = Signal()

    def __init__(self, languages: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._full_title, self._compact = "", False
        self._icons: dict[QToolButton, str] = {}
        self.leave_button = self._button("leave", "log-out", self.leaveRequested)
        self.leave_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.home = self._button("home", "house", self.homeRequested)
        self.languages = LanguageButtons(languages)
        self.languages.languageChosen.connect(self.languageChosen)
        self.smaller = self._button("smaller", "a-arrow-down", self.smallerRequested)
        self.larger = self._button("larger", "a-arrow-up", self.largerRequested)
        self.theme = self._button("theme", "contrast", self.themeRequested)
        self.curtain = self._button("curtain", "eye-off", self.curtainRequested)
        self.curtain.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._title = with_object_name(QLabel(textFormat=Qt.TextFormat.PlainText), "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._tools = QWidget()
        self._tool_row = QHBoxLayout(self._tools)
        self._tool_row.setContentsMargins(0, 0, 0, 0)
        for part in (self.languages, self.smaller, self.larger, self.theme, self.curtain):
            self._tool_row.addWidget(part)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.home, 0, 0)
        self._grid.addWidget(self._title, 0, 1)
        self._retranslate()

    def _button(self, name: str, icon: str, signal: SignalInstance) -> QToolButton:
        button = with_object_name(QToolButton(self), name)
        self._icons[button] = icon
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False: signal.emit())
        return button

    def set_title(self, title: str, lang: str) -> None:
        """Show the title of the pack, and select the current language."""
        self._full_title = title
        self._title.setAccessibleName(title)
        self.languages.choose(lang)
        self._fit()

    def show_sizes(self, *, larger: bool, smaller: bool) -> None:
        """Set whether the text can become larger, or smaller."""
        self.larger.setEnabled(larger)
        self.smaller.setEnabled(smaller)

    def set_compact(self, *, compact: bool) -> None:
        """Set whether to minimize the margins around the buttons."""
        if compact != self._compact:
            self._compact = compact
            if self._drawn_in is not None:
                self._restyle()

    def _restyle(self) -> None:
        px, t = self._look.chrome.px, self._look.tokens
        above = px(3 if self._compact else 10)
        self._grid.setContentsMargins(px(14), above, px(14), above)
        for layout in (self._grid, self._tool_row):
            layout.setSpacing(max(8, px(8)))
        for button, name in self._icons.items():
            ink = t.on_leave if button is self.leave_button else t.head_ink
            button.setIcon(icons.icon(name, ink, px(22)))
            button.setIconSize(QSize(px(22), px(22)))
        self._fit()

    def _fit(self) -> None:
        """Show the title only if it fits: elided, it could reveal just its most specific words."""
        self._place()
        self._grid.activate()
        metrics, room = self._title.fontMetrics(), self._title.width()
        enough = room >= metrics.horizontalAdvance(self._full_title)
        self._title.setText(self._full_title if enough else "")

    def _place(self) -> None:
        """Lay out everything in one row, or in two on a portrait screen."""
        parts = (self.home, self._tools, self.leave_button)
        needed = sum(part.sizeHint().width() for part in parts) + 5 * self._grid.spacing()
        margins = self._grid.contentsMargins()
        if needed + margins.left() + margins.right() <= self.width():
            self._grid.addWidget(self._tools, 0, 2)
            self._grid.addWidget(self.leave_button, 0, 3)
        else:
            self._grid.addWidget(self.leave_button, 0, 2)
            self._grid.addWidget(self._tools, 1, 0, 1, 3, Qt.AlignmentFlag.AlignRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _retranslate(self) -> None:
        self.leave_button.setText(f"\u00a0{self.tr('Leave quickly')}")
        self.leave_button.setAccessibleName(self.tr("Leave quickly"))
        for button, words in {
            self.home: self.tr("Start page"),
            self.smaller: self.tr("Smaller text"),
            self.larger: self.tr("Larger text"),
            self.theme: self.tr("Change the colors"),
            self.curtain: self.tr("Hide the screen"),
        }.items():
            button.setAccessibleName(words)
        hide = self.tr("Hide")  # translation tools do not look into f-strings
        self.curtain.setText(f"\u00a0{hide}")
        self._fit()
