"""Tinted line icons of Lucide (ISC licence, beside them in `assets`)."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

from desktop.base.resources import asset


@lru_cache(maxsize=256)
def _svg(name: str) -> str:
    """SVG source of an icon, "" if there is none; packs name icons, so it may be any text."""
    path = asset("icons", f"{name}.svg")
    known = name.replace("-", "").isalnum() and path.is_file()
    return path.read_text("utf-8") if known else ""


def exists(name: str) -> bool:
    """Whether an icon exists; caches it, so that `pixmap` reads no file."""
    return bool(_svg(name))


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon as a pixmap.

    Args:
        name: file name in `assets/icons` without its extension; an unknown one gives an empty
            pixmap, since packs may name icons that this edition lacks.
        colour: any colour that SVG understands.
        size: width and height in device-independent pixels.
        ratio: device pixels per device-independent pixel.
    """
    if not exists(name):
        return QPixmap()
    real = round(size * ratio)
    svg = _svg(name).replace("currentColor", colour)
    svg = svg.replace('width="24"', f'width="{real}"', 1).replace(
        'height="24"', f'height="{real}"', 1
    )
    picture = QPixmap()
    picture.loadFromData(svg.encode(), "SVG")
    picture.setDevicePixelRatio(ratio)
    return picture


def icon(name: str, colour: str, size: int = 24) -> QIcon:
    """One icon for buttons and menus; same arguments as `pixmap`."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen else 1.0
    return QIcon(pixmap(name, colour, size, ratio))
