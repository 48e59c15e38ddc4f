from __future__ import annotations

from dataclasses import fields

import pytest

from desktop.base.folders import CONFIG_NAME
from desktop.base.resources import asset
from desktop.kiosk.setup.config import Config, LoadedConfig, load_config
from desktop.kiosk.setup.config_keys import CONFIG_OPTION_BY_NAME, CONFIG_OPTIONS, ConfigOption

SHIPPED = asset(CONFIG_NAME)

SOUND: dict[str, list[object]] = {
    "file": ["", "packs/my town.json"],
    "language": ["", "en", "es-MX"],
    "name": ["L", "Información", "x" * 40],
    "theme": ["light", "dark", "contrast"],
    "text-size": [100, 200],
    "idle-seconds": [0, 30, 900],
    "warning-seconds": [20, 120],
    "read-aloud": [True, False],
    "printer": ["", "Lobby_2"],
    "corner": ["top-left", "bottom-right"],
    "corner-taps": [3, 10],
    "tallies": [True, False],
}
BAD: dict[str, list[object]] = {
    "file": [1, "a\nb", "a\0b", "x" * 901],
    "language": ["English", "e", "en_US", 1],
    "name": ["", " ", "x" * 41, "a ", " a", "a\tb", "\u202eab"],
    "theme": ["Light", "blue", 1],
    "text-size": [True, 110, "100", 100.0],
    "idle-seconds": [-1, 1, 29, 901, True, False, "90", 90.0],
    "warning-seconds": [0, 19, 121, True],
    "read-aloud": [1, 0, "true"],
    "printer": ["a b", "-d", "a/b", "a#b", "x" * 128],
    "corner": ["top", "left-top", 1],
    "corner-taps": [2, 11, True],
    "tallies": [1, "false"],
}


def test_every_field_has_one_setting() -> None:
    assert sorted(key.field for key in CONFIG_OPTIONS) == sorted(
        field.name for field in fields(Config)
    )
    assert len(CONFIG_OPTION_BY_NAME) == len(CONFIG_OPTIONS)


def test_every_setting_is_tried_here() -> None:
    assert set(SOUND) == set(BAD) == set(CONFIG_OPTION_BY_NAME)


@pytest.mark.parametrize(("name", "value"), [(name, v) for name in SOUND for v in SOUND[name]])
def test_sound_values(name: str, value: object) -> None:
    assert CONFIG_OPTION_BY_NAME[name].accepts(value)


@pytest.mark.parametrize(("name", "value"), [(name, v) for name in BAD for v in BAD[name]])
def test_bad_values(name: str, value: object) -> None:
    assert not CONFIG_OPTION_BY_NAME[name].accepts(value)


# The file that `luminaria kiosk init` writes -----------------------------------------------


def test_what_is_written_reads_as_delivered() -> None:
    assert load_config(SHIPPED) == LoadedConfig(Config())


@pytest.mark.parametrize("key", CONFIG_OPTIONS, ids=lambda key: key.name)
def test_each_setting_stands_there_once_under_a_note(key: ConfigOption) -> None:
    lines = SHIPPED.read_text("utf-8").split("\n")
    (at,) = [at for at, line in enumerate(lines) if line.startswith(f"{key.name} = ")]
    assert lines[at - 1].startswith("# ")
    assert not lines[at + 1]


def test_the_lines_fit_a_terminal() -> None:
    assert max(map(len, SHIPPED.read_text("utf-8").split("\n"))) <= 100
