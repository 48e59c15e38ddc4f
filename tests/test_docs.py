"""The documents tell what is true: their places, packs, commands, fields and versions exist."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.desk import settings
from desktop.desk.actions import Action
from desktop.pack import integrity, model, reader
from desktop.pack.check import checker, diagnosis
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
ARCHITECTURE = ROOT / "docs/architecture.md"
DECISIONS = sorted(ROOT.glob("docs/decisions/*.md"))
FORMAT = ROOT / "docs/pack-format.md"
TABLE = "## Where do I change …"
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
RECORDS: list[type[msgspec.Struct]] = [
    record
    for key, record in vars(model).items()
    if isinstance(record, type)
    and issubclass(record, msgspec.Struct)
    and record is not msgspec.Struct
    and not key.startswith("_")
]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def prose(path: Path) -> str:
    """The document without its fenced blocks, whose brackets are no links."""
    return FENCE.sub("", path.read_text("utf-8"))


def section(path: Path, title: str) -> str:
    """The text from the heading `title` to the next of level 2."""
    return re.split(r"^## ", path.read_text("utf-8").split(f"{title}\n", 1)[1], flags=re.M)[0]


def table() -> str:
    lines = section(ARCHITECTURE, TABLE).splitlines()
    return "\n".join(line for line in lines if line.startswith("| "))


def fields(record: type[msgspec.Struct]) -> Iterator[str]:
    yield from (field.encode_name for field in msgspec.structs.fields(record))


def fenced(path: Path) -> list[tuple[str, str]]:
    """Language and text of each fenced block."""
    return FENCE.findall(path.read_text("utf-8"))


def readme_pack() -> bytes:
    (pack,) = [text for language, text in fenced(ROOT / "README.md") if language == "json"]
    return pack.encode()


def notice() -> str:
    return (ROOT / "NOTICE.md").read_text("utf-8")


# Places -----------------------------------------------------------------------------------


def test_relative_links_lead_to_a_file() -> None:
    targets = [
        (name(path), path.parent / target)
        for path in DOCUMENTS
        for link in LINK.findall(prose(path))
        if ":" not in link and (target := link.partition("#")[0])
    ]
    assert len(targets) > 10
    assert not [(document, target) for document, target in targets if not target.exists()]


def test_named_files_of_ours_exist() -> None:
    named = [
        (name(path), place)
        for path in DOCUMENTS
        for place in re.findall(
            r"`((?:desktop|tests|assets|data|docs|\.ci)/[\w./-]+)`", prose(path)
        )
    ]
    assert len(named) > 10
    assert not [(document, place) for document, place in named if not (ROOT / place).exists()]


def test_each_row_of_the_table_names_a_place() -> None:
    rows = table().splitlines()[1:]
    assert len(rows) > 10
    assert not [
        row for row in rows if not any((ROOT / code).exists() for code in CODE.findall(row))
    ]


# Commands ---------------------------------------------------------------------------------


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):(?!=)", (ROOT / "Makefile").read_text("utf-8"), re.M))
    code = "\n".join(
        text
        for path in DOCUMENTS
        for text in [*CODE.findall(prose(path)), *(text for _, text in fenced(path))]
    )
    assert {"run", "test"} <= set(re.findall(r"\bmake ([a-z]+)\b", code)) <= targets


def test_readme_names_what_runs_it() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    places = [text.index(f"make {target}") for target in ("run", "test", "build")]
    assert places == sorted(places)


@pytest.mark.parametrize("option", ["--lang", "--limit", "--json", "--batch", "--pack"])
def test_options_of_ask_exist_and_are_explained(option: str) -> None:
    command = [sys.executable, "-m", "desktop", "ask", "--help"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert option in done.stdout
    assert f"`{option}`" in (ROOT / "README.md").read_text("utf-8")


def test_readme_names_the_keys() -> None:
    text = section(ROOT / "README.md", "## Use it").replace("←", "Left").replace("→", "Right")
    firsts = [act.value.keys[0] for act in Action if act.value.keys]
    assert not [key for key in firsts if key not in text]


# Packs ------------------------------------------------------------------------------------


def test_readme_pack_is_sound_and_has_five_lines() -> None:
    data = readme_pack()
    assert reader.decode_pack(data, file="README.md").manifest.id == "tea"
    assert {finding.severity for finding in checker.check(data, file="README.md")} <= {"warning"}
    assert len(data.splitlines()) == 5


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.__name__)
def test_pack_format_names_each_field(record: type[msgspec.Struct]) -> None:
    listed = re.findall(r"^\| `(\w+)` \|", section(FORMAT, f"## {record.__name__}"), re.M)
    assert listed == list(fields(record))


def test_pack_format_states_the_limits() -> None:
    text = section(FORMAT, "## Limits")
    assert f"| {reader.MAX_BYTES // 1024**3} GiB |" in text
    assert f"| {diagnosis.MAX_DEPTH} |" in text
    assert f"| {integrity.MAX_TOPIC_DEPTH} |" in text


def test_pack_format_shows_real_errors(tmp_path: Path) -> None:
    file = tmp_path / "tea.json"
    file.write_text('{"manifest": {"format": 1,}', "utf-8")
    (finding,) = checker.check(file.read_bytes(), file="tea.json")
    assert f"  {finding.place}: {finding.expected} {finding.remedy} [{finding.rule}]" in (
        FORMAT.read_text("utf-8")
    )


# Facts ------------------------------------------------------------------------------------


@pytest.mark.parametrize("package", ["pyside6-essentials", "shiboken6", "tantivy", "msgspec"])
def test_notice_has_the_locked_versions(package: str) -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    (version,) = re.findall(rf"^{package}==(\S+)", lock, re.M)
    row = re.search(rf"^\| {package.partition('-')[0]}\b.*", notice(), re.M | re.I)
    assert row
    assert f"| {version} |" in row[0]


def test_notice_has_the_locked_bootloader() -> None:
    lock = (ROOT / "requirements-dev.lock").read_text("utf-8")
    (version,) = re.findall(r"^pyinstaller==(\S+)", lock, re.M)
    assert f"PyInstaller's bootloader | {version} |" in notice()


def test_what_is_kept_names_each_setting() -> None:
    kept = (ROOT / "docs/kept-on-disk.md").read_text("utf-8").lower()
    words = {
        "LANGUAGE": "language",
        "TEXT_SIZE": "text size",
        "THEME": "theme",
        "GEOMETRY": "size and place of the window",
        "SPLITTER": "dividing line",
        "AFTER_LEAVING": "what leaving quickly does",
        "BACKGROUND": "stays in the background",
    }
    declared = {key for key, value in vars(settings).items() if isinstance(value, settings.Setting)}
    assert declared == words.keys()
    assert not [word for word in words.values() if word not in kept]


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
    assert "APPENDIX: How to apply the Apache License to your work." in text


def test_decisions_have_their_four_parts() -> None:
    parts = ["Question.", "Choice.", "Deciding figures.", "What would change our mind."]
    places = {
        name(path): [path.read_text("utf-8").find(f"**{part}**") for part in parts]
        for path in DECISIONS
    }
    assert not [path for path, at in places.items() if -1 in at or at != sorted(at)]


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:3]) for path in DECISIONS]
    assert numbers == list(range(1, len(DECISIONS) + 1))
