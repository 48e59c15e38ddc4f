"""The kiosk's one window: builds and connects the parts, and registers what a visit leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QPixmapCache, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.process import release_freed_memory
from desktop.kiosk.appearance import LookKeeper
from desktop.kiosk.guard.touch import DRAG, TouchFilter
from desktop.kiosk.keyboard.keyboard import Keyboard
from desktop.kiosk.keyboard.keyboard_control import KeyboardControl
from desktop.kiosk.layers import Layers, ScreenStack
from desktop.kiosk.screens.column_page import HelpNow, TopicPage
from desktop.kiosk.screens.home import Home
from desktop.kiosk.screens.idle_warning import IdleWarning
from desktop.kiosk.screens.kiosk_header import KioskHeader
from desktop.kiosk.screens.neutral_screens import Attract, Curtain
from desktop.kiosk.screens.screen_with_actions import ScreenWithActions, VisitorAction
from desktop.kiosk.visit.idle import IdleTimeouts, IdleWatcher, since_boot
from desktop.kiosk.visit.navigation import (
    HOME_LOCATION,
    Navigator,
    VisitLocation,
    VisitScreen,
    VisitScreens,
)
from desktop.kiosk.visit.take_away import TakeAway, available_actions
from desktop.pack.model import closest_language
from desktop.ui.answer.answer_pane import AnswerPane
from desktop.ui.leaving.cleanup_registry import CleanupRegistry
from desktop.ui.leaving.leave_dots import LeaveDots
from desktop.ui.leaving.leave_key import LeaveKey
from desktop.ui.leaving.own_clipboard import empty_clipboard
from desktop.ui.leaving.wipers import drop_editors, wipe_focus, wipe_hover, wipe_widgets
from desktop.ui.look.changes import Adaptive, apply_look
from desktop.ui.results.help_bar import HelpBar
from desktop.ui.speech.read_aloud import ReadAloud
from desktop.ui.widgets.announce import Toast
from desktop.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.kiosk.setup.config import Config
    from desktop.pack.view import PackView
    from desktop.search.results import Results
    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations

    Search = Callable[[str, str], Results]  # query, language tag


BAR_HEIGHT: Final = 145  # pixels at 100 %: header and help bar with all their text
MIN_CONTENT_HEIGHT: Final = 230  # pixels at 100 %: minimum height between them for reading


class Shell(Adaptive, QWidget):
    """Attract screen, screens of a visit, privacy screen, and the operator's screens on top."""

    visitForgotten = Signal()  # all data of the visit is wiped
    entryOpened = Signal(str, str)  # entry id, language tag

    def __init__(
        self,
        pack: PackView,
        config: Config,
        translations: Translations,
        *,
        voice: ReadAloud | None = None,
        clock: Callable[[], float] = since_boot,
    ) -> None:
        """Build the window, on the attract screen.

        By default, `voice` reads with the voices of the system. `clock` gives monotonic seconds.
        """
        super().__init__()
        self._pack, self._config, self._translations = pack, config, translations
        self._first_lang = closest_language(config.language, pack.languages) or pack.languages[0]
        self._lang = self._first_lang
        translations.install(self._lang)
        self._search: Search | None = None
        self.setObjectName("kiosk")
        self.looks = LookKeeper(config, self.screen().size(), self)
        self._look = self.looks.look
        self.setWindowTitle(config.name)
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.voice = voice or ReadAloud(pack, self)
        self.attract = Attract(pack.languages)
        self.curtain = Curtain(pack.languages)
        self.header = KioskHeader(pack.languages)
        self.home = Home(pack, self._lang, self._look)
        self.help_now = HelpNow(pack, self._lang)
        self.topic = TopicPage(pack, self._lang)
        self.answer = AnswerPane(pack, self._lang, self._look, copying=False)
        self.sheet = Sheet(self._look, back=True)
        self.stage = ScreenStack()
        self.taking = TakeAway(pack, config, self.voice, self.stage, self.sheet)
        self.warning = IdleWarning()
        self.keyboard = Keyboard()
        self.help_bar = HelpBar(pack, self._lang)
        self._build()
        self.toast = Toast(self.stage)
        self.touch = TouchFilter(self)
        self.keys = KeyboardControl(self.keyboard)
        self.leave_key = LeaveKey(self)
        self.dots = LeaveDots(self.page, below=self.header.leave_button)
        timeouts = IdleTimeouts(config.idle_seconds, config.warning_seconds)
        self.idle = IdleWatcher(timeouts, self, clock=clock, is_busy=lambda: self.voice.is_speaking)
        self.traces = CleanupRegistry()
        self._wire()
        self._register_traces()
        self._show_look(self._look)
        self._switch_language(self._lang)

    def _build(self) -> None:
        contents = VisitScreens(
            self.home, self.help_now, self.topic, self.answer, self.sheet, self.taking
        )
        self._readings = {
            VisitScreen.HELP: ScreenWithActions(
                self.help_now, frozenset({VisitorAction.BACK, VisitorAction.LEARN})
            ),
            VisitScreen.TOPIC: ScreenWithActions(self.topic, frozenset({VisitorAction.BACK})),
            VisitScreen.ANSWER: ScreenWithActions(
                self.answer, available_actions(self._config, has_voice=self.voice.is_available)
            ),
        }
        self.way = Navigator(self.stage, contents, self._readings)
        below: list[QWidget] = [self.keyboard, self.help_bar]
        self.shown = Layers(self.attract, self.header, self.stage, below, self.curtain)
        self.page = self.shown.page
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.shown)
        layout.addWidget(self.warning)  # also below the privacy screen

    def _wire(self) -> None:
        """Connect the signals of the parts."""
        self.attract.started.connect(self.begin)
        self.keyboard.visibilityChanged.connect(self._share_height)
        self.header.leaveRequested.connect(self.leave)
        self.header.homeRequested.connect(lambda: self.way.go(HOME_LOCATION))
        self.header.languageChosen.connect(self._switch_language)
        self.header.largerRequested.connect(lambda: self.looks.step(1))
        self.header.smallerRequested.connect(lambda: self.looks.step(-1))
        self.header.themeRequested.connect(self.looks.next_theme)
        self.looks.changed.connect(self._show_look)
        self.header.curtainRequested.connect(self.shown.draw_curtain)
        self.home.queryChanged.connect(self.run_query)
        self.home.entryChosen.connect(self._open_hit)
        self.home.helpRequested.connect(self.way.go_to_help)
        self.help_bar.tapped.connect(self.way.go_to_help)
        for topics in (self.home.topicChosen, self.topic.topicChosen):
            topics.connect(lambda topic: self.way.go(VisitLocation(VisitScreen.TOPIC, topic)))
        for entries in (self.topic.entryChosen, self.answer.entryRequested):
            entries.connect(lambda entry: self.way.go(VisitLocation(VisitScreen.ANSWER, entry)))
        for reading in self._readings.values():
            reading.action_bar.chosen.connect(self._run_action)
        self.sheet.closed.connect(self.way.show_here)
        self.way.moving.connect(self.keys.close)
        self.way.arrived.connect(self._show_way_home)
        self.way.answerClosed.connect(self.voice.stop)
        self.way.entryOpened.connect(lambda entry: self.entryOpened.emit(entry, self._lang))
        self.taking.curtainRequested.connect(self.shown.draw_curtain)
        self.voice.failed.connect(self.toast.show_message)
        self.touch.used.connect(self.idle.reset)
        self.idle.warned.connect(self.warning.show_left)
        self.idle.resumed.connect(self.warning.hide)
        self.warning.stayRequested.connect(self.idle.reset)  # for screen readers
        self.idle.ended.connect(self.leave)
        self.leave_key.leaveRequested.connect(self.leave)
        self.leave_key.progressed.connect(self.dots.show_progress)
        self.leave_key.expired.connect(self.dots.announce_expired)

    def _register_traces(self) -> None:
        """Register everything that the end of a visit must wipe."""
        wipers = {
            "touch": self.touch.cancel,
            "voice": self.voice.stop,
            "printing": self.taking.forget,
            "page": self.sheet.close_page,
            "widgets": lambda: wipe_widgets(self.page),
            "search": self.home.go_to_start,
            "help": lambda: self.help_now.show_contacts(()),
            "topic": self.topic.forget,
            "answer": self.answer.show_welcome,
            "way": self.way.forget,
            "keyboard": self.keys.close,
            "toast": self.toast.clear_words,
            "leave key": self.leave_key.start_over,
            "leave dots": lambda: self.dots.show_progress(0),
            "language": lambda: self._switch_language_if_needed(self._first_lang),
            "look": self.looks.start_over,
            "room": self.way.show_here,
            "way home": self._show_way_home,
            "focus": lambda: wipe_focus(self),
            "hover": lambda: wipe_hover(self),
            "clipboard": empty_clipboard,
            "pictures": QPixmapCache.clear,  # Qt caches what it drew, such as the QR codes
        }
        parts = (self.touch, self.voice, self.taking, self.header, self.sheet, self.leave_key)
        screens = (self.home, self.topic, self.answer, self.help_bar, self.way)
        self.traces.register(wipers, silent=(*parts, *screens))

    # -- a visit

    @property
    def lang(self) -> str:
        """Tag of the current language."""
        return self._lang

    @property
    def is_resting(self) -> bool:
        """Whether the attract screen is shown."""
        return self.shows(self.attract)

    def begin(self, lang: str) -> None:
        """Begin a visit in `lang`, or in the first language if it is ""."""
        if not self.is_resting:
            return
        self._switch_language_if_needed(lang or self._first_lang)
        self.shown.show_page()
        self.idle.begin()
        self.home.box.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # for a hardware keyboard

    def leave(self) -> None:
        """Show the attract screen at once, then wipe the visit.

        Raises:
            NotForgotten: some data is left.
        """
        self.idle.end()
        self.warning.hide()
        drop_editors(self)
        self.shown.show_attract()
        self.repaint()  # now: the next steps may take longer than a frame
        self.traces.run()
        self.attract.setFocus(Qt.FocusReason.OtherFocusReason)
        self.visitForgotten.emit()
        QTimer.singleShot(0, self, release_freed_memory)  # after Qt's deferred deletions

    # -- screens of the operator

    def add_screen(self, screen: QWidget) -> None:
        """Add a screen for `show_over`."""
        self.shown.addWidget(screen)

    def show_over(self, screen: QWidget) -> None:
        """Show a screen of the operator in place of everything; this ends a visit."""
        self.leave()
        self.shown.setCurrentWidget(screen)

    def shows(self, screen: QWidget) -> bool:
        """Whether `screen` is shown."""
        return self.shown.currentWidget() is screen

    # -- navigation

    def go_back(self) -> None:
        """Go back in the history; without effect unless a visit is visible."""
        if self.shows(self.page):
            self.way.go_back()

    def _show_way_home(self) -> None:
        """Show the button for the start page, except on the start page in its initial state."""
        self.header.home.setEnabled(not self.way.is_at_start)

    def _open_hit(self, entry_id: str, lang: str) -> None:
        self._switch_language_if_needed(lang)  # an answer is read in the language of its query
        self.way.go(VisitLocation(VisitScreen.ANSWER, entry_id))

    def _run_action(self, action: VisitorAction) -> None:
        if action is VisitorAction.BACK:
            self.go_back()
        else:
            self.way.run_action(action, self._lang)

    # -- searching

    def set_search(self, search: Search) -> None:
        """Set the search, once its index is built; a query already typed runs now."""
        self._search = search
        self.run_query(self.home.box.edit.text())

    def run_query(self, query: str) -> None:
        """Search, and show the results."""
        self._show_way_home()
        if not query.strip():
            self.home.results.forget()
        elif self._search is None:
            self.home.results.show_waiting()
        else:
            self.home.results.show_results(self._search(query, self._lang))

    # -- language and look

    def _switch_language_if_needed(self, lang: str) -> None:
        """Switch to `lang`, if it is not the current language: this rebuilds every text."""
        if lang != self._lang:
            self._switch_language(lang)

    def _switch_language(self, lang: str) -> None:
        self._lang = lang
        self.voice.stop()
        self._translations.install(lang)  # every widget receives LanguageChange
        self.setLocale(QLocale(lang))
        self.header.set_title(self._pack.text(self._pack.manifest.title, lang), lang)
        for part in (self.home, self.help_now, self.topic, self.answer, self.help_bar):
            part.set_language(lang)
        for other in (self.keyboard, self.taking):
            other.set_language(lang)
        self.run_query(self.home.box.edit.text())

    def _show_look(self, look: Look) -> None:
        self.header.show_sizes(larger=self.looks.can_grow, smaller=self.looks.can_shrink)
        apply_look(self, look)
        self.touch.set_drag(look.px(DRAG))
        self._share_height()

    # -- the window itself

    def _share_height(self) -> None:
        """Shrink the other parts if the window leaves too little height for text."""
        look, has_keys = self.looks.look, not self.keyboard.isHidden()
        left = self.height() - (self.keyboard.height() if has_keys else 0)
        compact = left - look.chrome.px(BAR_HEIGHT) < look.px(MIN_CONTENT_HEIGHT)
        self.header.set_compact(compact=compact)
        self.home.set_compact(compact=compact and has_keys)
        self.help_bar.set_most_rows(1 if compact else 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keyboard.fit_into(event.size())
        self._share_height()
        self.looks.fit(event.size())
