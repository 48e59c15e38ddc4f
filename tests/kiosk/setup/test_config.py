from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.base.folders import CONFIG_NAME
from desktop.kiosk.setup.config import (
    MAX_BYTES,
    Config,
    ConfigIssue,
    LoadedConfig,
    load_config,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / CONFIG_NAME


def read(path: Path, text: str) -> LoadedConfig:
    path.write_text(text, "utf-8")
    return load_config(path)


def told(found: LoadedConfig) -> list[tuple[int, str, str]]:
    assert found.config == Config(), "any fault means the safe defaults"
    return [(problem.line, problem.expected, problem.remedy) for problem in found.problems]


def test_what_is_not_set_is_as_delivered(path: Path) -> None:
    found = read(path, "[visit]\nidle-seconds = 0\n[look]\nname = 'Info'\n")
    assert found == LoadedConfig(Config(idle_seconds=0, name="Info"))


def test_an_empty_file_is_sound(path: Path) -> None:
    assert read(path, "") == LoadedConfig(Config())


def test_a_byte_order_mark_and_windows_lines_do_no_harm(path: Path) -> None:
    path.write_bytes(b'\xef\xbb\xbf[look]\r\ntheme = "dark"\r\n')
    assert load_config(path) == LoadedConfig(Config(theme="dark"))


def test_a_pack_is_looked_for_beside_the_file(path: Path) -> None:
    found = read(path, '[pack]\nfile = "packs/own.json"\n')
    assert found.config.pack == path.parent / "packs" / "own.json"


def test_an_absolute_pack_stays_where_it_is(path: Path) -> None:
    assert read(path, '[pack]\nfile = "/srv/own.json"\n').config.pack == Path("/srv/own.json")


def test_no_file_says_how_to_make_one(path: Path) -> None:
    (problem,) = load_config(path).problems
    assert str(problem) == (
        f'{path}: There is no configuration yet. Make one with "luminaria kiosk init".'
    )


def test_all_faults_are_told_in_the_order_of_the_file(path: Path) -> None:
    found = read(
        path,
        '[look]\ntheme = "drak"\ntext-size = "100"\n'
        "[visit]\nidle_seconds = 90\nwarning-seconds = 5\ncorner-taps = 4\n"
        "[operatr]\ntallies = true\n[pack]\nlanguage = en\n",
    )
    assert told(found) == [
        (2, 'theme is one of "light", "dark", "contrast".', 'Did you mean "dark"?'),
        (3, "text-size is one of 100, 125, 150, 200, without quotes.", CHANGE),
        (5, 'There is no setting "idle_seconds".', 'Did you mean "idle-seconds"?'),
        (6, "warning-seconds is a whole number from 20 to 120, without quotes.", CHANGE),
        (7, "corner-taps belongs under [operator].", "Move the line there."),
        (8, 'There is no table "operatr".', 'Did you mean "operator"?'),
        (11, SYNTAX, "Put text in quotes; numbers, true and false go without."),
    ]


CHANGE = "Change it, or remove the line."
SYNTAX = 'A line is a [table], a comment after "#", or a setting such as theme = "dark".'


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("\ntheme = 'dark'", 2, "theme belongs under [look]."),
        ("look = 3", 1, '"look" is a table, not a setting.'),
        ("[[look]]\ntheme = 'dark'", 1, '"look" is a table, not a setting.'),
        ("[look]\ntheme = ['dark']", 2, 'theme is one of "light", "dark", "contrast".'),
        ("[look.theme]\nx = 1", 1, 'theme is one of "light", "dark", "contrast".'),
        ("look = {theme = 1}", 1, 'theme is one of "light", "dark", "contrast".'),
        ("[visit]\nidle-seconds = 2024-01-01", 2, IDLE := "idle-seconds is a whole number "
         "from 30 to 900, or 0 for never, without quotes."),
        ("[visit]\nidle-seconds = nan", 2, IDLE),
        ("[theme]\na = 1", 1, 'There is no table "theme".'),
        ("[look]\nname='a'\nname='b'", 3, "This is in the file already."),
        ("a\x1bb\u2028 = 1", 1, SYNTAX),
        ('"a\\u001Bb" = 1', 0, 'There is no table "a\N{REPLACEMENT CHARACTER}b".'),
    ],
)  # fmt: skip
def test_one_fault(path: Path, text: str, line: int, expected: str) -> None:
    assert told(read(path, text))[0][:2] == (line, expected)


def test_the_line_of_a_bad_byte_is_told(path: Path) -> None:
    path.write_bytes(b"[look]\n# caf\xe9\n")
    assert told(load_config(path))[0][:2] == (2, "The file is plain text in UTF-8.")


def test_notepads_utf_16_is_told(path: Path) -> None:
    path.write_bytes("[look]".encode("utf-16"))
    assert told(load_config(path))[0][2] == "Save it again as UTF-8 in your editor."


def test_a_file_too_large_is_refused(path: Path) -> None:
    assert not read(path, "# 456789\n" * (MAX_BYTES // 9)).problems
    assert told(read(path, "#" * (MAX_BYTES + 1)))[0][1] == "A configuration has at most 64 KB."


def test_a_line_that_would_take_seconds_is_refused(path: Path) -> None:
    found = read(path, "# fine\n" + "a." * 20_000 + "b = 1\n")
    assert told(found) == [(2, "A line has at most 1000 characters.", "Shorten it.")]


def test_a_folder_or_pipe_is_refused(path: Path) -> None:
    os.mkfifo(path)
    for irregular in (path, path.parent):
        assert told(load_config(irregular))[0][1] == "This is not a regular file."


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_that_cannot_be_is_told(path: Path, name: str) -> None:
    assert "cannot be read (" in told(load_config(path.with_name(name)))[0][1]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(path: Path) -> None:
    path.touch(mode=0)
    assert "cannot be read (" in told(load_config(path))[0][1]


def test_a_problem_without_a_line() -> None:
    assert str(ConfigIssue("f", 0, "A.", "B.")) == "f: A. B."
    assert str(ConfigIssue("f", 7, "A.", "B.")) == "f, line 7: A. B."
