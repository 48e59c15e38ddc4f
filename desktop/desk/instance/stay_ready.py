"""Background mode: closing the window hides it, and the next start shows it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from desktop.desk.actions import Action
from desktop.desk.instance.tray import Tray

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from desktop.desk.actions import ActionCollection


class BackgroundMode(QObject):
    """Owns the tray icon, and decides whether the program outlives its window.

    Attributes:
        is_reachable: whether a hidden window can be shown again.
    """

    openRequested = Signal()
    is_reachable: bool

    def __init__(
        self, acts: ActionCollection, icon: QIcon, *, can_return: bool, parent: QObject
    ) -> None:
        """Apply the current choice.

        Args:
            acts: `Action.BACKGROUND` is the choice.
            icon: neutral, as bystanders can see it.
            can_return: whether a later start of the program finds this one.
            parent: Qt's.
        """
        super().__init__(parent)
        self._can_return = can_return
        self._open = QAction(self)
        self._open.triggered.connect(self.openRequested)
        self._tray = Tray(
            icon, show=self._open, leave=acts[Action.LEAVE], end=acts[Action.QUIT], parent=self
        )
        self._tray.set_name("Luminaria")
        self._tray.menu.aboutToShow.connect(self._name)
        self._name()
        self.set_wanted(acts[Action.BACKGROUND].isChecked())

    def set_wanted(self, wanted: bool) -> None:  # noqa: FBT001  # argument of a signal
        """Stay when the window is closed, or not; never if it could not be shown again."""
        icon = self._tray.set_wanted(wanted=wanted)
        self.is_reachable = icon or self._can_return
        QApplication.setQuitOnLastWindowClosed(not (wanted and self.is_reachable))

    def _name(self) -> None:
        self._open.setText(self.tr("Open"))
