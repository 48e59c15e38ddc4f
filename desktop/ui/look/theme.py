"""Theme tokens, and the palette and style sheet derived from them.

Look: theme and text size. Colours and style sheets are in `assets/themes`.
Their sizes are in `sp`, pixels at 100 % text size, and scaled here, so that text size changes the
whole interface. Header and help bar use `cp`, which stops growing at 200 %: larger ones would
hide the answer. Touch targets use `fp`: at least as many pixels, and more on large screens.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from functools import cache
from string import Template

import msgspec
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from desktop.base.resources import asset

FONT_FAMILY = "Atkinson Hyperlegible Next"
BODY_PX = 16  # at 100 % text size
MAX_CHROME = 200  # per cent
FINGER_BASE = 1.5  # `base` up to which a size in `fp` is that many pixels


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours of one theme, each named after its use."""

    bg: str
    panel: str
    card: str
    line: str  # decoration only, never the sole boundary of a control
    ink: str
    mute: str
    accent: str
    on_accent: str
    accent_bg: str
    warm: str
    warm_bg: str
    mark: str
    head: str
    head_ink: str
    head_mute: str
    leave: str
    on_leave: str


THEMES = msgspec.json.decode(
    asset("themes", "colours.json").read_bytes(), type=dict[str, Tokens]
)  # the texts of "contrast" reach 7:1, and its lines are visible


@dataclass(frozen=True, slots=True)
class Look:
    """Current theme and scale.

    Attributes:
        theme: one of `THEMES`.
        text_size: chosen by the reader, in per cent.
        base: per cent of the desktop's sizes at 100 %: a kiosk is read from further away.
        most_chrome: text size at which header and help bar stop growing, in per cent.
    """

    theme: str = "light"
    text_size: int = 100
    base: int = 100
    most_chrome: int = MAX_CHROME

    @property
    def tokens(self) -> Tokens:
        """Colours of the theme."""
        return THEMES[self.theme]

    def px(self, size: float) -> int:
        """Current pixels of `size` pixels at 100 % text size of a desktop."""
        return round(size * self.text_size * self.base / 10_000)

    @property
    def chrome(self) -> Look:
        """Look of header and help bar."""
        return replace(self, text_size=min(self.text_size, self.most_chrome))

    def _finger_px(self, least: int) -> int:
        """Size of a touch target: at least `least` pixels, more on large screens."""
        return max(least, self.chrome.px(least / FINGER_BASE))

    def font(self, size: float = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The bundled font; `size` in pixels at 100 % text size."""
        font = QFont(FONT_FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def palette(self) -> QPalette:
        """Palette for widgets that no style sheet rule reaches."""
        t, role = self.tokens, QPalette.ColorRole
        palette = QPalette(QColor(t.card), QColor(t.bg))  # button, window
        for which, colour in {
            role.WindowText: t.ink,
            role.Base: t.card,
            role.AlternateBase: t.panel,
            role.Text: t.ink,
            role.PlaceholderText: t.mute,
            role.ButtonText: t.ink,
            role.Highlight: t.accent,
            role.HighlightedText: t.on_accent,
            role.Link: t.accent,
            role.LinkVisited: t.accent,
            role.ToolTipBase: t.card,
            role.ToolTipText: t.ink,
        }.items():
            palette.setColor(which, QColor(colour))
        return palette

    def style_sheet(self, *more: str) -> str:
        """Style sheet of the whole application, with the rules of the sheets `more` at its end."""
        sizes = {"sp": self.px, "cp": self.chrome.px, "fp": self._finger_px}
        style = "\n".join(_style(name) for name in ("style", *more))
        sized = re.sub(  # "12fp-2": two pixels less, for a thicker border
            r"(\d+)([scf]p)(-\d+)?",
            lambda m: f"{max(sizes[m[2]](int(m[1])) + int(m[3] or 0), 0)}px",
            style,
        )
        return Template(sized).substitute(asdict(self.tokens), family=FONT_FAMILY)


def load_fonts() -> None:
    """Load the bundled fonts; the system's sans-serif is the fallback."""
    for path in sorted(asset("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    QFont.insertSubstitution(FONT_FAMILY, "sans-serif")


@cache
def _style(name: str) -> str:
    return asset("themes", f"{name}.qss").read_text("utf-8")
