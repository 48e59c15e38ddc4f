"""Quick exit: the window closes or shows a neutral cover, and then all traces are deleted.

Hiding comes first and takes one frame; deleting follows, unseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.desk import settings
from desktop.desk.leaving.cover import CalendarCover
from desktop.ui.leaving.cleanup_registry import CleanupRegistry
from desktop.ui.leaving.leave_dots import LeaveDots
from desktop.ui.leaving.leave_key import LeaveKey
from desktop.ui.leaving.wipers import drop_editors

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from desktop.desk.frame import Frame


class QuickExit(QObject):
    """Performs the quick exit; the window registers the traces to delete in `traces`."""

    quitRequested = Signal()  # all is deleted, and the program must end
    covered = Signal()
    returned = Signal()  # from the cover

    def __init__(self, frame: Frame, button: QWidget, store: QSettings) -> None:
        """Prepare to close or cover the window of `frame`; the dots of Shift are below `button`."""
        super().__init__(frame.window())
        self._window, self._frame, self._store = frame.window(), frame, store
        self._title = self._window.windowTitle()
        self.traces = CleanupRegistry()
        self.key = LeaveKey(self)
        self.dots = LeaveDots(frame.page, below=button)
        self.cover = CalendarCover()
        self.cover.setMinimumSize(1, 1)  # nor make the window larger than the screen
        self.cover.openRequested.connect(self.uncover)
        frame.addWidget(self.cover)
        self.key.leaveRequested.connect(self.leave)
        self.key.progressed.connect(self.dots.show_progress)
        self.key.expired.connect(self.dots.announce_expired)

    @property
    def covers(self) -> bool:
        """Whether leaving shows the cover; else the program ends."""
        return settings.AFTER_LEAVING.read(self._store) == "cover"

    def set_covers(self, covers: bool) -> None:  # noqa: FBT001  # argument of a signal
        """Choose whether leaving shows the cover."""
        settings.AFTER_LEAVING.write(self._store, "cover" if covers else "quit")

    def leave(self) -> None:
        """Hide at once, then delete all traces; from the cover, the program ends.

        Raises:
            NotForgotten: something could not be deleted.
        """
        drop_editors(self._window)  # hidden ones would still receive typed text
        while popup := QApplication.activePopupWidget():
            popup.close()
        ends = not self.covers or self._frame.is_covered
        if ends:
            self._window.hide()
        elif self._window.isVisible():
            self._show_cover()
        self.traces.run()
        if ends:
            self.quitRequested.emit()
        elif self._frame.is_covered:
            self.cover.take_focus()  # wipers may have moved it

    def _show_cover(self) -> None:
        self._frame.page.setEnabled(False)  # else it could receive the focus
        self._frame.setCurrentWidget(self.cover)
        self._window.setWindowTitle(self.cover.title())
        self._window.repaint()  # now: the following may take longer than a frame
        self.covered.emit()

    def uncover(self) -> None:
        """Show the window again, as at its first start."""
        if not self._frame.is_covered:
            return
        self._frame.page.setEnabled(True)
        self._frame.setCurrentWidget(self._frame.page)
        self._window.setWindowTitle(self._title)
        self.returned.emit()
