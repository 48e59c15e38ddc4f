"""Lays out a document without blocking the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.printing.page_layout import Typesetter
from desktop.ui.running.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.content.booklet.document import Document
    from desktop.ui.printing.page_size import PageGeometry


class TypesettingJob(QObject):
    """Composes in a thread, then lays out a few pieces at a time, some ten milliseconds each.

    Only the newest document counts: pending ones are dropped.
    """

    ready = Signal(object)  # PageLayout
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet: PageGeometry | None = None
        self._background: Background | None = None
        self._typesetter: Typesetter | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._step)

    def start(self, compose: Callable[[], Document], sheet: PageGeometry) -> None:
        """Start; `ready` or `failed` is emitted later.

        Args:
            compose: makes the document, in a separate thread.
            sheet: the paper.
        """
        self._timer.stop()
        if self._background is not None:
            self._background.done.disconnect(self._set)
            self._background.failed.disconnect(self.failed)
        self._sheet = sheet
        self._background = Background(compose)
        self._background.done.connect(self._set)
        self._background.failed.connect(self.failed)
        self._background.start()

    def _set(self, document: Document) -> None:
        if self._sheet is not None:
            self._typesetter = Typesetter(document, self._sheet)
            self._timer.start()

    def _step(self) -> None:
        setting = self._typesetter.step() if self._typesetter else None
        if setting is not None:
            self._timer.stop()
            self._typesetter = None
            self.ready.emit(setting)
