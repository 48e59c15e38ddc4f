"""The clipboard as far as it is ours: what this program put there, it also takes away."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

CLIPBOARD, MARKED = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection
# Ask programs that keep a history of the clipboard not to keep this, as password managers do.
# https://github.com/keepassxreboot/keepassxc/blob/develop/src/gui/Clipboard.cpp
DISCREET = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
}


def empty_clipboard() -> None:
    """Take everything away, whoever put it there: for a machine that has no user of its own."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("", CLIPBOARD)
    if clipboard.supportsSelection():
        clipboard.setText("", MARKED)


class OwnClipboard(QObject):
    """Remembers, in memory, the text that this program put on the clipboard last.

    Also what was copied by Ctrl+C in a field, and what X11 keeps of words marked with the
    mouse. A clipboard manager takes over the text and its ownership: then only the text
    tells that it is ours.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours: dict[QClipboard.Mode, str] = {}
        self._clipboard.changed.connect(self._note)

    def put(self, data: QMimeData) -> None:
        """Put `data`, with its plain text, on the clipboard."""
        for form, value in DISCREET.items():
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
        """Take away what is ours, and forget it; what other programs put there stays."""
        for mode in (CLIPBOARD, MARKED):
            if self._is_ours(mode):
                # Not clear(): some desktops then bring back what they saw before.
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
