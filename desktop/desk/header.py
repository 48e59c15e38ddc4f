"""Bars at the top: title with the controls that are on every screen, and errors below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from desktop.desk.actions import Action, ActionCollection, Group
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.choices import LanguageButtons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

MAX_LINES = 3  # of a notice; `luminaria pack check` lists the rest
_ALWAYS_VISIBLE = (Action.HELP, Action.LEAVE, Action.QUIT)


class Header(Adaptive, QFrame):
    """Title and the controls that are on every screen.

    Language and quick exit are always visible; the others are in the menu if space is short.
    """

    languageChosen = Signal(str)  # language tag

    def __init__(
        self, actions: ActionCollection, languages: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._actions = actions
        self._full_title = ""
        self._logo = QLabel()
        self._title = with_object_name(QLabel(textFormat=Qt.TextFormat.PlainText), "title")
        self._subtitle = with_object_name(QLabel(), "subtitle")
        for label in (self._title, self._subtitle):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch()
        titles.addWidget(self._title)
        titles.addWidget(self._subtitle)
        titles.addStretch()

        self._row = QHBoxLayout(self)
        self._row.addWidget(self._logo)
        self._row.addLayout(titles, 1)
        self._languages = LanguageButtons(languages)
        self._languages.languageChosen.connect(self.languageChosen)
        self._row.addWidget(self._languages)
        self._optional = [
            self._button(action) for action in (Action.SMALLER, Action.LARGER, Action.THEME)
        ]
        self._menu_button = with_object_name(QToolButton(), "menu")
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = self._menu()
        self._menu_button.setMenu(self.menu)
        self.leave_button = self._button(Action.LEAVE)
        self.leave_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in (*self._optional, self._menu_button, self.leave_button):
            self._row.addWidget(button)
        self._retranslate()

    def _button(self, action: Action) -> QToolButton:
        button = with_object_name(QToolButton(), action.name.lower())
        button.setDefaultAction(self._actions[action])
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _menu(self) -> QMenu:
        """A menu of submenus: one flat menu would not fit on a small screen with large text."""
        menu = QMenu(self)
        self._groups = {group: menu.addMenu("") for group in Group}
        for action in Action:
            if action not in _ALWAYS_VISIBLE:
                self._groups[action.value.group].addAction(self._actions[action])
        menu.addSeparator()
        menu.addActions([self._actions[act] for act in _ALWAYS_VISIBLE])
        return menu

    def set_title(self, title: str, lang: str) -> None:
        """Show the pack's title, and the current language."""
        self._full_title = title
        self._title.setAccessibleName(title)
        self._languages.choose(lang)
        self._fit()

    def _restyle(self) -> None:
        px, ink = self._look.chrome.px, self._look.tokens.head_ink
        self._row.setContentsMargins(px(20), px(11), px(20), px(11))
        self._row.setSpacing(px(8))
        self._logo.setPixmap(icons.icon("luminaria", ink, px(32)).pixmap(px(32), px(32)))
        self._menu_button.setIcon(icons.icon("menu", ink, px(20)))
        for button in self.findChildren(QToolButton):
            button.setIconSize(QSize(px(20), px(20)))
        self._fit()

    def _fit(self) -> None:
        """Hide controls that the menu has too, if the title would be elided."""
        if self._drawn_in is None:
            return
        fixed = [self._logo, self._languages, self._menu_button, self.leave_button]
        optional = self._optional
        metrics = self._title.fontMetrics()
        need = sum(
            w.sizeHint().width() for w in (*fixed, *optional) if not w.isHidden() or w in optional
        )
        need += self._look.chrome.px(40 + 8 * (len(fixed) + len(optional)))
        need += metrics.horizontalAdvance(self._full_title)
        for button in optional:
            button.setVisible(need <= self.width())
        self._subtitle.setVisible(self.width() > self._look.chrome.px(900))
        self._row.activate()
        # The first letters of a title say less than the logo beside it.
        enough = self._title.width() > metrics.horizontalAdvance(self._full_title) // 2
        text = self._full_title if enough else ""
        self._title.setText(
            metrics.elidedText(text, Qt.TextElideMode.ElideRight, self._title.width())
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _retranslate(self) -> None:
        self._subtitle.setText(self.tr("Questions and answers · works offline"))
        self._menu_button.setToolTip(self.tr("Menu"))
        self._menu_button.setAccessibleName(self.tr("Menu"))
        for group, menu in self._groups.items():
            menu.setTitle(self._actions.group_name(group))
        self.leave_button.setAccessibleName(self._actions[Action.LEAVE].text())


class Notice(Adaptive, QFrame):
    """Bar that shows an error until it is dismissed."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._done = QPushButton()
        self._done.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._done)
        self._retranslate()
        self.hide()

    def show_text(self, text: str) -> None:
        """Show the bar with the first lines of `text`, and announce it to screen readers."""
        lines = text.splitlines()
        shown = lines[:MAX_LINES] + (["…"] if len(lines) > MAX_LINES else [])
        self._text.setText("\n".join(shown))
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear_text(self) -> None:
        """Hide the bar and delete its text."""
        self.hide()
        self._text.setText("")

    def _restyle(self) -> None:
        self._row.setContentsMargins(*(self._look.px(n) for n in (20, 10, 20, 10)))

    def _retranslate(self) -> None:
        self._done.setText(self.tr("OK"))
