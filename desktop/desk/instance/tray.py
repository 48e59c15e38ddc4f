"""Optional tray icon: open, quick exit, quit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QIcon


def missing_tray() -> str:
    """Reason for which there is no tray icon, for Help; "" if there can be one.

    In the language of the program. It queries the desktop, so call it only when needed.
    """
    if QSystemTrayIcon.isSystemTrayAvailable():
        return ""
    return QCoreApplication.translate(
        "Tray", "This desktop has no place for an icon beside the clock."
    )


class Tray(QObject):
    """Shows the icon where the desktop has a system tray.

    A click opens the window. The texts of the menu are those of the actions, so they follow
    the language.
    """

    def __init__(
        self, icon: QIcon, *, show: QAction, leave: QAction, end: QAction, parent: QObject
    ) -> None:
        """Build the icon; `set_wanted` shows it.

        Args:
            icon: neutral, as bystanders can see it.
            show: opens the window.
            leave: quick exit.
            end: quits.
            parent: Qt's; owns the icon.
        """
        super().__init__(parent)
        self._show = show
        self.menu = QMenu()
        self.menu.addActions([show, leave])
        self.menu.addSeparator()
        self.menu.addAction(end)
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._open)

    def set_wanted(self, *, wanted: bool) -> bool:
        """Show or hide the icon.

        Returns: whether it is visible; if not, it cannot open the window.
        """
        shown = wanted and QSystemTrayIcon.isSystemTrayAvailable()
        self.icon.setVisible(shown)
        return shown

    def set_name(self, name: str) -> None:
        """Set the tool tip of the icon: a neutral name."""
        self.icon.setToolTip(name)

    def _open(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how == QSystemTrayIcon.ActivationReason.Trigger:
            self._show.trigger()
