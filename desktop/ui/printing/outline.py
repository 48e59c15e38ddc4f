"""PDF outline (bookmarks): languages, topics, questions. Does not import Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.ui.printing.pdf_file import text_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.printing.page_layout import PageLayout
    from desktop.ui.printing.pdf_file import PdfFile


@dataclass(slots=True)
class OutlineItem:
    """An outline item and those below it."""

    title: str
    page: int  # from 0
    children: list[OutlineItem] = field(default_factory=list)


def outline(setting: PageLayout) -> OutlineItem:
    """Items of a document, below a root that is not shown."""
    root = OutlineItem("", 0)
    path = [(0, root)]  # last item of each level
    for piece in setting.document.pieces:
        if piece.anchor:
            while path[-1][0] >= piece.level:
                path.pop()
            entry = OutlineItem(piece.text, setting.page_of[piece.anchor])
            path[-1][1].children.append(entry)
            path.append((piece.level, entry))
    return root


def add_outline(file: PdfFile, pages: Sequence[int], setting: PageLayout) -> int:
    """Add the outline to a file whose page objects are `pages`; return its own number."""
    root, number = outline(setting), file.add()
    first, last = _add(file, pages, root, number)
    file[number] = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % (
        first,
        last,
        len(root.children),
    )
    return number


def _add(file: PdfFile, pages: Sequence[int], entry: OutlineItem, parent: int) -> tuple[int, int]:
    """Add the items below `entry`; return the first and the last object number."""
    numbers = [file.add() for _ in entry.children]
    for at, (child, number) in enumerate(zip(entry.children, numbers, strict=True)):
        words = b"/Title %s /Parent %d 0 R /Dest [%d 0 R /Fit]" % (
            text_string(child.title),
            parent,
            pages[child.page],
        )
        if at:
            words += b" /Prev %d 0 R" % numbers[at - 1]
        if at + 1 < len(numbers):
            words += b" /Next %d 0 R" % numbers[at + 1]
        if child.children:  # a negative count: collapsed
            below = (*_add(file, pages, child, number), -len(child.children))
            words += b" /First %d 0 R /Last %d 0 R /Count %d" % below
        file[number] = b"<< %s >>" % words
    return numbers[0], numbers[-1]
