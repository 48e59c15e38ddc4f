"""The desktop window: builds the parts, wires them, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QLocale, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from desktop.pack.tags import closest
from desktop.ui import icons, settings
from desktop.ui.actions import Act, Actions
from desktop.ui.answer_pane import AnswerPane
from desktop.ui.header import Header
from desktop.ui.help_bar import HelpBar
from desktop.ui.history import History
from desktop.ui.leave import LeaveKey
from desktop.ui.notice import Notice
from desktop.ui.search_pane import SearchPane
from desktop.ui.theme import THEMES, Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.pack.model import Pack
    from desktop.search.results import Results
    from desktop.ui.language import Speaker

    Search = Callable[[str, str], Results]  # query, language tag


class Window(QMainWindow):
    """Tree, search and answer between the header and the help bar."""

    leaveRequested = Signal()

    def __init__(self, pack: Pack, store: QSettings, speaker: Speaker, *, lang: str = "") -> None:
        """Build the window.

        Args:
            pack: what it shows.
            store: what it remembers.
            speaker: the language of the program.
            lang: language tag to start in; "" for the remembered one.
        """
        super().__init__()
        self._pack, self._store, self._speaker = pack, store, speaker
        wanted = lang or settings.LANGUAGE.read(store) or QLocale.system().name()
        self._lang = closest(wanted, pack.languages) or pack.languages[0]
        speaker.speak(self._lang)
        self._look = Look(settings.THEME.read(store), settings.TEXT_SIZE.read(store))
        self._search: Search | None = None
        self._search_comes = True
        self._history = History()
        self._copied = ""  # what this window put on the clipboard last
        self._dress()
        self.acts = Actions(self)
        self.header = Header(self.acts, pack.languages)
        self.notice = Notice()
        self.search = SearchPane(pack, self._lang, self._look)
        self.answer = AnswerPane(pack, self._lang, self.acts, self._look)
        self.help_bar = HelpBar(pack, self._lang)
        self._leave_key = LeaveKey(self)
        self._build()
        self._style()  # now: Qt would style every part anew at each step of the building
        self._wire()
        self._show_look()
        self._show_title()
        self._restore()

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.splitter.addWidget(self.search)
        self.splitter.addWidget(self.answer)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.help_bar)
        self.setCentralWidget(page)
        self.setWindowTitle("Luminaria")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _wire(self) -> None:
        """Who tells whom."""
        self.search.queryChanged.connect(self.run_query)
        self.search.entryChosen.connect(self._open_hit)
        self.search.entryPreviewed.connect(self._preview_hit)
        self.answer.entryRequested.connect(self.open_entry)
        self.header.languageChosen.connect(self.set_language)
        self._leave_key.leaveRequested.connect(self.leave)
        self.header.menu.installEventFilter(self._leave_key)  # an open menu takes all keys
        on = {
            Act.SEARCH: self.search.take_focus,
            Act.FIND: self.answer.open_find,
            Act.LANGUAGE: self._next_language,
            Act.LARGER: lambda: self._step_text_size(1),
            Act.SMALLER: lambda: self._step_text_size(-1),
            Act.NORMAL_SIZE: lambda: self._set_look(Look(self._look.theme, 100)),
            Act.THEME: self._next_theme,
            Act.BACK: self._go_back,
            Act.FORWARD: lambda: self._show_entry(self._history.forward()),
            Act.COPY: self._copy,
            Act.FULL_SCREEN: self._toggle_full_screen,
            Act.LEAVE: self.leave,
            Act.QUIT: self.close,
        }
        for act, what in on.items():
            self.acts[act].triggered.connect(lambda _=False, what=what: what())
        self._enable_actions()

    # -- search and reading

    def set_search(self, search: Search) -> None:
        """Take the search as soon as its index is built; a query already typed runs now."""
        self._search = search
        self.run_query(self.search.box.edit.text())

    def run_query(self, query: str) -> None:
        """Search, and show what was found."""
        if self._search is not None:
            self.search.show_results(self._search(query, self._lang))
        elif self._search_comes:
            self.search.show_waiting(query)

    def open_entry(self, entry_id: str) -> None:
        """Show an entry and remember it for going back."""
        if entry_id in self._pack.entry_by_id:
            self._history.open(entry_id)
            self._show_entry(entry_id)

    def _go_back(self) -> None:
        """To the entry last opened if only a preview hides it, else to the one before."""
        opened = self._history.current
        self._show_entry(opened if self._previewing() else self._history.back())

    def _previewing(self) -> bool:
        return self._history.current not in {"", self.answer.entry_id}

    def _open_hit(self, entry_id: str, lang: str) -> None:
        self._follow_language(lang)
        self.open_entry(entry_id)
        if lang:  # from the results: the reader has chosen and wants to read
            self.answer.take_focus()

    def _preview_hit(self, entry_id: str, lang: str) -> None:
        if lang in {"", self._lang}:
            self.answer.show_entry(entry_id)
            self._enable_actions()

    def _follow_language(self, lang: str) -> None:
        """Opening a hit in the other language switches to it: it is what was asked in."""
        if lang and lang != self._lang:
            self._speak(lang)  # for now only: what was asked is not remembered

    def _show_entry(self, entry_id: str) -> None:
        self.answer.show_entry(entry_id)
        self.search.select_entry(entry_id)
        self._enable_actions()

    def _enable_actions(self) -> None:
        focus = _app().focusWidget()
        self.acts[Act.BACK].setEnabled(self._history.can_go_back or self._previewing())
        self.acts[Act.FORWARD].setEnabled(self._history.can_go_forward)
        for act in (Act.COPY, Act.FIND):
            self.acts[act].setEnabled(bool(self.answer.entry_id))
        self.acts[Act.LANGUAGE].setEnabled(len(self._pack.languages) > 1)
        if focus is not None and not focus.isEnabled():
            self.answer.take_focus()  # or the keys would go nowhere

    def _copy(self) -> None:
        self._copied = self.answer.as_text()
        QGuiApplication.clipboard().setText(self._copied)

    def show_notice(self, text: str) -> None:
        """Tell about something that went wrong, above everything else, until dismissed."""
        self.notice.show_text(text)

    def tell_search_failed(self, reason: str) -> None:
        """Tell that there is no search; everything else works."""
        self._search_comes = False
        self.search.show_waiting("")
        told = self.tr("Search does not work. Please choose a topic.")
        self.show_notice(f"{told} ({reason})")

    # -- leaving

    def leave(self) -> None:
        """Vanish at once, and take the traces of this sitting along."""
        self.header.menu.close()
        self.hide()
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() or (self._copied and clipboard.text() == self._copied):
            clipboard.clear()
        if clipboard.ownsSelection():  # X11 keeps what was marked with the mouse
            clipboard.clear(QClipboard.Mode.Selection)
        self._history.clear()
        self.answer.close_find()
        self.search.box.edit.setText("")
        self.leaveRequested.emit()

    # -- language and look

    def set_language(self, lang: str) -> None:
        """Show everything in `lang`; entry, query and place stay."""
        settings.LANGUAGE.write(self._store, lang)
        if lang != self._lang:
            self._speak(lang)

    def _speak(self, lang: str) -> None:
        self._lang = lang
        self._speaker.speak(lang)  # every widget hears LanguageChange
        self._show_title()
        self.search.set_language(self._lang)
        self.answer.set_language(self._lang)
        self.help_bar.set_language(self._lang)
        if self.search.box.edit.text():
            self.run_query(self.search.box.edit.text())

    def _show_title(self) -> None:
        self.setLocale(QLocale(self._lang))
        self.header.set_title(self._pack.text(self._pack.manifest.title, self._lang), self._lang)

    def _next_language(self) -> None:
        tags = self._pack.languages
        self.set_language(tags[(tags.index(self._lang) + 1) % len(tags)])

    def _next_theme(self) -> None:
        names = list(THEMES)
        theme = names[(names.index(self._look.theme) + 1) % len(names)]
        self._set_look(Look(theme, self._look.text_size))

    def _step_text_size(self, step: int) -> None:
        sizes = settings.TEXT_SIZES
        at = min(max(sizes.index(self._look.text_size) + step, 0), len(sizes) - 1)
        self._set_look(Look(self._look.theme, sizes[at]))

    def _set_look(self, look: Look) -> None:
        settings.THEME.write(self._store, look.theme)
        settings.TEXT_SIZE.write(self._store, look.text_size)
        self._apply_look(look)

    def _dress(self) -> None:
        """Palette and font of everything."""
        app = _app()
        app.setPalette(self._look.palette())
        app.setFont(self._look.font())

    def _style(self) -> None:
        _app().setStyleSheet(self._look.style_sheet())

    def _apply_look(self, look: Look) -> None:
        if look != self._look:
            self._look = look
            self._dress()
            self._style()
            self._show_look()
            self.search.apply_look(look)
            self.answer.apply_look(look)

    def _show_look(self) -> None:
        """Dress what was built without a look."""
        look = self._look
        self.setWindowIcon(icons.icon("luminaria", look.tokens.accent, 64))
        self.acts.apply_look(look)
        self.notice.apply_look(look)
        for bar in (self.header, self.help_bar):
            bar.apply_look(look.chrome)

    # -- the window itself

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _restore(self) -> None:
        room = self.screen().availableSize()
        self.resize(QSize(1280, 800).boundedTo(room))
        side = min(self._look.px(372), self.width() * 2 // 5)
        self.splitter.setSizes([side, self.width() - side])
        self.restoreGeometry(settings.GEOMETRY.read(self._store))
        self.splitter.restoreState(settings.SPLITTER.read(self._store))
        QTimer.singleShot(0, self.search.box.edit.setFocus)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: keys reach the native window first, and it exists from now on."""
        super().showEvent(event)
        if handle := self.windowHandle():
            handle.installEventFilter(self._leave_key)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's: remember size and place, nothing of what was read."""
        settings.GEOMETRY.write(self._store, self.saveGeometry())
        settings.SPLITTER.write(self._store, self.splitter.saveState())
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.acts.retranslate()
        super().changeEvent(event)


def _app() -> QApplication:
    """The application object; a window cannot exist without it."""
    return cast("QApplication", QApplication.instance())
