"""Page with the answer upside down, in another language, for a person across the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from desktop.base.local_date import today
from desktop.content.answer import present
from desktop.content.handout import grouped, handout
from desktop.languages.loader import section
from desktop.languages.program_strings import HandoutStrings
from desktop.ui.look.changes import with_object_name
from desktop.ui.look.translations import native_name
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.choices import ChoiceButtons
from desktop.ui.widgets.flow import FlowLayout, take_widgets
from desktop.ui.widgets.page import Page, PlainButton
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.pack.view import PackView

_TALL = 300  # pixels at 100 %: from this height on the buttons do not scroll with the answer
_WAY = QBoxLayout.Direction


class TurnedText(WrappingLabel):
    """Plain text, optionally upside down."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text, name)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.turned = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.turned:
            QLabel.paintEvent(self, event)
            return
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        rect, role = self.contentsRect(), self.foregroundRole()
        painter = _turned_painter(self)
        painter.drawItemText(rect, flags, self.palette(), self.isEnabled(), self.text(), role)


class TurnedButton(QPushButton):
    """A button that is always upside down."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _turned_painter(self).drawControl(self.style().ControlElement.CE_PushButton, option)


def _turned_painter(widget: QWidget) -> QStylePainter:
    """Painter that rotates by 180 degrees around the centre of `widget`.

    Only the painting is rotated: geometry, keys, screen readers and touch are those of any widget.
    """
    painter = QStylePainter(widget)
    painter.translate(widget.width(), widget.height())
    painter.rotate(180)
    return painter


class TurnPage(Page):
    """The answer in a panel that turns, and a button on either side that turns it.

    The panel starts in the first language of the pack that is not `lang`, the one on this side.
    """

    def __init__(self, pack: PackView, entry_id: str, lang: str) -> None:
        super().__init__()
        self._pack, self._entry = pack, pack.entry_by_id[entry_id]
        self._lang = self._other(lang)
        self._turned = True
        self.panel = with_object_name(QFrame(), "turnPanel")
        self._lines = QVBoxLayout(self.panel)
        self.turn_there = with_object_name(
            TurnedButton(), "turnThere"
        )  # for the person across the table
        self.turn_there.clicked.connect(self._turn)
        self.turn_here = PlainButton("turnHere")
        self.turn_here.clicked.connect(self._turn)
        self.languages = ChoiceButtons()
        self.languages.chosen.connect(self._choose)
        self._below = with_object_name(QWidget(), "turnBelow")
        self._flow = FlowLayout(8, 8, self._below)
        self._flow.addWidget(self.languages)
        self._flow.addWidget(self.turn_here)
        self.column.addWidget(self.panel, 1)
        self.row.setDirection(_WAY.TopToBottom)
        self.area.verticalScrollBar().rangeChanged.connect(self._to_start)
        self.panel.installEventFilter(self)
        self._fit()
        self._fill()
        self._retranslate()

    def title(self) -> str:
        """Title of the sheet."""
        return self.tr("For the person across from you")

    def set_language(self, lang: str) -> None:
        """Follow the window to `lang`: the panel selects another language, if there is one."""
        if lang == self._lang:
            self._lang = self._other(lang)
            self._fill()

    def _restyle(self) -> None:
        look = self._look
        super()._restyle()
        edge = look.chrome.px(20)
        self._lines.setContentsMargins(edge, edge, edge, edge)
        self._lines.setSpacing(look.px(8))
        self.row.setSpacing(look.px(8))
        self._flow.set_gaps(look.px(16), look.px(8))
        self._fit()

    def _other(self, lang: str) -> str:
        return next((tag for tag in self._pack.languages if tag != lang), lang)

    def _choose(self, at: int) -> None:
        self._lang = self._pack.languages[at]
        self._fill_panel()

    def _turn(self) -> None:
        self._turned = not self._turned
        self._apply_turn()
        self._retranslate()
        announce(self, self.turn_here.words)

    # -- the panel

    def _fill(self) -> None:
        """Fill the panel and the choice of its language."""
        languages = self._pack.languages
        self.languages.set_choices(
            [native_name(tag) for tag in languages], languages.index(self._lang)
        )
        self._fill_panel()

    def _fill_panel(self) -> None:
        for part in take_widgets(self._lines):
            part.setParent(None)
            part.deleteLater()
        answer = handout(present(self._pack, self._entry, self._lang, today()))
        self._add("turnQuestion", answer.question)
        self._add("turnBrief", answer.brief if answer.brief != answer.question else "")
        for line in answer.lines:
            about = filter(None, (line.name, line.how, line.note))
            self._add("turnName", " · ".join(about))
            self._add("turnNumber", grouped(line.number))
        self._lines.addStretch(1)
        self.turn_there.setText(section(HandoutStrings, self._lang).turn)
        for part in (self.panel, self.turn_there):
            part.setLocale(QLocale(self._lang))  # screen readers choose a voice by it
        self._apply_turn()

    def _add(self, name: str, text: str) -> None:
        if text:
            self._lines.addWidget(TurnedText(text, name))

    def _apply_turn(self) -> None:
        self._lines.setDirection(_WAY.BottomToTop if self._turned else _WAY.TopToBottom)
        for part in self.panel.findChildren(TurnedText):
            part.turned = self._turned
            part.update()
        self._to_start()

    def _to_start(self) -> None:
        """Scroll to the start of the text, which is the bottom if the panel is upside down."""
        bar, panel = self.area.verticalScrollBar(), self.panel.geometry()
        seen = self.area.viewport().height()
        bar.setValue(panel.bottom() + 1 - seen if self._turned else panel.top())

    # -- fitting

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to the start after the panel changes its size."""
        if watched is self.panel and event.type() == QEvent.Type.Resize:
            self._to_start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Place the buttons above and below the panel; on a low page they scroll with it."""
        layout = self.column if self.height() < self._look.px(_TALL) else self.row
        layout.insertWidget(0, self.turn_there, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._below)

    def _retranslate(self) -> None:
        self.turn_here.set_text(
            self.tr("Turn it back to me") if self._turned else self.tr("Turn it around")
        )
        self.languages.setAccessibleName(self.tr("Language of the page"))
