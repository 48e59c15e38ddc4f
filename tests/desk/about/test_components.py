from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.base.resources import asset
from desktop.desk.about.components import components, licence_text
from tests import ROOT

if TYPE_CHECKING:
    from pathlib import Path

NOTICE = (ROOT / "NOTICE.md").read_text("utf-8")
PARTS = components()


def locked(file: str) -> dict[str, str]:
    """Versions of the packages in a lock file."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / file).read_text("utf-8"), re.M))


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading of NOTICE.md, its head left out."""
    section = re.split(r"^## ", NOTICE.split(f"## {heading}\n", 1)[1], flags=re.M)[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def test_every_package_that_is_shipped_is_listed() -> None:
    assert locked("requirements.lock").keys() <= {part.package for part in PARTS}


def test_versions_are_those_of_the_lock_files() -> None:
    """The file for development names all packages, those that are shipped too."""
    versions = locked("requirements-dev.lock")
    assert not [p.name for p in PARTS if p.package and versions[p.package] != p.version]


def test_every_system_library_of_the_notice_is_listed() -> None:
    listed = " ".join(part.name for part in PARTS if part.group == "system")
    told = [
        row[0].partition(" and its")[0].partition(" (")[0].split(",")[0]
        for row in rows("Libraries of the system")
    ]
    assert len(told) > 10
    assert not [base for base in told if base not in listed]


def test_system_libraries_have_the_versions_of_the_notice() -> None:
    told = " ".join(row[2] for row in rows("Libraries of the system"))
    known = [part for part in PARTS if part.group == "system" and "xcb-" not in part.name]
    assert not [part.name for part in known if part.version not in told]


def test_the_notice_names_every_part() -> None:
    names = [part.name.split(",")[0].removeprefix("libxcb") for part in PARTS]
    assert not [name for name in names if name not in NOTICE]


def test_each_part_has_its_licence_and_a_use_in_both_languages() -> None:
    assert not [part.name for part in PARTS if part.use.keys() != {"en", "es"}]
    assert not [part.name for part in PARTS if len(licence_text(part.texts)) <= 500]


def test_no_licence_text_lies_there_unused() -> None:
    used = {name for part in PARTS for name in part.texts}
    others = {"licences/Apache-2.0.txt", "licences/CC-BY-4.0.txt"}  # ours, and that of the pack
    found = {f"licences/{p.relative_to(asset('licences')).as_posix()}" for p in texts()}
    assert found - others <= used


def texts() -> list[Path]:
    return sorted(asset("licences").rglob("*.txt"))


def test_names_are_told_once() -> None:
    assert len({part.name for part in PARTS}) == len(PARTS)


def test_the_licence_of_the_program_is_the_whole_one() -> None:
    assert asset("licences", "Apache-2.0.txt").read_bytes() == (ROOT / "LICENSE").read_bytes()


def test_the_rust_libraries_are_those_of_this_version() -> None:
    first = licence_text(("licences/tantivy-rust-libraries.txt.gz",)).splitlines()[0]
    (part,) = [part for part in PARTS if part.name == "tantivy"]
    assert f"tantivy {part.version}," in first


def test_a_missing_text_is_an_error() -> None:
    with pytest.raises(OSError, match="nowhere"):
        licence_text(("licences/nowhere.txt",))


def test_the_list_is_plain_json_and_needs_no_qt() -> None:
    assert len(json.loads(asset("licences", "components.json").read_bytes())) == len(PARTS)
    program = "import sys, desktop.desk.about.components; sys.exit('PySide6' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60, cwd=ROOT)
