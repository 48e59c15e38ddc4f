"""Page of bookmarks: open, rename, move, remove and restore, save as text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.desk.bookmarks.bookmark_delegate import BookmarkDelegate
from desktop.desk.bookmarks.bookmarks_model import BookmarkRole, BookmarksModel
from desktop.desk.bookmarks.bookmarks_text import bookmarks_text
from desktop.desk.saver import SavingMessages
from desktop.ui.look.changes import with_object_name
from desktop.ui.look.theme import Look
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.page import Page, PlainButton, make_label, set_text_or_hide

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.desk.bookmarks.bookmarks import Bookmark, Bookmarks
    from desktop.pack.view import PackView


class BookmarksPage(Page):
    """List of bookmarks with buttons. Independent of the window."""

    entryChosen = Signal(str)  # entry id
    changed = Signal()  # bookmarks were changed
    exportRequested = Signal(str)  # the bookmarks as text, to be saved

    def __init__(self, bookmarks: Bookmarks, pack: PackView, lang: str) -> None:
        super().__init__()
        self._bookmarks, self._pack, self._lang = bookmarks, pack, lang
        self._removed: list[tuple[int, Bookmark]] = []  # rows and bookmarks that can be restored
        self._just_chosen = False
        self._model = BookmarksModel(bookmarks, pack, lang, self)
        self._delegate = BookmarkDelegate(Look(), self)
        self._words = SavingMessages(self)
        self._about, self._empty = make_label("small"), make_label("bookmarkEmpty")
        self._make_list()
        self._make_status()
        self._make_buttons()
        self.column.addWidget(self._empty)
        self.column.addWidget(self.list, 1)
        for part in (self._status, self._bar, self._about):
            self.column.addWidget(part)
        self.column.addStretch()
        self._retranslate()
        self.list.setCurrentIndex(self._model.index(0))  # without a current row NVDA is silent
        self._settle()

    def _make_list(self) -> None:
        self.list = with_object_name(QListView(), "bookmarkList")
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.installEventFilter(self)
        self.list.activated.connect(self.open)
        self.list.clicked.connect(self._click)
        self.list.selectionModel().currentChanged.connect(self._note_choice)
        self._model.renamed.connect(self._after_change)

    def _make_status(self) -> None:
        self._status = with_object_name(QFrame(), "bookmarkStatus")
        self._bookmark_status = make_label("bookmarkTold")
        self.undo_button = PlainButton("bookmarkUndo")
        self.undo_button.clicked.connect(self.undo)
        self._status_flow = FlowLayout(12, 8, self._status)
        self._status_flow.addWidget(self._bookmark_status)
        self._status_flow.addWidget(self.undo_button)
        self._status.hide()

    def _make_buttons(self) -> None:
        self._bar = QWidget()
        self._flow = FlowLayout(8, 8, self._bar)
        self._buttons: dict[str, PlainButton] = {}
        self._slots: dict[str, Callable[[], None]] = {"Ctrl+Z": self.undo}  # by key of the list
        for name, keys, slot in (
            ("bookmarkOpen", "", self.open),  # the list itself reports Enter
            ("bookmarkRename", "F2", self.rename),
            ("bookmarkUp", "Alt+Up", partial(self.move_by, -1)),
            ("bookmarkDown", "Alt+Down", partial(self.move_by, 1)),
            ("bookmarkRemove", "Del", self.remove),
            ("bookmarkSave", "", self.export),
        ):
            button = self._buttons[name] = PlainButton(name)
            button.clicked.connect(lambda _=False, slot=slot: slot())
            self._flow.addWidget(button)
            if keys:
                self._slots[keys] = slot

    def title(self) -> str:
        """Title of the page."""
        return self.tr("Bookmarks")

    def set_language(self, lang: str) -> None:
        """Show the questions in `lang`."""
        self._lang = lang
        self._model.set_language(lang)

    def _restyle(self) -> None:
        look = self._look
        super()._restyle()
        self._delegate.set_look(look)
        self.list.setMinimumHeight(look.chrome.px(150))
        self._flow.set_gaps(look.px(8), look.px(8))
        self._status_flow.set_gaps(look.px(12), look.px(6))
        self._status_flow.setContentsMargins(*(look.px(n) for n in (14, 8, 14, 8)))

    # -- what a person can do

    def open(self) -> None:
        """Open the chosen bookmark."""
        index = self.list.currentIndex()
        if entry_id := index.data(BookmarkRole.ENTRY_ID):
            self.entryChosen.emit(entry_id)
        elif index.isValid():
            self._announce(
                self.tr("This answer is not in this pack. You can keep it or remove it.")
            )

    def rename(self) -> None:
        """Edit the name of the chosen bookmark."""
        if self.list.currentIndex().isValid():
            self.list.edit(self.list.currentIndex())

    def move_by(self, rows: int) -> None:
        """Move the chosen bookmark down, or up if `rows` is negative."""
        row = self.list.currentIndex().row()
        if row >= 0 and self._model.move(row, rows):
            self.list.scrollTo(self.list.currentIndex())
            self._after_change()
            place = self.tr("Place %1 of %2").replace("%1", str(row + rows + 1))
            announce(self.list, place.replace("%2", str(self._model.rowCount())))

    def remove(self) -> None:
        """Remove the chosen bookmark; it can be restored as long as the page is open."""
        row = self.list.currentIndex().row()
        if row >= 0:
            self._removed.append((row, self._model.remove(row)))
            self._after_change()

    def undo(self) -> None:
        """Restore the bookmark that was removed last."""
        if self._removed:
            row, bookmark = self._removed.pop()
            self._model.put_back(row, bookmark)
            self.list.setCurrentIndex(self._model.index(row))
            self._after_change()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self.list, self.tr("Brought back"))

    def export(self) -> None:
        """Export the bookmarks as text."""
        self.exportRequested.emit(bookmarks_text(self._bookmarks.items, self._pack, self._lang))

    def _click(self) -> None:
        """Select on the first click and open on a second, since the buttons need a selection."""
        if self._just_chosen:
            self._just_chosen = False
        else:
            self.open()

    def _note_choice(self) -> None:
        self._just_chosen = True

    # -- what is shown

    def _after_change(self) -> None:
        self._settle()
        if (notice := self._bookmarks.pop_notice()) is not None:
            self._announce(self._words.notice(notice))
        self.changed.emit()

    def _settle(self) -> None:
        """Show the list or a hint, and the bookmark removed last."""
        some = self._model.rowCount() > 0
        self.list.setVisible(some)
        self._bar.setVisible(some)
        self._empty.setVisible(not some)
        self.undo_button.setVisible(bool(self._removed))
        self._announce(self._about_removed())
        if self._removed and not some:
            self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about_removed(self) -> str:
        if not self._removed:
            return ""
        name = self._model.name_of(self._removed[-1][1])
        return self.tr("“%1” was removed.").replace("%1", name)

    def _announce(self, words: str) -> None:
        set_text_or_hide(self._bookmark_status, words)
        self._status.setVisible(bool(words))
        announce(self, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys of the list, while it has the focus itself and no name is edited."""
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and self.list.hasFocus():
            keys = QKeySequence(event.keyCombination()).toString()
            if slot := self._slots.get(keys):
                slot()
                return True
        return super().eventFilter(watched, event)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Bookmarks"))
        self._empty.setText(
            self.tr("No bookmarks yet. Open an answer and press Ctrl+D to keep it in this list.")
        )
        self._about.setText(
            self.tr(
                "Bookmarks stay on this computer until you remove them. "
                "Anyone who uses this program here can see them."
            )
        )
        self.undo_button.set_text(self.tr("Undo"))
        for name, words, tip in (
            ("bookmarkOpen", self.tr("Open"), self.tr("Open (Enter)")),
            ("bookmarkRename", self.tr("Rename"), self.tr("Rename (F2)")),
            ("bookmarkUp", self.tr("Move up"), self.tr("Move up (Alt+Up)")),
            ("bookmarkDown", self.tr("Move down"), self.tr("Move down (Alt+Down)")),
            ("bookmarkRemove", self.tr("Remove"), self.tr("Remove (Delete)")),
            ("bookmarkSave", self.tr("Save as text"), self.tr("Save the list as a text file")),
        ):
            self._buttons[name].set_text(words)
            self._buttons[name].setToolTip(tip)
        self._model.set_language(self._lang)
        self._announce(self._about_removed())
