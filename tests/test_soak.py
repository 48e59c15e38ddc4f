from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests import ROOT, soak
from tests.soak import Sample


def samples(**growing: float) -> list[Sample]:
    """A run of 1,000 seconds; `growing` is what a weight gains in each of its 10 seconds."""
    return [
        Sample(
            seconds=10.0 * at,
            visits=at,
            **{
                name: round(100_000 + growing.get(name, 0) * at)
                for name in soak._COLUMNS
                if name not in ("seconds", "visits")
            },
        )
        for at in range(101)
    ]


@pytest.mark.parametrize(
    ("growing", "complaint"),
    [
        ({}, ""),
        ({"rss": 50}, ""),  # 4.4 % after warm-up
        ({"rss": 60}, "memory grew by 5.2 %"),
        ({"rss": -60}, ""),
        ({"handles": 1}, "handles grew"),
        ({"threads": 0.1}, "threads grew"),
        ({"python": 500}, ""),  # told, and no more
    ],
)
def test_what_grows_is_told(growing: dict[str, float], complaint: str) -> None:
    found = soak.complaints(samples(**growing), [])
    assert len(found) == bool(complaint)
    assert complaint in "".join(found)


def test_an_error_is_a_complaint() -> None:
    assert soak.complaints(samples(), ["ValueError"]) == ["ValueError"]


def test_slope_is_by_the_second() -> None:
    assert soak.slope(samples(rss=60), "rss") == pytest.approx(6)


@pytest.mark.parametrize(("count", "first"), [(101, 120.0), (11, 20.0)])
def test_warm_up_is_short(count: int, first: float) -> None:
    """A fifth of the run, and two minutes at most."""
    assert soak.after_warm_up(samples()[:count])[0].seconds == first


def test_visits_are_had_and_weighed() -> None:
    command = [sys.executable, "-m", "tests.soak", "--visits", "2", "--minutes", "1"]
    done = subprocess.run(
        command, cwd=ROOT, env=dict(os.environ), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    first, last = [line.split() for line in done.stdout.splitlines() if line[-1].isdigit()][:2]
    assert (first[1], last[1]) == ("0", "2")
    assert done.stdout.endswith("fine\n")
