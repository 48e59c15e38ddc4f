from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.pack.model import Phone
from desktop.ui.printing.page_size import Paper
from desktop.ui.takeaway.wallet_card import MAX_LINES, card_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pack.model import Pack

TOPIC = re.compile(
    r"traffick|trata|human|personas|victim|víctim|surviv|exploit|free", re.IGNORECASE
)


@pytest.fixture
def card(tmp_path: Path, flagship: Pack) -> Path:
    path = tmp_path / "card.pdf"
    path.write_bytes(card_pdf(flagship))
    return path


def poppler(tool: str, path: Path, *options: str) -> str:
    done = subprocess.run(
        [tool, *options, path, *(["-"] if tool == "pdftotext" else [])],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("number", ["911", "505-438-3733", "1-888-373-7888", "233733"])
def test_both_faces_have_the_numbers(card: Path, number: str) -> None:
    assert poppler("pdftotext", card).split().count(number) == 2


@pytest.mark.parametrize(
    "words",
    [
        "New Mexico hotline · call or text",
        "Línea de Nuevo México · llamada o mensaje",
        "National hotline · text message · Send the word HELP or INFO.",
        "Línea nacional · mensaje de texto · Mande la palabra HELP o INFO.",
    ],
)
def test_both_languages_are_whole_and_selectable(card: Path, words: str) -> None:
    assert words in poppler("pdftotext", card, "-layout")


def test_nothing_names_a_subject(card: Path) -> None:
    said = poppler("pdftotext", card) + poppler("pdfinfo", card)
    assert not TOPIC.findall(said)


def test_names_without_a_short_form_stay_off_the_card(pack: Pack, tmp_path: Path) -> None:
    bare = tuple(msgspec.structs.replace(each, short_name={}) for each in pack.contacts)
    (tmp_path / "card.pdf").write_bytes(card_pdf(msgspec.structs.replace(pack, contacts=bare)))
    said = poppler("pdftotext", tmp_path / "card.pdf")
    assert "505-555-0100" in said
    assert "State hotline" not in said


def test_the_title_is_neutral(card: Path) -> None:
    assert re.search(r"^Title: +Questions and answers$", poppler("pdfinfo", card), re.MULTILINE)


def test_a_pack_without_a_neutral_title_has_a_card(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "card.pdf").write_bytes(card_pdf(pack))
    told = poppler("pdfinfo", tmp_path / "card.pdf")
    assert re.search(r"^Title: +Card$", told, re.MULTILINE)


def test_fonts_are_embedded(card: Path) -> None:
    rows = poppler("pdffonts", card).splitlines()[2:]
    assert {row.split("-")[0] for row in rows} == {"AtkinsonHyperlegibleNext"}
    assert all(re.search(r"Identity-H +yes", row) for row in rows)


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, "letter"), (Paper.A4, "A4")])
def test_paper(flagship: Pack, tmp_path: Path, paper: Paper, size: str) -> None:
    (tmp_path / "card.pdf").write_bytes(card_pdf(flagship, paper=paper))
    told = poppler("pdfinfo", tmp_path / "card.pdf")
    assert re.search(rf"^Pages: +1$.*^Page size: .*\({size}\)", told, re.MULTILINE | re.DOTALL)


def test_words_stay_inside_the_cut(card: Path) -> None:
    boxes = poppler("pdftotext", card, "-bbox")
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes)
    left, right, top, bottom = (mm * 72 / 25.4 for mm in (22.35 + 3, 193.55 - 3, 30 + 3, 84 - 3))
    inside = [word for word in words if float(word[3]) < bottom + 20]
    assert len(inside) > 30
    for x, y, to_x, to_y in inside:
        assert left < float(x) < float(to_x) < right
        assert top < float(y) < float(to_y) < bottom


def test_a_pack_in_one_language_has_one_face(pack: Pack, tmp_path: Path) -> None:
    manifest = msgspec.structs.replace(pack.manifest, languages=("es",))
    (tmp_path / "card.pdf").write_bytes(card_pdf(msgspec.structs.replace(pack, manifest=manifest)))
    said = poppler("pdftotext", tmp_path / "card.pdf")
    assert said.split().count("911") == 1
    assert "Doble" not in said


def test_only_as_many_numbers_as_stay_large(pack: Pack, tmp_path: Path) -> None:
    phones = tuple(Phone(number=f"505-555-01{at:02}") for at in range(MAX_LINES + 2))
    contacts = tuple(msgspec.structs.replace(each, phones=phones) for each in pack.contacts)
    (tmp_path / "card.pdf").write_bytes(card_pdf(msgspec.structs.replace(pack, contacts=contacts)))
    said = poppler("pdftotext", tmp_path / "card.pdf")
    assert len(set(re.findall(r"505-555-01\d\d", said))) == MAX_LINES
