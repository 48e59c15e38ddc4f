"""Prompts for the place of a file and writes it atomically."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.base.files import FileNotWritten, write_bytes_atomically
from desktop.desk.saving_words import SavingMessages

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class FileSaver(QObject):
    """One prompt at a time; Qt's dialog asks before it replaces a file."""

    saved = Signal(str)  # displayable text
    failed = Signal(str)  # displayable text

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._words = SavingMessages(self)
        self._dialog: QFileDialog | None = None

    def ask(self, name: str, kind: str, make: Callable[[], bytes]) -> None:
        """Prompt for a place and write there.

        Args:
            name: suggested name of the file, neutral, with its ending.
            kind: what the file is, in the language of the program.
            make: returns the content; called once the place is known.
        """
        self.close()
        ending = name.rpartition(".")[2]
        dialog = QFileDialog(self._window, self.tr("Save as"), _folder(), f"{kind} (*.{ending})")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)  # Shift three times reaches ours
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self._write(Path(path), make))
        dialog.finished.connect(self._end)
        self._dialog = dialog
        dialog.open()

    def close(self) -> None:
        """Close the dialog."""
        if self._dialog is not None:
            self._dialog.reject()

    def _end(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        try:
            write_bytes_atomically(path, make(), overwrite=True)  # the dialog asked
        except FileNotWritten as error:
            self.failed.emit(self._words.not_written(error))
        else:
            self.saved.emit(self.tr("Saved: %1").replace("%1", path.name))


def _folder() -> str:
    """Folder of the user's files: documents, else home."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place if place and Path(place).is_dir() else QDir.homePath()
