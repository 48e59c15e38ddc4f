from __future__ import annotations

import sys

import pytest

from desktop.base.display import has_screen

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="about display servers"
)


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": ""},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
)
def test_no_display_server_no_screen(environ: dict[str, str]) -> None:
    assert not has_screen(environ)


@pytest.mark.parametrize(
    "environ",
    [
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"QT_QPA_PLATFORM": "offscreen"},
        {"QT_QPA_PLATFORM": "vnc:size=9x9"},
    ],
)
def test_a_screen_of_any_kind_will_do(environ: dict[str, str]) -> None:
    assert has_screen(environ)


def test_the_executable_needs_x(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "/nowhere", raising=False)
    assert not has_screen({"WAYLAND_DISPLAY": "wayland-0"})


def test_a_display_nobody_serves_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":64999")
    assert not has_screen({"DISPLAY": ":64999"})
