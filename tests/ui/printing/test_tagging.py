from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from desktop.content.booklet.piece import Style
from desktop.ui.printing.pdf_file import PdfFile
from desktop.ui.printing.tagging import OutlineItem, outline

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.content.booklet.document import Document
    from desktop.pack.model import Pack
    from desktop.ui.printing.page_layout import PageLayout
    from tests.conftest import Poppler


@pytest.fixture(scope="module")
def tree(booklet_pdf: Path, poppler: Poppler) -> str:
    return poppler("pdfinfo", "-struct-text", str(booklet_pdf))


@pytest.fixture(scope="module")
def file(booklet_pdf: Path) -> PdfFile:
    return PdfFile(booklet_pdf.read_bytes())


def test_the_file_says_that_it_is_tagged(booklet_pdf: Path, poppler: Poppler) -> None:
    assert re.search(r"Tagged: +yes", poppler("pdfinfo", str(booklet_pdf)))


def test_the_catalogue_names_language_and_shows_the_title(file: PdfFile) -> None:
    catalogue = file[file.root]
    assert b"/Lang (en)" in catalogue
    assert b"/DisplayDocTitle true" in catalogue


@pytest.mark.parametrize(
    ("style", "name"), [(Style.TITLE, "H1"), (Style.TOPIC, "H2"), (Style.HEADING2, "H4")]
)
def test_headings_are_headings(tree: str, booklet: Document, style: Style, name: str) -> None:
    tagged = re.findall(rf'^ +{name} \(block\)\n +"(.*)"$', tree, re.MULTILINE)
    expected = [piece.text for piece in booklet.pieces if piece.style is style]
    assert expected
    assert [text for text in expected if text not in tagged] == []


def test_answers_are_in_reading_order(tree: str, flagship: Pack) -> None:
    signs = flagship.entry_by_id["signs"]
    start = tree.rindex(signs.question["en"])
    assert start < tree.index(signs.brief["en"], start) < tree.index("In your own life", start)


def test_items_have_label_and_body(tree: str) -> None:
    item = r'LI \(block\)\n +Lbl \(block\)\n +"•"\n +LBody \(block\)\n +"You cannot leave a job'
    assert re.search(item, tree)


def test_header_and_footer_are_not_read(tree: str) -> None:
    assert "Page 3 of" not in tree
    assert tree.count("Edition 2") == 1  # on the title page


def test_no_mark_is_left_and_none_is_open(file: PdfFile) -> None:
    for page in file.pages():
        operators = file.operators(page)
        assert b"-77000" not in operators
        opened = len(re.findall(rb"^/.* (?:BMC|BDC)$", operators, re.MULTILINE))
        assert opened == len(re.findall(rb"^EMC$", operators, re.MULTILINE)) > 2


def test_all_words_stand_in_marked_content(file: PdfFile) -> None:
    for page in file.pages():
        outside = re.sub(
            rb"/\w+ (?:<<.*?>> BDC|BMC).*?\nEMC\n?", b"", file.operators(page), flags=re.S
        )
        assert b"Tj" not in outside


def test_every_number_on_a_page_has_its_element(file: PdfFile) -> None:
    for page in file.pages():
        numbers = [int(each) for each in re.findall(rb"/MCID (\d+)", file.operators(page))]
        assert numbers == list(range(len(numbers)))
    assert not any(b" 0 0 R" in body for body in file.values() if b"/Nums" in body)


def test_contents_lead_to_their_pages(file: PdfFile, booklet: Document) -> None:
    links = [body for body in file.values() if b"/Subtype /Link" in body]
    assert len(links) == len([piece for piece in booklet.pieces if piece.target])
    pages = set(file.pages())
    targets = re.findall(rb"/Dest \[(\d+) 0 R", b"".join(links))
    assert len(targets) == len(links)
    assert {int(target) for target in targets} <= pages


def test_the_outline_is_whole(file: PdfFile) -> None:
    titles = [body for body in file.values() if b"/Title <FEFF" in body]
    root = file.reference(file.root, b"Outlines")
    assert len(titles) == 2 * (1 + 5 + 20 + 2)
    assert file.reference(file.reference(root, b"First"), b"Next") == file.reference(root, b"Last")


# The outline ------------------------------------------------------------------------------


def below(entry: OutlineItem) -> list[str]:
    return [child.title for child in entry.children]


def test_the_booklet_has_languages_topics_and_questions(
    set_booklet: PageLayout, flagship: Pack
) -> None:
    root = outline(set_booklet)
    assert below(root) == ["Questions and answers", "Preguntas y respuestas"]
    spanish = root.children[1]
    topics = [topic.title["es"] for topic in flagship.topics]
    assert below(spanish) == [*topics, "A quién puede llamar", "Fuentes"]
    assert len(below(spanish.children[0])) == 4


def test_an_answer_has_one_line(set_answer: PageLayout) -> None:
    assert below(outline(set_answer)) == ["What are the signs that someone is being trafficked?"]


def test_lines_lead_to_the_page_of_their_heading(set_booklet: PageLayout) -> None:
    contacts = outline(set_booklet).children[0].children[-2]
    assert contacts.page == set_booklet.page_of["en contacts"]
