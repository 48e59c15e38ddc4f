"""A small pack in a file, and an English locale."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.pack.conftest import build_pack

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pack_file(tmp_path: Path) -> str:
    urgent = [
        {
            "id": "held",
            "phrases": {"en": ["my boss took my passport"], "es": ["me quitó el pasaporte"]},
            "contacts": ["hotline"],
        }
    ]
    path = tmp_path / "small.json"
    path.write_text(json.dumps(build_pack(urgent=urgent)))
    return str(path)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")
