"""All tests here run with the program's style and fonts."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def _fonts(fonts: None) -> None:
    pass
