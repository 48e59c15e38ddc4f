from __future__ import annotations

import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from desktop.base.resources import asset
from desktop.ui.look.translations import PROGRAM_LANGUAGES, Translations, native_name
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

TOOLS = Path(sys.executable).parent


def run(tool: str, *words: str | Path, folder: Path) -> None:
    command = [TOOLS / f"pyside6-{tool}", *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)


def messages(ts: Path) -> Iterator[tuple[str, ET.Element]]:
    """Each source text of a translation file, with its context, and its translation."""
    for context in ET.parse(ts).iter("context"):  # noqa: S314  # our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield f"{context.findtext('name')}: {message.findtext('source')}", translation


def words(translation: ET.Element) -> list[str]:
    forms = translation.findall("numerusform") or [translation]
    return [form.text or "" for form in forms]


@pytest.mark.parametrize(
    ("lang", "name"),
    [
        ("en", "English"),
        ("es", "Español"),
        ("fr", "Français"),
        ("pt-BR", "Português"),
        ("qqz", "Qqz"),
    ],
)
def test_a_language_names_itself(lang: str, name: str) -> None:
    assert native_name(lang) == name


@pytest.mark.parametrize(
    ("lang", "back"),
    [("es", "Atrás"), ("es-MX", "Atrás"), ("en", "Back"), ("en-GB", "Back"), ("fr", "Back")],
)
def test_the_program_speaks(lang: str, back: str, speaker: Translations) -> None:
    speaker.install("es")
    speaker.install(lang)
    assert QCoreApplication.translate("ActionCollection", "Back") == back


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [("en", "1 answer", "2 answers"), ("es", "1 respuesta", "2 respuestas")],
)
def test_plural_forms(lang: str, one: str, two: str, speaker: Translations) -> None:
    speaker.install(lang)
    said = [QCoreApplication.translate("SearchPane", "%n answer(s)", "", n) for n in (1, 2)]
    assert said == [one, two]


@pytest.mark.parametrize(("lang", "locale"), [("es", "es_MX"), ("en", "en_US"), ("fr", "fr_FR")])
def test_dates_and_numbers_follow(lang: str, locale: str, speaker: Translations) -> None:
    speaker.install(lang)
    assert QLocale().name() == locale


@pytest.mark.parametrize("lang", PROGRAM_LANGUAGES)
def test_the_shipped_file_is_made_from_its_source(lang: str, tmp_path: Path) -> None:
    source = asset("translations", f"luminaria_{lang}.ts")
    run("lrelease", source, "-qm", tmp_path / "made.qm", folder=tmp_path)
    assert (tmp_path / "made.qm").read_bytes() == source.with_suffix(".qm").read_bytes()


@pytest.fixture(scope="module")
def updated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Spanish file after `lupdate` has read every source text of the window again."""
    folder = tmp_path_factory.mktemp("update")
    shutil.copytree(ROOT / "desktop", folder / "desktop", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(asset("translations", "luminaria_es.ts"), folder / "es.ts")
    sources = [p.relative_to(folder) for p in sorted((folder / "desktop").rglob("*.py"))]
    run("lupdate", *sources, "-ts", "es.ts", folder=folder)
    return folder / "es.ts"


def test_every_text_has_a_finished_spanish_translation(updated: Path) -> None:
    open_texts = [text for text, said in messages(updated) if said.get("type") == "unfinished"]
    assert not open_texts


def test_no_translation_is_left_without_its_text(updated: Path) -> None:
    gone = [
        text for text, said in messages(updated) if said.get("type") in {"vanished", "obsolete"}
    ]
    assert not gone


def test_translations_are_words(updated: Path) -> None:
    for text, said in messages(updated):
        assert all(word.strip() for word in words(said)), text
        assert all(("%1" in word) == ("%1" in text) for word in words(said)), text


def test_english_has_every_plural_form(updated: Path) -> None:
    english = {text for text, _ in messages(asset("translations", "luminaria_en.ts"))}
    assert english == {text for text, _ in messages(updated) if "%n" in text}
