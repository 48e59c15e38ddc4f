"""Content of the answer pane: one answer, or the welcome, as a column of widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.content.answer import AnswerNotice
from desktop.pack.markup import Block, BlockKind
from desktop.ui.answer.answer_parts import Brief, ContactCard, ListItem, Meta
from desktop.ui.look.changes import with_object_name
from desktop.ui.look.text import paragraph, rich
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.reading_column import WIDEST, column_in
from desktop.ui.widgets.wrapping import Heading, WrappingButton, WrappingLabel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from desktop.content.answer import Answer, ContactInfo
    from desktop.ui.look.theme import Look

_HEADINGS = {BlockKind.HEADING2: ("heading2", 24), BlockKind.HEADING3: ("heading3", 18)}
_ITEMS = {BlockKind.BULLET, BlockKind.NUMBERED}


class AnswerPage(QWidget):
    """Filled once, by `show_answer` or `show_welcome`.

    Attributes:
        parts: target widgets of links in this answer, by link.
    """

    linkChosen = Signal(str)  # "entry:ID", or a key of `parts`
    copyRequested = Signal(str)  # plain text of a contact
    unfoldRequested = Signal()

    def __init__(self, look: Look, disclaimer: str, *, copying: bool) -> None:
        """Make the empty column; `disclaimer` is the text at its end, or ""."""
        super().__init__()
        self.setObjectName("answerPage")
        self.parts: dict[str, QWidget] = {}
        self._look, self._disclaimer, self._copying = look, disclaimer, copying
        column = column_in(self)
        column.setMaximumWidth(look.px(WIDEST))
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_welcome(self, title: str) -> None:
        """Show the page without a chosen question; `title` is the pack's."""
        self._add(Heading(title, "question"), 30)
        lines = (
            self.tr("Type a word or a question on the left, or choose a topic."),
            self.tr("Nothing you type leaves this computer, and no search is kept."),
            self.tr("To close this at once, press Shift three times, or use “Leave quickly”."),
        )
        for line in lines:
            self._add(WrappingLabel(paragraph(line)), 14)
        self._end()

    def show_answer(self, answer: Answer, *, folded: bool) -> None:
        """Show `answer`; if `folded`, the full reply is collapsed."""
        self._add(WrappingLabel(answer.topic, "breadcrumb"))
        self._add(Heading(answer.question, "question"), 8)
        self._add(self._meta(answer), 12)
        self._fill_notices(answer)
        if answer.brief:
            brief = Brief(self.tr("In brief"), answer.brief, self._look)
            self._add(brief, 18, answer.brief_lang)
        if answer.blocks and folded:
            self._fill_fold()
        else:
            self._fill_blocks(answer.blocks, answer.blocks_lang)
        self._fill_contacts(answer)
        self._fill_sources(answer)
        self._fill_related(answer)
        self._end()

    def _end(self) -> None:
        if self._disclaimer:
            self._add(WrappingLabel(paragraph(self._disclaimer), "small"), 28)
        self._column.addStretch()

    def _add(self, widget: QWidget, above: int = 0, lang: str = "") -> None:
        """Add `widget`, `above` pixels (at 100 %) below the part before.

        `lang` is its language tag, for screen readers; "" for that of the page.
        """
        if above:
            self._column.addSpacing(self._look.px(above))
        self._column.addWidget(widget)
        if lang:
            widget.setLocale(QLocale(lang))
        for text in (widget, *widget.findChildren(WrappingLabel)):
            if isinstance(text, WrappingLabel):
                text.linkActivated.connect(self.linkChosen)

    def _meta(self, answer: Answer) -> QWidget:
        box = with_object_name(QWidget(), "meta")
        flow = FlowLayout(self._look.px(16), self._look.px(4), box)
        parts = [("clock", self.tr("%n min to read", "", answer.minutes))]
        if answer.sources:
            parts.insert(0, ("library", self.tr("%n source(s)", "", len(answer.sources))))
        if answer.reviewed_on:
            checked = self.tr("Facts checked %1").replace("%1", _month(answer.reviewed_on))
            parts.insert(0, ("badge-check", checked))
        for icon, text in parts:
            flow.addWidget(Meta(icon, text, self._look))
        return box

    def _fill_notices(self, answer: Answer) -> None:
        if AnswerNotice.UNTRANSLATED in answer.notices:
            words = self.tr(
                "The full answer is not translated yet. Here it is in another language."
            )
            self._add(self._note(words), 18)
        if AnswerNotice.OUT_OF_DATE in answer.notices:
            words = self.tr("The original text was changed after this translation.")
            self._add(WrappingLabel(words, "small"), 8)

    def _note(self, text: str) -> QWidget:
        box = with_object_name(QFrame(), "notice")
        column = QVBoxLayout(box)
        column.setContentsMargins(*(self._look.px(n) for n in (14, 10, 14, 10)))
        column.addWidget(WrappingLabel(paragraph(text)))
        return box

    def _fill_fold(self) -> None:
        """Collapse descriptions of violence until the reader expands them."""
        self._add(self._note(self.tr("The full answer speaks about violence and abuse.")), 18)
        button = WrappingButton(self.tr("Show the full answer"))
        button.clicked.connect(self.unfoldRequested)
        self._add(button, 10)

    def _fill_blocks(self, blocks: Sequence[Block], lang: str) -> None:
        before = BlockKind.HEADING2
        for block in blocks:
            if block.kind in _HEADINGS:
                name, above = _HEADINGS[block.kind]
                self._add(Heading(rich(block.runs), name), above, lang)
            elif block.kind in _ITEMS:
                above = 6 if before in _ITEMS else 10
                self._add(ListItem(block, self._look), above, lang)
            else:
                self._add(WrappingLabel(rich(block.runs)), 12, lang)
            before = block.kind

    def _fill_contacts(self, answer: Answer) -> None:
        if answer.all_contacts:
            self._add(Heading(self.tr("Who you can call")), 30)
        for contact in answer.all_contacts:
            checked = self._checked(contact, has_help=bool(answer.help_contacts))
            card = ContactCard(contact, checked, self._look, copying=self._copying)
            card.copyRequested.connect(self.copyRequested)
            self.parts[f"contact:{contact.id}"] = card
            self._add(card, 10)

    def _checked(self, contact: ContactInfo, *, has_help: bool) -> str:
        """Date of the last check of the contact, with advice if that is long ago."""
        lines = []
        if contact.checked_on:
            lines.append(self.tr("Checked %1").replace("%1", _month(contact.checked_on)))
        if contact.may_have_changed and has_help:
            lines.append(self.tr("May have changed. If nobody answers, call a number below."))
        return ". ".join(lines)

    def _fill_sources(self, answer: Answer) -> None:
        if answer.sources:
            self._add(Heading(self.tr("Sources")), 30)
        for source in answer.sources:
            line = WrappingLabel(source.text, "small")
            self.parts[f"source:{source.id}"] = line
            self._add(line, 8)

    def _fill_related(self, answer: Answer) -> None:
        if answer.related:
            self._add(Heading(self.tr("Related questions")), 30)
        for other in answer.related:
            button = WrappingButton(other.text)
            button.setObjectName("related")
            link = f"entry:{other.id}"
            button.clicked.connect(lambda _=False, link=link: self.linkChosen.emit(link))
            self._add(button, 8)


def _month(date: dt.date) -> str:
    """Month and year of `date` in the language of the program."""
    text = QLocale().toString(QDate(date.year, date.month, date.day), "MMMM yyyy")
    # The ICU tables of the executable contain both languages of the program.
    is_spanish = QLocale().language() == QLocale.Language.Spanish
    return text.replace(" ", " de ", 1) if is_spanish else text
