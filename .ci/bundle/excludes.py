"""Modules that Analysis excludes, and the check that the program does not import them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

# The program imports none of these, but a hook or an optional feature of a library does.
EXCLUDES = (
    *("ssl", "_ssl", "_hashlib"),  # with OpenSSL
    *("asyncio", "email", "ftplib", "http", "mimetypes", "urllib.request", "webbrowser", "xml"),
    *("_multibytecodec", "_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp"),
    *("_codecs_kr", "_codecs_tw", "bz2", "lzma", "tarfile"),
    *("cgi", "multiprocessing", "pickle", "_pickle", "_pydecimal", "pydoc", "readline"),
    *("tracemalloc", "attr", "attrs", "distutils", "packaging", "setuptools", "typing_extensions"),
    "PySide6.QtDBus",
)


def excludes(platform: str) -> list[str]:
    """Names for the `excludes` of Analysis.

    Args:
        platform: as `sys.platform`. On Windows the single instance uses QLocalServer of QtNetwork.
    """
    return [*EXCLUDES] if platform == "win32" else [*EXCLUDES, "PySide6.QtNetwork"]


def excluded_imports(package: Path, excluded: Collection[str]) -> list[str]:
    """Imports in `package` that would fail in the bundle.

    Args:
        package: folder of the sources, searched with its subfolders.
        excluded: names of modules and packages.

    Returns: a line for each such import, with its file relative to the parent of `package`.
    """
    return [
        f"{path.relative_to(package.parent).as_posix()} imports {name}, which the build excludes"
        for path in sorted(package.rglob("*.py"))
        for name in _imports(ast.parse(path.read_bytes()))
        if name in excluded or name.partition(".")[0] in excluded
    ]


def _imports(module: ast.Module) -> Iterator[str]:
    """Full names of all imported modules, and of all names imported from modules."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
