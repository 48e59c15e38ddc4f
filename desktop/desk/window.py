"""Desktop window: builds and connects the parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.desk import settings
from desktop.desk.actions import RAIL, Action, ActionCollection
from desktop.desk.bookmarks.bookmarks import Bookmarks
from desktop.desk.frame import Frame
from desktop.desk.header import Header, Notice
from desktop.desk.instance.background_mode import missing_tray
from desktop.desk.leaving.quick_exit import QuickExit
from desktop.desk.pages import PageOpener
from desktop.desk.preferences import AppearanceController, LanguageKeeper
from desktop.desk.reading.answer_actions import AnswerActions
from desktop.desk.reading.navigation import History, Navigation
from desktop.desk.saver import FileSaver
from desktop.desk.searching.search_pane import SearchPane
from desktop.desk.usable_actions import UsableActions
from desktop.pack.model import closest_language
from desktop.ui.answer.answer_pane import AnswerPane
from desktop.ui.leaving.own_clipboard import OwnClipboard
from desktop.ui.leaving.wipers import wipe_widgets
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, apply_look, apply_palette_and_font, style
from desktop.ui.results.help_bar import HelpBar
from desktop.ui.running.input_pipeline import InputPipeline, InputStage
from desktop.ui.speech.read_aloud import ReadAloud
from desktop.ui.takeaway.sheet_pages import Subject
from desktop.ui.widgets.announce import Toast
from desktop.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from desktop.pack.view import PackView
    from desktop.search.results import Results
    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations

    Search = Callable[[str, str], Results]  # query, language tag


class Window(Adaptive, QMainWindow):
    """Tree, search and answer between the header and the help bar."""

    leaveRequested = Signal()  # all is hidden and deleted: end the program
    quitRequested = Signal()  # end the program
    restartRequested = Signal()  # end it and start it again
    backgroundChosen = Signal(bool)  # whether the program stays when the window is closed

    def __init__(
        self,
        pack: PackView,
        store: QSettings,
        translations: Translations,
        *,
        lang: str = "",
        bookmarks: Bookmarks | None = None,
    ) -> None:
        """Build the window in `lang`, or in the stored language where that is "".

        Without `bookmarks` there is a list that lasts as long as the window.
        """
        super().__init__()
        self._pack, self._store, self._translations = pack, store, translations
        self.language = LanguageKeeper(store, pack.languages, self, wanted=lang)
        lang = self.language.lang
        translations.install(lang)
        self.looks = AppearanceController(store, self)
        self._look = self.looks.look
        self._search: Search | None = None
        self._search_comes = True
        self._input: InputPipeline | None = None
        self._history = History()
        self._bookmarks = Bookmarks(None) if bookmarks is None else bookmarks
        apply_palette_and_font(self._look)
        self.clipboard = OwnClipboard(self)
        self.window_actions = ActionCollection(self)
        self.header = Header(self.window_actions, pack.languages)
        self.notice = Notice()
        self.search = SearchPane(pack, lang, self._look)
        rail = [self.window_actions[action] for action in RAIL]
        self.answer = AnswerPane(pack, lang, self._look, rail=rail)
        self.help_bar = HelpBar(pack, lang)
        self.sheet = Sheet(self._look)
        self.saver = FileSaver(self)
        self.voice = ReadAloud(pack, self)
        self.reading = Navigation(
            pack, self.language, self._history, self.search, self.answer, self.sheet
        )
        self.for_answer = AnswerActions(
            pack, self.answer, self.clipboard, self.voice, self._bookmarks, self.language
        )
        above, reading = (self.header, self.notice), (self.search, self.answer)
        self.frame = Frame(self, above, reading, self.sheet, self.help_bar)
        about = (self.window_actions, self._bookmarks, self.saver, self._missing_features)
        self.pages = PageOpener(pack, self.frame.stage, self.sheet, *about)
        self.setWindowTitle("Luminaria")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.toast = Toast(self.frame.stage)
        self.leaving = QuickExit(self.frame, self.header.leave_button, store)
        style(self._look)  # now: Qt would style every part again at each step of the building
        self.usable = UsableActions(self.window_actions, self.frame, self.reading, self.for_answer)
        self._wire()
        self._register_traces()
        self._show_look(self._look)
        self._show_title()
        self.frame.restore(store, self._look)
        QTimer.singleShot(0, self.search.box.edit.setFocus)

    def _wire(self) -> None:
        """Connect the signals of the parts."""
        self.search.queryChanged.connect(self.run_query)
        self.search.entryChosen.connect(self.reading.open_hit)
        self.search.entryPreviewed.connect(self.reading.preview_hit)
        self.reading.left.connect(self.voice.stop)
        self.reading.moved.connect(self.usable.refresh)
        self.usable.focusRequested.connect(self.answer.take_focus)
        self.for_answer.copied.connect(self._announce_copied)
        self.for_answer.bookmarked.connect(self.toast.show_message)
        self.for_answer.bookmarked.connect(self.usable.refresh)
        self.for_answer.speaking.connect(self.window_actions[Action.READ_ALOUD].setChecked)
        self.for_answer.noticed.connect(self.notice.show_text)
        self.answer.entryRequested.connect(self.open_entry)
        self.answer.copyRequested.connect(self.for_answer.copy_contact)
        self.header.languageChosen.connect(self.language.choose)
        self.language.changed.connect(self._switch_language)
        self.looks.changed.connect(self._apply_look)
        self.pages.opened.connect(self.usable.refresh)
        self.pages.entryRequested.connect(self.open_entry)
        self.pages.restartRequested.connect(self.restartRequested)
        self.pages.quitRequested.connect(self.quitRequested)
        self.sheet.closed.connect(self._show_reading)
        self.saver.saved.connect(self.toast.show_message)
        self.saver.failed.connect(self.notice.show_text)
        self.voice.failed.connect(self.notice.show_text)
        self.leaving.quitRequested.connect(self.leaveRequested)
        self.leaving.covered.connect(self.usable.refresh)
        self.leaving.returned.connect(self._return)
        _app().focusWindowChanged.connect(self._take_input)
        on = {
            Action.SEARCH: self._go_to_search,
            Action.FIND: self.answer.open_find,
            Action.BACK: self.reading.go_back,
            Action.FORWARD: self.reading.go_forward,
            Action.BOOKMARK: self.for_answer.toggle_bookmark,
            Action.READ_ALOUD: self.for_answer.read_aloud,
            Action.COPY: self.for_answer.copy,
            Action.WALLET_CARD: self.pages.save_wallet_card,
            Action.LANGUAGE: self.language.choose_next,
            Action.LARGER: lambda: self.looks.step(1),
            Action.SMALLER: lambda: self.looks.step(-1),
            Action.NORMAL_SIZE: lambda: self.looks.set_size(100),
            Action.THEME: self.looks.next_theme,
            Action.SYSTEM_THEME: lambda: self.looks.choose(settings.FOLLOW_SYSTEM),
            Action.FULL_SCREEN: self._toggle_full_screen,
            Action.LEAVE: self.leaving.leave,
            Action.QUIT: self._quit,
        }
        for action, what in on.items():
            self.window_actions[action].triggered.connect(what)
        for action in self.pages.keys:
            self.window_actions[action].triggered.connect(
                lambda _=False, page=action: self._open_page(page)
            )
        self.window_actions[Action.COVER].setChecked(self.leaving.covers)
        self.window_actions[Action.COVER].toggled.connect(self.leaving.set_covers)
        self.window_actions[Action.BACKGROUND].setChecked(
            bool(settings.BACKGROUND.read(self._store))
        )
        self.window_actions[Action.BACKGROUND].toggled.connect(self._set_background)
        self.usable.refresh()

    def _register_traces(self) -> None:
        """Register all traces that leaving deletes; parts with data of a visit belong here."""
        wipers = {
            "leave key": self.leaving.key.start_over,
            "leave dots": lambda: self.leaving.dots.show_progress(0),
            "voice": self.voice.stop,
            "page": self.sheet.close_page,
            "stage": lambda: self.frame.stage.setCurrentWidget(self.frame.splitter),
            "dialog": self.saver.close,
            "printing": self.pages.forget,
            "history": self._history.clear,
            "find bar": self.answer.close_find,
            "answer": self.answer.show_welcome,
            "widgets": lambda: wipe_widgets(self),
            "topics": self.search.forget,
            "notice": self.notice.clear_text,
            "toast": self.toast.clear_words,
            "actions": self.usable.refresh,
            "voice button": self.for_answer.update_read_aloud,
            "clipboard": self.clipboard.wipe,
        }
        parts = (self.leaving.key, self.voice, self.sheet, self.saver, self.pages)
        self.leaving.traces.register(wipers, silent=(*parts, self.search, self.answer))

    # -- search and reading

    def set_search(self, search: Search) -> None:
        """Set the search as soon as its index is built; a query already typed runs now."""
        self._search = search
        self.run_query(self.search.box.edit.text())

    def run_query(self, query: str) -> None:
        """Search, and show the results."""
        if self._search is not None:
            self.search.show_results(self._search(query, self.language.lang))
        elif self._search_comes:
            self.search.show_waiting(query)

    def present(self, query: str, lang: str) -> None:
        """Show the window for a new start of the program, with its query if it has one."""
        self.language.follow(closest_language(lang, self._pack.languages) or "")
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
        """Show an entry and add it to the history."""
        self.reading.open(entry_id)

    def _show_reading(self) -> None:
        """Show tree and answer instead of a page."""
        self.frame.stage.setCurrentWidget(self.frame.splitter)
        if self.answer.entry_id:
            self.answer.take_focus()
        else:
            self.search.take_focus()
        self.usable.refresh()

    def _return(self) -> None:
        self.usable.refresh()
        self.search.take_focus()

    def _announce_copied(self, text: str) -> None:
        message = self.tr("Copied: %1").replace("%1", text) if text else self.tr("Copied")
        self.toast.show_message(message)

    # -- pages and notices

    def _open_page(self, action: Action) -> None:
        self.pages.open(action, Subject(self.answer.entry_id, self.language.lang))

    def _missing_features(self) -> list[str]:
        """What this computer lacks, for the help page."""
        return [reason for reason in (self.voice.unavailable_reason(), missing_tray()) if reason]

    def show_search_failed(self, reason: str) -> None:
        """Show that there is no search; everything else works."""
        self._search_comes = False
        self.search.show_waiting("")
        message = self.tr("Search does not work. Please choose a topic.")
        self.notice.show_text(f"{message} ({reason})")

    # -- language and look

    def _switch_language(self, lang: str) -> None:
        self.voice.stop()
        self._translations.install(lang)  # every widget receives a LanguageChange event
        self._show_title()
        self.search.set_language(lang)
        self.answer.set_language(lang)
        self.help_bar.set_language(lang)
        self.pages.set_language(lang)
        if self.search.box.edit.text():
            self.run_query(self.search.box.edit.text())

    def _show_title(self) -> None:
        lang = self.language.lang
        self.setLocale(QLocale(lang))
        self.header.set_title(self._pack.text(self._pack.manifest.title, lang), lang)

    def _apply_look(self, look: Look) -> None:
        apply_palette_and_font(look)
        style(look)
        self._show_look(look)
        self.frame.give_search_room(look)

    def _show_look(self, look: Look) -> None:
        self.setWindowIcon(icons.icon("luminaria", look.tokens.accent, 64))
        self.window_actions[Action.SYSTEM_THEME].setChecked(
            self.looks.choice == settings.FOLLOW_SYSTEM
        )
        self.window_actions.tint(look)
        apply_look(self, look)

    # -- the window itself

    def _set_background(self, wanted: bool) -> None:  # noqa: FBT001  # argument of a signal
        settings.BACKGROUND.write(self._store, int(wanted))
        self.backgroundChosen.emit(wanted)

    def _quit(self) -> None:
        self.close()
        self.quitRequested.emit()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _take_input(self) -> None:
        """Pass all events of the program through the window's input pipeline.

        Starts only once one of its windows has the focus: each event costs a little time.
        """
        if self._input is None:
            stages = {InputStage.LEAVE_KEY: self.leaving.key.see}
            self._input = InputPipeline(_app(), stages, self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store size and position of the window, nothing of what was read."""
        self.frame.remember(self._store)
        super().closeEvent(event)
        self.voice.stop()
        if not QApplication.quitOnLastWindowClosed():  # kept ready for the next person
            self.hide()  # hide the deletion
            self.leaving.traces.run(but={"clipboard"})

    def _retranslate(self) -> None:
        self.window_actions.retranslate()


def _app() -> QApplication:
    """The application object; a window cannot exist without it."""
    return cast("QApplication", QApplication.instance())
