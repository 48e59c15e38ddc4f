from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QToolTip,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)
from shiboken6 import delete

from desktop.kiosk.guard.guard import EventGuard
from desktop.ui.leaving.leave_key import LeaveKey
from desktop.ui.running.input_pipeline import InputStage
from tests.conftest import input_through
from tests.kiosk.window_manager import Messages, openbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

KEY, HELD, BUTTON = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
NONE = HELD.NoModifier


class Kiosk(QWidget):
    """A field, a button with a tool tip, and a page."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.button = QPushButton("&Press")
        self.button.setToolTip("tip")
        self.box = QComboBox()
        self.box.addItems(["one", "two"])
        self.page = QScrollArea()
        rows = QVBoxLayout(self)
        for widget in (self.edit, self.button, self.box, self.page):
            rows.addWidget(widget)


@pytest.fixture
def kiosk(qtbot: QtBot) -> Iterator[Kiosk]:
    kiosk = Kiosk()
    yield kiosk
    delete(kiosk)


@pytest.fixture
def guard(kiosk: Kiosk, qapp: QApplication, qtbot: QtBot) -> Iterator[EventGuard]:
    guard = EventGuard(qapp, kiosk)
    with input_through({InputStage.GUARD: guard.see}):
        kiosk.showFullScreen()
        qtbot.waitUntil(lambda: is_in_place(kiosk))
        kiosk.edit.setFocus()
        yield guard
        guard.open()
    delete(guard)


def is_in_place(kiosk: QWidget) -> bool:
    """Whether the kiosk fills the screen, above all, with the keyboard on it."""
    whole = kiosk.geometry() == QGuiApplication.primaryScreen().geometry()
    state = kiosk.isFullScreen() and kiosk.isVisible() and not kiosk.isMinimized()
    return whole and state and kiosk.windowHandle().isExposed() and kiosk.isActiveWindow()


def others(kiosk: QWidget) -> list[QWidget]:
    """The windows that show beside the kiosk's."""
    return [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not kiosk]


# -- nothing else shows


def _menu(kiosk: Kiosk) -> QWidget:
    menu = QMenu(kiosk)
    menu.addAction("Copy")
    menu.exec(QPoint(9, 9))
    return menu


def _message(kiosk: Kiosk) -> QWidget:
    box = QMessageBox(kiosk)
    box.exec()
    box.exec()
    return box


def _files(kiosk: Kiosk) -> QWidget:
    dialog = QFileDialog(kiosk)
    dialog.open()
    return dialog


def _window(kiosk: Kiosk) -> QWidget:
    window = QWidget()
    window.showFullScreen()
    return window


def _dialog(kiosk: Kiosk) -> QWidget:
    dialog = QDialog()
    dialog.show()
    return dialog


def _choices(kiosk: Kiosk) -> None:
    kiosk.box.showPopup()


def _tip(kiosk: Kiosk) -> None:
    QToolTip.showText(QPoint(9, 9), "tip", kiosk.button)


def _whats_this(kiosk: Kiosk) -> None:
    QWhatsThis.showText(QPoint(9, 9), "help", kiosk.button)


OPENERS = [_menu, _message, _files, _window, _dialog, _choices, _tip, _whats_this]


@pytest.mark.parametrize("opener", OPENERS)
def test_no_other_window_shows(
    guard: EventGuard,
    kiosk: Kiosk,
    qapp: QApplication,
    qtbot: QtBot,
    opener: Callable[[Kiosk], QWidget | None],
) -> None:
    asked = Heard(qapp, QEvent.Type.Show)
    window = opener(kiosk)
    qtbot.waitUntil(lambda: not others(kiosk))
    assert asked.count
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    if window is not None:
        delete(window)


def test_the_kiosk_works_after_a_dialog(guard: EventGuard, kiosk: Kiosk, qtbot: QtBot) -> None:
    box = _message(kiosk)
    with qtbot.waitSignal(kiosk.button.clicked):
        QTest.mouseClick(kiosk.windowHandle(), BUTTON.LeftButton, NONE, middle(kiosk.button))
    delete(box)


def test_windows_that_are_allowed_show(guard: EventGuard, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    guard.allow(window)
    with qtbot.waitExposed(window):
        window.show()


# -- pointers


def middle(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())


@pytest.mark.parametrize(
    "button",
    [
        *(BUTTON.RightButton, BUTTON.MiddleButton, BUTTON.BackButton, BUTTON.ForwardButton),
        *(BUTTON.TaskButton, BUTTON.ExtraButton4),
    ],
)
@pytest.mark.parametrize("name", ["edit", "button", "box"])
def test_only_the_left_button_does_anything(
    guard: EventGuard,
    kiosk: Kiosk,
    qapp: QApplication,
    qtbot: QtBot,
    button: Qt.MouseButton,
    name: str,
) -> None:
    QGuiApplication.clipboard().setText("marked", QClipboard.Mode.Selection)
    shown = Heard(qapp, QEvent.Type.Show)
    with qtbot.assertNotEmitted(kiosk.button.clicked):
        QTest.mouseClick(kiosk.windowHandle(), button, NONE, middle(getattr(kiosk, name)))
    assert shown.count == 0
    assert kiosk.edit.text() == ""
    assert kiosk.edit.hasFocus()
    QGuiApplication.clipboard().clear(QClipboard.Mode.Selection)


@pytest.mark.parametrize("keys", [HELD.ControlModifier, HELD.AltModifier, HELD.ShiftModifier])
def test_a_wheel_with_a_key_does_nothing(
    guard: EventGuard, kiosk: Kiosk, qapp: QApplication, keys: Qt.KeyboardModifier
) -> None:
    heard = Heard(kiosk.page.viewport(), QEvent.Type.Wheel)
    for held in (keys, NONE):
        QTest.wheelEvent(
            kiosk.windowHandle(), QPointF(middle(kiosk.page)), QPoint(0, -120), QPoint(), held
        )
    assert heard.count == 1


class Heard(QObject):
    """Counts the events of some kinds that reach an object, or, at the program, all objects."""

    def __init__(self, watched: QObject, *kinds: QEvent.Type) -> None:
        super().__init__()
        self.count, self._kinds = 0, kinds
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        self.count += event.type() in self._kinds
        return False


def _drag(kind: type[QDragEnterEvent]) -> QDragEnterEvent:
    data = QMimeData()
    data.setText("dropped")
    event = kind(QPoint(5, 5), Qt.DropAction.CopyAction, data, BUTTON.LeftButton, NONE)
    event.kept = data  # type: ignore[attr-defined]  # Qt does not own it
    return event


def _drop() -> QDropEvent:
    data = QMimeData()
    data.setText("dropped")
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, BUTTON.LeftButton, NONE)
    event.kept = data  # type: ignore[attr-defined]
    return event


@pytest.mark.parametrize(
    "make",
    [
        lambda: QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5)),
        lambda: QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)),
        lambda: QHelpEvent(QEvent.Type.WhatsThis, QPoint(5, 5), QPoint(5, 5)),
        lambda: _drag(QDragEnterEvent),
        _drop,
        lambda: QEvent(QEvent.Type.NativeGesture),
    ],
)
def test_no_menu_tip_or_drop_reaches_a_widget(
    guard: EventGuard, kiosk: Kiosk, qapp: QApplication, make: Callable[[], QEvent]
) -> None:
    event = make()
    heard = Heard(kiosk.edit, event.type())
    qapp.sendEvent(kiosk.edit, event)
    assert heard.count == 0
    assert kiosk.edit.text() == ""
    assert event.isAccepted() is not isinstance(event, QDropEvent)


# -- keys

CHORDS = ["Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Z", "Ctrl+Y", "Shift+Ins", "Shift+Del"]
CHORDS += ["Ctrl+P", "Ctrl+S", "Ctrl+O", "Ctrl+W", "Ctrl+Q", "Ctrl+N", "Ctrl+Ins", "Ctrl+Tab"]
CHORDS += ["Alt+F4", "Alt+Space", "Alt+P", "Alt+Tab", "Alt+Left", "Meta+L", "Ctrl+Alt+Del"]
CHORDS += ["F1", "F10", "F11", "Shift+F1", "Shift+F10", "F35", "Menu", "Print", "Help"]
CHORDS += ["Shift+Left", "Shift+Home", "Shift+End", "Ctrl+Shift+Left", "Ctrl+Backspace"]
CHORDS += ["Volume Up", "Media Play", "Back", "Home Page", "Search"]


@pytest.mark.parametrize("keys", CHORDS)
def test_chords_do_nothing(
    guard: EventGuard, kiosk: Kiosk, qapp: QApplication, qtbot: QtBot, keys: str
) -> None:
    sequence = QKeySequence(keys)
    assert sequence.count() == 1
    shortcut = QShortcut(sequence, kiosk)
    QGuiApplication.clipboard().setText("copied")
    kiosk.edit.setText("typed")
    shown = Heard(qapp, QEvent.Type.Show)
    with qtbot.assertNotEmitted(shortcut.activated):
        QTest.keySequence(kiosk.windowHandle(), sequence)
    assert shown.count == 0
    assert (kiosk.edit.text(), kiosk.edit.selectedText()) == ("typed", "")
    assert QGuiApplication.clipboard().text() == "copied"
    assert kiosk.edit.hasFocus()


def test_no_shortcut_works_not_even_of_an_allowed_key(
    guard: EventGuard, kiosk: Kiosk, qtbot: QtBot
) -> None:
    shortcut = QShortcut(QKeySequence("/"), kiosk)
    kiosk.button.setFocus()
    with qtbot.assertNotEmitted(shortcut.activated):
        QTest.keyClicks(kiosk.button, "/")


def test_typing_works(guard: EventGuard, kiosk: Kiosk) -> None:
    QTest.keyClicks(kiosk.edit, "Donde 7/")
    for key in (KEY.Key_Backspace, KEY.Key_Left, KEY.Key_Delete, KEY.Key_Home):
        QTest.keyClick(kiosk.windowHandle(), key)
    QTest.keyClicks(kiosk.edit, "A")
    assert kiosk.edit.text() == "ADonde "


def test_tab_and_enter_work(guard: EventGuard, kiosk: Kiosk, qtbot: QtBot) -> None:
    kiosk.button.setAutoDefault(True)
    QTest.keyClick(kiosk.windowHandle(), KEY.Key_Tab)
    assert kiosk.button.hasFocus()
    with qtbot.waitSignal(kiosk.button.clicked):
        QTest.keyClick(kiosk.windowHandle(), KEY.Key_Space)
    QTest.keyClick(kiosk.windowHandle(), KEY.Key_Backtab)
    assert kiosk.edit.hasFocus()


def test_esc_asks_to_go_back_and_nothing_else(
    guard: EventGuard, kiosk: Kiosk, qtbot: QtBot
) -> None:
    heard = Heard(kiosk.edit, QEvent.Type.KeyPress)
    with qtbot.waitSignal(guard.backRequested):
        QTest.keyClick(kiosk.windowHandle(), KEY.Key_Escape)
    assert heard.count == 0


def test_a_held_esc_goes_back_once(guard: EventGuard, kiosk: Kiosk, qapp: QApplication) -> None:
    told: list[str] = []
    guard.backRequested.connect(lambda: told.append("back"))
    for again in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Escape, NONE, "", again)
        qapp.sendEvent(kiosk.edit, press)
    assert told == ["back"]


@pytest.mark.parametrize(("between", "leaves"), [(None, True), (KEY.Key_F1, False)])
def test_shift_three_times_still_leaves(
    guard: EventGuard, kiosk: Kiosk, between: Qt.Key | None, leaves: bool
) -> None:
    leave, told = LeaveKey(kiosk), list[str]()
    leave.leaveRequested.connect(lambda: told.append("leave"))
    with input_through({InputStage.LEAVE_KEY: leave.see}):
        for _ in range(3):
            QTest.keyClick(kiosk.windowHandle(), KEY.Key_Shift)
            if between:
                QTest.keyClick(kiosk.windowHandle(), between)
    assert bool(told) is leaves


# -- the window stays


@pytest.mark.parametrize(
    "upset",
    [
        QWidget.hide,
        QWidget.showMinimized,
        QWidget.showMaximized,
        QWidget.showNormal,
        lambda kiosk: kiosk.move(40, 40),
        lambda kiosk: kiosk.resize(300, 200),
        lambda kiosk: kiosk.setGeometry(9, 9, 99, 99),
    ],
)
def test_the_window_comes_back(
    guard: EventGuard, kiosk: Kiosk, qtbot: QtBot, upset: Callable[[Kiosk], None]
) -> None:
    upset(kiosk)
    qtbot.waitUntil(lambda: is_in_place(kiosk))


def test_the_window_cannot_be_closed(guard: EventGuard, kiosk: Kiosk, qapp: QApplication) -> None:
    assert not kiosk.close()
    assert not kiosk.windowHandle().close()
    qapp.closeAllWindows()
    assert kiosk.isVisible()


def test_the_operator_opens_it(guard: EventGuard, kiosk: Kiosk, qtbot: QtBot) -> None:
    guard.open()
    kiosk.showNormal()
    guard.settle_soon()
    assert not guard._timer.isActive()
    assert kiosk.close()


def test_the_guard_shows_no_window_by_itself(
    kiosk: Kiosk, qapp: QApplication, qtbot: QtBot
) -> None:
    guard = EventGuard(qapp, kiosk)
    with input_through({InputStage.GUARD: guard.see}):
        kiosk.resize(300, 200)
        guard.settle_soon()
        assert not guard._timer.isActive()
    delete(guard)


def test_a_kiosk_that_is_deleted_is_let_go(qapp: QApplication, qtbot: QtBot) -> None:
    kiosk = Kiosk()
    guard = EventGuard(qapp, kiosk)
    kiosk.showFullScreen()
    qtbot.waitExposed(kiosk)
    with input_through({InputStage.GUARD: guard.see}), qtbot.captureExceptions() as raised:
        delete(kiosk)
        guard._settle()
        qapp.sendPostedEvents()
    assert not raised
    delete(guard)


def test_a_window_manager_that_will_not_is_asked_slowly(
    guard: EventGuard, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "_is_right", lambda: False)
    intervals = set()
    for _ in range(30):
        guard._settle()
        intervals.add(guard._timer.interval())
    assert intervals == {100, 5000}


# -- with a window manager


@pytest.fixture(scope="module")
def manager(qapp: QApplication) -> Iterator[Messages]:
    if QGuiApplication.platformName() != "xcb":
        pytest.skip("needs an X server: window managers are of X")
    with openbox() as messages:
        yield messages


ADD, REMOVE, ICONIC, PLACE = 1, 0, 3, 0xF00
UPSET = (QEvent.Type.Close, QEvent.Type.WindowStateChange, QEvent.Type.WindowDeactivate)


@pytest.mark.parametrize(
    "wish",
    [
        ("_NET_CLOSE_WINDOW",),
        ("WM_CHANGE_STATE", ICONIC),
        ("_NET_WM_STATE", REMOVE, "_NET_WM_STATE_FULLSCREEN"),
        ("_NET_WM_STATE", ADD, "_NET_WM_STATE_HIDDEN"),
        ("_NET_WM_DESKTOP", 1),
    ],
    ids=lambda wish: "-".join(map(str, wish)),
)
def test_a_window_manager_cannot_take_it_away(
    manager: Messages,
    guard: EventGuard,
    kiosk: Kiosk,
    qapp: QApplication,
    qtbot: QtBot,
    wish: tuple[str, *tuple[int | str, ...]],
) -> None:
    upset = Heard(qapp, *UPSET)
    manager.ask(kiosk.winId(), *wish)
    qtbot.waitUntil(lambda: upset.count > 0)
    qtbot.waitUntil(lambda: is_in_place(kiosk))
    QTest.keyClick(kiosk.windowHandle(), KEY.Key_A)
    assert kiosk.edit.text() == "a"


def test_show_desktop_does_not_show_it(
    manager: Messages, guard: EventGuard, kiosk: Kiosk, qapp: QApplication, qtbot: QtBot
) -> None:
    upset = Heard(qapp, *UPSET)
    manager.ask(manager.root, "_NET_SHOWING_DESKTOP", 1)
    qtbot.waitUntil(lambda: upset.count > 0)
    qtbot.waitUntil(lambda: is_in_place(kiosk))


def test_a_window_manager_cannot_move_it(
    manager: Messages, guard: EventGuard, kiosk: Kiosk, qapp: QApplication, qtbot: QtBot
) -> None:
    closing = Heard(qapp, QEvent.Type.Close)
    manager.ask(kiosk.winId(), "_NET_MOVERESIZE_WINDOW", PLACE, 50, 60, 300, 200)
    manager.ask(kiosk.winId(), "_NET_CLOSE_WINDOW")  # answered after it
    qtbot.waitUntil(lambda: closing.count > 0)
    qtbot.waitUntil(lambda: is_in_place(kiosk))


def test_another_program_cannot_keep_the_front(
    manager: Messages, guard: EventGuard, kiosk: Kiosk, qtbot: QtBot
) -> None:
    with subprocess.Popen(["xev"], stdout=subprocess.DEVNULL) as other:
        qtbot.waitUntil(lambda: not kiosk.isActiveWindow())
        qtbot.waitUntil(lambda: is_in_place(kiosk))
        other.terminate()
