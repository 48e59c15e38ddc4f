"""Receiving end of the single instance: signals the requests of later starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

if TYPE_CHECKING:
    from desktop.desk.instance.hand_over import InstanceListener


class Instance(QObject):
    """Answers later starts while the event loop runs.

    One that is created before the window answers for it: the receiver of `openRequested` then
    stores the query.
    """

    openRequested = Signal(str, str)  # query and language tag, each "" for none: show the window

    def __init__(self, listener: InstanceListener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener = listener
        self._knocks = QSocketNotifier(listener.fileno(), QSocketNotifier.Type.Read, self)
        self._knocks.activated.connect(self._take)
        self._ready = QTimer(self, singleShot=True, interval=0)
        self._ready.timeout.connect(listener.mark_ready)
        self._ready.start()

    def release(self) -> None:
        """Stop answering; the next start is the first. Used for a restart."""
        self._ready.stop()
        self._knocks.setEnabled(False)
        self._listener.close()

    def _take(self) -> None:
        request = self._listener.take()
        if request and request.show:
            self.openRequested.emit(request.query, request.lang)
