from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop.base import resources

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_everything_shipped_is_where_the_program_looks() -> None:
    assert resources.flagship_pack().is_file()
    assert resources.asset("icons", "search.svg").is_file()
    assert len(list(resources.asset("fonts").glob("*.ttf"))) == 4
    assert resources.asset("fonts", "OFL.txt").is_file()
    assert resources.asset("icons", "LICENSE.txt").is_file()


def test_the_executable_looks_where_it_was_unpacked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    resources.root.cache_clear()
    try:
        assert resources.root() == tmp_path
    finally:
        resources.root.cache_clear()
