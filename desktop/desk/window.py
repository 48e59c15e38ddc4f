"""The desktop window: builds the parts, wires them, and nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QLocale, QMimeData, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.base.local_date import today
from desktop.content.answer import present
from desktop.content.as_text import answer_html, answer_text
from desktop.desk import settings
from desktop.desk.actions import RAIL, Act, Actions
from desktop.desk.bookmarks.bookmarks import Bookmarks
from desktop.desk.header import Header
from desktop.desk.history import History
from desktop.desk.leaving.leaving import Leaving
from desktop.desk.look_keeper import SYSTEM, LookKeeper
from desktop.desk.notice import Notice
from desktop.desk.pages import ABOUT_AN_ENTRY, Pages
from desktop.desk.saver import Saver
from desktop.desk.saving_words import SavingWords
from desktop.desk.search_pane import SearchPane
from desktop.pack.tags import closest
from desktop.ui.answer.answer_pane import AnswerPane
from desktop.ui.leaving.own_clipboard import OwnClipboard
from desktop.ui.leaving.wipers import wipe_widgets
from desktop.ui.look import icons
from desktop.ui.results.help_bar import HelpBar
from desktop.ui.speech.read_aloud import ReadAloud
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QShowEvent

    from desktop.pack.model import Pack
    from desktop.search.results import Results
    from desktop.ui.look.language import Speaker
    from desktop.ui.look.theme import Look

    Search = Callable[[str, str], Results]  # query, language tag


class Window(QMainWindow):
    """Tree, search and answer between the header and the help bar."""

    leaveRequested = Signal()  # all is hidden and forgotten: end the program
    quitRequested = Signal()  # end the program
    restartRequested = Signal()  # end it and start it anew
    backgroundChosen = Signal(bool)  # whether the program stays when the window is closed

    def __init__(
        self,
        pack: Pack,
        store: QSettings,
        speaker: Speaker,
        *,
        lang: str = "",
        bookmarks: Bookmarks | None = None,
    ) -> None:
        """Build the window.

        Args:
            pack: what it shows.
            store: what it remembers.
            speaker: the language of the program.
            lang: language tag to start in; "" for the remembered one.
            bookmarks: of this person; None for a list that lasts as long as the window.
        """
        super().__init__()
        self._pack, self._store, self._speaker = pack, store, speaker
        wanted = lang or settings.LANGUAGE.read(store) or QLocale.system().name()
        self._lang = closest(wanted, pack.languages) or pack.languages[0]
        speaker.speak(self._lang)
        self.looks = LookKeeper(store, self)
        self._look = self.looks.look
        self._search: Search | None = None
        self._search_comes = True
        self._history = History()
        self._bookmarks = Bookmarks(None) if bookmarks is None else bookmarks
        self._words = SavingWords(self)
        self._dress()
        self.clipboard = OwnClipboard(self)
        self.acts = Actions(self)
        self.header = Header(self.acts, pack.languages)
        self.notice = Notice()
        self.search = SearchPane(pack, self._lang, self._look)
        rail = [self.acts[act] for act in RAIL]
        self.answer = AnswerPane(pack, self._lang, self._look, rail=rail)
        self.help_bar = HelpBar(pack, self._lang)
        self.sheet = Sheet(self._look)
        self.saver = Saver(self)
        self.voice = ReadAloud(pack, self)
        self.pages = Pages(
            pack, self.sheet, self.acts, self._bookmarks, self.saver, self._what_is_missing
        )
        self._build()
        self.toast = Toast(self.stage)
        self.leaving = Leaving(self, self.shell, self.page, self.header.leave_button, store)
        self._style()  # now: Qt would style every part anew at each step of the building
        self._wire()
        self._register_traces()
        self._show_look()
        self._show_title()
        self._restore()

    def _build(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.splitter.addWidget(self.search)
        self.splitter.addWidget(self.answer)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.stage = QStackedWidget()
        self.stage.addWidget(self.splitter)
        self.stage.addWidget(self.sheet)
        self.page = QWidget()
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self.stage, 1)
        column.addWidget(self.help_bar)
        self.shell = QStackedWidget()
        self.shell.addWidget(self.page)
        self.setCentralWidget(self.shell)
        self.setWindowTitle("Luminaria")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _wire(self) -> None:
        """Who tells whom."""
        self.search.queryChanged.connect(self.run_query)
        self.search.entryChosen.connect(self._open_hit)
        self.search.entryPreviewed.connect(self._preview_hit)
        self.answer.entryRequested.connect(self.open_entry)
        self.answer.copyRequested.connect(self._copy_contact)
        self.header.languageChosen.connect(self.set_language)
        self.looks.changed.connect(self._apply_look)
        self.pages.entryRequested.connect(self.open_entry)
        self.pages.restartRequested.connect(self.restartRequested)
        self.pages.quitRequested.connect(self.quitRequested)
        self.sheet.closed.connect(self._show_reading)
        self.saver.saved.connect(self.toast.tell)
        self.saver.failed.connect(self.show_notice)
        self.voice.changed.connect(self._show_voice)
        self.voice.failed.connect(self.show_notice)
        self.leaving.quitRequested.connect(self.leaveRequested)
        self.leaving.covered.connect(self._disable_actions)
        self.leaving.returned.connect(self._return)
        self.saver.asking.connect(self._watch_keys)
        for menu in (self.header.menu, *self.header.menu.findChildren(QMenu)):
            menu.installEventFilter(self.leaving.key)  # an open menu takes all keys
        on = {
            Act.SEARCH: self._go_to_search,
            Act.FIND: self.answer.open_find,
            Act.BACK: self._go_back,
            Act.FORWARD: self._go_forward,
            Act.BOOKMARK: self._toggle_bookmark,
            Act.READ_ALOUD: self._read_aloud,
            Act.COPY: self._copy,
            Act.WALLET_CARD: self.pages.save_wallet_card,
            Act.LANGUAGE: self._next_language,
            Act.LARGER: lambda: self.looks.step(1),
            Act.SMALLER: lambda: self.looks.step(-1),
            Act.NORMAL_SIZE: lambda: self.looks.set_size(100),
            Act.THEME: self.looks.next_theme,
            Act.SYSTEM_THEME: lambda: self.looks.choose(SYSTEM),
            Act.FULL_SCREEN: self._toggle_full_screen,
            Act.LEAVE: self.leaving.leave,
            Act.QUIT: self._quit,
        }
        on |= {act: partial(self._open_page, act) for act in self.pages.acts}
        for act, what in on.items():
            self.acts[act].triggered.connect(lambda _=False, what=what: what())
        self.acts[Act.COVER].setChecked(self.leaving.covers)
        self.acts[Act.COVER].toggled.connect(self.leaving.set_covers)
        self.acts[Act.BACKGROUND].setChecked(bool(settings.BACKGROUND.read(self._store)))
        self.acts[Act.BACKGROUND].toggled.connect(self._set_background)
        self._enable_actions()

    def _register_traces(self) -> None:
        """What leaving forgets; whatever else keeps something of a visit belongs here."""
        for name, wipe in {
            "voice": self.voice.stop,
            "page": self.sheet.close_page,
            "dialog": self.saver.close,
            "printing": self.pages.stop_printing,
            "history": self._history.clear,
            "find bar": self.answer.close_find,
            "answer": self.answer.show_welcome,
            "widgets": lambda: wipe_widgets(self),
            "topics": self.search.forget,
            "notice": self.notice.clear_text,
            "toast": self.toast.clear_words,
            "actions": self._enable_actions,
            "clipboard": self.clipboard.wipe,
        }.items():
            self.leaving.traces.register(name, wipe)

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

    def present(self, query: str, lang: str) -> None:
        """Come to the front for a new start of the program, with its query if it has one."""
        if lang := closest(lang, self._pack.languages) or "":
            self._follow_language(lang)
        self.leaving.uncover()
        self.saver.close()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self._go_to_search()
        if query:
            self.search.set_query(query)

    def _go_to_search(self) -> None:
        self.sheet.close_page()
        self.search.take_focus()

    def open_entry(self, entry_id: str) -> None:
        """Show an entry and remember it for going back."""
        if entry_id in self._pack.entry_by_id:
            self.sheet.close_page()
            self._history.open(entry_id)
            self._show_entry(entry_id)

    def _go_back(self) -> None:
        """To the entry last opened if only a preview hides it, else to the one before."""
        self.sheet.close_page()
        opened = self._history.current
        self._show_entry(opened if self._previewing() else self._history.back())

    def _go_forward(self) -> None:
        self.sheet.close_page()
        self._show_entry(self._history.forward())

    def _previewing(self) -> bool:
        return self._history.current not in {"", self.answer.entry_id}

    def _open_hit(self, entry_id: str, lang: str) -> None:
        self._follow_language(lang)
        self.open_entry(entry_id)
        if lang:  # from the results: the reader has chosen and wants to read
            self.answer.take_focus()

    def _preview_hit(self, entry_id: str, lang: str) -> None:
        if lang in {"", self._lang}:
            self._show_answer(entry_id)

    def _follow_language(self, lang: str) -> None:
        """Opening a hit in the other language switches to it: it is what was asked in."""
        if lang and lang != self._lang:
            self._speak(lang)  # for now only: what was asked is not remembered

    def _show_entry(self, entry_id: str) -> None:
        self._show_answer(entry_id)
        self.search.select_entry(entry_id)

    def _show_answer(self, entry_id: str) -> None:
        if entry_id != self.answer.entry_id:
            self.voice.stop()
        self.answer.show_entry(entry_id)
        self._enable_actions()

    def _show_reading(self) -> None:
        """Tree and answer again, where a page was."""
        self.stage.setCurrentWidget(self.splitter)
        if self.answer.entry_id:
            self.answer.take_focus()
        else:
            self.search.take_focus()
        self._enable_actions()

    def _disable_actions(self) -> None:
        """Under the cover nothing can be opened."""
        for act in Act:
            self.acts[act].setEnabled(act in {Act.LEAVE, Act.QUIT, Act.FULL_SCREEN})

    def _return(self) -> None:
        for act in Act:
            self.acts[act].setEnabled(True)
        self._enable_actions()
        self.search.take_focus()

    def _watch_keys(self, dialog: QWidget) -> None:
        """Shift three times works in a question, too."""
        if handle := dialog.windowHandle():
            handle.installEventFilter(self.leaving.key)

    def _enable_actions(self) -> None:
        if self.leaving.is_covered:
            return
        focus = _app().focusWidget()
        shown = self.answer.entry_id
        reading = bool(shown) and self.stage.currentWidget() is self.splitter
        self.acts[Act.BACK].setEnabled(self._history.can_go_back or self._previewing())
        self.acts[Act.FORWARD].setEnabled(self._history.can_go_forward)
        self.acts[Act.FIND].setEnabled(reading)
        self.acts[Act.BOOKMARK].setEnabled(reading)  # the list of bookmarks changes by itself
        for act in (Act.COPY, *ABOUT_AN_ENTRY):
            self.acts[act].setEnabled(bool(shown))
        several = len(self._pack.languages) > 1
        self.acts[Act.LANGUAGE].setEnabled(several)
        self.acts[Act.BOTH_LANGUAGES].setEnabled(bool(shown) and several)
        self.acts[Act.READ_ALOUD].setVisible(self.voice.is_available)
        self.acts[Act.READ_ALOUD].setEnabled(bool(shown))
        self.acts[Act.BOOKMARK].setChecked(self._bookmarks.has(self._pack.manifest.id, shown))
        if focus is not None and not focus.isEnabled() and reading:
            self.answer.take_focus()  # or the keys would go nowhere

    def _toggle_bookmark(self) -> None:
        done = self._bookmarks.toggle(self._pack.manifest.id, self.answer.entry_id)
        self.toast.tell(self._words.toggled(done))
        if notice := self._bookmarks.take_notice():
            self.show_notice(self._words.notice(notice))
        self._enable_actions()

    def _read_aloud(self) -> None:
        details = not self.answer.is_folded
        self.voice.toggle(self.answer.entry_id, self._lang, details=details)
        self._show_voice()

    def _show_voice(self) -> None:
        self.acts[Act.READ_ALOUD].setChecked(self.voice.speaks)

    def _copy(self) -> None:
        entry = self._pack.entry_by_id[self.answer.entry_id]
        answer = present(self._pack, entry, self._lang, today())
        data = QMimeData()
        data.setText(answer_text(answer))
        data.setHtml(answer_html(answer))
        self.clipboard.put(data)
        self.toast.tell(self.tr("Copied"))

    def _copy_contact(self, text: str) -> None:
        self.clipboard.put_text(text)
        self.toast.tell(self.tr("Copied: %1").replace("%1", text))

    # -- pages and notices

    def _open_page(self, act: Act) -> None:
        self.pages.open(act, self.answer.entry_id, self._lang)
        self._show_sheet()

    def show_trouble(self, folder: str, *, again: bool) -> None:
        """Tell that the program made a mistake, see `TroublePage`."""
        self.pages.open_trouble(folder, again=again)
        self._show_sheet()

    def _show_sheet(self) -> None:
        self.stage.setCurrentWidget(self.sheet)
        self.sheet.take_focus()
        self._enable_actions()

    def _what_is_missing(self) -> list[str]:
        """What this computer lacks, for the help page."""
        from desktop.desk.instance.tray import missing_tray  # noqa: PLC0415  # a start needs none of it

        return [reason for reason in (self.voice.reason(), missing_tray()) if reason]

    def show_notice(self, text: str) -> None:
        """Tell about something that went wrong, above everything else, until dismissed."""
        self.notice.show_text(text)

    def tell_search_failed(self, reason: str) -> None:
        """Tell that there is no search; everything else works."""
        self._search_comes = False
        self.search.show_waiting("")
        told = self.tr("Search does not work. Please choose a topic.")
        self.show_notice(f"{told} ({reason})")

    # -- language and look

    def set_language(self, lang: str) -> None:
        """Show everything in `lang`; entry, query and place stay."""
        settings.LANGUAGE.write(self._store, lang)
        if lang != self._lang:
            self._speak(lang)

    def _speak(self, lang: str) -> None:
        self.voice.stop()
        self._lang = lang
        self._speaker.speak(lang)  # every widget hears LanguageChange
        self._show_title()
        self.search.set_language(self._lang)
        self.answer.set_language(self._lang)
        self.help_bar.set_language(self._lang)
        self.pages.set_language(self._lang)
        if self.search.box.edit.text():
            self.run_query(self.search.box.edit.text())

    def _show_title(self) -> None:
        self.setLocale(QLocale(self._lang))
        self.header.set_title(self._pack.text(self._pack.manifest.title, self._lang), self._lang)

    def _next_language(self) -> None:
        tags = self._pack.languages
        self.set_language(tags[(tags.index(self._lang) + 1) % len(tags)])

    def _dress(self) -> None:
        """Palette and font of everything."""
        app = _app()
        app.setPalette(self._look.palette())
        app.setFont(self._look.font())

    def _style(self) -> None:
        _app().setStyleSheet(self._look.style_sheet())

    def _apply_look(self, look: Look) -> None:
        self._look = look
        self._dress()
        self._style()
        self._show_look()
        self.search.apply_look(look)
        self.answer.apply_look(look)
        self.sheet.apply_look(look)
        self._give_sidebar_room(self.splitter.sizes()[0])

    def _show_look(self) -> None:
        """Dress what was built without a look."""
        look = self._look
        self.setWindowIcon(icons.icon("luminaria", look.tokens.accent, 64))
        self.acts[Act.SYSTEM_THEME].setChecked(self.looks.choice == SYSTEM)
        self.acts.apply_look(look)
        self.notice.apply_look(look)
        self.toast.apply_look(look)
        self.leaving.apply_look(look)
        for bar in (self.header, self.help_bar):
            bar.apply_look(look.chrome)

    # -- the window itself

    def _set_background(self, wanted: bool) -> None:  # noqa: FBT001  # as the action tells it
        settings.BACKGROUND.write(self._store, int(wanted))
        self.backgroundChosen.emit(wanted)

    def _quit(self) -> None:
        self.close()
        self.quitRequested.emit()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _restore(self) -> None:
        room = self.screen().availableSize()
        self.resize(QSize(1280, 800).boundedTo(room))
        self._give_sidebar_room(0)
        self.restoreGeometry(settings.GEOMETRY.read(self._store))
        self.splitter.restoreState(settings.SPLITTER.read(self._store))
        QTimer.singleShot(0, self.search.box.edit.setFocus)

    def _give_sidebar_room(self, least: int) -> None:
        """Make the search as wide as its words ask for, and `least` pixels at least."""
        side = max(least, min(self._look.px(372), self.width() * 2 // 5))
        self.splitter.setSizes([side, self.width() - side])

    def _remember_place(self) -> None:
        settings.GEOMETRY.write(self._store, self.saveGeometry())
        settings.SPLITTER.write(self._store, self.splitter.saveState())

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's: keys reach the native window first, and it exists from now on."""
        super().showEvent(event)
        if handle := self.windowHandle():
            handle.installEventFilter(self.leaving.key)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's: remember size and place, nothing of what was read."""
        self._remember_place()
        super().closeEvent(event)
        self.voice.stop()
        if not QApplication.quitOnLastWindowClosed():  # kept ready, for whoever comes next
            self.leaving.traces.wipe(but={"clipboard"})

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self.acts.retranslate()
        super().changeEvent(event)


def _app() -> QApplication:
    """The application object; a window cannot exist without it."""
    return cast("QApplication", QApplication.instance())
