"""Page with a QR code of an answer or a number, for a phone.

The code is black on white in every theme, and its modules are whole pixels.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from desktop.base.local_date import today
from desktop.content.answer import present
from desktop.content.handout import Handout, PhoneLine, handout
from desktop.content.qr_code import QrMatrix, call_uri, encode_qr, qr_answer_text, text_uri
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.choices import ChoiceButtons
from desktop.ui.widgets.page import Page, PlainButton, make_label, set_text_or_hide

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.pack.view import PackView

DARK, LIGHT = 0, 255  # grey levels; phones fail on codes in other colours
LEAST = 3  # device-independent pixels of a module that cameras read reliably
MOST = 8  # the same; larger modules gain nothing at the usual scale
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

        Raises:
            KeyError: the pack has no such entry.
        """
        super().__init__(parent)
        self._pack, self._entry = pack, pack.entry_by_id[entry_id]
        self._handout = self._in(lang)
        self._kind, self._at = QrPayloadType.ANSWER, 0  # at: index of the number
        self.code = with_object_name(QrWidget(), "qrCode")
        self.kinds, self.numbers = ChoiceButtons(), ChoiceButtons()
        self.kinds.chosen.connect(self._choose_kind)
        self.numbers.chosen.connect(self._choose_number)
        self._intro, self._payload_lead = make_label("qrIntro"), make_label("small")
        self.payload, self._trace = make_label("qrPayload"), make_label("small")
        self._unsafe = make_label("qrUnsafe")
        self.learn = PlainButton("qrLearn")
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

    def _lines(self, kind: QrPayloadType) -> tuple[PhoneLine, ...]:
        """Numbers of a kind."""
        lines = self._handout.lines
        match kind:
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
        of_numbers = (QrPayloadType.CALL, QrPayloadType.TEXT)
        return [QrPayloadType.ANSWER, *(kind for kind in of_numbers if self._lines(kind))]

    # -- showing

    def _fill_numbers(self) -> None:
        words = [f"{line.name}: {line.number}" for line in self._lines(self._kind)]
        self.numbers.set_choices(words, self._at)

    def _show(self) -> None:
        """Show code and text of the choice."""
        lines = self._lines(self._kind)
        line = lines[self._at] if lines else None
        payload = self._payload_of(line)
        if payload:
            self.code.show_code(payload)
        self.code.setVisible(bool(payload))
        self._intro.setText(self._intro_of(line, payload))
        set_text_or_hide(self.payload, payload)
        self._payload_lead.setVisible(bool(payload))
        self._fit()

    def _payload_of(self, line: PhoneLine | None) -> str:
        if line is None:
            return qr_answer_text(self._handout)
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
        self.kinds.set_choices([words[kind] for kind in offered], offered.index(self._kind))
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
        self.learn.set_text(self.tr("Learn a number"))
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


def image(matrix: QrMatrix, module: int) -> QImage:
    """Image of `matrix`, each module a square of `module` pixels."""
    grey = bytes(DARK if dark else LIGHT for row in matrix.rows for dark in row)
    size = matrix.size
    small = QImage(grey, size, size, size, QImage.Format.Format_Grayscale8)
    return small.scaled(QSize(size * module, size * module))


class QrWidget(Adaptive, QLabel):
    """Shows a code; screen readers get an image with its content as the name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._matrix: QrMatrix | None = None
        self._module = LEAST

    def show_code(self, text: str) -> None:
        """Show the code of `text`, not "", in the last size."""
        self._matrix = encode_qr(text)
        self._draw()
        self._retranslate()

    def side(self, module: int) -> int:
        """Width and height with modules of `module` pixels."""
        return self._matrix.size * module if self._matrix else 0

    def largest_module(self, room: int, most: int = MOST) -> int:
        """Largest module, at most `most` pixels, with which the code fits into `room` pixels."""
        return min(room // self._matrix.size, most) if self._matrix else 0

    def set_module(self, module: int) -> None:
        """Set the size of a module in pixels."""
        self._module = max(module, 1)
        self._draw()

    def _draw(self) -> None:
        if self._matrix is None:
            return
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(image(self._matrix, int(self._module * ratio)))
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)
        self.setFixedSize(self.side(self._module), self.side(self._module))

    def _retranslate(self) -> None:
        text = self._matrix.text if self._matrix else ""
        self.setAccessibleName(self.tr("QR code with: %1").replace("%1", text))
