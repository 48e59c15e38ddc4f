"""A stranger at the kiosk: touches, types and leaves, within the program's own event loop.

What a visitor does is a generator of steps. Between two of them the loop of the program runs, so
that everything is painted and deleted as it is for people; a step may name a fact to wait for.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QInputDevice, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from desktop.kiosk.appearance import TEXT_SIZES
from desktop.kiosk.keyboard.key_button import KeyButton
from desktop.kiosk.operator.operator_panel import OperatorPanel
from desktop.kiosk.operator.pin_page import PinPage
from desktop.kiosk.screens.screen_with_actions import VisitorAction
from desktop.ui.look.theme import THEMES
from desktop.ui.takeaway.learn_page import LearnPage
from desktop.ui.takeaway.qr_page import QrPage
from desktop.ui.widgets.wrapping import WrappingButton

if TYPE_CHECKING:
    import random

    from PySide6.QtGui import QPointingDevice

    from desktop.kiosk.shell import Shell
    from desktop.pack.model import Pack

Fact = Callable[[], bool]
Steps = Iterator[Fact | None]

PACE_MS: Final = 1  # between two steps
PATIENCE_SECONDS: Final = 20.0  # to wait for a fact
LOOKS: Final = 5  # at a widget, until it counts as standing still
CORNER: Final = QPoint(8, 8)
CORNER_TAPS: Final = 5
PIN: Final = "271828"  # of the operator
WRONG_PIN: Final = "314159"


class LostError(Exception):
    """The kiosk did not do what a visitor waited for."""


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Driver(QObject):
    """Takes one step after the other, and lets the loop run in between."""

    finished = Signal()  # there are no more steps
    failed = Signal()  # one raised an error, or waited in vain; it goes on to whoever reports it

    def __init__(self, steps: Steps, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._fact: Fact | None = None
        self._deadline = 0.0
        self._timer = QTimer(self, singleShot=True, interval=PACE_MS)
        self._timer.timeout.connect(self._go)

    def start(self) -> None:
        """Take the first step soon."""
        self._timer.start()

    def _go(self) -> None:
        try:
            going = self._waits() or self._step()
        except Exception:
            self.failed.emit()
            raise
        if going:
            self._timer.start()
        else:
            self.finished.emit()

    def _waits(self) -> bool:
        if self._fact is None or self._fact():
            return False
        if time.monotonic() > self._deadline:
            raise LostError(self._fact)
        return True

    def _step(self) -> bool:
        """Take a step; whether there was one."""
        try:
            self._fact = next(self._steps)
        except StopIteration:
            return False
        self._deadline = time.monotonic() + PATIENCE_SECONDS
        return True


class Hands:
    """One finger and a keyboard, on the native window of the kiosk."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._device: QPointingDevice = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)

    @property
    def _window(self) -> QWindow:
        return self._shell.windowHandle()

    def tap_at(self, place: QPoint) -> None:
        """Come down and leave at a place of the window."""
        self._touch().press(0, place, self._window).commit(processEvents=False)
        self._touch().release(0, place, self._window).commit(processEvents=False)

    def tap(self, widget: QWidget, part: QRect | None = None) -> bool:
        """Tap the middle of what is seen of a widget, or of a part of it.

        Returns: whether anything is seen of it.
        """
        if not (isValid(widget) and widget.isVisible() and widget.isEnabled()):
            return False
        seen = widget.visibleRegion().boundingRect()
        seen = seen.intersected(part) if part else seen
        if seen.isEmpty():
            return False
        self.tap_at(widget.mapTo(self._shell, seen.center()))
        return True

    def stands_still(self, find: Callable[[], QWidget]) -> Fact:
        """Whether a widget is seen, and has not moved for a few looks."""
        places: list[QRect | None] = []

        def looks_still() -> bool:
            widget = find()
            top = widget.mapTo(self._shell, QPoint(0, 0))
            places.append(QRect(top, widget.size()) if widget.isVisible() else None)
            return places[-1] is not None and places[-LOOKS:].count(places[-1]) == LOOKS

        return looks_still

    def drag(self, widget: QWidget, down: int) -> None:
        """Drag from the middle of a widget, by so many pixels downwards."""
        start = widget.mapTo(self._shell, widget.rect().center())
        self._touch().press(0, start, self._window).commit(processEvents=False)
        for part in range(1, 7):
            place = start + QPoint(0, down * part // 6)
            self._touch().move(0, place, self._window).commit(processEvents=False)
        self._touch().release(0, start + QPoint(0, down), self._window).commit(processEvents=False)

    def press(self, key: Qt.Key) -> None:
        """Press a key that types nothing."""
        QTest.keyClick(self._window, key)

    def type(self, text: Iterable[str]) -> None:
        """Type on a keyboard of keys, which knows no accents here."""
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self._window, ord(letter))

    def _touch(self) -> QTest.QTouchEventSequence:
        return QTest.touchEvent(self._window, self._device, autoCommit=False)


class Visitor:
    """What one can do at a kiosk. All of it goes through the window, nothing past the widgets."""

    def __init__(self, shell: Shell, clock: Clock) -> None:
        self.shell, self.hands = shell, Hands(shell)
        self._clock = clock

    # -- beginning and end

    def begin(self, lang: str) -> Steps:
        """Touch the attract screen: the button of a language, or "" for anywhere."""
        attract = self.shell.attract
        buttons = {"en": "attractStart", "es": "attractStartOther"}
        yield attract.isVisible
        if lang:
            self.hands.tap(cast("QWidget", attract.findChild(QWidget, buttons[lang])))
        else:
            self.hands.tap_at(QPoint(attract.width() // 2, attract.height() - 20))
        yield self.shell.page.isVisible

    def leave(self) -> Steps:
        """Touch the button that leaves quickly."""
        yield from self.press(self.shell.header.leave_button)
        yield self._is_resting

    def leave_by_shift(self) -> Steps:
        """Press Shift three times."""
        for _ in range(3):
            self.hands.press(Qt.Key.Key_Shift)
        yield self._is_resting

    def walk_away(self) -> Steps:
        """Do nothing, until the kiosk ends the visit."""
        self._clock.now += 10_000
        yield self._is_resting

    def call_operator(self) -> Steps:
        """Tap the corner of the operator; a visit ends for it."""
        for _ in range(CORNER_TAPS):
            self.hands.tap_at(CORNER)
            yield None
        yield self._pin.isVisible

    def type_pin(self, digits: Iterable[str], *, confirm: bool) -> Steps:
        """Type digits with the pad, and confirm them or not."""
        keys = {key.text(): key for key in self._pin.pad.keys}
        for digit in digits:
            self.hands.tap(keys[digit])
            yield None
        if confirm:
            self.hands.tap(self._pin.pad.ok)
            yield lambda: self._pin._worker is None

    def cancel_pin(self) -> Steps:
        """Leave the operator's pages again."""
        yield from self.press(self._pin.cancel)
        yield self._is_resting

    def close_panel(self) -> Steps:
        """Leave the operator's panel by its first button."""
        panel = cast("OperatorPanel", self.shell.findChild(OperatorPanel))
        yield from self.tap_surely(lambda: panel.back)
        yield self._is_resting

    def press(self, button: QWidget) -> Steps:
        """Touch a button of a page that stays."""
        yield from self.tap_surely(lambda: button)

    def tap_surely(self, find: Callable[[], QWidget]) -> Steps:
        """Touch a widget once it is seen where it stays; pages are laid out step by step."""
        yield self.hands.stands_still(find)
        self.hands.tap(find())

    def _is_resting(self) -> bool:
        return self.shell.is_resting

    @property
    def _pin(self) -> PinPage:
        return cast("PinPage", self.shell.findChild(PinPage))

    # -- searching and reading

    def go_home(self) -> Steps:
        """Touch the house."""
        if not self.shell.home.isVisible():
            yield from self.press(self.shell.header.home)
        yield self.shell.home.isVisible

    def ask(self, words: Iterable[str], *, by_touch: bool) -> Steps:
        """Type into the field, on the screen's keyboard or on one of keys."""
        field = self.shell.home.box.edit
        self.hands.tap(field)
        if by_touch:
            yield self.shell.keyboard.isVisible
            for letter in words:
                yield from self._touch_key(letter)
        else:
            yield field.hasFocus
            self.hands.type(words)
        yield None

    def _touch_key(self, letter: str) -> Steps:
        name = "Space" if letter == " " else letter
        keys = visible_keys(self.shell.keyboard)
        key = next((key for key in keys if name in (key.types, key.accessibleName())), None)
        if key:
            self.hands.tap_at(key.mapTo(self.shell, key.rect().center()))
            yield None

    def open_hit(self, row: int) -> Steps:
        """Touch one of the hits, if it is seen."""
        results = self.shell.home.results
        box = results.list.visualRect(results.hits.index(row, 0))
        if row < results.hits.rowCount() and self.hands.tap(results.list.viewport(), box):
            yield None

    def touch_one(self, root: QWidget, *names: str, choose: Callable[[int], int]) -> Steps:
        """Touch one of the widgets of some names below `root` that are seen.

        Args:
            root: where to look.
            names: object names.
            choose: of a number of widgets, which one.
        """
        found = [widget for name in names for widget in root.findChildren(QWidget, name)]
        if seen := [widget for widget in found if widget.isVisible() and widget.isEnabled()]:
            self.hands.tap(seen[choose(len(seen))])
            yield None

    def scroll(self, down: int) -> Steps:
        """Drag whatever is read."""
        shown = self.shell.stage.currentWidget()
        if shown is not None and self.shell.page.isVisible():
            self.hands.drag(shown, down)
            yield None

    # -- taking along

    def take(self, action: VisitorAction) -> Steps:
        """Touch a button beside what is read."""
        name = f"action{action.name.title()}"
        for button in self.shell.page.findChildren(QWidget, name):
            if self.hands.tap(button):
                yield None
                return

    def learn(self, digits: Iterable[str], *, by_touch: bool) -> Steps:
        """Try the number that is shown, with the page's own keys or with those of a keyboard."""
        page = self.shell.sheet.page
        if not isinstance(page, LearnPage) or not self.hands.tap(page.try_it):
            return
        yield page.form.isVisible
        keys = {key.text(): key for key in page.form.keypad.findChildren(QPushButton, "digit")}
        for digit in digits:
            if not by_touch:
                self.hands.type(digit)
            elif page.form.isVisible():
                page.area.ensureWidgetVisible(keys[digit])
                self.hands.tap(keys[digit])
                yield None
        page.area.ensureWidgetVisible(page.form.check)
        self.hands.tap(page.form.check)
        yield None

    # -- the bar above

    def draw_curtain(self) -> Steps:
        """Hide the screen, and go on."""
        if self.hands.tap(self.shell.header.curtain):
            yield self.shell.curtain.isVisible
            yield from self.press(self.shell.curtain.button)
            yield self.shell.page.isVisible

    def hesitate(self) -> Steps:
        """Do nothing until the kiosk asks, then say that one is still there."""
        self._clock.now += 91
        yield from self.press(self.shell.warning.stay)
        yield self.shell.warning.isHidden


class Wanderer:
    """Visits at random, the same ones for the same seed."""

    def __init__(self, visitor: Visitor, pack: Pack, chance: random.Random) -> None:
        self._visitor, self._shell, self._chance = visitor, visitor.shell, chance
        self._words = {lang: _vocabulary(pack, lang) for lang in pack.languages}
        self.visits = 0

    def visit(self) -> Steps:
        """One visit, from the attract screen to the attract screen."""
        yield from self._visitor.begin(self._chance.choice(["en", "es", "es", ""]))
        acts = (
            *(self._ask, self._ask, self._browse, self._read, self._read, self._take, self._take),
            *(self._use_header, self._visitor.draw_curtain, self._visitor.hesitate),
        )
        for _ in range(self._chance.randint(1, 8)):
            if self._shell.page.isVisible():
                yield from self._chance.choice(acts)()
        yield from self._end()
        self.visits += 1

    def tour(self) -> Steps:
        """See the screens in every look: what is kept for good by then is kept."""
        for lang in self._words:
            for themes in range(len(THEMES)):
                for sizes in range(len(TEXT_SIZES)):
                    yield from self._look_around(lang, themes, sizes)

    def _look_around(self, lang: str, themes: int, sizes: int) -> Steps:
        """A visit in one look: so many themes on, so many sizes larger."""
        v, header = self._visitor, self._shell.header
        yield from v.begin(lang)
        for button in [header.theme] * themes + [header.larger] * sizes:
            yield from v.press(button)
        yield from v.touch_one(self._shell.home, "helpTile", choose=self._pick)
        yield from v.go_home()
        yield from v.ask(self._words[lang][0], by_touch=True)
        yield from v.open_hit(0)
        for action in (VisitorAction.QR_CODE, VisitorAction.LEARN, VisitorAction.PRINT):
            yield from v.take(action)
            yield from v.learn("911", by_touch=True)
            yield from v.touch_one(self._shell.sheet, "sheetClose", choose=self._pick)
        yield from v.leave()

    def _pick(self, count: int) -> int:
        return self._chance.randrange(count)

    def _ask(self) -> Steps:
        yield from self._visitor.go_home()
        words = self._chance.choice(self._words[self._shell.lang])
        yield from self._visitor.ask(words, by_touch=self._chance.random() < 0.6)
        if self._chance.random() < 0.3:
            self._visitor.hands.press(Qt.Key.Key_Return)
            yield None
        elif self._chance.random() < 0.2:
            for _ in words[2:]:
                self._visitor.hands.press(Qt.Key.Key_Backspace)
        yield from self._visitor.open_hit(self._pick(3))

    def _browse(self) -> Steps:
        yield from self._visitor.go_home()
        if self._shell.home.box.edit.text():
            return
        names = ("helpTile", "topicTile")
        yield from self._visitor.touch_one(self._shell.home, *names, choose=self._pick)
        names = ("subtopic", "topicEntry")
        yield from self._visitor.touch_one(self._shell.topic, *names, choose=self._pick)

    def _read(self) -> Steps:
        high = self._shell.stage.height() // 3
        for _ in range(self._pick(4)):
            yield from self._visitor.scroll(self._chance.choice([-high, -high, high]))
        page = self._shell.answer.area.widget()
        related = page.findChildren(WrappingButton) if page else []
        if related and self._shell.answer.isVisible() and self._chance.random() < 0.5:
            button = self._chance.choice(related)
            self._shell.answer.area.ensureWidgetVisible(button)
            self._visitor.hands.tap(button)
            yield None

    def _take(self) -> Steps:
        yield from self._visitor.take(self._chance.choice(list(VisitorAction)))
        page = self._shell.sheet.page
        if isinstance(page, LearnPage):
            digits = self._chance.choice(["911", "5055550100", "1", "18883737888"])
            yield from self._visitor.learn(digits, by_touch=self._chance.random() < 0.5)
        elif isinstance(page, QrPage):
            yield from self._visitor.touch_one(page, "choice", "qrLearn", choose=self._pick)
        if page is not None and self._chance.random() < 0.7:
            yield from self._visitor.touch_one(self._shell.sheet, "sheetClose", choose=self._pick)

    def _use_header(self) -> Steps:
        header = self._shell.header
        button = self._chance.choice([header.larger, header.smaller, header.theme, None])
        if button is None:
            other = {"en": "es", "es": "en"}[self._shell.lang]
            header.languageChosen.emit(other)
        else:
            self._visitor.hands.tap(button)
        yield None

    def _end(self) -> Steps:
        v = self._visitor
        ends = (v.leave, v.leave_by_shift, v.walk_away, self._let_operator_in, self._try_pin)
        (end,) = self._chance.choices(ends, weights=(45, 25, 25, 3, 2))
        yield from end()

    def _try_pin(self) -> Steps:
        """A guess, and the operator's own PIN after it, so that there is never a wait."""
        yield from self._visitor.call_operator()
        yield from self._visitor.type_pin(WRONG_PIN, confirm=True)
        yield from self._visitor.cancel_pin()
        yield from self._let_operator_in()

    def _let_operator_in(self) -> Steps:
        yield from self._visitor.call_operator()
        yield from self._visitor.type_pin(PIN, confirm=True)
        yield from self._visitor.close_panel()


def visible_keys(keyboard: QWidget) -> list[KeyButton]:
    """The keys on the visible page and on an open strip of variants."""
    return [key for key in keyboard.findChildren(KeyButton) if key.isVisibleTo(keyboard)]


def _vocabulary(pack: Pack, lang: str) -> list[str]:
    """What is asked: words of questions, urgent phrases, nonsense and next to nothing."""
    questions = [entry.question.get(lang, "").casefold() for entry in pack.entries]
    words = {word.strip("¿?.,()“”") for question in questions for word in question.split()}
    urgent = [phrase for group in pack.urgent for phrase in group.phrases.get(lang, ())[:40]]
    plain = [word for word in sorted(words) if word.isalpha()]
    return [*plain, *urgent[:40], "zqxv wkjh", "a", "  ", "passport boss police"]
