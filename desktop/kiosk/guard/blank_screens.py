"""Covers every screen but the kiosk's, so that no other desktop can be reached or read there."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.ui.named import named


class BlankScreens(QObject):
    """One plain window for each screen that does not show the kiosk; follows screens that change.

    A screen that shows part of the kiosk's screen, as a mirrored one does, is left alone.
    """

    def __init__(
        self, app: QGuiApplication, allow: Callable[[QWidget], None], parent: QObject | None = None
    ) -> None:
        """Cover the screens at once.

        Args:
            app: tells the screens, and of their changes.
            allow: told of each window before it is shown: `Guard.allow`.
            parent: Qt's.
        """
        super().__init__(parent)
        self._app, self._allow = app, allow
        self._covers: list[QWidget] = []
        app.screenAdded.connect(self._follow)
        app.screenRemoved.connect(self.cover)
        app.primaryScreenChanged.connect(self.cover)
        app.aboutToQuit.connect(self.uncover)  # windows must not outlive the program
        for screen in app.screens():
            screen.geometryChanged.connect(self.cover)
        self.cover()

    def cover(self) -> None:
        """Cover the screens as they are now."""
        others = self._others()
        while len(self._covers) > len(others):
            self._covers.pop().deleteLater()
        while len(self._covers) < len(others):
            self._covers.append(self._new())
        for cover, screen in zip(self._covers, others, strict=True):
            cover.setScreen(screen)
            cover.setGeometry(screen.geometry())
            cover.show()

    def uncover(self) -> None:
        """Take the covers away until `cover`: the operator opens the kiosk."""
        while self._covers:
            self._covers.pop().deleteLater()

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self.cover)
        self.cover()

    def _others(self) -> list[QScreen]:
        home = self._app.primaryScreen()
        if home is None:
            return []
        return [s for s in self._app.screens() if not s.geometry().intersects(home.geometry())]

    def _new(self) -> QWidget:
        cover = named(QWidget(), "blankScreen")
        cover.setWindowFlags(
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        for attribute in (
            Qt.WidgetAttribute.WA_StyledBackground,
            Qt.WidgetAttribute.WA_ShowWithoutActivating,
        ):
            cover.setAttribute(attribute)
        cover.setCursor(Qt.CursorShape.BlankCursor)
        self._allow(cover)
        return cover
