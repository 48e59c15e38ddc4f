"""Base class of windows that cover screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QScreen
    from PySide6.QtWidgets import QWidget


class ScreenCovers(QObject):
    """One window for each screen; follows screens that are added, removed or changed.

    Subclasses create the windows, and call `cover` when they are ready.
    """

    def __init__(self, app: QGuiApplication, parent: QObject | None = None) -> None:
        """Create no windows yet.

        Args:
            app: the source of the screens and their changes.
            parent: the parent object.
        """
        super().__init__(parent)
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
