from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QByteArray, QSettings

from desktop.desk.settings import (
    GEOMETRY,
    LANGUAGE,
    SPLITTER,
    TEXT_SIZE,
    TEXT_SIZES,
    THEME,
    Setting,
)

if TYPE_CHECKING:
    from pathlib import Path

ALL: tuple[Setting[Any], ...] = (LANGUAGE, TEXT_SIZE, THEME, GEOMETRY, SPLITTER)


def opened(path: Path) -> QSettings:
    return QSettings(str(path), QSettings.Format.IniFormat)


@pytest.mark.parametrize("setting", ALL, ids=lambda s: s.key)
def test_nothing_stored_gives_the_default(setting: Setting[Any], store: QSettings) -> None:
    assert setting.read(store) == setting.default


@pytest.mark.parametrize(
    ("setting", "value"),
    [(LANGUAGE, "es"), (TEXT_SIZE, 200), (THEME, "dark"), (GEOMETRY, QByteArray(b"\0\xff"))],
)
def test_a_value_survives_on_disk(setting: Setting[Any], value: object, tmp_path: Path) -> None:
    first = opened(tmp_path / "a.ini")
    setting.write(first, value)
    first.sync()
    assert setting.read(opened(tmp_path / "a.ini")) == value


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        (TEXT_SIZE, 101),
        (TEXT_SIZE, -100),
        (TEXT_SIZE, "large"),
        (TEXT_SIZE, ""),
        (TEXT_SIZE, ["100", "200"]),
        (TEXT_SIZE, 10**30),
        (THEME, "pink"),
        (THEME, ["light", "dark"]),
        (GEOMETRY, 3),
    ],
)
def test_a_bad_value_falls_back(setting: Setting[Any], value: object, tmp_path: Path) -> None:
    first = opened(tmp_path / "a.ini")
    first.setValue(setting.key, str(value) if isinstance(value, int) else value)
    first.sync()
    read = setting.read(opened(tmp_path / "a.ini"))
    assert type(read) is type(setting.default)
    assert setting.accepts(read)


@pytest.mark.parametrize(
    "content",
    [b"\0\xff\xfe[[[", b"[view]\ntext_size=@Variant(\\0\\0)\n", b"[view\ntheme", b"=" * 9999],
)
@pytest.mark.parametrize("setting", ALL, ids=lambda s: s.key)
def test_a_damaged_file_falls_back(setting: Setting[Any], content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    file.write_bytes(content)
    assert setting.read(opened(file)) == setting.default


def test_a_place_that_cannot_be_written_to_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = opened(tmp_path / "file" / "below" / "a.ini")
    THEME.write(store, "dark")
    store.sync()
    assert store.status() != QSettings.Status.NoError
    assert THEME.read(store) == "dark"


def test_text_sizes_grow_and_hold_the_default() -> None:
    assert list(TEXT_SIZES) == sorted(set(TEXT_SIZES))
    assert TEXT_SIZE.default in TEXT_SIZES


def test_no_two_settings_share_a_key() -> None:
    assert len({setting.key for setting in ALL}) == len(ALL)
