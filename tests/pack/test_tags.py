from __future__ import annotations

import pytest

from desktop.pack.tags import closest


@pytest.mark.parametrize(
    ("tag", "known", "chosen"),
    [
        ("es", ("en", "es"), "es"),
        ("ES", ("en", "es"), "es"),
        ("es_MX", ("en", "es"), "es"),
        ("es-MX", ("es-ES", "es-MX"), "es-MX"),
        ("es", ("en", "es-MX", "es-ES"), "es-MX"),
        ("fr", ("en", "es"), None),
        ("", ("en", "es"), None),
    ],
)
def test_closest(tag: str, known: tuple[str, ...], chosen: str | None) -> None:
    assert closest(tag, known) == chosen
