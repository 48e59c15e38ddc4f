"""Page with a QR code of an answer or a number, for a phone."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from desktop.base.local_date import today
from desktop.content.answer import present
from desktop.content.handout import Handout, PhoneLine, handout
from desktop.content.qr_code import answer_text, call_uri, text_uri
from desktop.ui.look.named import named
from desktop.ui.takeaway.qr_widget import LEAST, MOST, QrWidget
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.choices import Choices
from desktop.ui.widgets.page import Page, WordButton, label, tell

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.pack.view import PackView

_WORDS_WIDTH = 200  # pixels at 100 %: least readable width beside the code


class QrPayloadType(Enum):
    """Action of a phone that scans the code."""

    ANSWER = auto()
    CALL = auto()
    TEXT = auto()


class QrPage(Page):
    """Code at the left, text at the right; one below the other if the page is narrow."""

    learnRequested = Signal()

    def __init__(
        self, pack: PackView, entry_id: str, lang: str, parent: QWidget | None = None
    ) -> None:
        """Build the page.

        Args:
            pack: the pack.
            entry_id: an entry of the pack.
            lang: language tag.
            parent: Qt's.

        Raises:
            KeyError: there is no such entry.
        """
        super().__init__(parent)
        self._pack, self._entry = pack, pack.entry_by_id[entry_id]
        self._handout = self._in(lang)
        self._kind, self._at = QrPayloadType.ANSWER, 0  # at: index of the number
        self.code = named(QrWidget(), "qrCode")
        self.kinds, self.numbers = Choices(), Choices()
        self.kinds.chosen.connect(self._choose_kind)
        self.numbers.chosen.connect(self._choose_number)
        self._intro, self._payload_lead = label("qrIntro"), label("small")
        self.payload, self._trace = label("qrPayload"), label("small")
        self._unsafe = label("qrUnsafe")
        self.learn = WordButton("qrLearn")
        self.learn.clicked.connect(self.learnRequested)
        self.row.insertWidget(0, self.code, 0, Qt.AlignmentFlag.AlignTop)
        for part in (self._intro, self.kinds, self.numbers, self._payload_lead, self.payload):
            self.column.addWidget(part)
        self.column.addWidget(self._trace)
        self.column.addWidget(self._unsafe)
        self.column.addWidget(self.learn, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch()
        self._retranslate()

    def title(self) -> str:
        """Title of the sheet."""
        return self.tr("Take it with you")

    def set_language(self, lang: str) -> None:
        """Show the same payload in `lang`."""
        self._handout = self._in(lang)
        self._retranslate()

    def _in(self, lang: str) -> Handout:
        return handout(present(self._pack, self._entry, lang, today()))

    def _restyle(self) -> None:
        super()._restyle()
        self._fit()

    # -- choosing

    def _lines(self) -> tuple[PhoneLine, ...]:
        """Numbers of the chosen kind."""
        lines = self._handout.lines
        match self._kind:
            case QrPayloadType.ANSWER:
                return ()
            case QrPayloadType.CALL:
                return tuple(line for line in lines if line.takes_calls)
            case QrPayloadType.TEXT:
                return tuple(line for line in lines if line.takes_texts)

    def _choose_kind(self, at: int) -> None:
        self._kind, self._at = self._offered()[at], 0
        self._fill_numbers()
        self._show()
        announce(self, self._intro.text())

    def _choose_number(self, at: int) -> None:
        self._at = at
        self._show()
        announce(self, self._intro.text())

    def _offered(self) -> list[QrPayloadType]:
        lines = self._handout.lines
        return [
            QrPayloadType.ANSWER,
            *([QrPayloadType.CALL] if any(line.takes_calls for line in lines) else []),
            *([QrPayloadType.TEXT] if any(line.takes_texts for line in lines) else []),
        ]

    # -- showing

    def _fill_numbers(self) -> None:
        words = [f"{line.name}: {line.number}" for line in self._lines()]
        self.numbers.fill(words, self._at)

    def _show(self) -> None:
        """Show code and text of the choice."""
        lines = self._lines()
        line = lines[self._at] if lines else None
        payload = self._payload_of(line)
        if payload:
            self.code.show_code(payload)
        self.code.setVisible(bool(payload))
        self._intro.setText(self._intro_of(line, payload))
        tell(self.payload, payload)
        self._payload_lead.setVisible(bool(payload))
        self._fit()

    def _payload_of(self, line: PhoneLine | None) -> str:
        if line is None:
            return answer_text(self._handout)
        return call_uri(line) if self._kind is QrPayloadType.CALL else text_uri(line)

    def _intro_of(self, line: PhoneLine | None, payload: str) -> str:
        if line is None and not payload:
            return self.tr("This is too long for a code. You can learn a number instead.")
        if line is None:
            return self.tr(
                "Point your phone's camera here. The words open on your phone."
                " No internet is needed."
            )
        if self._kind is QrPayloadType.CALL:
            words = self.tr("Point your phone's camera here. It will offer to call %1 (%2).")
        else:
            words = self.tr("Point your phone's camera here. It will offer to write to %1 (%2).")
        return words.replace("%1", line.number).replace("%2", line.name)

    def _retranslate(self) -> None:
        words = {
            QrPayloadType.ANSWER: self.tr("The answer"),
            QrPayloadType.CALL: self.tr("A number to call"),
            QrPayloadType.TEXT: self.tr("A number to text"),
        }
        offered = self._offered()
        self.kinds.fill([words[kind] for kind in offered], offered.index(self._kind))
        self.kinds.setAccessibleName(self.tr("What is in the code"))
        self.numbers.setAccessibleName(self.tr("Which number"))
        self._payload_lead.setText(self.tr("In the code:"))
        self._trace.setText(
            self.tr(
                "Phones keep a history, and photos. Someone who looks at your phone may find it."
                " Some phones offer to search the web for the words. That leaves a trace too."
            )
        )
        self._unsafe.setText(self.tr("Not safe to carry?"))
        self.learn.say(self.tr("Learn a number"))
        self._fill_numbers()
        self._show()

    # -- fitting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the code as large as possible, beside the text or above it."""
        most = MOST * self._look.base // 100  # scaled by the screen, not by the text size
        beside = self.width() - self.row.spacing() - self._look.px(_WORDS_WIDTH)
        module = self.code.largest_module(min(beside, self.height()), most)
        if module >= LEAST:
            self.row.insertWidget(0, self.code, 0, Qt.AlignmentFlag.AlignTop)
        else:
            module = self.code.largest_module(self.width() - self._look.px(32), most)
            self.column.insertWidget(0, self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.code.set_module(module)
