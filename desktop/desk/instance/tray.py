"""The icon beside the clock, for those who want one: open, leave quickly, quit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QIcon


def missing_tray() -> str:
    """Why there is no icon beside the clock, for Help; "" if there can be one.

    In the language of the program. Asks the desktop, so call it when somebody wants to know.
    """
    if QSystemTrayIcon.isSystemTrayAvailable():
        return ""
    return QCoreApplication.translate(
        "Tray", "This desktop has no place for an icon beside the clock."
    )


class Tray(QObject):
    """Shows the icon where the desktop has a place for it.

    A click opens the window. The words of the menu are those of the actions, so they follow
    the language.
    """

    def __init__(
        self, icon: QIcon, *, show: QAction, leave: QAction, end: QAction, parent: QObject
    ) -> None:
        """Build the icon; `set_wanted` shows it.

        Args:
            icon: neutral, as whoever stands by can see it.
            show: opens the window.
            leave: leaves quickly.
            end: quits.
            parent: Qt's; the icon goes with it.
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

        Returns: whether it is there; if not, nobody could open the window with it.
        """
        shown = wanted and QSystemTrayIcon.isSystemTrayAvailable()
        self.icon.setVisible(shown)
        return shown

    def set_name(self, name: str) -> None:
        """What shows when the pointer rests on the icon: a neutral name."""
        self.icon.setToolTip(name)

    def _open(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how == QSystemTrayIcon.ActivationReason.Trigger:
            self._show.trigger()
