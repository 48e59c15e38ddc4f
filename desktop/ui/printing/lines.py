"""Breaks a piece into lines and computes their horizontal positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from desktop.ui.look.text import to_utf16
from desktop.ui.printing.type_sizes import NUMBER_COLUMN, PADDINGS, TEXT_STYLES, TWIPS, ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.content.booklet.piece import Piece
    from desktop.pack.markup import Run
    from desktop.ui.printing.type_sizes import TextStyle


def break_lines(piece: Piece, column: float) -> QTextLayout:
    """Break `piece` into lines, each at its own origin.

    Args:
        piece: gives at least one line, even without text.
        column: width of the text on the sheet, twips.
    """
    face = TEXT_STYLES[piece.style]
    layout = QTextLayout(piece.text or " ", face.font())
    option = QTextOption()
    option.setUseDesignMetrics(True)  # the same breaks at every resolution
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(_formats(piece, face)))
    width = column - left_of(piece) - _right_of(piece)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def left_of(piece: Piece) -> float:
    """Distance from the edge of the text to the letters of `piece`, twips."""
    return (TEXT_STYLES[piece.style].indent + PADDINGS[piece.frame].side) * TWIPS


def _right_of(piece: Piece) -> float:
    return (PADDINGS[piece.frame].side + (NUMBER_COLUMN if piece.target else 0)) * TWIPS


def _formats(piece: Piece, face: TextStyle) -> Iterator[QTextLayout.FormatRange]:
    """Formats of the runs whose style differs from the face."""
    start = 0
    for run in piece.runs:
        length = to_utf16(run.text, len(run.text))
        found = QTextLayout.FormatRange()
        found.start, found.length, found.format = start, length, _format(run, face)
        yield found
        start += length


def _format(run: Run, face: TextStyle) -> QTextCharFormat:
    is_quiet = bool(face.quiet) and not run.bold
    usual = QFont.Weight.Normal if is_quiet else face.weight
    weight = QFont.Weight.Bold if run.bold else usual
    font = face.font(size=face.quiet if is_quiet else face.size, weight=weight)
    font.setItalic(run.italic)
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(ink("mute") if is_quiet else face.ink)
    return made
