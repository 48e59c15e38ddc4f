"""Draws the icons of the program for Linux desktops: `python -m tests.app_icons [folder]`.

From one picture, `assets/linux/icons/hicolor/scalable`, in every size that menus and task bars
ask for. The PNGs are kept in the repository, so that installing needs no drawing program.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

from desktop.base.resources import asset

APP_ID: Final = "org.luminaria.Luminaria"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # pixels; 48 is the one all desktops want
HICOLOR: Final = asset("linux", "icons", "hicolor")


def place(folder: Path, size: int) -> Path:
    """Where the icon theme specification wants the icon of `size` pixels."""
    return folder / f"{size}x{size}" / "apps" / f"{APP_ID}.png"


def drawn(size: int) -> QImage:
    """The icon, `size` pixels wide and high."""
    svg = (HICOLOR / "scalable" / "apps" / f"{APP_ID}.svg").read_text("utf-8")
    sized = svg.replace('width="128" height="128"', f'width="{size}" height="{size}"', 1)
    picture = QImage()
    picture.loadFromData(sized.encode(), "SVG")
    return picture


def main(folder: Path = HICOLOR) -> None:
    """Draw all sizes into `folder`.

    Raises:
        OSError: a file cannot be written.
    """
    for size in SIZES:
        path = place(folder, size)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not drawn(size).save(str(path)):
            raise OSError(f"{path} cannot be written")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
