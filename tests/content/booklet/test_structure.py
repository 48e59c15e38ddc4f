from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from desktop.content.booklet.piece import Piece, Style, plain
from desktop.content.booklet.structure import StructureElement, TextReference, structure
from desktop.pack.markup import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.content.booklet.document import Document


def walk(element: StructureElement) -> Iterator[StructureElement | TextReference]:
    yield element
    for child in element.children:
        if isinstance(child, StructureElement):
            yield from walk(child)
        else:
            yield child


def names(*pieces: Piece) -> list[str]:
    nodes = list(walk(structure(pieces)))
    return [node.name for node in nodes if isinstance(node, StructureElement)]


def test_every_piece_and_label_is_in_the_tree_once_in_order(booklet: Document) -> None:
    found = [node for node in walk(structure(booklet.pieces)) if isinstance(node, TextReference)]
    assert [node.piece for node in found if not node.is_label] == list(range(len(booklet.pieces)))
    labels = [node.piece for node in found if node.is_label]
    assert labels == [at for at, piece in enumerate(booklet.pieces) if piece.label]


@pytest.mark.parametrize(("level", "name"), [(0, "P"), (1, "H1"), (6, "H6"), (9, "H6")])
def test_headings_have_their_level(level: int, name: str) -> None:
    assert names(Piece(Style.HEADING2, (Run("x"),), "en", level=level))[-1] == name


def test_items_become_a_list() -> None:
    item = Piece(Style.ITEM, (Run("x"),), "en", label="•")
    body = plain(Style.BODY, "x", "en")
    listed = ["L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody"]
    assert names(item, item, body) == ["Document", "Sect", *listed, "P"]


def test_contents_are_contents() -> None:
    line = Piece(Style.CONTENTS_ENTRY, (Run("x"),), "en", target="there")
    assert names(line, line)[2:] == ["TOC", "TOCI", "Link", "TOCI", "Link"]


def test_each_language_has_its_section(booklet: Document) -> None:
    sections = structure(booklet.pieces).children
    assert [part.lang for part in sections if isinstance(part, StructureElement)] == ["en", "es"]


def test_levels_of_headings_leave_none_out(booklet: Document) -> None:
    levels = [0] + [piece.level for piece in booklet.pieces if piece.level]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert Counter(levels)[1] == 2  # a title for each language
