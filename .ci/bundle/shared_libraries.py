"""Selects the shared libraries that the program can load from those PyInstaller collected."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from bundle import TocEntry

    Resolve = Callable[[str], str | None]  # path of a library of this machine by its name

# Qt loads these by itself. PNG needs no plugin; without libcompose dead keys do not work.
QT_PLUGINS = frozenset(
    {
        "platforms/libqxcb.so",
        "platforms/libqoffscreen.so",
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "iconengines/libqsvgicon.so",
        "imageformats/libqsvg.so",
    }
)
GLIBC = re.compile(r"(ld-linux-x86-64|lib(c|m|dl|rt|pthread|util|resolv|anl))\.so\.\d+$")
# PyInstaller expects these on the target machine. They are the dispatchers of OpenGL (without the
# drivers) and the X client library; with them the program starts without any graphics package.
DISPATCHER = re.compile(r"lib(GL|GLX|GLdispatch|EGL|OpenGL|xcb|Xau|Xdmcp|bsd|md)\.so\.\d+$")


@dataclass(frozen=True, slots=True)
class Closure:
    """Direct and indirect dependencies of the extensions and plugins of a program."""

    binaries: tuple[TocEntry, ...]
    missing: tuple[str, ...]  # libraries with their dependents, and plugins; sorted


def required_binaries(binaries: Iterable[TocEntry], *, resolve: Resolve) -> list[TocEntry]:
    """The entries of `binaries` that the program can load, with the dispatchers added.

    Args:
        binaries: of Analysis.
        resolve: finds a dispatcher on this machine.

    Raises: SystemExit: a plugin is missing, or a library that no target is sure to have.
    """
    found = closure(binaries, plugins=QT_PLUGINS, resolve=resolve)
    if found.missing:
        raise SystemExit("The build lacks:\n  " + "\n  ".join(found.missing))
    return list(found.binaries)


def closure(binaries: Iterable[TocEntry], *, plugins: Collection[str], resolve: Resolve) -> Closure:
    """Follow the NEEDED entries from the extensions, libpython and `plugins`.

    Args:
        binaries: those to choose from.
        plugins: folder and file name of each plugin that Qt needs.
        resolve: finds a dispatcher that is not among `binaries`.
    """
    known = {Path(entry[0]).name: entry for entry in binaries}
    queue = [entry for entry in known.values() if _is_root(entry, plugins)]
    kept: dict[str, TocEntry] = {}
    missing: set[str] = set()
    while queue:
        entry = queue.pop()
        if entry[0] in kept:
            continue
        kept[entry[0]] = entry
        for name in needed(entry[1]):
            if library := known.get(name) or _dispatcher(name, resolve):
                queue.append(library)
            elif not GLIBC.match(name):
                missing.add(f"{name} (for {entry[0]})")
    missing |= {plugin for plugin in plugins if not any(name.endswith(plugin) for name in kept)}
    return Closure(tuple(kept.values()), tuple(sorted(missing)))


def needed(path: str) -> list[str]:
    """Names of the libraries that the ELF file at `path` needs."""
    out = subprocess.check_output(["readelf", "-d", path], text=True)
    return re.findall(r"\(NEEDED\).*\[(.+?)\]", out)


def _is_root(entry: TocEntry, plugins: Collection[str]) -> bool:
    """Whether the program loads a binary itself, not only as a dependency of another."""
    destination, _, typecode = entry
    path = Path(destination)
    plugin = "/".join(path.parts[-2:])
    return typecode == "EXTENSION" or path.name.startswith("libpython") or plugin in plugins


def _dispatcher(name: str, resolve: Resolve) -> TocEntry | None:
    """An entry for a dispatcher of this machine; None for any other library."""
    path = resolve(name) if DISPATCHER.match(name) else None
    return (name, path, "BINARY") if path else None
