from __future__ import annotations

from desktop.kiosk.setup.finding import Finding, State


def test_a_finding_may_have_nothing_to_do() -> None:
    assert Finding(State.OK, "Disk", "There is room.").remedy == ""
