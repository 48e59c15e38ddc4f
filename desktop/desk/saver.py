"""Prompts for the place of a file and writes it atomically; messages about files and bookmarks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from desktop.base.files import FileNotWritten, WriteError, write_bytes_atomically
from desktop.desk.bookmarks.bookmarks import (
    MAX_BOOKMARKS,
    BookmarkError,
    BookmarkNotice,
    ToggleResult,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class SavingMessages(QObject):
    """What happened, what is safe and what to do, in the language of the program."""

    def not_written(self, error: FileNotWritten) -> str:
        """Reason for which a file was not written, three short sentences."""
        words = {
            WriteError.EXISTS: self.tr(
                "“%1” is there already. It was not changed. Choose another name, "
                "or say that it may be replaced."
            ),
            WriteError.NOT_ALLOWED: self.tr(
                "“%1” was not saved: this folder or file does not let you write to it. "
                "Nothing was changed. Choose another folder."
            ),
            WriteError.FULL: self.tr(
                "“%1” was not saved: there is no room left. Nothing was changed. "
                "Choose another place, or make room and try again."
            ),
            WriteError.NO_FOLDER: self.tr(
                "“%1” was not saved: the folder is not there. Nothing was changed. "
                "Choose another folder."
            ),
            WriteError.BAD_NAME: self.tr(
                "“%1” was not saved: a file cannot have this name here. "
                "Nothing was changed. Choose another name."
            ),
            WriteError.OTHER: self.tr(
                "“%1” was not saved. Nothing was changed. Try again, or choose another place."
            ),
        }
        return words[error.reason].replace("%1", error.path.name)

    def notice(self, notice: BookmarkNotice) -> str:
        """Error of the bookmarks file."""
        words = {
            BookmarkError.SET_ASIDE: self.tr(
                "The bookmarks could not be read. The file was kept under the name “%1”. "
                "The list starts empty, and you can go on."
            ),
            BookmarkError.NOT_READ: self.tr(
                "The file “%1” with your bookmarks could not be opened. It was not changed. "
                "Bookmarks you add now last until you close the program."
            ),
            BookmarkError.NOT_KEPT: self.tr(
                "Bookmarks could not be saved in the file “%1”. "
                "They last until you close the program. Check that there is room on the disk."
            ),
        }
        return words[notice.error].replace("%1", notice.file)

    def toggled(self, what: ToggleResult) -> str:
        """Result of adding or removing a bookmark."""
        return {
            ToggleResult.ADDED: self.tr("Bookmark added"),
            ToggleResult.REMOVED: self.tr("Bookmark removed"),
            ToggleResult.FULL: self.tr(
                "There are %1 bookmarks, and no room for more. Remove one first."
            ).replace("%1", str(MAX_BOOKMARKS)),
        }[what]


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
