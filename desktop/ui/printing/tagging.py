"""Adds to a PDF of Qt: tags, language, outline, links in the contents.

While a page is drawn, a `Tagger` draws a tiny rectangle far outside the paper before each part.
This module replaces these by the operators of marked content, and adds a structure tree made
from the pieces. See ISO 32000-1, sections 14.6 to 14.8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF

from desktop.content.booklet.structure import StructureElement, TextReference, structure
from desktop.ui.printing.pdf_file import PdfFile, text_string
from desktop.ui.printing.type_sizes import TWIPS, ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from desktop.ui.printing.page_layout import PageLayout

_FAR: Final = -77_000  # twips: outside of any paper
_MARK = re.compile(rb"-77000 (\d+) 1 1 re\nf\n")
_TARGETS = re.compile(rb"\[[^\]]*\]")  # characters of a font's glyphs


class Tagger:
    """Marks the drawn content, and stores what each marker stands for."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self.references: list[TextReference | None] = []

    def open_content(self, text: TextReference | None) -> None:
        """Draw a marker; a `drawing.Mark`."""
        self._painter.fillRect(QRectF(_FAR, len(self.references), 1, 1), ink("ink"))
        self.references.append(text)


def add_tags(data: bytes, setting: PageLayout, references: list[TextReference | None]) -> bytes:
    """Add tags to the PDF `data`.

    Args:
        data: as Qt wrote it.
        setting: the drawn document, all its pages in order.
        references: of the tagger.

    Raises:
        UnexpectedPdfError: the PDF does not have the structure of Qt 6.11.
    """
    file = PdfFile(data)
    return _Tags(file, setting, references, file.pages()).made()


@dataclass(slots=True)
class _Tags:
    file: PdfFile
    setting: PageLayout
    references: list[TextReference | None]
    pages: list[int]  # their objects
    # Page of each piece of text, and its number there.
    places: dict[TextReference, list[tuple[int, int]]] = field(default_factory=dict)
    owners: list[list[int]] = field(default_factory=list)  # by page: elements of the numbers
    links: list[int] = field(default_factory=list)  # elements, in the order of their keys
    on_page: dict[int, list[int]] = field(default_factory=dict)  # annotations by page

    def made(self) -> bytes:
        self._spell_spaces()
        for page in range(len(self.pages)):
            self._tag_content(page)
        root = self.file.add()
        document = self._add(structure(self.setting.document.pieces), root)
        self._finish_pages()
        tree = self._parent_tree()
        next_key = len(self.pages) + len(self.links)
        self.file[root] = (
            b"<< /Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d >>"
            % (document, tree, next_key)
        )
        self._finish_catalogue(root)
        return self.file.to_bytes()

    def _spell_spaces(self) -> None:
        """Correct the font tables of Qt 6.11, which map spaces to tabs when text is copied."""
        for number, body in self.file.items():
            if b"begincmap" in body:
                self.file[number] = _TARGETS.sub(
                    lambda found: found[0].replace(b"<0009>", b"<0020>"), body
                )

    # -- marked content

    def _tag_content(self, page: int) -> None:
        """Replace the markers of a page by operators, which enclose all content."""
        owners: list[int] = []
        self.owners.append(owners)

        def operators(found: re.Match[bytes]) -> bytes:
            reference = self.references[int(found[1])]
            if reference is None:
                return b"EMC\n/Artifact BMC\n"
            self.places.setdefault(reference, []).append((page, len(owners)))
            owners.append(0)  # not yet known
            return b"EMC\n/Span <</MCID %d>> BDC\n" % (len(owners) - 1)

        drawn = _MARK.sub(operators, self.file.operators(self.pages[page]))
        self.file.draw(self.pages[page], b"/Artifact BMC\n" + drawn + b"\nEMC\n")

    # -- elements

    def _add(self, element: StructureElement, parent: int) -> int:
        number, name = self.file.add(), element.name.encode()
        children = b" ".join(
            self._content(child, number)
            if isinstance(child, TextReference)
            else b"%d 0 R" % self._add(child, number)
            for child in element.children
        )
        lang = b" /Lang (%s)" % element.lang.encode() if element.lang else b""
        if element.name == "Link":
            children += self._link(element, number)
        entries = (name, parent, lang, children)
        self.file[number] = b"<< /Type /StructElem /S /%s /P %d 0 R%s /K [%s] >>" % entries
        return number

    def _content(self, text: TextReference, element: int) -> bytes:
        """Content references of an element: several if it continues on the next page."""
        kids = []
        for page, number in self.places.get(text, ()):
            self.owners[page][number] = element
            kids.append(b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (self.pages[page], number))
        return b" ".join(kids)

    def _parent_tree(self) -> int:
        """Add the parent tree, from the numbers on a page and from links to their elements."""
        rows = [
            b"%d [%s]" % (page, b" ".join(b"%d 0 R" % each for each in owners))
            for page, owners in enumerate(self.owners)
        ]
        start = len(self.pages)
        rows += [b"%d %d 0 R" % (start + at, each) for at, each in enumerate(self.links)]
        return self.file.add(b"<< /Nums [%s] >>" % b"\n".join(rows))

    # -- links from the contents

    def _link(self, element: StructureElement, number: int) -> bytes:
        """Link the lines of a piece of the contents to their page."""
        piece = next(child.piece for child in element.children if isinstance(child, TextReference))
        page, rect = self._lines_of(piece)
        linked = self.setting.document.pieces[piece]
        target = self.pages[self.setting.page_of[linked.target]]
        key = len(self.pages) + len(self.links)
        annotation = self.file.add(
            b"<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [%s] /StructParent %d"
            b" /Dest [%d 0 R /Fit] /Contents %s >>" % (rect, key, target, text_string(linked.text))
        )
        self.links.append(number)
        self.on_page.setdefault(page, []).append(annotation)
        return b" << /Type /OBJR /Pg %d 0 R /Obj %d 0 R >>" % (self.pages[page], annotation)

    def _lines_of(self, piece: int) -> tuple[int, bytes]:
        """Page and rectangle of a piece that is on one page, in points from the lower left."""
        sheet = self.setting.sheet
        for page, rows in enumerate(self.setting.pages):
            if own := [row for row in rows if row.piece == piece]:
                top, end = own[0].y, own[-1].y + own[-1].height
                edges = (sheet.side, sheet.height - end, sheet.width - sheet.side)
                return page, b"%.2f %.2f %.2f %.2f" % tuple(
                    edge / TWIPS for edge in (*edges, sheet.height - top)
                )
        raise KeyError(piece)

    def _finish_pages(self) -> None:
        for page, number in enumerate(self.pages):
            self.file.insert(number, b"/StructParents %d /Tabs /S\n" % page)
            refs = b" ".join(b"%d 0 R" % each for each in self.on_page.get(page, ()))
            self.file[self.file.reference(number, b"Annots")] = b"[%s]" % refs

    # -- the document

    def _finish_catalogue(self, root: int) -> None:
        document = self.setting.document
        entries = (
            b"/MarkInfo << /Marked true >>\n/Lang (%s)\n/StructTreeRoot %d 0 R\n"
            b"/ViewerPreferences << /DisplayDocTitle true >>\n"
            % (document.languages[0].encode(), root)
        )
        outline = add_outline(self.file, self.pages, self.setting)
        self.file.insert(self.file.root, entries + b"/Outlines %d 0 R\n" % outline)


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
