from __future__ import annotations

import sys

import pytest

from desktop.base.programs import outside_environment, own_command


def test_from_source_python_starts_the_package() -> None:
    command = own_command(["--pack", "a.json"])
    assert command == [sys.executable, "-m", "desktop", "--pack", "a.json"]


def test_the_executable_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == [sys.executable]


@pytest.mark.parametrize(
    ("environ", "bundled", "outside"),
    [
        ({"LD_LIBRARY_PATH": "/own"}, True, {}),
        (
            {"LD_LIBRARY_PATH": "/o", "LD_LIBRARY_PATH_ORIG": "/a"},
            True,
            {"LD_LIBRARY_PATH": "/a"},
        ),
        ({"LD_LIBRARY_PATH": "/a", "HOME": "/h"}, False, {"LD_LIBRARY_PATH": "/a", "HOME": "/h"}),
    ],
)
def test_other_programs_get_their_own_libraries(
    environ: dict[str, str],
    outside: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    bundled: bool,
) -> None:
    monkeypatch.setattr(sys, "frozen", bundled, raising=False)
    assert outside_environment(environ) == outside
