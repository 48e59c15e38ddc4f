"""The structure of pieces for a screen reader: headings, paragraphs, lists, contents. No Qt.

The names are those of ISO 32000-1, section 14.8.4.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.content.booklet.piece import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.content.booklet.piece import Piece

DEEPEST = 6  # the deepest heading level of PDF


@dataclass(frozen=True, slots=True)
class TextReference:
    """Words on paper: the label of a piece, or its text."""

    piece: int  # its index
    is_label: bool = False


@dataclass(frozen=True, slots=True)
class StructureElement:
    """A node of the tree."""

    name: str  # "H1", "P", "L" and so on
    children: tuple[StructureElement | TextReference, ...]  # in reading order
    lang: str = ""  # BCP 47 tag where it begins to be another


def structure(pieces: Sequence[Piece]) -> StructureElement:
    """The tree of a document: a section for each language."""
    parts = groupby(enumerate(pieces), lambda found: found[1].lang)
    return StructureElement(
        "Document", tuple(StructureElement("Sect", tuple(_blocks(p)), lang) for lang, p in parts)
    )


def _blocks(found: Iterable[tuple[int, Piece]]) -> Iterator[StructureElement]:
    for name, group in groupby(found, lambda each: _list_of(each[1])):
        elements = [_element(at, piece) for at, piece in group]
        if name:
            yield StructureElement(name, tuple(elements))
        else:
            yield from elements


def _list_of(piece: Piece) -> str:
    """The element that contains a piece and its neighbours of the same kind."""
    if piece.target:
        return "TOC"
    return "L" if piece.label or piece.style is Style.CONTACT_LINE else ""


def _element(at: int, piece: Piece) -> StructureElement:
    text = TextReference(at)
    match _list_of(piece):
        case "TOC":
            return StructureElement("TOCI", (StructureElement("Link", (text,)),))
        case "L":
            body = StructureElement("LBody", (text,))
            label = (
                (StructureElement("Lbl", (TextReference(at, is_label=True),)),)
                if piece.label
                else ()
            )
            return StructureElement("LI", (*label, body))
        case _:
            return StructureElement(
                f"H{min(piece.level, DEEPEST)}" if piece.level else "P", (text,)
            )
