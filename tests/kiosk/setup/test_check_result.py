from __future__ import annotations

from desktop.kiosk.setup.check_result import CheckResult, CheckStatus


def test_a_finding_may_have_nothing_to_do() -> None:
    assert CheckResult(CheckStatus.OK, "Disk", "There is room.").remedy == ""
