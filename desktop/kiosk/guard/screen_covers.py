"""Windows that cover screens: a base class, and blank ones for all screens but the kiosk's."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.look.changes import with_object_name

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QScreen


class ScreenCovers(QObject):
    """One window for each screen; follows screens that are added, removed or changed.

    Subclasses create the windows, and call `cover` when they are ready.
    """

    def __init__(self, app: QGuiApplication) -> None:
        """Follow the screens of `app`, without windows yet."""
        super().__init__()
        self._app = app
        self._covers: list[QWidget] = []
        app.screenAdded.connect(self._follow)
        app.screenRemoved.connect(self.cover)
        for screen in app.screens():
            screen.geometryChanged.connect(self.cover)  # for systems without a window manager

    def cover(self) -> None:
        """Cover the present screens."""
        screens = self._screens()
        while len(self._covers) > len(screens):
            self._covers.pop().deleteLater()
        while len(self._covers) < len(screens):
            self._covers.append(self._new())
        for cover, screen in zip(self._covers, screens, strict=True):
            cover.setScreen(screen)
            cover.setGeometry(screen.geometry())
            self._show(cover)

    def uncover(self) -> None:
        """Remove the covers until `cover` is called."""
        while self._covers:
            self._covers.pop().deleteLater()

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.cover)
        self.cover()

    def _screens(self) -> list[QScreen]:
        """The screens to cover."""
        return self._app.screens()

    def _new(self) -> QWidget:
        raise NotImplementedError

    def _show(self, cover: QWidget) -> None:
        cover.show()


class BlankScreens(ScreenCovers):
    """Plain windows, so that no other desktop can be reached or read.

    A screen that shows part of the kiosk's screen, such as a mirrored one, is not covered.
    """

    def __init__(self, app: QGuiApplication, allow: Callable[[QWidget], None]) -> None:
        """Cover the screens at once; `EventGuard.allow` gets each window before it is shown."""
        super().__init__(app)
        self._allow = allow
        app.primaryScreenChanged.connect(self.cover)
        app.aboutToQuit.connect(self.uncover)  # windows must not outlive the program
        self.cover()

    def _screens(self) -> list[QScreen]:
        home = self._app.primaryScreen()
        if home is None:
            return []
        return [s for s in self._app.screens() if not s.geometry().intersects(home.geometry())]

    def _new(self) -> QWidget:
        cover = with_object_name(QWidget(), "blankScreen")
        cover.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        cover.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        cover.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        cover.setCursor(Qt.CursorShape.BlankCursor)
        self._allow(cover)
        return cover
