from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from desktop.desk.instance.restart import start_again

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TELL = "import os, sys; open(sys.argv[1], 'w').write('\\n'.join(map(str, os.environ.items())))"


@pytest.mark.parametrize(("frozen", "libraries"), [(True, "/before"), (False, "/now")])
def test_the_new_process_unpacks_itself(
    frozen: bool, libraries: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/now")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/before")
    file = tmp_path / "told"
    assert start_again([sys.executable, "-c", TELL, str(file)])
    qtbot.waitUntil(lambda: file.exists() and "PYINSTALLER" in file.read_text(), timeout=20000)
    assert f"('LD_LIBRARY_PATH', '{libraries}')" in file.read_text()


def test_a_program_that_is_gone_does_not_start() -> None:
    assert not start_again(["/nowhere/luminaria"])
