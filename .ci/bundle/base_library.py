"""Python's base library without codecs that our files and usual locales do not need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

if TYPE_CHECKING:
    from pathlib import Path

    from bundle import TocEntry

NAME = "base_library.zip"
# Mainframes, DOS, old Macs, and East Asia, whose C part is in `excludes.EXCLUDES`. cp437 decodes
# the names in zip files; cp850, cp866 and cp125x are of Windows.
UNUSED_CODEC = re.compile(
    r"encodings/(cp(?!437|850|866|125\d)\d|mac_|big5|euc_|gb|hz|iso2022|johab|shift|ptcp|palmos|hp_"
    r"|kz|tis|bz2|uu|quopri|rot_13)"
)


def reduced_base_library(entry: TocEntry, workpath: Path) -> TocEntry:
    """An entry for a copy of the base library without the unused codecs.

    Args:
        entry: of `datas`, for the file that PyInstaller made in `workpath`.
        workpath: the copy is in a subfolder of it.
    """
    destination, source, typecode = entry
    copy = workpath / "small" / NAME
    copy.parent.mkdir(exist_ok=True)
    with ZipFile(source) as library, ZipFile(copy, "w") as reduced:
        for member in library.infolist():
            if not UNUSED_CODEC.match(member.filename):
                reduced.writestr(member, library.read(member))
    return destination, str(copy), typecode
