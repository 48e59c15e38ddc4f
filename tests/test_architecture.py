"""What may know what, and what may stand nowhere; the arrow is app → kiosk → ui → search → pack."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "desktop"
MODULES = sorted(DESKTOP.rglob("*.py"))
PACKAGED = [path for path in MODULES if path.parent != DESKTOP]
THINKING = [path for path in PACKAGED if path.relative_to(DESKTOP).parts[0] in ("pack", "search")]

RANK = {"pack": 0, "search": 1, "ui": 2, "kiosk": 3}
LEAFS_HERE = ("display", "resources", "tables")
LEAFS = {f"desktop.{leaf}" for leaf in (*LEAFS_HERE, "__version__")}  # they know nothing of ours
COLOUR = re.compile(
    r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\b|(?:^|:\s*)#[0-9a-fA-F]{3,4}\b|\b(?:rgb|hsl|hsv)a?\("
)
NETWORK = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver"),
    *("ssl", "telnetlib", "urllib", "webbrowser", "wsgiref", "xmlrpc", "requests", "httpx"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"),
}
HAND_OVER = DESKTOP / "ui" / "hand_over.py"  # between processes of this machine, by AF_UNIX
OF_SOCKET = {"socket", "AF_UNIX", "SOCK_STREAM", "SOL_SOCKET", "SO_PEERCRED"}
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
    return path.relative_to(ROOT).as_posix()


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


def at_start(module: ast.Module) -> Iterator[str]:
    """What is imported when `module` is, functions and type-checking blocks left out."""
    for node in module.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imported(node)


def begins(module: str, names: set[str]) -> bool:
    """Whether `module` is one of `names` or lies in one."""
    return any(module == name or module.startswith(f"{name}.") for name in names)


@pytest.mark.parametrize("path", PACKAGED, ids=name)
def test_imports_point_down(path: Path) -> None:
    own = RANK[path.relative_to(DESKTOP).parts[0]]
    allowed = LEAFS | {f"desktop.{package}" for package, rank in RANK.items() if rank <= own}
    ours = {module for module in imported(tree(path)) if begins(module, {"desktop"})}
    assert not [module for module in ours if not begins(module, allowed)]


@pytest.mark.parametrize(
    "path", [DESKTOP / f"{stem}.py" for stem in ("__init__", *LEAFS_HERE)], ids=name
)
def test_leafs_import_nothing_of_ours(path: Path) -> None:
    assert not [module for module in imported(tree(path)) if begins(module, {"desktop", "PySide6"})]


def test_only_known_modules_stand_at_the_top() -> None:
    known = {
        "__init__",
        "__main__",
        "app",
        "app_kiosk",
        "cli",
        "cli_kiosk",
        "cli_pack",
        *LEAFS_HERE,
        "terminal",
    }
    assert {path.stem for path in DESKTOP.glob("*.py")} <= known


@pytest.mark.parametrize(
    "path", [p for p in PACKAGED if p.parts[-2] in ("pack", "search")], ids=name
)
def test_thinking_knows_no_qt(path: Path) -> None:
    assert not [module for module in imported(tree(path)) if begins(module, {"PySide6"})]


def test_the_command_line_starts_without_qt() -> None:
    names = ("cli", "cli_kiosk", "cli_pack", "__main__")
    for path in (DESKTOP / f"{stem}.py" for stem in names):
        above = {
            "PySide6",
            "desktop.desk.start",
            "desktop.kiosk.start",
            "desktop.ui",
            "desktop.kiosk",
        }
        assert not [module for module in at_start(tree(path)) if begins(module, above)]


def test_a_fresh_process_with_the_command_line_has_no_qt() -> None:
    program = "import sys, desktop.cli.main; sys.exit('PySide6' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT, timeout=60)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_reaches_for_the_network(path: Path) -> None:
    found = {module for module in imported(tree(path)) if begins(module, NETWORK)}
    assert found == ({"socket"} if path == HAND_OVER else set())


def test_the_one_socket_never_leaves_the_machine() -> None:
    """Nothing is used of the module but what is listed, and each socket is of AF_UNIX."""
    nodes = list(ast.walk(tree(HAND_OVER)))
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


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.relative_to(DESKTOP).as_posix() != "ui/theme.py"], ids=name
)
def test_no_colour_outside_the_theme(path: Path) -> None:
    texts = [
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert not [text for text in texts if COLOUR.search(text)]


@pytest.mark.parametrize(
    "path", [p for p in MODULES if p.stem not in ("__init__", "__main__")], ids=name
)
def test_each_module_has_its_tests(path: Path) -> None:
    """`__main__` is covered by test_cli."""
    mirrored = ROOT / "tests" / path.relative_to(DESKTOP).with_name(f"test_{path.name}")
    assert mirrored.is_file()


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
        name(path): match[0]
        for path in files
        if path.is_file() and (match := UNTRACKABLE.search(path.read_text("utf-8", "ignore")))
    }
    assert not found
