"""History of the answers of one session, back and forward; in memory only."""

from __future__ import annotations


class History:
    """The entries read, and the position of the reader.

    Opening an entry drops those ahead, as in a web browser.
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._at = -1

    def open(self, entry_id: str) -> None:
        """Add an entry that was opened; opening the current one again changes nothing."""
        if self._ids and self._ids[self._at] == entry_id:
            return
        del self._ids[self._at + 1 :]
        self._ids.append(entry_id)
        self._at += 1

    @property
    def current(self) -> str:
        """Id of the current entry; "" for none."""
        return self._ids[self._at] if self._ids else ""

    @property
    def can_go_back(self) -> bool:
        """Whether there is an entry before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is an entry after this one."""
        return self._at < len(self._ids) - 1

    def back(self) -> str:
        """Go back; returns the id of the entry to show.

        Raises:
            IndexError: there is none.
        """
        if not self.can_go_back:
            raise IndexError
        self._at -= 1
        return self._ids[self._at]

    def forward(self) -> str:
        """Go forward; returns the id of the entry to show.

        Raises:
            IndexError: there is none.
        """
        if not self.can_go_forward:
            raise IndexError
        self._at += 1
        return self._ids[self._at]

    def clear(self) -> None:
        """Delete the history."""
        self._ids.clear()
        self._at = -1
