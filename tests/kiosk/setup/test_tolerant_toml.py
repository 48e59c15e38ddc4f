from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.kiosk.setup.tolerant_toml import TomlIssue, key_lines, parse_toml


def test_sound_text_has_no_faults() -> None:
    assert parse_toml('[look]\r\ntheme = "dark"\r\n') == ({"look": {"theme": "dark"}}, [])


def test_every_faulty_line_is_told_and_the_rest_is_read() -> None:
    text = "[look]\ntheme = dark\ntext-size = 125\nname : x\n[visit]\nidle-seconds = 3 0\n"
    values, faults = parse_toml(text)
    assert faults == [TomlIssue(line, is_repeat=False) for line in (2, 4, 6)]
    assert values == {"look": {"text-size": 125}, "visit": {}}


def test_a_faulty_table_leaves_nothing() -> None:
    assert parse_toml('[look\ntheme = "dark"\n') == ({}, [TomlIssue(1, is_repeat=False)])


@pytest.mark.parametrize("text", ["a = 1\na = 2", "[b]\n\n[b]\n"])
def test_what_is_said_twice_is_told_as_such(text: str) -> None:
    assert [fault.is_repeat for fault in parse_toml(text)[1]] == [True]


@pytest.mark.parametrize("text", ["a = " + "[" * 900, "a = " + "9" * 5000, 'a = """b\n'])
def test_what_breaks_the_parser_is_a_fault(text: str) -> None:
    _, faults = parse_toml(text)
    assert faults


@given(st.text(max_size=200))
def test_any_text_is_read_or_has_faults(text: str) -> None:
    values, faults = parse_toml(text)
    assert faults or values is not None


@given(st.lists(st.sampled_from(["[a]", "b = 1", "c 2", "", "# d", "e = [", '"""', "[[f"])))
def test_a_faulty_line_is_told_once(lines: list[str]) -> None:
    _, faults = parse_toml("\n".join(lines))
    told = [fault.line for fault in faults]
    assert len(set(told)) == len(told)
    assert all(0 <= line <= len(lines) + 1 for line in told)


def test_places_of_tables_and_settings() -> None:
    text = '# a = 1\nlook.name = "b"\n[visit]\n  "idle-seconds" = 3\n[ "operator" ]\ntallies=true'
    assert key_lines(text) == {
        ("look", "name"): 2,
        ("visit", ""): 3,
        ("visit", "idle-seconds"): 4,
        ("operator", ""): 5,
        ("operator", "tallies"): 6,
    }
