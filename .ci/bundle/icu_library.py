"""The library libicudata with the data of the program's languages only: 4 MB instead of 32."""

from __future__ import annotations

import logging
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from bundle import icu_archive

if TYPE_CHECKING:
    from bundle import TocEntry

LANGUAGES = frozenset({"en", "es"})
_LOCALE = re.compile(r"[a-z]{2,3}(?=_|$)")  # "es_419", but not "root" or "zoneinfo64"
_ASSEMBLY = """\
.section .note.GNU-stack,"",@progbits
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}:
.incbin "{data}"
.size {symbol}, . - {symbol}
"""


def is_icu_data(entry: TocEntry) -> bool:
    """Whether an entry of `binaries` is ICU's data library."""
    return Path(entry[0]).name.startswith("libicudata")


def is_wanted(name: str) -> bool:
    """Whether ICU needs an item for LANGUAGES, or for all languages.

    Not wanted: other languages, dictionaries of scripts without spaces, old encodings,
    transliteration, names of characters.

    Args:
        name: with its package, e.g. "icudt73l/curr/es.res".
    """
    folder, _, file = name.partition("/")[2].rpartition("/")
    stem, _, ending = file.rpartition(".")
    if ending != "res":
        return ending in {"nrm", "icu", "brk"} and stem != "unames" and "_cj" not in stem
    locale = _LOCALE.match(stem)
    return folder != "translit" and (locale is None or locale[0] in LANGUAGES)


def reduced_icu(entry: TocEntry, workpath: Path) -> TocEntry:
    """An entry for a copy of ICU's data library with only the wanted items.

    Without gcc it is the same entry, and a warning is logged.

    Args:
        entry: of the library; its file name ends with ICU's major version.
        workpath: folder for the copy and what it is made from.
    """
    destination, source, typecode = entry
    if not shutil.which("gcc"):
        logging.getLogger(__name__).warning("no gcc: the bundle has all ICU data, 28 MB more")
        return entry
    data = workpath / "icu.dat"
    data.write_bytes(icu_archive.cut(Path(source).read_bytes(), is_wanted))
    library = workpath / Path(source).name
    link(data, library)
    return destination, str(library), typecode


def link(data: Path, library: Path) -> None:
    """Link the archive in `data` into a shared library, with the symbol that ICU loads.

    Args:
        data: file with the archive.
        library: file to write, e.g. "libicudata.so.73"; its name becomes the SONAME.

    Raises: subprocess.CalledProcessError: gcc failed.
    """
    symbol = f"icudt{library.suffix.removeprefix('.')}_dat"
    assembly = data.with_suffix(".S")
    assembly.write_text(_ASSEMBLY.format(symbol=symbol, data=data), "utf-8")
    options = ["-shared", "-nostdlib", f"-Wl,-soname,{library.name}"]
    subprocess.run(["gcc", *options, "-o", str(library), str(assembly)], check=True)
