from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.content.booklet.document import Document, PrintScope, compose_document
from desktop.ui.printing.page_size import Paper
from desktop.ui.printing.pdf import pdf_of
from tests.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pack.model import Pack
    from desktop.ui.printing.page_layout import PageLayout
    from tests.conftest import Composed, Poppler


def field(info: str, name: str) -> str:
    return next(line.partition(":")[2].strip() for line in info.splitlines() if name in line)


def saved(path: Path, document: Document, paper: Paper = Paper.LETTER) -> str:
    file = path / "a.pdf"
    file.write_bytes(pdf_of(document, paper))
    return str(file)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_booklet_has_title_pages_and_a_size(
    booklet_pdf: Path, set_booklet: PageLayout, poppler: Poppler
) -> None:
    info = poppler("pdfinfo", str(booklet_pdf))
    assert field(info, "Title") == "Questions and answers"
    assert field(info, "Pages") == str(len(set_booklet.pages))
    assert field(info, "Page size") == "612 x 792 pts (letter)"


def test_a4_is_a4(answer: Document, poppler: Poppler, tmp_path: Path) -> None:
    info = poppler("pdfinfo", saved(tmp_path, answer, Paper.A4))
    assert field(info, "Page size").endswith("(A4)")


def test_fonts_are_inside(booklet_pdf: Path, poppler: Poppler) -> None:
    fonts = poppler("pdffonts", str(booklet_pdf)).splitlines()[2:]
    assert fonts
    for font in fonts:
        assert "AtkinsonHyperlegibleNext" in font
        embedded, _subset, unicode = font.split()[-5:-2]
        assert (embedded, unicode) == ("yes", "yes")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_question_and_brief_can_be_selected(
    booklet_pdf: Path, flagship: Pack, poppler: Poppler, lang: str
) -> None:
    text = squeezed(poppler("pdftotext", str(booklet_pdf), "-"))
    for entry in flagship.entries:
        assert squeezed(entry.question[lang]) in text
        assert squeezed(entry.brief[lang]) in text


def test_every_number_can_be_selected(booklet_pdf: Path, flagship: Pack, poppler: Poppler) -> None:
    text = squeezed(poppler("pdftotext", str(booklet_pdf), "-"))
    used = {each for entry in flagship.entries for each in entry.contacts}
    numbers = [p.number for each in used for p in flagship.contact_by_id[each].phones]
    assert len(numbers) > 20
    assert [number for number in numbers if number not in text] == []


@pytest.mark.parametrize("lang", ["en", "es"])
def test_numbers_of_the_contents_are_right(
    booklet_pdf: Path, set_booklet: PageLayout, flagship: Pack, poppler: Poppler, lang: str
) -> None:
    pages = poppler("pdftotext", "-layout", str(booklet_pdf), "-").split("\f")
    contents = squeezed(pages[set_booklet.page_of[f"{lang} front"] + 1]).replace(".", "")
    for entry in flagship.entries:
        question = squeezed(entry.question[lang])
        found = re.search(re.escape(question) + r"(\d+)", contents)
        assert found, question
        assert question in squeezed(pages[int(found[1]) - 1])


def test_header_and_footer_name_no_subject(
    booklet_pdf: Path, flagship: Pack, poppler: Poppler
) -> None:
    pages = poppler("pdftotext", "-layout", str(booklet_pdf), "-").split("\f")[:-1]
    for at, page in enumerate(pages, start=1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert lines[0] in flagship.manifest.neutral_title.values()
        assert re.match(r"(Edition|Edición) 2 · .*2026 +(Page|Página) \d+", lines[-1])
        assert re.search(rf"{at} (of|de) {len(pages)}$", lines[-1])


def test_the_first_page_of_the_booklet_is_neutral(booklet_pdf: Path, poppler: Poppler) -> None:
    text = poppler("pdftotext", "-l", "1", str(booklet_pdf), "-").lower()
    assert "questions and answers" in text
    assert "traffick" not in text
    assert "mexico" not in text


def test_words_do_not_run_together_at_the_end_of_a_line(
    composed: Composed, poppler: Poppler, tmp_path: Path
) -> None:
    path = saved(tmp_path, composed(PrintScope.ANSWER, entry="survivor-services"))
    text = poppler("pdfinfo", "-struct-text", path)
    assert "What help can survivors get in New Mexico?" in text
    assert "\t" not in text


STRANGE = (
    "Emoji \U0001f600, Diné bizaad: Doo ákótʼée da, 中文, العربية, a\u0000b, \u2028, " + "W" * 900
)


def test_strange_letters_do_no_harm(pack: Pack, poppler: Poppler, tmp_path: Path) -> None:
    entry = msgspec.structs.replace(
        pack.entry_by_id["signs"], question={"en": STRANGE}, answer={"en": f"- {STRANGE}\n" * 40}
    )
    strange = msgspec.structs.replace(pack, entries=(entry,))
    document = compose_document(strange, PrintScope.ALL, "", ("en",), today=TODAY)
    text = poppler("pdftotext", saved(tmp_path, document), "-")
    assert "Doo ákótʼée da" in text


def test_the_same_document_gives_the_same_words_in_a_thread(
    answer: Document, poppler: Poppler, tmp_path: Path
) -> None:
    path, other = tmp_path / "a.pdf", tmp_path / "b.pdf"
    path.write_bytes(pdf_of(answer, Paper.LETTER))
    with ThreadPoolExecutor(1) as thread:
        other.write_bytes(thread.submit(pdf_of, answer, Paper.LETTER).result())
    texts = [poppler("pdftotext", str(each), "-") for each in (path, other)]
    assert texts[0] == texts[1]
