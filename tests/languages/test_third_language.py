"""A language is added by its data file alone: a program without it, and the same one with it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import ROOT

PACK = {
    "manifest": {
        "format": 1,
        "id": "bateaux",
        "version": 1,
        "title": {"fr": "Le bateau"},
        "languages": ["fr"],
        "help": ["secours"],
    },
    "topics": [{"id": "port", "title": {"fr": "Le port"}}],
    "entries": [
        {
            "id": "travail",
            "topic": "port",
            "question": {"fr": "Quand est-ce que le marin travaille ?"},
            "brief": {"fr": "La nuit."},
        },
        {
            "id": "bateau",
            "topic": "port",
            "question": {"fr": "Où est le bateau ?"},
            "brief": {"fr": "Au quai, près de la gare."},
            "contacts": ["secours"],
        },
    ],
    "contacts": [
        {
            "id": "secours",
            "name": {"fr": "Les secours"},
            "phones": [{"number": "112"}],
            "checked_on": "2026-11-02",
        },
    ],
    "urgent": [{"id": "papiers", "phrases": {"fr": ["il a pris mon passeport"]}}],
}


def tree(folder: Path, *, with_french: bool) -> Path:
    """A copy of the program that has a small pack, and French or not."""
    shutil.copytree(ROOT / "desktop", folder / "desktop")
    shutil.copytree(ROOT / "assets" / "languages", folder / "assets" / "languages")
    (folder / "assets" / "languages" / "fr.toml").unlink()  # the shipped one has a stemmer only
    if with_french:
        shutil.copy(Path(__file__).with_name("fr.toml"), folder / "assets" / "languages")
    (folder / "pack.json").write_text(json.dumps(PACK), "utf-8")
    return folder


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tree(tmp_path_factory.mktemp("with"), with_french=True)


@pytest.fixture(scope="module")
def no_french(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tree(tmp_path_factory.mktemp("without"), with_french=False)


def ask(folder: Path, *queries: str) -> list[dict[str, Any]]:
    """What `luminaria ask` of the copy answers, each query finished by a space."""
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "ask", "--batch", "--pack", "pack.json", "--lang", "fr"],
        cwd=folder,
        input="".join(f"{query} \n" for query in queries),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def hits(folder: Path, *queries: str) -> list[list[str]]:
    return [[hit["id"] for hit in answer["hits"]] for answer in ask(folder, *queries)]


def test_search_knows_what_the_file_says(french: Path, no_french: Path) -> None:
    queries = (
        "nous travaillions",  # another form of a verb
        "bato",  # as "bateau" sounds
        "combien de fromage et de vin a la cave",  # all that the pack has of it are function words
    )
    assert hits(french, *queries) == [["travail"], ["bateau"], []]
    assert hits(no_french, *queries) == [[], [], ["bateau", "travail"]]


def test_who_is_in_danger_is_understood(french: Path) -> None:
    told, asked = ask(
        french, "ma soeur dit on prend mon passeport", "comment savoir qui a pris un passeport"
    )
    assert told["help"]
    assert not asked["help"]


SAID_AND_PRINTED = """
import datetime as dt
import json
from pathlib import Path
from desktop.content.answer import present
from desktop.content.as_speech import utterances
from desktop.content.booklet.document import PrintScope, compose_document
from desktop.pack.reader import read

pack, day = read(Path("pack.json")), dt.date(2026, 12, 1)
said = utterances(present(pack, pack.entries[1], "fr", day))
printed = compose_document(pack, PrintScope.ANSWER, "bateau", ("fr",), today=day)
print(json.dumps([said, [printed.title, *(piece.text for piece in printed.pieces)]]))
"""


def said_and_printed(folder: Path) -> tuple[list[str], list[str]]:
    """An answer of the pack as it is read aloud, and as it is printed."""
    done = subprocess.run(
        [sys.executable, "-c", SAID_AND_PRINTED],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    said, printed = json.loads(done.stdout)
    return said, printed


def test_numbers_are_said_and_pages_are_written_in_it(french: Path, no_french: Path) -> None:
    said, printed = said_and_printed(french)
    assert "appelez le un un deux." in said
    assert {"En bref", "Qui appeler"} <= set(printed)
    assert any("novembre 2026" in text for text in printed)
    said, printed = said_and_printed(no_french)
    assert "1 1 2." in said
    assert {"In brief", "Who you can call"} <= set(printed)
