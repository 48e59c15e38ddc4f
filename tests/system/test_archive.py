"""What is inside the packed program, and what is not."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from tests.system.conftest import need

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIMIT_BYTES = 95_000_000
GLIBC_FLOOR = (2, 36)  # Debian 12

# Qt and its language binding, their plugins, and what these ask the loader for.
ALLOWED = re.compile(
    r"PySide6/(Qt(Core|Gui|Widgets|Svg|PrintSupport)\.abi3|libpyside6.*|"
    r"Qt/lib/lib(Qt6(Core|Gui|Widgets|Svg|PrintSupport|DBus|XcbQpa)|icu(data|i18n|uc))|"
    r"Qt/plugins/(platforms/libq(xcb|offscreen)|iconengines/libqsvgicon|imageformats/libqsvg|"
    r"platforminputcontexts/libcomposeplatforminputcontextplugin))\.so.*"
    r"|shiboken6/.*\.so.*"
    r"|((tantivy|msgspec|_argon2_cffi_bindings)/\w+|_cffi_backend)"
    r"\.(abi3|cpython-311-x86_64-linux-gnu)\.so"
    r"|python3\.11/lib-dynload/\w+\.cpython-311-x86_64-linux-gnu\.so|libpython3\.11\.so.*"
    r"|lib(gcc_s|stdc\+\+|z|expat|ffi|uuid|crypt|dbus-1|systemd|cap|gcrypt|gpg-error|lz4|lzma|zstd"
    r"|brotli(common|dec)|freetype|fontconfig|png16|glib-2\.0|gthread-2\.0|pcre2-8|EGL|GL|GLX"
    r"|GLdispatch|OpenGL|X11|X11-xcb|Xau|Xdmcp|bsd|md|xkbcommon|xkbcommon-x11"
    r"|xcb(-(cursor|icccm|image|keysyms|randr|render|render-util|shape|shm|sync|util|xfixes|xkb))?"
    r")\.so[.\d]*"
)
FORBIDDEN = re.compile(r"Network|Qml|Quick|WebEngine|libssl|libcrypto|cups|gtk|gnutls|gssapi", re.I)


@pytest.fixture(scope="module")
def archive(executable: Path) -> Any:
    readers = pytest.importorskip("PyInstaller.archive.readers")
    return readers.CArchiveReader(str(executable))


@pytest.fixture(scope="module")
def unpacked(archive: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the binaries of the archive."""
    folder = tmp_path_factory.mktemp("unpacked")
    for name in binaries(archive):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(archive.extract(name))
    return folder


def binaries(archive: Any) -> Iterator[str]:
    """Names of the programs and libraries in the archive."""
    yield from (name for name, entry in archive.toc.items() if entry[-1] == "b")


def test_size(executable: Path, capsys: pytest.CaptureFixture[str]) -> None:
    size = executable.stat().st_size
    with capsys.disabled():
        print(f"\ndist/luminaria: {size / 1e6:.1f} MB")  # noqa: T201
    assert size <= LIMIT_BYTES


def test_every_library_is_expected(archive: Any) -> None:
    names = list(binaries(archive))
    assert len(names) > 60
    assert not [name for name in names if not ALLOWED.fullmatch(name)]
    assert not [name for name in archive.toc if FORBIDDEN.search(name)]


def test_the_pack_and_the_font_licence_are_inside(archive: Any) -> None:
    assert "data/nm-trafficking.json" in archive.toc
    assert "assets/fonts/OFL.txt" in archive.toc


def test_glibc_floor(unpacked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    need("objdump")
    files = [path for path in unpacked.rglob("*") if path.is_file()]
    listing = subprocess.run(["objdump", "-T", *files], capture_output=True, text=True, check=True)
    found = {(int(a), int(b)) for a, b in re.findall(r"GLIBC_(\d+)\.(\d+)", listing.stdout)}
    with capsys.disabled():
        print("\nneeds glibc {}.{}".format(*max(found)))  # noqa: T201
    assert max(found) <= GLIBC_FLOOR


def test_stripping_broke_no_library(unpacked: Path) -> None:
    """All symbols are found but those that the running Python itself offers."""
    need("ldd")
    folders = {path.parent for path in unpacked.rglob("*.so*")}
    search = ":".join(map(str, sorted(folders)))
    missing = set()
    for path in (path for path in unpacked.rglob("*.so*") if path.is_file()):
        done = subprocess.run(
            ["ldd", "-r", path],
            env={"LD_LIBRARY_PATH": search, "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
        missing |= set(re.findall(r"undefined symbol: (\w+)", done.stdout + done.stderr))
        missing |= set(re.findall(r"(\S+) => not found", done.stdout))
    assert not [name for name in missing if not name.startswith(("Py", "_Py"))]
