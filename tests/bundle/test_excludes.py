from __future__ import annotations

from pathlib import Path

import pytest

from bundle.excludes import excluded_imports, excludes

ROOT = Path(__file__).parents[2]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    (folder / "part").mkdir(parents=True)
    (folder / "__init__.py").write_text("import json\nfrom . import part\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("import ssl", "ssl"),
        ("import http.client as client", "http.client"),
        ("from xml.sax import saxutils", "xml.sax"),
        ("from urllib import request", "urllib.request"),
        ("def f():\n    import pickle", "pickle"),
    ],
)
def test_an_excluded_import_is_named_with_its_file(package: Path, line: str, name: str) -> None:
    (package / "part" / "code.py").write_text(line, "utf-8")
    faults = excluded_imports(package, excludes("linux"))
    assert f"program/part/code.py imports {name}, which the build excludes" in faults


@pytest.mark.parametrize("line", ["import urllib.parse", "import httpx", "from . import ssl"])
def test_other_imports_are_fine(package: Path, line: str) -> None:
    (package / "part" / "code.py").write_text(line, "utf-8")
    assert not excluded_imports(package, excludes("linux"))


def test_all_faults_are_found(package: Path) -> None:
    for name in ("a", "b"):
        (package / f"{name}.py").write_text("import bz2\nimport lzma\n", "utf-8")
    assert len(excluded_imports(package, excludes("linux"))) == 4


def test_the_program_imports_nothing_that_is_excluded() -> None:
    assert not excluded_imports(ROOT / "desktop", excludes("linux"))


def test_the_sources_are_searched() -> None:
    assert excluded_imports(ROOT / "desktop", {"PySide6"})


def test_only_windows_has_the_network_module_for_local_sockets() -> None:
    assert set(excludes("linux")) - set(excludes("win32")) == {"PySide6.QtNetwork"}
