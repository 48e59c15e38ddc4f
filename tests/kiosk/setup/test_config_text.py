from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.kiosk.setup.config import Config, LoadedConfig, read_config
from desktop.kiosk.setup.config_keys import (
    CONFIG_OPTIONS,
    CORNERS,
    TEXT_SIZES,
    THEMES,
    ConfigOption,
)
from desktop.kiosk.setup.config_text import template

words = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1, max_size=40
)
configs = st.builds(
    Config,
    pack=st.none() | words.map(lambda name: Path("/packs", name.replace("/", "\\"), "a.json")),
    language=st.sampled_from(["", "en", "es-MX"]),
    name=words.map(str.strip).filter(bool),
    theme=st.sampled_from(THEMES),
    text_size=st.sampled_from(TEXT_SIZES),
    idle_seconds=st.just(0) | st.integers(30, 900),
    warning_seconds=st.integers(20, 120),
    printer=st.from_regex(r"([A-Za-z0-9_][A-Za-z0-9_.\-]{0,100})?", fullmatch=True),
    read_aloud=st.booleans(),
    tallies=st.booleans(),
    corner=st.sampled_from(CORNERS),
    corner_taps=st.integers(3, 10),
)


@given(configs)
def test_what_is_written_reads_the_same(config: Config) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "kiosk.toml")
        path.write_text(template(config), "utf-8")
        assert read_config(path) == LoadedConfig(config)


@pytest.mark.parametrize("key", CONFIG_OPTIONS, ids=lambda key: key.name)
def test_each_setting_stands_there_once_under_a_note(key: ConfigOption) -> None:
    lines = template(Config()).split("\n")
    (at,) = [at for at, line in enumerate(lines) if line.startswith(f"{key.name} = ")]
    assert lines[at - 1].startswith("# ")
    assert not lines[at + 1]


def test_the_lines_fit_a_terminal() -> None:
    assert max(map(len, template(Config()).split("\n"))) <= 100
