"""Selection and reduction of the data files of the bundle."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from bundle.base_library import NAME as BASE_LIBRARY
from bundle.base_library import reduced_base_library

if TYPE_CHECKING:
    from collections.abc import Collection

    from bundle import TocEntry

PACK = "data/nm-trafficking.json"
LANGUAGES = "assets/languages/"
KIOSK_FILES = ("assets/linux/luminaria-kiosk.service", "assets/linux/kiosk/")  # docs/kiosk.md
QT_TRANSLATIONS = frozenset({"qtbase_es.qm"})  # buttons of standard dialogs; English is built in


def is_wanted(entry: TocEntry, *, kind: str, libraries: Collection[str]) -> bool:
    """Whether an entry of `datas` is part of the bundle.

    Not wanted: desktop integration of an installed program, sources of translations, metadata of
    distributions, links to excluded libraries, translations of Qt into other languages.

    Args:
        entry: the entry.
        kind: of the build; only "folder" has the files that set up a kiosk.
        libraries: file names of the binaries in the bundle.
    """
    destination, _, typecode = entry
    if destination.startswith("assets/linux/"):
        return kind == "folder" and destination.startswith(KIOSK_FILES)
    if destination.endswith(".ts") or ".dist-info/" in destination:
        return False
    name = Path(destination).name
    if typecode == "SYMLINK":
        return name in libraries
    return "/Qt/translations/" not in destination or name in QT_TRANSLATIONS


def reduced(entry: TocEntry, workpath: Path) -> TocEntry:
    """An entry of `datas`, or one for a copy in `workpath` that is smaller or faster to read."""
    destination, source, _ = entry
    if destination == BASE_LIBRARY:
        return reduced_base_library(entry, workpath)
    if destination == PACK:
        return as_json(entry, workpath, json.loads(Path(source).read_text("utf-8")))
    if destination.startswith(LANGUAGES):
        return as_json(entry, workpath, tomllib.loads(Path(source).read_text("utf-8")))
    return entry


def as_json(entry: TocEntry, workpath: Path, content: object) -> TocEntry:
    """An entry for a JSON file of `content` without optional white space.

    Args:
        entry: of the file that it replaces; only its suffix changes.
        workpath: folder of the new file.
        content: what the file contains.
    """
    destination = Path(entry[0]).with_suffix(".json")
    copy = workpath / f"compact-{destination.name}"
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    copy.write_text(text, "utf-8")
    return destination.as_posix(), str(copy), entry[2]
