"""Renders documents as PDF. `desktop.base.files` writes it to disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desktop.ui.printing.drawing import draw_page
from desktop.ui.printing.page_layout import lay_out
from desktop.ui.printing.page_size import TWIPS_PER_INCH, page_geometry
from desktop.ui.printing.tagging import Tagger, add_tags

if TYPE_CHECKING:
    from desktop.content.booklet.document import Document
    from desktop.ui.printing.page_size import Paper


def pdf_of(document: Document, paper: Paper) -> bytes:
    """Render a document as a PDF: tagged, titled, with an outline and embedded fonts.

    May run in any thread.

    Raises:
        UnexpectedPdfError: Qt writes PDFs in an unknown form.
    """
    setting = lay_out(document, page_geometry(paper))
    buffer = QBuffer()
    writer = new_writer(buffer, paper, TWIPS_PER_INCH, document.title)
    painter = QPainter(writer)
    tagger = Tagger(painter)
    for page in range(len(setting.pages)):
        if page:
            writer.newPage()
        draw_page(painter, setting, page, tagger.open_content)
    painter.end()
    return add_tags(bytes(buffer.data().data()), setting, tagger.references)


def new_writer(buffer: QBuffer, paper: Paper, resolution: int, title: str) -> QPdfWriter:
    """Open `buffer` for a PDF without margins, with `resolution` units per inch."""
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(resolution)
    writer.setPageSize(QPageSize(paper.value))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title)
    writer.setCreator("Luminaria")
    return writer
