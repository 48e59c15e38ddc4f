"""Selection and reduction of the data files of the bundle."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from bundle.base_library import NAME as BASE_LIBRARY
from bundle.base_library import reduced_base_library

if TYPE_CHECKING:
    from collections.abc import Collection

    from bundle import TocEntry

PACK = "data/nm-trafficking.json"
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
    """An entry of `datas`, or one for an equivalent smaller copy in `workpath`."""
    if entry[0] == BASE_LIBRARY:
        return reduced_base_library(entry, workpath)
    return compact_json(entry, workpath) if entry[0] == PACK else entry


def compact_json(entry: TocEntry, workpath: Path) -> TocEntry:
    """An entry for a copy of a JSON file without optional white space."""
    destination, source, typecode = entry
    content = json.loads(Path(source).read_text("utf-8"))
    copy = workpath / f"compact-{Path(destination).name}"
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    copy.write_text(text, "utf-8")
    return destination, str(copy), typecode
