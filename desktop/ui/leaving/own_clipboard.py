"""Clipboard content of this program, which the program also removes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

CLIPBOARD, MARKED = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection
# Ask clipboard managers not to store this in their history, as password managers do.
# https://github.com/keepassxreboot/keepassxc/blob/develop/src/gui/Clipboard.cpp
HISTORY_OPT_OUT = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
}


def empty_clipboard() -> None:
    """Empty the clipboard, including content of other programs, on a machine without own users."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("", CLIPBOARD)
    if clipboard.supportsSelection():
        clipboard.setText("", MARKED)


class OwnClipboard(QObject):
    """Stores, in memory, the text that this program put on the clipboard last.

    Includes text copied by Ctrl+C in a field, and the X11 selection of the mouse. A clipboard
    manager takes over the text and its ownership: then only the text identifies it as ours.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours: dict[QClipboard.Mode, str] = {}
        self._clipboard.changed.connect(self._note)

    def put(self, data: QMimeData) -> None:
        """Put `data`, with its plain text, on the clipboard."""
        for form, value in HISTORY_OPT_OUT.items():
            data.setData(form, value)
        text = data.text()  # Qt owns the data from the next line on
        self._clipboard.setMimeData(data)
        self._ours[CLIPBOARD] = text

    def put_text(self, text: str) -> None:
        """Put plain text on the clipboard."""
        data = QMimeData()
        data.setText(text)
        self.put(data)

    def wipe(self) -> None:
        """Remove our content from the clipboard, and delete it; that of other programs stays."""
        for mode in (CLIPBOARD, MARKED):
            if self._is_ours(mode):
                # Not clear(): some desktops then restore the previous content.
                # https://github.com/keepassxreboot/keepassxc/pull/4165
                self._clipboard.setText("", mode)
        self._ours.clear()

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        ours = self._ours.get(mode, "")
        return self._owns(mode) or bool(ours and self._clipboard.text(mode) == ours)

    def _owns(self, mode: QClipboard.Mode) -> bool:
        if mode is MARKED:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()

    def _note(self, mode: QClipboard.Mode) -> None:
        if self._owns(mode):
            self._ours[mode] = self._clipboard.text(mode)
