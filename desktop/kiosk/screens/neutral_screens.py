"""The attract screen and the privacy screen: neutral, and in every language at once.

They name no subject: an onlooker only sees that questions are answered here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.base.resources import asset
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.look.translations import PROGRAM_LANGUAGES
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent

INVITATION = str(QT_TRANSLATE_NOOP("Attract", "Ask. Learn. Get help."))
START = str(QT_TRANSLATE_NOOP("Attract", "Touch to start"))
PRIVATE = str(QT_TRANSLATE_NOOP("Attract", "This screen keeps nothing of what you type."))
GO_ON = str(QT_TRANSLATE_NOOP("Curtain", "Touch to go on"))
SHIFT_MS: Final = 60_000
# Offsets that change each minute, in pixels at 100 %, against burn-in.
PLACES: Final = ((0, 0), (24, 8), (16, 24), (-8, 30), (-24, 16), (-30, -8), (-12, -24), (12, -16))


def translated(context: str, words: str, lang: str) -> str:
    """Translate a text of the program into `lang`; Qt translates into the installed language only.

    Args:
        context: the class of the text, as in its QT_TRANSLATE_NOOP.
        words: English, which texts and languages without a translation get.
        lang: language tag.
    """
    translator, primary = QTranslator(), lang.partition("-")[0]
    if primary in PROGRAM_LANGUAGES:
        translator.load(str(asset("translations", f"luminaria_{primary}.qm")))
    return translator.translate(context, words) or words


class Attract(Adaptive, QWidget):
    """Greets in every language of a pack. A touch anywhere starts a visit."""

    started = Signal(str)  # language tag; "" if the touch chose none

    def __init__(self, languages: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("attract")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._languages = tuple(languages)
        self._place, self._pressed = 0, False
        self._logo = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)
        self._column.addStretch()
        self._column.addWidget(self._logo)
        for at, lang in enumerate(languages):
            name = "attractFirst" if at == 0 else "attractOther"
            self._column.addWidget(self._words(INVITATION, lang, name))
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.addStretch()
        for lang in languages:
            self._buttons.addWidget(self._button(lang))
        self._buttons.addStretch()
        self._column.addLayout(self._buttons)
        for lang in languages:
            self._column.addWidget(self._words(PRIVATE, lang, "attractSmall"))
        self._column.addStretch()
        self._mover = QTimer(self, interval=SHIFT_MS)
        self._mover.timeout.connect(self.shift)

    def _words(self, words: str, lang: str, name: str) -> WrappingLabel:
        text = WrappingLabel(translated("Attract", words, lang), name)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        text.setLocale(QLocale(lang))
        return text

    def _button(self, lang: str) -> QPushButton:
        first = lang == self._languages[0]
        button = with_object_name(QPushButton(), "attractStart" if first else "attractStartOther")
        button.setText(translated("Attract", START, lang))
        button.setLocale(QLocale(lang))
        button.clicked.connect(lambda: self.started.emit(lang))
        return button

    def _restyle(self) -> None:
        look = self._look
        size = look.chrome.px(88)
        self._logo.setPixmap(icons.icon("luminaria", look.tokens.leave, size).pixmap(size, size))
        self._column.setSpacing(look.chrome.px(18))
        self._buttons.setSpacing(look.chrome.px(16))
        self._fit()

    def shift(self) -> None:
        """Move the content to the next offset."""
        self._place = (self._place + 1) % len(PLACES)
        self._fit()

    def _fit(self) -> None:
        if self._drawn_in is None:
            return
        px = self._look.chrome.px
        right, down = PLACES[self._place]
        edge = px(32)
        self._column.setContentsMargins(
            edge + px(right), edge + px(down), edge - px(right), edge - px(down)
        )
        tall = self.height() > self.width()
        down_, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(down_ if tall else across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mover.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._mover.stop()
        self._pressed = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Start at the release of a touch outside the buttons."""
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self.started.emit("")
        self._pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Also start at a letter, Space or Enter."""
        start = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        wanted = event.key() in start or event.text().isalnum()
        if wanted and not event.isAutoRepeat():  # not by a key that is still held after leaving
            self.started.emit("")
        else:
            super().keyPressEvent(event)


class Curtain(Adaptive, QWidget):
    """Privacy screen: hides a visit from somebody who comes near, until a touch shows it again.

    The visit continues, and so does reading aloud. The quick exit ends both.
    """

    opened = Signal()

    def __init__(self, languages: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("curtain")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.button = with_object_name(QPushButton(), "curtainOpen")
        self.button.setText(" · ".join(translated("Curtain", GO_ON, lang) for lang in languages))
        self.button.setLocale(QLocale(languages[0]))
        self.button.clicked.connect(self.opened)
        self._column = QVBoxLayout(self)
        self._column.addStretch()
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _restyle(self) -> None:
        edge = self._look.chrome.px(40)
        self._column.setContentsMargins(edge, edge, edge, edge)
