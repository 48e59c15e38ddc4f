"""Small window that is shown while a large pack is indexed for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.base.process import own_command
from desktop.ui.look.changes import with_object_name

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent

    from desktop.ui.look.theme import Look


def indexing_command(path: Path) -> list[str]:
    """Command that indexes the pack at `path`, with its arguments."""
    return own_command(["pack", "index", "--progress", "--", str(path)])


class IndexingWindow(QWidget):
    """Runs the command that builds an index in a separate process, and shows its progress.

    A process, because a busy thread would make every window of this one stutter.
    """

    finished = Signal(str)  # "" if the index exists, else the error
    cancelled = Signal()

    def __init__(self, command: list[str], look: Look) -> None:
        super().__init__()
        self.setObjectName("preparing")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)  # the caller decides
        self.setWindowTitle("Luminaria")
        self.setPalette(look.palette())
        self.setFont(look.font())
        self.setStyleSheet(look.style_sheet())
        self._command = command
        title = with_object_name(QLabel(self.tr("Getting a large pack ready")), "preparingTitle")
        detail = QLabel(self.tr("This is done once. Next time it opens at once."))
        detail.setWordWrap(True)
        self._bar = QProgressBar(minimum=0, maximum=0)
        self._bar.setPalette(look.palette())  # a style sheet keeps it from inheriting
        self._bar.setAccessibleName(title.text())
        cancel = with_object_name(QPushButton(self.tr("Cancel")), "cancel")
        cancel.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(24)] * 4)
        column.setSpacing(look.px(16))
        for part in (title, detail, self._bar):
            column.addWidget(part)
        column.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(look.px(420))
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)

    def start(self) -> None:
        """Start the process."""
        self._process.start(self._command[0], self._command[1:])

    def _read(self) -> None:
        while self._process.canReadLine():  # part of a number would be another number
            line = bytes(self._process.readLine().data()).decode("utf-8", "replace").strip()
            done, _, count = line.partition(" ")
            if done.isdecimal() and count.isdecimal():
                self._bar.setRange(0, int(count))
                self._bar.setValue(int(done))

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        if self.isHidden():  # cancelled
            return
        message = (
            bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        )
        well = code == 0 and status is QProcess.ExitStatus.NormalExit
        self.finished.emit("" if well else message or self.tr("It stopped before it was done."))

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and not self.isHidden():
            self.finished.emit(self._process.errorString())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing cancels; what was half made is removed with the next index."""
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self.hide()
            self._process.kill()
            self._process.waitForFinished(2000)
            self.cancelled.emit()
        super().closeEvent(event)
