"""The rows of an answer in two languages: widgets in two columns, or one below the other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.content.alignment import align
from desktop.content.answer import AnswerNotice
from desktop.pack.markup import Block, BlockKind
from desktop.ui.answer.answer_parts import ListItem
from desktop.ui.look.text import paragraph, rich
from desktop.ui.look.translations import native_name
from desktop.ui.widgets.wrapping import Heading, WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.content.answer import Answer
    from desktop.ui.look.theme import Look

_GAPS = {  # pixels at 100 %, above a row that begins with such a block
    BlockKind.HEADING2: 22,
    BlockKind.HEADING3: 16,
    BlockKind.PARAGRAPH: 12,
    BlockKind.BULLET: 8,
    BlockKind.NUMBERED: 8,
}


class Cell(QFrame):
    """Content of one language in one row; it exposes the language to screen readers."""

    def __init__(self, name: str, lang: str, parts: Sequence[QWidget], gap: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setLocale(QLocale(lang))
        self.is_empty = not parts
        self._gap = gap  # pixels above the text, between rows
        self._column = QVBoxLayout(self)
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        # Ignored width, so that both columns are equally wide.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_room(self, left: int, right: int, gap: int | None = None) -> None:
        """Set the margins beside the text, and above it if the row's gap is not enough."""
        self._column.setContentsMargins(left, self._gap if gap is None else gap, right, 0)
        self._column.setSpacing(self._gap)


class SideBySideRows(QWidget):
    """Question, brief and, if unfolded, answer of an entry in two languages: left and right."""

    entryRequested = Signal(str)  # entry id, a link was followed

    def __init__(self, answers: tuple[Answer, Answer], look: Look, *, unfolded: bool) -> None:
        super().__init__()
        self._answers, self._look = answers, look
        self._cells: list[tuple[Cell, Cell]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._fill_top()
        if unfolded:
            self._fill_answer()
        self.set_wide(wide=True)

    def set_wide(self, *, wide: bool) -> None:
        """Place the languages side by side, or in a narrow width one below the other."""
        px = self._look.chrome.px  # at 300 % the text needs the space
        for row, (left, right) in enumerate(self._cells):
            for cell in (left, right):
                self._grid.removeWidget(cell)
            self._grid.addWidget(left, row if wide else 2 * row, 0)
            self._grid.addWidget(right, row if wide else 2 * row + 1, 1 if wide else 0)
            for cell in (left, right):
                cell.setVisible(wide or not cell.is_empty)
            left.set_room(0, px(20) if wide else 0)
            right.set_room(px(20) if wide else px(12), 0, None if wide else px(6))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)

    def _fill_top(self) -> None:
        """Add the languages' names, and question and brief as plain text."""
        self._add([[Heading(native_name(each.lang), "sideLanguage")] for each in self._answers], 0)
        self._add([self._question(each) for each in self._answers], 6)
        if any(each.brief for each in self._answers):
            briefs = [each.brief if each.brief_lang == each.lang else "" for each in self._answers]
            self._add([self._plain(brief, "sideBrief") for brief in briefs], 12)

    def _fill_answer(self) -> None:
        left, right = (
            each.blocks if each.blocks_lang == each.lang else () for each in self._answers
        )
        if left and right:
            for row in align(left, right):
                first = (row.left or row.right)[0]
                self._add([self._parts(row.left), self._parts(row.right)], _GAPS[first.kind])
        elif left or right:
            self._add([self._parts(side) or [self._missing()] for side in (left, right)], 12)

    def _add(self, sides: Sequence[Sequence[QWidget]], gap: int) -> None:
        """Add a row; `gap` pixels at 100 % above it."""
        left, right = (
            Cell(name, answer.lang, parts, self._look.px(gap))
            for name, answer, parts in zip(
                ("sideLeft", "sideRight"), self._answers, sides, strict=True
            )
        )
        self._cells.append((left, right))

    def _question(self, answer: Answer) -> list[QWidget]:
        text = answer.question if answer.question_lang == answer.lang else ""
        parts = self._plain(text, "sideQuestion")
        if AnswerNotice.OUT_OF_DATE in answer.notices:
            words = self.tr("The original text was changed after this translation.")
            parts.append(_own_words(words, "small"))
        return parts

    def _plain(self, text: str, name: str) -> list[QWidget]:
        lines = [line for line in text.splitlines() if line.strip()]
        return [WrappingLabel(paragraph(line), name) for line in lines] or [self._missing()]

    def _missing(self) -> QWidget:
        return _own_words(self.tr("Not translated yet."), "sideMissing")

    def _parts(self, blocks: Sequence[Block]) -> list[QWidget]:
        return [self._part(block) for block in blocks]

    def _part(self, block: Block) -> QWidget:
        match block.kind:
            case BlockKind.HEADING2 | BlockKind.HEADING3 as kind:
                return Heading(block.text, "heading2" if kind is BlockKind.HEADING2 else "heading3")
            case BlockKind.BULLET | BlockKind.NUMBERED:
                item = ListItem(_only_entries(block), self._look)
                item.text.linkActivated.connect(self._follow)
                return item
        text = WrappingLabel(rich(_only_entries(block).runs))
        text.linkActivated.connect(self._follow)
        return text

    def _follow(self, link: str) -> None:
        self.entryRequested.emit(link.partition(":")[2])


def _only_entries(block: Block) -> Block:
    """`block` with links to entries only: other targets cannot be opened from here."""
    runs = (run if run.link.startswith("entry:") else replace(run, link="") for run in block.runs)
    return replace(block, runs=tuple(runs))


def _own_words(words: str, name: str) -> WrappingLabel:
    """Label in the language of the program, not of the cell."""
    text = WrappingLabel(words, name)
    text.setLocale(QLocale())
    return text
