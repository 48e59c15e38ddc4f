from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.ui.running import application

if TYPE_CHECKING:
    from pathlib import Path

CREATE = """
from desktop import __version__
from desktop.ui.running import application
from PySide6.QtCore import QTimer
made = application.create_application(["luminaria"])
assert made.applicationName() == "luminaria"
assert made.applicationVersion() == __version__
assert made.style().name() == "fusion"
QTimer.singleShot(0, made.quit)
raise SystemExit(made.exec())
"""


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    file = tmp_path / "damaged.json"
    file.write_text(json.dumps({"manifest": {"format": 1}}), "utf-8")
    return file


def test_an_application_is_made_and_quits_cleanly() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", CREATE],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_without_a_path_the_shipped_pack_is_shown() -> None:
    opened = application.open_or_shipped(None)
    assert opened.pack.manifest.id == "nm-trafficking"
    assert opened.errors is None


def test_a_damaged_pack_falls_back_with_a_complaint(
    damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = application.open_or_shipped(damaged)
    assert opened.pack.manifest.id == "nm-trafficking"
    assert str(damaged) in str(opened.errors)
    assert str(opened.errors) in capsys.readouterr().err


def test_a_missing_pack_falls_back_with_a_complaint(tmp_path: Path) -> None:
    opened = application.open_or_shipped(tmp_path / "nowhere.json")
    assert opened.pack.manifest.id == "nm-trafficking"
    assert "nowhere.json" in str(opened.errors)
