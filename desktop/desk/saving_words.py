"""Messages about files and bookmarks: what happened, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.base.files import WriteFault
from desktop.desk.bookmarks.bookmarks import (
    MAX_BOOKMARKS,
    BookmarkFault,
    BookmarkNotice,
    ToggleResult,
)

if TYPE_CHECKING:
    from desktop.base.files import FileNotWritten


class SavingMessages(QObject):
    """Messages in the language of the program."""

    def not_written(self, error: FileNotWritten) -> str:
        """Reason for which a file was not written, three short sentences."""
        words = {
            WriteFault.EXISTS: self.tr(
                "“%1” is there already. It was not changed. Choose another name, "
                "or say that it may be replaced."
            ),
            WriteFault.NOT_ALLOWED: self.tr(
                "“%1” was not saved: this folder or file does not let you write to it. "
                "Nothing was changed. Choose another folder."
            ),
            WriteFault.FULL: self.tr(
                "“%1” was not saved: there is no room left. Nothing was changed. "
                "Choose another place, or make room and try again."
            ),
            WriteFault.NO_FOLDER: self.tr(
                "“%1” was not saved: the folder is not there. Nothing was changed. "
                "Choose another folder."
            ),
            WriteFault.BAD_NAME: self.tr(
                "“%1” was not saved: a file cannot have this name here. "
                "Nothing was changed. Choose another name."
            ),
            WriteFault.OTHER: self.tr(
                "“%1” was not saved. Nothing was changed. Try again, or choose another place."
            ),
        }
        return words[error.fault].replace("%1", error.path.name)

    def notice(self, notice: BookmarkNotice) -> str:
        """Error of the bookmarks file."""
        words = {
            BookmarkFault.SET_ASIDE: self.tr(
                "The bookmarks could not be read. The file was kept under the name “%1”. "
                "The list starts empty, and you can go on."
            ),
            BookmarkFault.NOT_READ: self.tr(
                "The file “%1” with your bookmarks could not be opened. It was not changed. "
                "Bookmarks you add now last until you close the program."
            ),
            BookmarkFault.NOT_KEPT: self.tr(
                "Bookmarks could not be saved in the file “%1”. "
                "They last until you close the program. Check that there is room on the disk."
            ),
        }
        return words[notice.fault].replace("%1", notice.file)

    def toggled(self, what: ToggleResult) -> str:
        """Result of adding or removing a bookmark."""
        return {
            ToggleResult.ADDED: self.tr("Bookmark added"),
            ToggleResult.REMOVED: self.tr("Bookmark removed"),
            ToggleResult.FULL: self.tr(
                "There are %1 bookmarks, and no room for more. Remove one first."
            ).replace("%1", str(MAX_BOOKMARKS)),
        }[what]
