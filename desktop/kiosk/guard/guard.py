"""Restrict the kiosk to its one window: no other one opens, and nothing closes or moves it.

The system's own keys, edge gestures and other programs can only be blocked by the operating
system; docs/kiosk.md describes how.
"""

from __future__ import annotations

import warnings

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QMouseEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.kiosk.guard.allowed_keys import is_allowed

SETTLE_MS = 100  # until the window is restored
QUICK_TRIES = 20  # after so many the window manager seems to refuse, and tries become slow
SLOW_MS = 5000

_KIND = QEvent.Type
_NEVER = {
    *(_KIND.ContextMenu, _KIND.ToolTip, _KIND.WhatsThis, _KIND.QueryWhatsThis),
    *(_KIND.EnterWhatsThisMode, _KIND.HelpRequest, _KIND.Shortcut, _KIND.FileOpen),
    *(_KIND.DragEnter, _KIND.DragMove, _KIND.Drop),
    *(_KIND.NativeGesture, _KIND.Gesture, _KIND.GestureOverride),
}
_KEYS = {_KIND.ShortcutOverride, _KIND.KeyPress}
_BUTTONS = {_KIND.MouseButtonPress, _KIND.MouseButtonRelease, _KIND.MouseButtonDblClick}
_UPSET = {
    *(_KIND.Hide, _KIND.WindowStateChange, _KIND.Move, _KIND.Resize, _KIND.WindowDeactivate),
    *(_KIND.ScreenChangeInternal, _KIND.Show, _KIND.Expose),
}
_LOOKED_AT = _NEVER | _KEYS | _BUTTONS | _UPSET | {_KIND.Wheel, _KIND.Close}


class EventGuard(QObject):
    """Filters the application's events, and drops those that a visitor must not cause.

    Keys are dropped at widgets, since Qt passes a press from the native window to the widget that
    has the focus then.
    """

    backRequested = Signal()  # Esc

    def __init__(self, app: QApplication, window: QWidget) -> None:
        """Hold `window` in place after it is first shown; disable native dialogs of `app`."""
        super().__init__()
        self._window = window
        self._allowed: list[QWidget] = [window]
        self._is_open = False
        self._was_shown = False
        self._tries = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._settle)
        app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)  # not widgets
        app.primaryScreenChanged.connect(self.settle_soon)

    def allow(self, window: QWidget) -> None:
        """Let `window`, one of our own, be shown beside the kiosk's."""
        self._allowed = [known for known in self._allowed if isValid(known)]
        self._allowed.append(window)

    def open(self) -> None:
        """Let the window be closed, hidden and moved, after the operator's PIN."""
        self._is_open = True
        self._timer.stop()

    def settle_soon(self) -> None:
        """Schedule a check that restores the window's geometry, state and focus."""
        if self._was_shown and not self._is_open and not self._timer.isActive():
            self._timer.start(SETTLE_MS)

    def see(self, watched: QObject, event: QEvent) -> bool:
        """Filter an event; returns whether it is consumed."""
        kind = event.type()
        if kind not in _LOOKED_AT:
            return False
        if kind in _NEVER:
            return _drop(event)
        if isinstance(event, QKeyEvent):
            return self._key(watched, event)
        if isinstance(event, QMouseEvent):
            return event.button() != Qt.MouseButton.LeftButton and _drop(event)
        if isinstance(event, QWheelEvent):
            return bool(event.modifiers()) and _drop(event)
        return self._window_event(watched, event)

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        is_press = event.type() == _KIND.KeyPress
        if is_press and isinstance(watched, QWindow):
            return False  # the same press arrives again at a widget
        if event.key() == Qt.Key.Key_Escape:
            if is_press and not event.modifiers() and not event.isAutoRepeat():
                self.backRequested.emit()
            return _drop(event)
        if is_allowed(event.key(), event.modifiers(), event.text()):
            return False
        return _drop(event)  # accepting a ShortcutOverride suppresses the shortcut

    def _window_event(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == _KIND.Show:
            self._show(watched)
        if not isValid(self._window):  # it is being deleted, which sends events as well
            return False
        if watched is not self._window and watched is not self._window.windowHandle():
            return False
        if kind == _KIND.Close and not self._is_open:
            event.ignore()
            return True
        if kind in _UPSET:
            self.settle_soon()
        return False

    def _show(self, watched: QObject) -> None:
        if watched is self._window:
            self._was_shown = True
        elif isinstance(watched, QWidget) and watched.isWindow() and watched not in self._allowed:
            _refuse(watched)

    # -- geometry of the window

    def _settle(self) -> None:
        if not isValid(self._window):
            return
        if self._is_right():
            self._tries = 0
            return
        self._put_right()
        self._tries += 1
        self._timer.start(SETTLE_MS if self._tries < QUICK_TRIES else SLOW_MS)

    def _is_right(self) -> bool:
        window, handle = self._window, self._window.windowHandle()
        is_full = window.isFullScreen() and not window.isMinimized()
        is_seen = handle is not None and handle.isExposed() and window.isActiveWindow()
        return is_full and is_seen and window.geometry() == self._place()

    def _put_right(self) -> None:
        window, handle = self._window, self._window.windowHandle()
        if handle and not handle.isExposed() and not window.isMinimized():
            window.hide()  # another program unmapped it: Qt must show it again
        if window.geometry() != self._place():
            window.setGeometry(self._place())  # before the next line, which ends full screen
        window.showFullScreen()
        window.raise_()
        window.activateWindow()
        if QGuiApplication.focusWindow() is handle and not window.isActiveWindow():
            _activate(window)

    def _place(self) -> QRect:
        """The window's target geometry; its present one while there are no screens."""
        screen = QGuiApplication.primaryScreen()
        return screen.geometry() if screen else self._window.geometry()


def _refuse(window: QWidget) -> None:
    # Qt checks both next, so that the window never reaches the screen. The order matters: else
    # it stays on Qt's list of modal windows, and the kiosk is blocked for good.
    window.setAttribute(Qt.WidgetAttribute.WA_ShowModal, on=False)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    QTimer.singleShot(0, window, window.hide)  # not during its show event


def _activate(window: QWidget) -> None:
    """Notify Qt's widgets of the focus that the native window kept while it was hidden.

    Qt deprecates this but has no replacement: the focus event does not come a second time.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        QApplication.setActiveWindow(window)


def _drop(event: QEvent) -> bool:
    """Consume `event`: accepted, or ignored if it is a drop."""
    if isinstance(event, QDropEvent):
        event.ignore()
    else:
        event.accept()
    return True
