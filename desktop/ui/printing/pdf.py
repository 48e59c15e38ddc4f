"""Renders a document as a PDF. `desktop.base.files` writes it to disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desktop.ui.printing.drawing import draw_page
from desktop.ui.printing.page_layout import set_all
from desktop.ui.printing.page_size import TWIPS_PER_INCH, sheet_of
from desktop.ui.printing.tagging import Tagger, tag

if TYPE_CHECKING:
    from desktop.content.booklet.document import Document
    from desktop.ui.takeaway.wallet_card import Paper


@dataclass(frozen=True, slots=True)
class PdfJob:
    """Document to print or save.

    Attributes:
        document: the content.
        paper: the paper size.
    """

    document: Document
    paper: Paper


def pdf_of(job: PdfJob) -> bytes:
    """Render the PDF of a job: tagged, titled, with an outline and embedded fonts.

    May run in any thread.

    Raises:
        UnexpectedPdfError: Qt writes PDFs in an unknown form.
    """
    setting = set_all(job.document, sheet_of(job.paper))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(TWIPS_PER_INCH)
    writer.setPageSize(QPageSize(job.paper.value))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(job.document.title)
    writer.setCreator("Luminaria")
    painter = QPainter(writer)
    tagger = Tagger(painter)
    for page in range(len(setting.pages)):
        if page:
            writer.newPage()
        draw_page(painter, setting, page, tagger.mark)
    painter.end()
    return tag(bytes(buffer.data().data()), setting, tagger.marks)
