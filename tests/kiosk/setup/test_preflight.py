from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from desktop.base.resources import flagship_pack
from desktop.kiosk.setup.check_result import CheckResult, CheckStatus
from desktop.kiosk.setup.config import Config, LoadedConfig
from desktop.kiosk.setup.preflight import preflight
from desktop.pack.errors import PackErrors
from desktop.pack.reader import read as read_pack
from tests import ROOT
from tests.kiosk.made_computers import made_computer

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pack.model import Pack

PACK = read_pack(flagship_pack())


def check(
    root: Path, read: LoadedConfig, pack: Pack | PackErrors = PACK, **changes: Any
) -> dict[str, tuple[CheckResult, ...]]:
    computer = made_computer(root, **changes)
    pin, state = root / "kiosk-pin", root / "state"
    return preflight(computer, read, pack=pack, pin_path=pin, state=state)


def names(groups: dict[str, tuple[CheckResult, ...]]) -> list[str]:
    return [finding.name for group in groups.values() for finding in group]


def test_a_bare_computer_is_looked_at_from_all_sides(tmp_path: Path) -> None:
    groups = check(tmp_path, LoadedConfig(Config()))
    assert list(groups) == ["Luminaria", "This computer", "Screen and keys"]
    assert len(set(names(groups))) == 20
    assert "Pre-flight" not in names(groups)


def test_whatever_is_not_fine_says_what_to_do(tmp_path: Path) -> None:
    groups = check(tmp_path, LoadedConfig(Config(printer="Lobby", language="fr")))
    bad = (CheckStatus.WARN, CheckStatus.FAIL)
    findings = [one for group in groups.values() for one in group if one.state in bad]
    assert len(findings) > 5
    assert all(finding.remedy for finding in findings)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_what_cannot_be_checked_is_said(tmp_path: Path, platform: str) -> None:
    groups = check(tmp_path, LoadedConfig(Config()), platform=platform)
    (finding,) = groups["Screen and keys"]
    assert (finding.state, platform in finding.message) == (CheckStatus.UNKNOWN, True)
    assert "Account" not in names(groups)
    assert "Disk" in names(groups)


def test_without_a_pack_the_rest_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "none.json"
    with pytest.raises(PackErrors) as caught:
        read_pack(path)
    groups = check(tmp_path, LoadedConfig(Config(pack=path)), caught.value)
    assert ("Pack" in names(groups), "Contacts" in names(groups)) == (True, False)
    assert "Disk" in names(groups)


def test_a_check_that_fails_does_not_hide_the_others(tmp_path: Path) -> None:
    def fail(_folder: Path) -> int:
        raise ZeroDivisionError

    groups = check(tmp_path, LoadedConfig(Config()), free_bytes=fail)
    (failed,) = [one for one in groups["This computer"] if one.name == "Pre-flight"]
    assert (failed.state, "ZeroDivisionError" in failed.message) == (CheckStatus.UNKNOWN, True)
    assert "Temporary files" in names(groups)


def test_qt_is_not_needed() -> None:
    program = "import sys, desktop.kiosk.setup.preflight; sys.exit('PySide6' in sys.modules)"
    root = ROOT
    subprocess.run([sys.executable, "-c", program], check=True, cwd=root, timeout=60)
