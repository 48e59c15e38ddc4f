"""The on-screen keyboard of the kiosk, with large keys.

Keys act when the finger lifts, and a finger that moves off cancels. When a second finger comes
down before the first is up, the first key is typed at once, so that fast typing with two thumbs
preserves the order of letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLocale, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.kiosk.keyboard import typist
from desktop.kiosk.keyboard.fingers import FingerPhase, FingerTracker
from desktop.kiosk.keyboard.key_deck import KeyDeck
from desktop.kiosk.keyboard.key_grid import KeyGrid, grid
from desktop.kiosk.keyboard.layouts import KeyRole, LetterCase
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

    from desktop.kiosk.keyboard.key_button import KeyButton

HOLD_MS = 500  # until a held key repeats or offers its variants
REPEAT_MS = 67  # fifteen times a second
MOST_REPEATS = 100  # stops erasing if the lifting of a finger was lost


class Keyboard(Adaptive, QWidget):
    """Types into the field that has the focus, and takes no focus itself.

    It is below the content in the layout, so that it covers nothing.
    """

    hideRequested = Signal()
    visibilityChanged = Signal()
    reads_fingers: Final = True  # see `desktop.kiosk.guard.touch`

    def __init__(self) -> None:
        super().__init__()
        with_object_name(self, "keyboard")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._fingers = FingerTracker()
        self._screen = QSize(1280, 800)
        self._current: KeyButton | None = None  # under the last finger since its press
        self._held = False
        self._repeats = 0
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._hold_on)
        self._repeat = QTimer(self, interval=REPEAT_MS)
        self._repeat.timeout.connect(self._erase_again)
        self._deck = KeyDeck(self._look, self._grid(*self._screen.toTuple()), self)
        self._deck.keyChosen.connect(self._press)
        self.fit_into(self._screen)
        self._retranslate()

    def set_language(self, lang: str) -> None:
        """Show the letters of a language (BCP 47 tag)."""
        self.setLocale(QLocale(lang))
        self.wipe()
        self._deck.set_language(lang)

    def _restyle(self) -> None:
        self.fit_into(self._screen)

    def fit_into(self, window: QSize) -> None:
        """Set the height that fits the kiosk's window; must be called for each new size."""
        self._screen = window
        self.setFixedHeight(self._grid(window.width(), window.height()).height)
        self._arrange()

    def wipe(self) -> None:
        """Reset to small letters and the first page, without pressed keys or pending actions."""
        self._fingers.forget()
        self._drop()
        self._deck.show_letters()
        self._deck.set_case(LetterCase.LOWER)

    def event(self, event: QEvent) -> bool:
        """Also consume finger events on the keys."""
        moves = self._fingers.read(event)
        if moves is None:
            return super().event(event)
        for move in moves:
            self._follow(move.step, move.place)
        event.accept()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.visibilityChanged.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.wipe()
        super().hideEvent(event)
        self.visibilityChanged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _follow(self, step: FingerPhase, place: QPoint) -> None:
        match step:
            case FingerPhase.BEGAN:
                self._began(place)
            case FingerPhase.MOVED:
                self._moved(place)
            case FingerPhase.ENDED:
                self._ended(place)
            case FingerPhase.CANCELLED:
                self._drop()
                self._deck.close_strip()

    def _began(self, place: QPoint) -> None:
        self._settle()
        key, strip = self._deck.key_at(place), self._deck.strip
        if strip and key not in strip.buttons:
            self._deck.close_strip()
        if key is None:
            return
        self._current = key
        key.setDown(True)
        if key.key.variants or key.key.role is KeyRole.BACKSPACE:
            self._hold.start()

    def _settle(self) -> None:
        """Finish the action of an earlier finger, if it is still on its key."""
        key, held = self._current, self._held
        waiting = key is not None and key.isDown() and not held
        self._drop()
        if key and waiting:
            self._press(key)

    def _moved(self, place: QPoint) -> None:
        if self._held and self._deck.strip:
            self._deck.strip.highlight(place)
        elif self._current and not self._held:
            on = self._deck.key_at(place) is self._current
            self._current.setDown(on)
            if not on:
                self._hold.stop()

    def _ended(self, place: QPoint) -> None:
        key, held, over = self._current, self._held, self._deck.key_at(place)
        self._drop()
        if held:
            self._choose(over)
        elif key and key is over:
            self._press(key)

    def _choose(self, over: KeyButton | None) -> None:
        """End a long press: on a variant, on the key itself (the strip stays), or elsewhere."""
        strip = self._deck.strip
        if strip and over and over in strip.buttons:
            self._press(over)
        elif strip and over is not strip.base:
            self._deck.close_strip()

    def _drop(self) -> None:
        """Release the pressed key without typing."""
        self._hold.stop()
        self._repeat.stop()
        if self._current:
            self._current.setDown(False)
        self._current, self._held = None, False

    def _hold_on(self) -> None:
        """Handle a long press."""
        key, self._held = self._current, True
        if key and key.key.role is KeyRole.BACKSPACE:
            self._repeats = 0
            self._repeat.start()
            typist.erase()
        elif key:
            words = self._deck.open_strip(key).words
            announce(self, self.tr("More: %1").replace("%1", words))

    def _erase_again(self) -> None:
        self._repeats += 1
        if self._repeats == MOST_REPEATS:
            self._repeat.stop()
        typist.erase()

    def _press(self, key: KeyButton) -> None:
        """Perform the action of a key."""
        self._deck.close_strip()
        match key.key.role:
            case KeyRole.TEXT | KeyRole.SPACE:
                self._type(key.types)
            case KeyRole.BACKSPACE:
                typist.erase()
            case KeyRole.ENTER:
                typist.enter()
            case KeyRole.HIDE:
                self.hideRequested.emit()
            case _:
                self._switch(key)

    def _type(self, text: str) -> None:
        typist.type_text(text)
        if self._deck.case is LetterCase.ONCE and text.strip():
            self._deck.set_case(LetterCase.LOWER)

    def _switch(self, key: KeyButton) -> None:
        """Show other letters or signs, and announce it to screen readers."""
        match key.key.role:
            case KeyRole.SHIFT:
                self._deck.set_case(self._deck.case.next)
            case KeyRole.SIGNS:
                self._deck.show_signs()
            case KeyRole.LETTERS:
                self._deck.show_letters()
        announce(self, key.accessibleName())

    def _grid(self, width: int, height: int) -> KeyGrid:
        return grid(width, height, self._look.text_size / 100)

    def _arrange(self) -> None:
        self._drop()
        self._deck.setGeometry(self.rect())
        self._deck.apply_look(self._look, self._grid(self.width(), self._screen.height()))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Keyboard"))
