"""Checks, reduces and completes PyInstaller's results for `build.spec`."""

from __future__ import annotations

from typing import TypeAlias

TocEntry: TypeAlias = tuple[str, str, str]
"""An entry of a TOC list: destination in the bundle, source path, typecode.

A plain tuple, because PyInstaller stores its TOC lists as Python literals. The source of a
`SYMLINK` is the target of the link. Analysis puts `BINARY` and `EXTENSION` into `binaries`,
everything else into `datas`.
"""
