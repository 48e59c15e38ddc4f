"""Settings of the desktop, each declared once.

None of them reveals what anybody read or searched for.
"""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from desktop.ui.look.theme import THEMES

T = TypeVar("T", str, int, QByteArray)
FOLLOW_SYSTEM = "system"  # theme of the whole system
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)  # per cent


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting; the default replaces a stored value that is not accepted."""

    key: str
    default: T
    accepts: Callable[[T], bool]

    def read(self, store: QSettings) -> T:
        """Stored value, or the default."""
        kind = type(self.default)
        try:
            value = store.value(self.key, self.default, kind)
        except (TypeError, ValueError):  # a damaged file has another type here
            return self.default
        return value if isinstance(value, kind) and self.accepts(value) else self.default

    def write(self, store: QSettings, value: T) -> None:
        """Store `value`; an unwritable folder is not an error."""
        store.setValue(self.key, value)


LANGUAGE: Setting[str] = Setting("view/language", "", lambda _: True)
TEXT_SIZE: Setting[int] = Setting("view/text_size", 100, TEXT_SIZES.__contains__)
THEME: Setting[str] = Setting("view/theme", FOLLOW_SYSTEM, {FOLLOW_SYSTEM, *THEMES}.__contains__)
AFTER_LEAVING: Setting[str] = Setting("leave/after", "quit", {"quit", "cover"}.__contains__)
BACKGROUND: Setting[int] = Setting("window/background", 0, (0, 1).__contains__)  # kept ready: 1
GEOMETRY: Setting[QByteArray] = Setting("window/geometry", QByteArray(), lambda _: True)
SPLITTER: Setting[QByteArray] = Setting("window/splitter", QByteArray(), lambda _: True)
