"""What may know what, and what may stand nowhere.

The layers are a contract of import-linter in `pyproject.toml`, which `make lint` runs. The rules
here are those that it cannot express. Each is one test that lists its offenders.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

import pytest

from tests import ROOT
from tests.entry_reads import entry_reads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

DESKTOP = ROOT / "desktop"
MODULES = sorted(DESKTOP.rglob("*.py"))
MOST_MODULES = 18  # in one folder
OF_QT = {"count", "data", "flags", "index", "paint", "parent"}  # methods that ours override
MOST_LINES, MOST_METHODS = 299, 29  # of one class

COLOUR = re.compile(
    r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b|(?:^|:\s*)#[0-9a-fA-F]{3,4}\b|\b(?:rgb|hsl|hsv)a?\("
)
NETWORK = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver"),
    *("ssl", "telnetlib", "urllib", "webbrowser", "wsgiref", "xmlrpc", "requests", "httpx"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"),
}
WITH_SOCKETS = {  # between processes of this machine, by AF_UNIX
    *("desk/instance/single_instance.py", "kiosk/watch/systemd_notifier.py"),
}
OF_SOCKET = {"socket", "AF_UNIX", "SOCK_DGRAM", "SOCK_STREAM", "SOL_SOCKET", "SO_PEERCRED"}
# In two parts each, so that this file does not hold what it looks for.
UNTRACKABLE = re.compile(
    "|".join(
        f"{first}{second}"
        for first, second in (
            (r"(?<![\w.])/ro", r"ot/"),
            (r"(?<![\w.])/ho", r"me/\w"),
            (r"(?<![\w.])/wo", r"rk/"),
            (r"(?<![\w.])/Us", r"ers/\w"),
            (r"[A-Z]:\\{1,2}Us", r"ers\\"),
            (r"py", r"pi\.org"),
            (r"python", r"hosted\.org"),
            (r"npm", r"js\.(?:org|com)"),
            (r"deb\.", r"debian\.org"),
            (r"archive\.", r"ubuntu\.com"),
            (r"--(?:extra-)?index", r"-url"),
        )
    )
)


def name(path: Path) -> str:
    """The module's place within `desktop/`."""
    return path.relative_to(DESKTOP).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    """Full names of the modules, or of the names in modules, that `node` imports anywhere."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import):
            yield from (alias.name for alias in inner.names)
        elif isinstance(inner, ast.ImportFrom):
            assert not inner.level, "write imports in full"
            yield from (f"{inner.module}.{alias.name}" for alias in inner.names)


def begins(module: str, names: set[str]) -> bool:
    """Whether `module` is one of `names` or lies in one."""
    return any(module == name or module.startswith(f"{name}.") for name in names)


# Imports ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("base/files.py", "import desktop.pack.model"),
        ("search/query/planner.py", "def late():\n    import desktop.ui.look.theme"),
        ("kiosk/shell.py", "from desktop.desk import window"),
        ("pack/check/rules/base.py", "from PySide6.QtCore import QObject"),
        ("new/__init__.py", ""),  # a part that no layer names
    ],
)
def test_the_contract_refuses(module: str, planted: str, tmp_path: Path) -> None:
    shutil.copytree(DESKTOP, tmp_path / "desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    path = tmp_path / "desktop" / module
    path.parent.mkdir(exist_ok=True)
    (path.parent / "__init__.py").touch()
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{planted}\n")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter import cli; raise SystemExit(cli.lint_imports())",
        ],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert (
        module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        in done.stdout + done.stderr
    )


def module(path: Path) -> str:
    """The full name of a module, or of the package whose `__init__` this is."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def own_imports() -> dict[str, set[str]]:
    """The modules of ours that each imports: at its top, in functions and for types alike."""
    known = {module(path) for path in MODULES}

    def own(full: str) -> str:
        return full if full in known else full.rpartition(".")[0]

    return {module(path): {own(full) for full in imported(tree(path))} & known for path in MODULES}


def circle(graph: dict[str, set[str]]) -> list[str]:
    """A circle of imports, its first module again at its end; empty if there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_there_is_no_import_circle() -> None:
    assert not circle(own_imports())


def test_a_circle_through_a_function_or_a_type_is_found() -> None:
    """`check.shape` imports `integrity`, which must not even name a type of it."""
    graph = own_imports()
    assert "desktop.search.open_pack" in graph["desktop.cli.ask"]  # in a function
    assert "desktop.pack.view" in graph["desktop.pack.freshness"]  # for types
    graph["desktop.pack.integrity"].add("desktop.pack.check.diagnosis")
    assert "desktop.pack.integrity" in circle(graph)


def has_reason(node: ast.stmt, lines: Sequence[str]) -> bool:
    """Whether a comment says why: beside an import, or above it and others like it."""
    at = node.lineno - 1
    while lines[at].endswith("# noqa: PLC0415") or not lines[at]:
        at -= 1
    return bool(re.search(r"^ *# \w|# noqa: PLC0415  # \w", lines[at]))


def test_each_import_in_a_function_has_its_reason() -> None:
    """Such as that it brings Qt or a large library, which is loaded only where it is needed."""
    without = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        if not has_reason(node, path.read_text("utf-8").splitlines())
    ]
    assert not without


@pytest.mark.parametrize(
    ("above", "comment", "expected"),
    [
        ("x = 1", "  # brings Qt", True),
        ("# It brings Qt.", "", True),
        ("# It brings Qt.\n    import b  # noqa: PLC0415\n", "", True),
        ("x = 1", "", False),
    ],
)
def test_an_import_without_its_reason_is_found(above: str, comment: str, expected: bool) -> None:
    lines = f"    {above}\n    import a  # noqa: PLC0415{comment}".splitlines()
    assert has_reason(ast.Pass(lineno=len(lines)), lines) is expected


def test_a_fresh_process_with_the_command_line_has_no_qt() -> None:
    modules = "desktop.cli.main, desktop.cli.kiosk, desktop.cli.pack"
    program = f"import sys, {modules}; sys.exit('PySide6' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT, timeout=60)


def test_nothing_reaches_for_the_network() -> None:
    found = {
        name(path): modules
        for path in MODULES
        if (modules := {module for module in imported(tree(path)) if begins(module, NETWORK)})
    }
    assert found == {path: {"socket"} for path in WITH_SOCKETS}


def test_sockets_never_leave_the_machine() -> None:
    """Nothing is used of the module but what is listed, and each socket is of AF_UNIX."""
    for path in WITH_SOCKETS:
        nodes = list(ast.walk(tree(DESKTOP / path)))
        uses = [node for node in nodes if isinstance(node, ast.Name) and node.id == "socket"]
        taken = [
            node
            for node in nodes
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "socket"
        ]
        assert len(taken) == len(uses)  # no other name for it
        assert {node.attr for node in taken} <= OF_SOCKET
        calls = [node for node in nodes if isinstance(node, ast.Call)]
        made = [call for call in calls if ast.unparse(call.func) == "socket.socket"]
        assert {ast.unparse(call.args[0]) for call in made} == {"socket.AF_UNIX"}


# Content ----------------------------------------------------------------------------------

PRESENTING = ("pack/", "search/", "studio/", "content/answer.py")
PLANTED = """
from desktop.pack.model import Entry
from desktop.pack.model import Contact
from desktop.pack import model
pack.contact_by_id
self._pack.source_by_id["report"]
[contact.id for contact in pack.contacts]
phone.spelled or contact.phones
pack.entry_by_id["signs"].brief
pack.entries[0].answer
next(entry.related for entry in pack.entries if entry.id)
def late(self, entry_id):
    self._entry, other = pack.entry_by_id.get(entry_id), 1
    return self._entry.contacts
def handed(entry: Entry | None) -> str:
    return entry.brief if entry else ""
def found() -> Entry: ...
[each.sources for each in (found(),)]
"""


def test_only_the_presentation_looks_into_entries_contacts_and_sources() -> None:
    found = {
        name(path): reads
        for path in MODULES
        if not name(path).startswith(PRESENTING)
        if (reads := entry_reads(tree(path)))
    }
    assert not found


def test_code_that_looks_into_entries_is_found() -> None:
    assert sorted(entry_reads(ast.parse(PLANTED))) == [
        "contact.phones",
        "each.sources",
        "entry.brief",
        "entry.related",
        "from desktop.pack import model",
        "from desktop.pack.model import Contact",
        "pack.contact_by_id",
        "pack.contacts",
        "pack.entries[0].answer",
        "pack.entry_by_id['signs'].brief",
        "self._entry.contacts",
        "self._pack.source_by_id",
    ]


# Shape ------------------------------------------------------------------------------------


def test_no_folder_is_a_drawer() -> None:
    folders = {path.parent for path in MODULES}
    sizes = {str(folder): len(list(folder.glob("*.py"))) for folder in folders}
    assert not {folder: size for folder, size in sizes.items() if size > MOST_MODULES}


def test_no_class_does_everything() -> None:
    found = {}
    for path in MODULES:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                methods = sum(isinstance(part, ast.FunctionDef) for part in node.body)
                if lines > MOST_LINES or methods > MOST_METHODS:
                    found[f"{name(path)}: {node.name}"] = lines, methods
    assert not found


def test_each_package_says_what_it_is_for() -> None:
    packages = [path for path in MODULES if path.name == "__init__.py"]
    assert not [name(path) for path in packages if not ast.get_docstring(tree(path))]


def test_no_colour_outside_the_themes() -> None:
    found = [
        (name(path), node.value)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if COLOUR.search(node.value)
    ]
    assert not found


def test_each_module_has_its_tests() -> None:
    """`__main__` is covered by the tests of `cli.main`."""
    without = [
        name(path)
        for path in MODULES
        if path.stem not in ("__init__", "__main__")
        if not (ROOT / "tests" / path.relative_to(DESKTOP).with_name(f"test_{path.name}")).is_file()
    ]
    assert not without


@pytest.mark.skipif(
    not (ROOT / ".git").exists() or not shutil.which("git"), reason="needs the git checkout"
)
def test_no_file_names_a_machine_or_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    files = [ROOT / file for file in listed.split("\0") if file]
    found = {
        str(path): match[0]
        for path in files
        if path.is_file() and (match := UNTRACKABLE.search(path.read_text("utf-8", "ignore")))
    }
    assert not found


def test_public_methods_of_ours_have_docstrings() -> None:
    """Ours are in snake case; overrides of Qt are in camel case, and explained by Qt."""
    without = [
        f"{name(path)}:{method.lineno} {method.name}"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        for method in node.body
        if isinstance(method, ast.FunctionDef) and method.name.islower()
        if not method.name.startswith("_") and method.name not in OF_QT
        if not ast.get_docstring(method)
    ]
    assert not without
