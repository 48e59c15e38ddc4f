"""The look: one table of tokens, and the palette and style sheet made from it.

No other module names a colour. Sizes in the style sheet are written in `sp`, pixels at
100 % text size, and scaled here, so that text size changes the whole interface. Header and
help bar use `cp`, which stops growing at 200 %: beyond that they would push the answer away.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from desktop.resources import asset

FONT_FAMILY = "Atkinson Hyperlegible Next"
BODY_PX = 16  # at 100 % text size
MAX_CHROME = 200  # per cent


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, each named after its use."""

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
    leave: str = "#F2B33D"
    on_leave: str = "#2A1B00"


THEMES = {
    "light": Tokens(
        bg="#FBF8F3",
        panel="#F3EDE3",
        card="#FFFFFF",
        line="#DDD3C4",
        ink="#1F2430",
        mute="#5C6270",
        accent="#0B6B66",
        on_accent="#FFFFFF",
        accent_bg="#DDF0EC",
        warm="#8F3D17",
        warm_bg="#FCEBDD",
        mark="#FFE08A",
        head="#16323A",
        head_ink="#F6F1E7",
        head_mute="#B9C6C6",
    ),
    "dark": Tokens(
        bg="#14181F",
        panel="#1B212B",
        card="#202734",
        line="#394355",
        ink="#ECE7DD",
        mute="#A7AFBD",
        accent="#6FD3C4",
        on_accent="#0E1A1B",
        accent_bg="#173B3B",
        warm="#F4A672",
        warm_bg="#3A271B",
        mark="#7A5B00",
        head="#0D1117",
        head_ink="#F6F1E7",
        head_mute="#A7AFBD",
    ),
    "contrast": Tokens(  # 7:1 for every text, and lines that can be seen
        bg="#000000",
        panel="#000000",
        card="#000000",
        line="#FFFFFF",
        ink="#FFFFFF",
        mute="#E8E8E8",
        accent="#FFE45C",
        on_accent="#000000",
        accent_bg="#1E1B00",
        warm="#FFC08A",
        warm_bg="#241000",
        mark="#0F3D7A",
        head="#000000",
        head_ink="#FFFFFF",
        head_mute="#E8E8E8",
        leave="#FFC247",
        on_leave="#000000",
    ),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How everything is drawn right now: a theme and a text size in per cent."""

    theme: str = "light"
    text_size: int = 100

    @property
    def tokens(self) -> Tokens:
        """Colours of the theme."""
        return THEMES[self.theme]

    def px(self, size: float) -> int:
        """`size` pixels at 100 % text size, in pixels now."""
        return round(size * self.text_size / 100)

    @property
    def chrome(self) -> Look:
        """The look of header and help bar."""
        return Look(self.theme, min(self.text_size, MAX_CHROME))

    def font(self, size: float = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The bundled font; `size` in pixels at 100 % text size."""
        font = QFont(FONT_FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def palette(self) -> QPalette:
        """The palette for what no style sheet rule reaches."""
        t, role = self.tokens, QPalette.ColorRole
        palette = QPalette(QColor(t.card), QColor(t.bg))
        for which, colour in {
            role.Window: t.bg,
            role.WindowText: t.ink,
            role.Base: t.card,
            role.AlternateBase: t.panel,
            role.Text: t.ink,
            role.PlaceholderText: t.mute,
            role.Button: t.card,
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

    def style_sheet(self) -> str:
        """The style sheet of the whole application."""
        sizes = {"sp": self.px, "cp": self.chrome.px}
        sized = re.sub(r"(\d+)([sc]p)", lambda m: f"{sizes[m[2]](int(m[1]))}px", _STYLE)
        return Template(sized).substitute(asdict(self.tokens), family=FONT_FAMILY)


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; the system's sans-serif stands in if that fails."""
    for path in sorted(asset("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    QFont.insertSubstitution(FONT_FAMILY, "sans-serif")


# The first two rules repeat font and palette: with a style sheet, Qt passes a new font or palette
# of the application on to windows only.
_STYLE = """
* { font-family: "$family"; font-size: 16sp; }
QWidget { color: $ink; }
QMainWindow, #answerPage, #answerPane { background: $bg; }
QToolTip { background: $card; color: $ink; border: 1px solid $mute; padding: 6sp 8sp; }

#header { background: $head; }
#header QLabel { color: $head_ink; }
#title { font-size: 18cp; font-weight: 600; }
#header #subtitle { font-size: 14cp; color: $head_mute; }
#header QToolButton {
    color: $head_ink; background: transparent; border: 1px solid $head_mute;
    border-radius: 8cp; padding: 0 10cp; min-height: 38cp; min-width: 20cp;
    font-size: 15cp; font-weight: 600;
}
#header QToolButton:hover { background: rgba(255, 255, 255, 28); }
#header QToolButton:pressed { background: rgba(255, 255, 255, 60); }
#header QToolButton:focus { border: 3px solid $leave; }
#header QToolButton::menu-indicator { image: none; }
#header QToolButton#languageFirst {
    border-top-right-radius: 0; border-bottom-right-radius: 0; border-right: none;
}
#header QToolButton#languageLast {
    border-top-left-radius: 0; border-bottom-left-radius: 0;
}
#header QToolButton:checked { background: $head_ink; color: $head; }
#header QToolButton#leave {
    background: $leave; color: $on_leave; border: 1px solid $leave; padding: 0 4cp 0 12cp;
}
#header QToolButton#leave:hover { border: 2px solid $head_ink; }
#header QToolButton#leave:focus { border: 3px solid $head_ink; }

#sidebar { background: $panel; }
#searchFrame { background: $card; border: 2px solid $mute; border-radius: 10sp; }
#searchFrame[focused="true"] { border-color: $accent; }
#searchBox {
    background: transparent; border: none; min-height: 48sp; font-size: 17sp;
    selection-background-color: $accent; selection-color: $on_accent;
}
#clear { background: transparent; border: 2px solid transparent; border-radius: 8sp; padding: 6sp; }
#clear:hover { background: $panel; }
#clear:focus { border-color: $accent; }
#countLine, #keysHint { color: $mute; font-size: 14sp; }
#helpCard { background: $warm_bg; border: 1px solid $warm; border-radius: 10sp; }
#helpCard #helpTitle { color: $warm; font-weight: 600; }
#nothing { background: $panel; }
#nothing QLabel { color: $ink; }
#nothing QPushButton { text-align: left; }

QLineEdit { placeholder-text-color: $mute; }
QTreeView, QListView { background: transparent; border: none; outline: none; }
QSplitter::handle { background: $line; }
QScrollArea { border: none; background: transparent; }
QScrollBar:vertical { background: transparent; width: 14sp; margin: 3px; }
QScrollBar::handle:vertical { background: $mute; border-radius: 3sp; min-height: 40sp; }
QScrollBar::handle:vertical:hover { background: $accent; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; height: 0; width: 0;
}
QScrollBar:horizontal { height: 0; }

#findBar { background: $panel; border-bottom: 1px solid $mute; }
#findBox {
    background: $card; border: 2px solid $mute; border-radius: 8cp; min-height: 36cp;
    padding: 0 10cp; selection-background-color: $accent; selection-color: $on_accent;
}
#findBox:focus { border-color: $accent; }
#findBar QToolButton {
    background: $card; border: 1px solid $mute; border-radius: 8cp;
    min-width: 36cp; min-height: 36cp;
}

#breadcrumb { color: $mute; font-size: 14sp; }
#question { font-size: 30sp; font-weight: 700; }
#meta QLabel { color: $mute; font-size: 14sp; }
#brief {
    background: $accent_bg; border-left: 5px solid $accent;
    border-top-right-radius: 10sp; border-bottom-right-radius: 10sp;
}
#briefLabel { color: $accent; font-size: 14sp; font-weight: 700; }
#briefText { font-size: 18sp; }
#heading2 { font-size: 20sp; font-weight: 700; }
#heading3 { font-size: 17sp; font-weight: 700; }
#notice { background: $warm_bg; border: 1px solid $warm; border-radius: 10sp; }
#contactCard { background: $card; border: 1px solid $line; border-radius: 10sp; }
#contactName { font-weight: 600; }
#contactNumber { color: $warm; font-size: 20cp; font-weight: 700; }
#contactNote, #small { color: $mute; font-size: 14sp; }

QPushButton {
    background: $card; color: $ink; border: 1px solid $mute; border-radius: 8sp;
    padding: 8sp 14sp; min-height: 26sp;
}
QPushButton:hover { border-color: $accent; background: $accent_bg; }
QPushButton:focus { border: 3px solid $accent; }
QPushButton#didYouMean {
    border: none; background: transparent; color: $accent; padding: 2cp; text-decoration: underline;
    font-size: 15sp; min-height: 0; text-align: right;
}
QPushButton#didYouMean:focus { border: 2px solid $accent; }
#preparingTitle { font-size: 22sp; font-weight: 700; }
QPushButton#related { text-align: left; color: $accent; font-weight: 600; }
#rail QToolButton {
    background: $card; border: 1px solid $mute; border-radius: 10sp;
    min-width: 42sp; min-height: 42sp; max-width: 42sp; max-height: 42sp;
}
#rail QToolButton:hover, #findBar QToolButton:hover {
    background: $accent_bg; border-color: $accent;
}
#rail QToolButton:focus, #findBar QToolButton:focus { border: 3px solid $accent; }
#rail QToolButton:disabled, #findBar QToolButton:disabled {
    border-color: $line; background: transparent;
}

#helpBar QLabel { font-size: 16cp; }
#helpBar { background: $warm_bg; border-top: 1px solid $line; }
#helpBar #helpLead { font-weight: 600; }
#helpBar #helpNumber { color: $warm; font-size: 19cp; font-weight: 700; }
#helpBar #helpSide { color: $mute; font-size: 14cp; }

QMenu { background: $card; border: 1px solid $mute; padding: 6sp; }
QMenu::item { padding: 8sp 28sp 8sp 14sp; border-radius: 6sp; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $mute; }
QMenu::separator { height: 1px; background: $line; margin: 6sp 8sp; }
"""
