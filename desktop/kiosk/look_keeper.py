"""The look of a visit: that of the configuration, until a visitor chooses another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.kiosk.looks import TEXT_SIZES, base_for, kiosk_look, next_theme, stepped
from desktop.ui.look.changes import dress, style

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from desktop.kiosk.setup.config import Config
    from desktop.ui.look.theme import Look

SHEET: Final = "kiosk"  # its rules follow those of all shells


class LookKeeper(QObject):
    """Owns the look of the kiosk; emits `changed` when the application uses another one."""

    changed = Signal(object)  # Look

    def __init__(self, config: Config, screen: QSize, parent: QObject | None = None) -> None:
        """Start with the look of `config` for a window that fills `screen`, in pixels."""
        super().__init__(parent)
        self._config = config
        self._base = base_for(screen.width(), screen.height())
        self.look = self._first()

    @property
    def can_grow(self) -> bool:
        """Whether the text can become larger."""
        return self.look.text_size < TEXT_SIZES[-1]

    @property
    def can_shrink(self) -> bool:
        """Whether the text can become smaller."""
        return self.look.text_size > TEXT_SIZES[0]

    def step(self, by: int) -> None:
        """Make the text larger (1) or smaller (-1), within the limits."""
        self._take(stepped(self.look, by))

    def next_theme(self) -> None:
        """Switch to the next theme."""
        self._take(next_theme(self.look))

    def start_over(self) -> None:
        """Restore the theme and the text size of the configuration."""
        self._take(self._first())

    def fit(self, window: QSize) -> None:
        """Adapt to a size of the window, in pixels, after Qt has handled the change."""
        base = base_for(window.width(), window.height())
        if base != self._base:
            self._base = base
            QTimer.singleShot(0, self, self._rebase)

    def _rebase(self) -> None:
        self._take(kiosk_look(self.look.theme, self.look.text_size, self._base))

    def _first(self) -> Look:
        return kiosk_look(self._config.theme, self._config.text_size, self._base)

    def _take(self, look: Look) -> None:
        if look != self.look:
            self.look = look
            dress(look)
            style(look, SHEET)
            self.changed.emit(look)
