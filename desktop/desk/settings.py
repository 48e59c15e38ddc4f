"""What the desktop remembers between two starts, each setting declared once.

Nothing here tells what anybody read or searched for.
"""

from __future__ import annotations

from collections.abc import Callable  # noqa: TC003
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from desktop.ui.look.theme import THEMES

T = TypeVar("T", str, int, QByteArray)
FOLLOW_SYSTEM = "system"  # a theme: that of the whole system
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)  # per cent


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One remembered value.

    Attributes:
        key: its place in the settings file.
        default: used where nothing, or nothing acceptable, is stored.
        accepts: whether a stored value makes sense.
    """

    key: str
    default: T
    accepts: Callable[[T], bool]

    def read(self, store: QSettings) -> T:
        """The stored value, or the default."""
        kind = type(self.default)
        try:
            value = store.value(self.key, self.default, kind)
        except (TypeError, ValueError):  # a damaged file holds another type here
            return self.default
        return value if isinstance(value, kind) and self.accepts(value) else self.default

    def write(self, store: QSettings, value: T) -> None:
        """Remember `value`; a folder that cannot be written to is no error."""
        store.setValue(self.key, value)


LANGUAGE: Setting[str] = Setting("view/language", "", lambda _: True)
TEXT_SIZE: Setting[int] = Setting("view/text_size", 100, TEXT_SIZES.__contains__)
THEME: Setting[str] = Setting("view/theme", FOLLOW_SYSTEM, {FOLLOW_SYSTEM, *THEMES}.__contains__)
AFTER_LEAVING: Setting[str] = Setting("leave/after", "quit", {"quit", "cover"}.__contains__)
BACKGROUND: Setting[int] = Setting("window/background", 0, (0, 1).__contains__)  # kept ready: 1
GEOMETRY: Setting[QByteArray] = Setting("window/geometry", QByteArray(), lambda _: True)
SPLITTER: Setting[QByteArray] = Setting("window/splitter", QByteArray(), lambda _: True)
