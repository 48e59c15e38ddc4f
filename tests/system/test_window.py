"""The packed program in the hands of a person, and of a screen reader."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.system import hands
from tests.system.conftest import SMOKE, need

if TYPE_CHECKING:
    from pathlib import Path

    from tests.system.conftest import Reader, Start
    from tests.system.xserver import XServer


def test_a_question_is_typed_found_read_and_closed(
    executable: Path, xserver: XServer, reader: Reader, start: Start
) -> None:
    hands.set_keyboard(xserver, "es")
    process = start([executable], reader.environment)
    window = hands.wait_for_window(xserver, process)
    xserver.save(SMOKE / "1-start.png")
    empty = xserver.pixels()

    hands.type_text(xserver, "señales")
    hits = hands.wait_for(lambda: reader.names("list item"), "search results")
    found = hands.wait_for_change(xserver, empty, "search results on the screen")
    assert "señales" in [part["text"] for part in reader.tree()]
    xserver.save(SMOKE / "2-results.png")

    hands.press(xserver, "Return")
    hands.wait_for(lambda: hits[0] in reader.names("heading"), f"the answer to {hits[0]}")
    hands.wait_for_change(xserver, found, "the answer on the screen")
    xserver.save(SMOKE / "3-answer.png")

    hands.close_window(xserver, window)
    assert process.wait(timeout=20) == 0


def test_a_screen_reader_finds_the_search_box(
    executable: Path, xserver: XServer, reader: Reader, start: Start
) -> None:
    hands.wait_for_window(xserver, start([executable], reader.environment))
    assert "Search" in reader.names("text")
    assert "Topics" in reader.names("tree")
    nameless = [p for p in reader.tree() if p["role"] == "push button" and not p["name"].strip()]
    assert not nameless


@pytest.mark.parametrize("words", [(), ("ask", "señales")], ids=["window", "ask"])
def test_nothing_leaves_the_machine(
    executable: Path,
    words: tuple[str, ...],
    plain: dict[str, str],
    tmp_path: Path,
    start: Start,
    request: pytest.FixtureRequest,
) -> None:
    need("strace")
    log = tmp_path / "network.log"
    command: list[str | Path] = [
        "strace",
        "-f",
        "-e",
        "trace=network",
        "-o",
        log,
        executable,
        *words,
    ]
    if words:
        done = start(command, plain)
        assert done.wait(timeout=60) == 0
    else:
        server: XServer = request.getfixturevalue("xserver")
        done = start(command, plain | {"DISPLAY": server.display})
        window = hands.wait_for_window(server, done)
        hands.type_text(server, "passport")
        hands.press(server, "Return")
        hands.close_window(server, window)
        assert done.wait(timeout=60) == 0
    calls = log.read_text("utf-8", errors="replace")
    families = set(re.findall(r"\bsocket(?:pair)?\((\w+)", calls))
    assert families <= ({"AF_UNIX"} if not words else set())


def test_ask_answers_without_a_display(executable: Path, plain: dict[str, str]) -> None:
    done = subprocess.run(
        [executable, "ask", "--batch"],
        input="my boss took my passport\n",
        env=plain,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert '"query":"my boss took my passport"' in done.stdout.replace(": ", ":")


def test_without_a_display_one_line_names_ask(executable: Path, plain: dict[str, str]) -> None:
    done = subprocess.run(
        [executable], env=plain, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "luminaria ask" in done.stderr
