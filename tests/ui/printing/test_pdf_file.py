from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QPainter, QPdfWriter

from desktop.ui.printing.pdf_file import HEADER, PdfFile, UnexpectedPdfError, text_string

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Poppler


@pytest.fixture
def data() -> bytes:
    """Two pages with a word each."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle("Título")
    painter = QPainter(writer)
    painter.drawText(500, 500, "One")
    writer.newPage()
    painter.drawText(500, 500, "Two")
    painter.end()
    return bytes(buffer.data().data())


def test_what_is_read_and_written_says_the_same(
    data: bytes, poppler: Poppler, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(PdfFile(data).to_bytes())
    assert path.read_bytes().startswith(HEADER)
    assert poppler("pdftotext", str(path), "-").split() == ["One", "Two"]
    assert "Título" in poppler("pdfinfo", str(path))


def test_pages_are_in_order(data: bytes) -> None:
    file = PdfFile(data)
    assert len(file.pages()) == 2
    assert all(b"/Type /Page\n" in file[page] for page in file.pages())


def test_what_draws_a_page_can_be_replaced(data: bytes, poppler: Poppler, tmp_path: Path) -> None:
    file, path = PdfFile(data), tmp_path / "a.pdf"
    first, second = file.pages()
    assert b" Tj" in file.operators(first)
    file.draw(first, file.operators(second))
    path.write_bytes(file.to_bytes())
    assert poppler("pdftotext", str(path), "-").split() == ["Two", "Two"]


def test_added_objects_are_numbered_on(data: bytes) -> None:
    file = PdfFile(data)
    last = max(file)
    assert [file.add(b"1"), file.add()] == [last + 1, last + 2]
    assert PdfFile(file.to_bytes())[last + 1] == b"1"


def test_entries_go_into_the_dictionary(data: bytes) -> None:
    file = PdfFile(data)
    file.insert(file.root, b"/Lang (es)\n")
    assert b"/Lang (es)" in PdfFile(file.to_bytes())[file.root]
    with pytest.raises(UnexpectedPdfError):
        file.reference(file.root, b"Nothing")


@pytest.mark.parametrize("other", [b"", b"%PDF-1.7\n", b"words\nxref\n0 1\ntrailer\n<< >>"])
def test_other_files_are_refused(other: bytes) -> None:
    with pytest.raises(UnexpectedPdfError):
        PdfFile(other)


def test_a_table_that_leads_elsewhere_is_refused(data: bytes) -> None:
    with pytest.raises(UnexpectedPdfError):
        PdfFile(data.replace(b"%PDF-1.4", b"%PDF-1.4 and some more"))


@pytest.mark.parametrize(("text", "written"), [("ñ", b"<FEFF00F1>"), ("", b"<FEFF>")])
def test_words_are_utf_16(text: str, written: bytes) -> None:
    assert text_string(text) == written
