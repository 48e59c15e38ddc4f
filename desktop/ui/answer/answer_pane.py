"""The right side: one answer, or a welcome while none was chosen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.pack import translation
from desktop.pack.freshness import may_have_changed
from desktop.pack.markup import Block, BlockKind, parse
from desktop.ui.answer.answer_parts import Brief, ListItem, Meta, Text
from desktop.ui.answer.contact_card import ContactCard
from desktop.ui.answer.find_bar import FindBar
from desktop.ui.answer.finder import Finder
from desktop.ui.look.changes import Adaptive
from desktop.ui.look.named import named
from desktop.ui.look.text import paragraph, rich
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.wrapping_button import WrappingButton

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from desktop.pack.model import Contact, Entry
    from desktop.pack.view import PackView
    from desktop.ui.look.theme import Look

COLUMN = 690  # pixels at 100 %: the longest line that still reads well
WORDS_PER_MINUTE = 200


class AnswerPane(Adaptive, QWidget):
    """Shows an entry in one language. Knows no search and no tree."""

    entryRequested = Signal(str)  # entry id, from a link or a related question
    copyRequested = Signal(str)  # plain text of a contact

    def __init__(
        self,
        pack: PackView,
        lang: str,
        look: Look,
        parent: QWidget | None = None,
        *,
        rail: Sequence[QAction] = (),
        copying: bool = True,
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        """Show the welcome.

        Args:
            pack: the pack.
            lang: language tag.
            look: theme and text size.
            parent: Qt's.
            rail: actions whose buttons stand beside the answer.
            copying: whether contacts can be copied.
            today: decides which contacts may have changed.
        """
        super().__init__(parent)
        self._copying = copying
        self._today = today
        self.setObjectName("answerPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pack, self._lang = pack, lang
        self._look = self._drawn_in = look  # by the end of this method
        self._entry: Entry | None = None
        self._unfolded = False  # whether the details of a sensitive entry were asked for
        self._parts: dict[str, QWidget] = {}  # what links of this answer may lead to
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rail = named(QFrame(), "rail")
        self._rail_column = QVBoxLayout(self._rail)
        for action in rail:
            button = named(QToolButton(), action.objectName())
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._rail_column.addWidget(button)
        self._rail_column.addStretch()
        self.find_bar = FindBar()
        self._finder = Finder()
        self.find_bar.wordsChanged.connect(self._find)
        self.find_bar.stepped.connect(self._step)
        self.find_bar.closed.connect(self._end_find)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.find_bar)
        whole.addWidget(self.area)
        self._rail.setParent(self)
        self._place_rail()
        self._refill()

    @property
    def entry_id(self) -> str:
        """Id of the entry shown, "" for the welcome."""
        return self._entry.id if self._entry else ""

    @property
    def is_folded(self) -> bool:
        """Whether the details of a sensitive entry are not shown."""
        return bool(self._entry and self._entry.sensitive and not self._unfolded)

    def _restyle(self) -> None:
        self._place_rail()
        self._refill()

    def _place_rail(self) -> None:
        look = self._look
        self._rail_column.setContentsMargins(look.px(8), look.px(28), look.px(12), look.px(8))
        self._rail_column.setSpacing(look.px(8))
        for button in self._rail.findChildren(QToolButton):
            button.setIconSize(QSize(look.px(20), look.px(20)))
        self.area.verticalScrollBar().setSingleStep(look.px(28))
        self._fit()

    def set_language(self, lang: str) -> None:
        """Show the same entry in `lang`, at the same place, and the program's words anew."""
        self._lang = lang
        self._refill()

    def show_entry(self, entry_id: str) -> None:
        """Show another entry from its top; an unknown id changes nothing."""
        entry = self._pack.entry_by_id.get(entry_id)
        if entry is not None and entry is not self._entry:
            self._entry, self._unfolded = entry, False
            self._refill()
            self.area.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Let arrow and page keys scroll the answer."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_welcome(self) -> None:
        """Show the page of the beginning; nothing of an answer stays."""
        self._entry, self._unfolded = None, False
        self._refill()
        self.area.verticalScrollBar().setValue(0)

    # -- finding words

    def open_find(self) -> None:
        """Ask which words to find."""
        self.find_bar.open_bar()
        self._settle()

    def close_find(self) -> None:
        """Forget the words that were looked for."""
        if not self.find_bar.isHidden():
            self.find_bar.close_bar()

    def _find(self, words: str) -> None:
        self._finder.unmark()
        page = self.area.widget()
        labels = [text for text in page.findChildren(Text) if text.text()] if page else []
        self._finder.find(labels, words)
        self._step(1)

    def _step(self, by: int) -> None:
        label = self._finder.step(by)
        self.find_bar.tell(self._finder.place, self._finder.count)
        if label is not None:
            self.area.ensureWidgetVisible(label, 0, self._look.px(60))

    def _end_find(self) -> None:
        self._settle()
        self.take_focus()

    def _settle(self) -> None:
        """Place the buttons anew where the bar has come or gone."""
        if layout := self.layout():
            layout.activate()
        self._fit()

    # -- building the page

    def _say(self, localized: dict[str, str]) -> str:
        return self._pack.text(localized, self._lang)

    def _refill(self) -> None:
        place = self.area.verticalScrollBar().value()
        self._parts.clear()
        page = named(QWidget(), "answerPage")
        # One column, as wide as is good to read, at the left of whatever room there is.
        column = QWidget(page)
        column.setMaximumWidth(self._look.px(COLUMN))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        policy.setHorizontalStretch(1000)
        column.setSizePolicy(policy)
        row = QHBoxLayout(page)
        row.addWidget(column)
        row.addStretch(1)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if self._entry is None:
            self._fill_welcome()
        else:
            self._fill_entry(self._entry)
        self._column.addStretch()
        focus = QApplication.focusWidget()
        inside = focus is not None and self.area.isAncestorOf(focus)
        self.area.setWidget(page)
        if inside:
            self.area.setFocus()  # what had the focus is gone with the old page
        shown = self._entry.question if self._entry else self._pack.manifest.title
        self.area.setAccessibleName(self._say(shown))
        page.setLocale(QLocale(self._lang))
        self._fit()
        self._rail.raise_()
        self.area.verticalScrollBar().setValue(place)
        self._finder = Finder()  # the old page and its places are gone
        if not self.find_bar.isHidden():
            self._find(self.find_bar.edit.text())

    def _fit(self) -> None:
        """Place the buttons beside the text; a narrow pane gives their room to the words."""
        px = self._look.px
        roomy = self.width() > px(620)
        beside = roomy and self._rail_column.count() > 1
        self._rail.setVisible(beside)
        high = self.height() - self.area.y() - px(28)
        for at, button in enumerate(self._rail.findChildren(QToolButton)):
            wanted = button.defaultAction().isVisible()
            button.setVisible(wanted and (at + 1) * px(44 + 8) <= high)  # the menu has all
        self._rail_column.activate()
        self._rail.adjustSize()
        bar = self.area.verticalScrollBar().sizeHint().width()
        self._rail.move(self.width() - bar - self._rail.width(), self.area.y())
        least = self._look.chrome.px(20)
        edge = px(48) if roomy else least
        right = self._rail.width() if beside else least
        page = self.area.widget()
        if page and (layout := page.layout()):
            layout.setContentsMargins(edge, px(26), right, px(40))

    def minimumSizeHint(self) -> QSize:
        """Qt's: narrower than this, long words and numbers are cut off."""
        return QSize(self._look.chrome.px(240), 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's."""
        super().resizeEvent(event)
        self._fit()

    def _add(self, widget: QWidget, above: int = 0) -> None:
        """Add a part, `above` pixels (at 100 %) below the one before."""
        if above:
            self._column.addSpacing(self._look.px(above))
        self._column.addWidget(widget)
        for text in (widget, *widget.findChildren(Text)):
            if isinstance(text, Text):
                text.linkActivated.connect(self._follow)

    def _fill_welcome(self) -> None:
        manifest = self._pack.manifest
        self._add(Text(self._say(manifest.title), "question"), 30)
        lines = (
            self.tr("Type a word or a question on the left, or choose a topic."),
            self.tr("Nothing you type leaves this computer, and no search is kept."),
            self.tr("To close this at once, press Shift three times, or use “Leave quickly”."),
        )
        for line in lines:
            self._add(Text(paragraph(line)), 14)
        if disclaimer := self._say(manifest.disclaimer):
            self._add(Text(paragraph(disclaimer), "small"), 28)

    def _fill_entry(self, entry: Entry) -> None:
        topic = self._pack.topic_by_id.get(entry.topic)
        self._add(Text(self._say(topic.title) if topic else "", "breadcrumb"))
        self._add(Text(self._say(entry.question), "question"), 8)
        self._add(self._meta(entry), 12)
        brief, answer = self._say(entry.brief), self._say(entry.answer)
        if any(text and not text.get(self._lang) for text in (entry.brief, entry.answer)):
            self._add(
                self._note(
                    self.tr(
                        "The full answer is not translated yet. Here it is in another language."
                    )
                ),
                18,
            )
        source = self._pack.languages[0]
        if translation.state(entry, self._lang, source=source) is translation.State.OUT_OF_DATE:
            self._add(
                Text(self.tr("The original text was changed after this translation."), "small"), 8
            )
        if brief:
            self._add(Brief(self.tr("In brief"), brief, self._look), 18)
        blocks = parse(answer)[0]
        if blocks and self.is_folded:
            self._fill_fold()
        else:
            self._fill_answer(blocks)
        self._fill_contacts(self._linked("contact", entry.contacts, blocks))
        self._fill_sources(self._linked("source", entry.sources, blocks))
        self._fill_related(entry)
        if disclaimer := self._say(self._pack.manifest.disclaimer):
            self._add(Text(paragraph(disclaimer), "small"), 28)

    def _meta(self, entry: Entry) -> QWidget:
        box = named(QWidget(), "meta")
        flow = FlowLayout(self._look.px(16), self._look.px(4), box)
        words = sum(len(self._say(text).split()) for text in (entry.brief, entry.answer))
        minutes = max(1, round(words / WORDS_PER_MINUTE))
        parts = [("clock", self.tr("%n min to read", "", minutes))]
        if entry.sources:
            parts.insert(0, ("library", self.tr("%n source(s)", "", len(entry.sources))))
        if entry.reviewed_on:
            checked = self.tr("Facts checked %1").replace("%1", self._month(entry.reviewed_on))
            parts.insert(0, ("badge-check", checked))
        for icon, text in parts:
            flow.addWidget(Meta(icon, text, self._look))
        return box

    def _month(self, date: dt.date) -> str:
        text = QLocale().toString(QDate(date.year, date.month, date.day), "MMMM yyyy")
        # The ICU tables that the executable carries know both languages of the program.
        return (
            text.replace(" ", " de ", 1)
            if QLocale().language() == QLocale.Language.Spanish
            else text
        )

    def _note(self, text: str) -> QWidget:
        box = named(QFrame(), "notice")
        column = QVBoxLayout(box)
        column.setContentsMargins(*(self._look.px(n) for n in (14, 10, 14, 10)))
        column.addWidget(Text(paragraph(text)))
        return box

    def _fill_fold(self) -> None:
        """Descriptions of violence open by choice only."""
        self._add(self._note(self.tr("The full answer speaks about violence and abuse.")), 18)
        button = WrappingButton(self.tr("Show the full answer"))
        button.clicked.connect(self._unfold)
        self._add(button, 10)

    def _unfold(self) -> None:
        self._unfolded = True
        self._refill()

    @staticmethod
    def _linked(kind: str, ids: Sequence[str], blocks: Sequence[Block]) -> tuple[str, ...]:
        """`ids` and those that links of the answer lead to, each once."""
        links = (run.link.partition(":") for block in blocks for run in block.runs)
        return tuple(dict.fromkeys((*ids, *(link[2] for link in links if link[0] == kind))))

    def _known(self, link: str) -> bool:
        """Whether a link leads to something in the pack."""
        kind, _, target = link.partition(":")
        ids: dict[str, Collection[str]] = {
            "entry": self._pack.entry_by_id,
            "contact": self._pack.contact_by_id,
            "source": self._pack.source_by_id,
        }
        return target in ids.get(kind, ())

    def _fill_answer(self, blocks: Sequence[Block]) -> None:
        before = BlockKind.HEADING2
        for found in blocks:
            runs = tuple(
                run if self._known(run.link) else replace(run, link="") for run in found.runs
            )
            block = replace(found, runs=runs)
            match block.kind:
                case BlockKind.HEADING2 | BlockKind.HEADING3 as kind:
                    name = "heading2" if kind is BlockKind.HEADING2 else "heading3"
                    self._add(Text(rich(block.runs), name), 24 if name == "heading2" else 18)
                case BlockKind.BULLET | BlockKind.NUMBERED:
                    first = before not in {BlockKind.BULLET, BlockKind.NUMBERED}
                    self._add(ListItem(block, self._look), 10 if first else 6)
                case _:
                    self._add(Text(rich(block.runs)), 12)
            before = block.kind

    def _fill_contacts(self, ids: Sequence[str]) -> None:
        known = [self._pack.contact_by_id[c] for c in ids if c in self._pack.contact_by_id]
        if not known:
            return
        self._add(Text(self.tr("Who you can call"), "heading2"), 30)
        how = {
            "text": self.tr("text message"),
            "call-or-text": self.tr("call or text"),
            "tty": self.tr("TTY and relay"),
        }
        for contact in known:
            checked = self._checked(contact)
            card = ContactCard(
                self._pack,
                contact,
                self._lang,
                how,
                checked,
                self._look,
                copying=self._copying,
            )
            card.copyRequested.connect(self.copyRequested)
            self._parts[f"contact:{contact.id}"] = card
            self._add(card, 10)

    def _checked(self, contact: Contact) -> str:
        """When the contact was checked, and what to do where that is long ago."""
        told = []
        if contact.checked_on:
            told.append(self.tr("Checked %1").replace("%1", self._month(contact.checked_on)))
        if may_have_changed(contact.checked_on, self._today()) and self._pack.manifest.help:
            told.append(self.tr("May have changed. If nobody answers, call a number below."))
        return ". ".join(told)

    def _fill_sources(self, ids: Sequence[str]) -> None:
        known = [self._pack.source_by_id[s] for s in ids if s in self._pack.source_by_id]
        if not known:
            return
        self._add(Text(self.tr("Sources"), "heading2"), 30)
        for source in known:
            facts = (self._say(source.title), source.publisher, source.date or "", source.address)
            line = Text(". ".join(fact.rstrip(".") for fact in facts if fact), "small")
            self._parts[f"source:{source.id}"] = line
            self._add(line, 8)

    def _fill_related(self, entry: Entry) -> None:
        known = [self._pack.entry_by_id[r] for r in entry.related if r in self._pack.entry_by_id]
        if not known:
            return
        self._add(Text(self.tr("Related questions"), "heading2"), 30)
        for other in known:
            button = WrappingButton(self._say(other.question))
            button.setObjectName("related")
            button.clicked.connect(lambda _=False, i=other.id: self.entryRequested.emit(i))
            self._add(button, 8)

    def _follow(self, link: str) -> None:
        """Open what a link in an answer points to; nothing outside the pack can be named."""
        kind, _, target = link.partition(":")
        if kind == "entry":
            self.entryRequested.emit(target)
        else:
            self._show_part(link)

    def _show_part(self, link: str) -> None:
        """Scroll to the card of a contact, or to the line of a source."""
        if part := self._parts.get(link):
            self.area.ensureWidgetVisible(part, 0, self._look.px(120))
