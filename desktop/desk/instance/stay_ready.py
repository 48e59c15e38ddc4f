"""Kept ready in the background: closing the window hides it, and the next start opens at once."""

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
    """Owns the icon beside the clock, and whether the program outlives its window.

    Attributes:
        is_reachable: whether something can bring the window back when it is hidden.
    """

    openRequested = Signal()
    is_reachable: bool

    def __init__(
        self, acts: ActionCollection, icon: QIcon, *, can_return: bool, parent: QObject
    ) -> None:
        """Begin as it is chosen.

        Args:
            acts: `Action.BACKGROUND` tells what is chosen.
            icon: neutral, as whoever stands by can see it.
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

    def set_wanted(self, wanted: bool) -> None:  # noqa: FBT001  # as the action tells it
        """Stay when the window is closed, or not; never where nothing could bring it back."""
        icon = self._tray.set_wanted(wanted=wanted)
        self.is_reachable = icon or self._can_return
        QApplication.setQuitOnLastWindowClosed(not (wanted and self.is_reachable))

    def _name(self) -> None:
        self._open.setText(self.tr("Open"))
