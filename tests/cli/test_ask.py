from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from desktop.cli import ask
from desktop.cli import main as cli
from tests.pack.conftest import build_pack

if TYPE_CHECKING:
    from pathlib import Path

QUESTION = "What are the signs?"


def process(*words: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        capture_output=True,
        check=False,
        timeout=60,
        **options,
    )


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_ask_prints_question_and_brief(pack_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ask", "signs", "--pack", pack_file]) == 0
    assert capsys.readouterr().out == f"{QUESTION}\n  Text\n"


def test_ask_puts_help_first(pack_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ask", "my boss took my passport", "--pack", pack_file]) == 0
    assert capsys.readouterr().out.startswith("Help now\n  Text\n    call 911\n")


def test_a_contact_that_is_not_in_the_pack_hides_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    urgent = [{"id": "held", "phrases": {"en": ["my boss took it"]}, "contacts": ["x", "hotline"]}]
    path = tmp_path / "dangling.json"
    path.write_text(json.dumps(build_pack(urgent=urgent)))
    assert cli.main(["ask", "my boss took it", "--pack", str(path)]) == 0
    assert "call 911" in capsys.readouterr().out


def test_ask_as_json_is_one_line_with_the_documented_fields(
    pack_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--pack", pack_file, "ask", "--json", "signs"]) == 0
    out = capsys.readouterr().out
    answer = json.loads(out)
    assert out.count("\n") == 1
    assert list(answer) == ["query", "lang", "hits", "help", "suggestions"]
    assert (answer["query"], answer["lang"], answer["help"]) == ("signs", "en", False)
    assert list(answer["hits"][0]) == ["id", "lang", "score"]
    assert answer["hits"][0]["id"] == "signs"


def test_finding_nothing_is_said_and_shows_in_the_exit_code(
    pack_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["ask", "zzzzzz", "--pack", pack_file]) == 1
    assert "Nothing found." in capsys.readouterr().out
    assert cli.main(["ask", "zzzzzz", "--json", "--pack", pack_file]) == 1
    assert json.loads(capsys.readouterr().out)["hits"] == []


@pytest.mark.parametrize("words", [["--lang", "es"], ["--lang", "ES_mx"], ["--lang=es-419"]])
def test_ask_answers_in_the_language_named(
    pack_file: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["ask", "señales", *words, "--pack", pack_file]) == 0
    assert capsys.readouterr().out.startswith("¿Cuáles son las señales?\n")


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LC_ALL": "en_US", "LANG": "es_MX"}, "en"),
        ({"LC_ALL": "", "LANG": "es@euro"}, "es"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environ: dict[str, str], lang: str) -> None:
    assert ask._language(None, ("en", "es"), environ) == lang


def test_an_unknown_language_is_refused_with_those_there_are(
    pack_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["ask", "x", "--lang", "fr", "--pack", pack_file]) == 2
    assert '"fr"; it has: en, es' in capsys.readouterr().err


def test_batch_writes_one_line_for_each_line(
    pack_file: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, b"\xef\xbb\xbfsigns\r\n\nse\xc3\xb1ales\nzzzzzz\nbad \xff\nno line end")
    assert cli.main(["ask", "--batch", "--pack", pack_file]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    queries = [answer["query"] for answer in answers]
    assert queries == ["signs", "", "señales", "zzzzzz", "bad \ufffd", "no line end"]
    assert [bool(answer["hits"]) for answer in answers[:4]] == [True, False, True, False]


def test_batch_finds_help(
    pack_file: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, b"my boss took my passport\n")
    assert cli.main(["ask", "--batch", "--pack", pack_file]) == 0
    assert json.loads(capsys.readouterr().out)["help"] is True


def test_a_line_without_end_is_cut(
    pack_file: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    feed(monkeypatch, b"x" * 300_000 + b"\nsigns\n")
    assert cli.main(["ask", "--batch", "--pack", pack_file]) == 0
    long, short = capsys.readouterr().out.splitlines()
    assert len(long) < 70_000
    assert json.loads(short)["query"] == "signs"


def test_batch_without_standard_input_is_wrong_use(
    pack_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert cli.main(["ask", "--batch", "--pack", pack_file]) == 2


def test_batch_answers_before_the_next_query_comes(pack_file: str) -> None:
    command = [sys.executable, "-m", "desktop", "ask", "--batch", "--pack", pack_file]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        for query in ("signs", "text"):
            asked.stdin.write(f"{query}\n")
            assert json.loads(asked.stdout.readline())["query"] == query
        asked.stdin.close()
        assert asked.wait(60) == 0


def test_ask_loads_no_qt(pack_file: str) -> None:
    program = (
        "import sys; from desktop.cli.main import main; code = main(sys.argv[1:]);"
        "sys.exit(code or any(name.startswith(('PySide6', 'desktop.ui')) for name in sys.modules))"
    )
    words = [sys.executable, "-c", program, "ask", "signs", "--pack", pack_file]
    subprocess.run(words, capture_output=True, check=True, timeout=60)


def test_a_locale_without_accents_does_not_crash(pack_file: str) -> None:
    environ = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = process("ask", "señales", "--lang", "es", "--pack", pack_file, env=environ)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.splitlines()[0] == b"?Cu?les son las se?ales?"


@pytest.mark.skipif(sys.platform != "linux", reason="needs bytes as arguments")
def test_words_that_are_no_text_do_not_crash(pack_file: str) -> None:
    words: list[Any] = [b"ask", b"--json", b"\xff signs", b"--pack", os.fsencode(pack_file)]
    done = process(*words)
    assert json.loads(done.stdout)["query"] == "\ufffd signs"


def test_a_pack_cannot_steer_the_terminal() -> None:
    assert ask._wrapped("a\x1b[2Jb\u202ec") == "a [2Jb c"
