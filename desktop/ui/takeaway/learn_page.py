"""Page for learning a number by heart, which leaves no trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.local_date import today
from desktop.content.answer import present, present_contacts
from desktop.content.handout import PhoneLine, grouped, handout, lines_of
from desktop.ui.takeaway.recall_form import RecallForm
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.choices import ChoiceButtons
from desktop.ui.widgets.page import Page, PlainButton, make_label, set_text_or_hide

if TYPE_CHECKING:
    from desktop.pack.view import PackView


class LearnPage(Page):
    """Shows a number in large type, then hides it and prompts for it. Stores nothing."""

    def __init__(
        self, pack: PackView, entry_id: str, lang: str, parent: QWidget | None = None
    ) -> None:
        """Build the page.

        `entry_id` is the source of the numbers; without an entry, they are those of the help bar.
        """
        super().__init__(parent)
        self._pack, self._entry_id, self._lang = pack, entry_id, lang
        self._lines = self._present()
        self._at = _first(self._lines)
        self._looking = True
        self._intro = make_label("learnIntro")
        self._others = make_label("small")
        self.numbers = ChoiceButtons()
        self.numbers.chosen.connect(self._choose)
        self._name, self.number = make_label("learnName"), make_label("learnNumber")
        self._spelled, self._how = make_label("learnSpelled"), make_label("learnFact")
        self._who, self._hours = make_label("learnFact"), make_label("learnFact")
        self.try_it = PlainButton("primary")
        self.try_it.clicked.connect(self._try)
        self.form = RecallForm()
        self.form.showRequested.connect(self._show_number)
        self.form.answered.connect(self._see_answer)
        self._shown = self._stage()
        self._place()
        self._refresh(shown=True)

    def title(self) -> str:
        """Title of the sheet."""
        return self.tr("Learn a number")

    def wipe(self) -> None:
        """Delete the typed text, and show the first number again."""
        self._at = _first(self._lines)
        self.form.wipe()
        self._refresh(shown=True)

    def set_language(self, lang: str) -> None:
        """Show the texts of the numbers in `lang`."""
        self._lang = lang
        self._lines = self._present()
        self._refresh(shown=self._looking)

    def _restyle(self) -> None:
        super()._restyle()
        self._facts.setSpacing(self._look.px(2))

    def _stage(self) -> QWidget:
        """Create the part that shows the number."""
        stage = QWidget()
        self._facts = QVBoxLayout(stage)
        self._facts.setContentsMargins(0, 0, 0, 0)
        for part in (self.number, self._spelled, self._how, self._who, self._hours):
            self._facts.addWidget(part)
        return stage

    def _place(self) -> None:
        for part in (self._intro, self._name, self._shown, self.form):
            self.column.addWidget(part)
        self.column.addWidget(self.try_it, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._others)
        self.column.addWidget(self.numbers)  # last: on a small screen the number comes first
        self.column.addStretch()

    # -- looking and trying

    @property
    def _line(self) -> PhoneLine | None:
        return self._lines[self._at] if self._lines else None

    def _present(self) -> tuple[PhoneLine, ...]:
        pack, lang = self._pack, self._lang
        if entry := pack.entry_by_id.get(self._entry_id):
            return handout(present(pack, entry, lang, today())).lines
        return lines_of(present_contacts(pack, pack.manifest.help, lang, today()))

    def _choose(self, at: int) -> None:
        self._at = at
        self._retranslate()
        announce(self, f"{self._name.text()}: {self.number.text()}")

    def _try(self) -> None:
        if self._line is not None:
            self._switch(shown=False)
            self.form.ask(self._line.number)
            self._see_answer()
            announce(self, self._intro.text())

    def _see_answer(self) -> None:
        """Scroll to the field and the text below it."""
        field = self.form.edit
        self.area.ensureWidgetVisible(field, 0, 2 * field.height())

    def _show_number(self) -> None:
        self._switch(shown=True)
        self.try_it.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.number.text())

    def _switch(self, *, shown: bool) -> None:
        """Show the number, or hide it everywhere and prompt for it."""
        self._looking = shown
        known = self._line is not None
        self._shown.setVisible(shown and known)
        self.try_it.setVisible(shown and known)
        for part in (self._others, self.numbers):
            part.setVisible(shown and len(self._lines) > 1)
        self.form.setVisible(not shown)
        self._name.setVisible(known)
        self._intro.setText(self._intro_words())

    # -- words

    def _intro_words(self) -> str:
        if self._line is None:
            return self.tr("There is no number to learn here.")
        if self._looking:
            return self.tr(
                "Nobody can find a number that is only in your head. Read it to yourself a few"
                " times, or aloud if nobody is near. Then try it."
            )
        return self.tr("Now type it. Nothing you type is kept.")

    def _refresh(self, *, shown: bool) -> None:
        """Fill all parts again, after a change of number or language."""
        self.numbers.set_choices([f"{line.name}: {line.number}" for line in self._lines], self._at)
        self._retranslate()
        self._switch(shown=shown)

    def _retranslate(self) -> None:
        self.try_it.set_text(self.tr("Hide it and try"))
        self._others.setText(self.tr("Or learn another number:"))
        self.numbers.setAccessibleName(self.tr("Which number"))
        self._intro.setText(self._intro_words())
        if (line := self._line) is None:
            return
        self._name.setText(line.name)
        self.number.setText(grouped(line.number))
        set_text_or_hide(self._spelled, self._with(self.tr("As a word: %1"), line.spelled))
        set_text_or_hide(self._how, " · ".join(filter(None, (line.how, line.note))))
        set_text_or_hide(self._who, self._with(self.tr("Who answers: %1"), line.answered_by))
        set_text_or_hide(self._hours, self._with(self.tr("When: %1"), line.hours))

    @staticmethod
    def _with(words: str, what: str) -> str:
        return words.replace("%1", what) if what else ""


def _first(lines: tuple[PhoneLine, ...]) -> int:
    """Index of the first number of more than three digits: shorter ones are well known."""
    return next((at for at, line in enumerate(lines) if len(line.dialled) > 3), 0)
