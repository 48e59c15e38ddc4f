"""Background mode: closing the window hides it, and the next start shows it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from desktop.desk.actions import Action

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from desktop.desk.actions import ActionCollection


def missing_tray() -> str:
    """Reason for which there is no tray icon, for Help; "" if there can be one.

    In the language of the program. It queries the desktop, so call it only when needed.
    """
    if QSystemTrayIcon.isSystemTrayAvailable():
        return ""
    return QCoreApplication.translate(
        "Tray", "This desktop has no place for an icon beside the clock."
    )


class BackgroundMode(QObject):
    """Decides whether the program outlives its window; shows a tray icon where there can be one.

    A click on the icon opens the window. The menu shows the actions of the window, so its texts
    follow the language.
    """

    openRequested = Signal()
    is_reachable: bool  # whether a hidden window can be shown again

    def __init__(
        self, actions: ActionCollection, icon: QIcon, *, can_return: bool, parent: QObject
    ) -> None:
        """Apply the current choice.

        Args:
            actions: `Action.BACKGROUND` is the choice.
            icon: neutral, as bystanders can see it.
            can_return: whether a later start of the program finds this one.
            parent: Qt's.
        """
        super().__init__(parent)
        self._can_return = can_return
        self._open = QAction(self)
        self._open.triggered.connect(self.openRequested)
        self.menu = QMenu()
        self.menu.addActions([self._open, actions[Action.LEAVE]])
        self.menu.addSeparator()
        self.menu.addAction(actions[Action.QUIT])
        self.menu.aboutToShow.connect(self._retranslate)
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setToolTip("Luminaria")
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._click)
        self._retranslate()
        self.set_wanted(actions[Action.BACKGROUND].isChecked())

    def set_wanted(self, wanted: bool) -> None:  # noqa: FBT001  # argument of a signal
        """Stay when the window is closed, or not; never if it could not be shown again."""
        has_icon = wanted and QSystemTrayIcon.isSystemTrayAvailable()
        self.icon.setVisible(has_icon)
        self.is_reachable = has_icon or self._can_return
        QApplication.setQuitOnLastWindowClosed(not (wanted and self.is_reachable))

    def _click(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how == QSystemTrayIcon.ActivationReason.Trigger:
            self._open.trigger()

    def _retranslate(self) -> None:
        self._open.setText(self.tr("Open"))
