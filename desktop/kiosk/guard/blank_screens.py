"""Cover every screen but the kiosk's, so that no other desktop can be reached or read."""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.kiosk.guard.screen_covers import ScreenCovers
from desktop.ui.look.changes import named

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication, QScreen


class BlankScreens(ScreenCovers):
    """One plain window for each screen that does not show the kiosk.

    A screen that shows part of the kiosk's screen, such as a mirrored one, is not covered.
    """

    def __init__(
        self, app: QGuiApplication, allow: Callable[[QWidget], None], parent: QObject | None = None
    ) -> None:
        """Cover the screens at once.

        Args:
            app: the source of the screens and their changes.
            allow: called with each window before it is shown: `EventGuard.allow`.
            parent: the parent object.
        """
        super().__init__(app, parent)
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
