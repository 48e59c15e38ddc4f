"""The look of the kiosk: scaled to its screen, with text sizes and themes to choose from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.look.changes import apply_palette_and_font, style
from desktop.ui.look.theme import THEMES, Look

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from desktop.kiosk.setup.config import Config

SHEET: Final = "kiosk"  # style sheet, added to the one of all shells
TEXT_SIZES: Final = (100, 125, 150, 200)  # per cent
MOST_CHROME: Final = 125  # per cent: header and help bar must leave space for text
SMALL, USUAL = 600, 1080  # pixels of the short side of a screen
SMALL_BASE, USUAL_BASE = 110, 150  # per cent of the desktop's sizes: 18 and 24 pixels for body text


def base_for(width: int, height: int) -> int:
    """Text scale that counts as 100 % on a screen (pixels), in per cent of the desktop's sizes.

    It grows with the short side, so that text is not tiny at high resolutions, and stays readable
    on the smallest screens.
    """
    short = min(width, height)
    if short >= USUAL:
        return round(short * USUAL_BASE / USUAL)
    above = max(short - SMALL, 0) / (USUAL - SMALL)
    return round(SMALL_BASE + above * (USUAL_BASE - SMALL_BASE))


def kiosk_look(theme: str, text_size: int, base: int) -> Look:
    """The look for a theme and a text size (per cent) on a screen with this base."""
    return Look(theme, text_size, base, MOST_CHROME)


class LookKeeper(QObject):
    """Owns the look of a visit, and applies it to the application.

    It is that of the configuration until a visitor chooses another.
    """

    changed = Signal(object)  # Look

    def __init__(self, config: Config, screen: QSize, parent: QObject | None = None) -> None:
        """Start with the look of `config` for a window that fills `screen`, in pixels."""
        super().__init__(parent)
        self._config = config
        self._base = base_for(screen.width(), screen.height())
        self.look = self._first()
        self._apply_palette_and_font()

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
        at = TEXT_SIZES.index(self.look.text_size) + by
        size = TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))]
        self._take(replace(self.look, text_size=size))

    def next_theme(self) -> None:
        """Switch to the next theme."""
        names = list(THEMES)
        theme = names[(names.index(self.look.theme) + 1) % len(names)]
        self._take(replace(self.look, theme=theme))

    def start_over(self) -> None:
        """Restore the theme and the text size of the configuration."""
        self._take(self._first())

    def fit(self, window: QSize) -> None:
        """Adapt to a size of the window, in pixels, after Qt has handled the change."""
        base = base_for(window.width(), window.height())
        if base != self._base:
            self._base = base
            QTimer.singleShot(0, self, lambda: self._take(replace(self.look, base=self._base)))

    def _first(self) -> Look:
        return kiosk_look(self._config.theme, self._config.text_size, self._base)

    def _take(self, look: Look) -> None:
        if look != self.look:
            self.look = look
            self._apply_palette_and_font()
            self.changed.emit(look)

    def _apply_palette_and_font(self) -> None:
        apply_palette_and_font(self.look)
        style(self.look, SHEET)
