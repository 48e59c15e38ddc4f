"""Page with an answer in two languages, side by side, paragraph by paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.base.local_date import today
from desktop.content.answer import present
from desktop.desk.reading.side_by_side_rows import SideBySideRows
from desktop.ui.look.translations import native_name
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.choices import ChoiceButtons
from desktop.ui.widgets.flow import take_widgets
from desktop.ui.widgets.page import Page, PlainButton, make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.content.answer import Answer
    from desktop.pack.view import PackView

NARROW = 640  # pixels at 100 %: in less width the languages are one below the other


class SideBySidePage(Page):
    """An answer in the language of the reader, and in another one beside it.

    A screen reader reads it row by row, each part in its language. As in the answer itself,
    descriptions of violence are collapsed. The window offers it for packs in several languages.
    """

    entryRequested = Signal(str)  # entry id, a link was followed

    def __init__(self, pack: PackView, entry_id: str, lang: str) -> None:
        super().__init__()
        self._pack = pack
        self._entry = pack.entry_by_id[entry_id]
        self._left = lang if lang in pack.languages else pack.languages[0]
        self._right = self._others()[0]
        self._unfolded = False
        self._make_parts()
        self._retranslate()

    def _make_parts(self) -> None:
        self._which, self.choices = make_label("small"), ChoiceButtons()
        self.choices.chosen.connect(self._choose)
        self._room = QWidget()  # of the rows: keeps their position in the reading order
        self._room_column = QVBoxLayout(self._room)
        self._room_column.setContentsMargins(0, 0, 0, 0)
        self._fold_note = make_label("sideMissing")
        self.unfold_button = PlainButton("sideUnfold")
        self.unfold_button.clicked.connect(self._unfold)
        for part in (self._which, self.choices, self._room, self._fold_note):
            self.column.addWidget(part)
        self.column.addWidget(self.unfold_button)
        self.column.addStretch(1)

    def title(self) -> str:
        """Title of the page."""
        return self.tr("Side by side")

    def set_language(self, lang: str) -> None:
        """Show `lang` on the left; if it was on the right, swap the two."""
        if lang in self._pack.languages and lang != self._left:
            if lang == self._right:
                self._right = self._left
            self._left = lang
            self._retranslate()

    def _restyle(self) -> None:
        super()._restyle()
        self._refill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _others(self) -> list[str]:
        return [tag for tag in self._pack.languages if tag != self._left]

    def _choose(self, at: int) -> None:
        self._right = self._others()[at]
        self._refill()
        announce(self, native_name(self._right))

    def _unfold(self) -> None:
        self._unfolded = True
        self._refill()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)  # the button is deleted

    def _fit(self) -> None:
        self._rows.set_wide(wide=self.width() >= self._look.px(NARROW))

    def _refill(self) -> None:
        """Build the rows again, and keep the scroll position."""
        place = self.area.verticalScrollBar().value()
        self._drop_rows()
        answers = self._answer(self._left), self._answer(self._right)
        folded = answers[0].is_sensitive and not self._unfolded
        self._rows = SideBySideRows(answers, self._look, unfolded=not folded)
        self._rows.entryRequested.connect(self.entryRequested)
        self._room_column.addWidget(self._rows)
        self._fit()
        self._fold_note.setVisible(folded)
        self.unfold_button.setVisible(folded)
        self.area.setAccessibleName(answers[0].question)
        self.area.verticalScrollBar().setValue(place)

    def _answer(self, lang: str) -> Answer:
        return present(self._pack, self._entry, lang, today())

    def _drop_rows(self) -> None:
        focus = QApplication.focusWidget()
        for rows in take_widgets(self._room_column):
            if focus is not None and rows.isAncestorOf(focus):
                self.area.setFocus()  # the widget with the focus is deleted
            rows.hide()
            rows.deleteLater()

    def _retranslate(self) -> None:
        others = self._others()
        self._which.setText(self.tr("Show beside it:"))
        self._which.setVisible(len(others) > 1)
        self.choices.set_choices([native_name(tag) for tag in others], others.index(self._right))
        self._fold_note.setText(self.tr("The full answer speaks about violence and abuse."))
        self.unfold_button.set_text(self.tr("Show the full answer"))
        self._refill()
