from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from desktop import __version__
from desktop.__main__ import main as entry_point
from desktop.cli import main as cli
from desktop.desk.instance.hand_over import Request, Start
from tests.pack.conftest import build_pack

QUESTION = "What are the signs?"


@pytest.fixture
def pack_file(tmp_path: Path) -> str:
    urgent = [
        {
            "id": "held",
            "phrases": {"en": ["my boss took my passport"], "es": ["me quitó el pasaporte"]},
            "contacts": ["hotline"],
        }
    ]
    path = tmp_path / "small.json"
    path.write_text(json.dumps(build_pack(urgent=urgent)))
    return str(path)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Starts of the window, in place of the window itself."""
    starts: list[dict[str, Any]] = []

    def run(**start: Any) -> int:
        starts.append(start)
        return 0

    monkeypatch.setitem(sys.modules, "desktop.desk.start", types.SimpleNamespace(run=run))
    monkeypatch.setattr("desktop.desk.instance.hand_over.begin", lambda *_, **__: Start())
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return starts


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


# The window


def start(**asked: Any) -> dict[str, Any]:
    """How a window of its own starts."""
    plain = {"pack_path": None, "lang": None, "query": "", "listener": None, "background": False}
    return plain | asked


def test_a_query_opens_the_window(window: list[dict[str, Any]]) -> None:
    assert cli.main(["my", "boss", "--lang", "es", "--pack", "a.json"]) == 0
    assert window == [start(pack_path=Path("a.json"), lang="es", query="my boss")]


def test_no_query_opens_the_window_too(window: list[dict[str, Any]]) -> None:
    assert cli.main([]) == 0
    assert window == [start()]


def test_a_start_in_the_background(window: list[dict[str, Any]]) -> None:
    assert cli.main(["--background"]) == 0
    assert window == [start(background=True)]


def test_a_later_start_hands_its_query_over(
    window: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def begin(request: Request, **_: Any) -> Start:
        asked.append(request.query)
        return Start(handed_over=True)

    monkeypatch.setattr("desktop.desk.instance.hand_over.begin", begin)
    assert cli.main(["my", "boss"]) == 0
    assert (asked, window) == (["my boss"], [])


@pytest.mark.parametrize("words", [["--", "ask"], ["--lang", "es", "--", "ask"]])
def test_a_command_is_a_query_after_two_hyphens(
    window: list[dict[str, Any]], words: list[str]
) -> None:
    assert cli.main(words) == 0
    assert window[0]["query"] == "ask"


def test_words_after_two_hyphens_may_look_like_options(window: list[dict[str, Any]]) -> None:
    assert cli.main(["a", "--", "--lang", "--"]) == 0
    assert window[0] == start(query="a --lang --")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about display servers")
def test_without_a_screen_one_line_names_ask(
    window: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main(["signs"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), window) == ("", 1, [])
    assert "luminaria ask" in err


# ask


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
    assert cli._language(None, ("en", "es"), environ) == lang


def test_an_unknown_language_is_refused_with_those_there_are(
    pack_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["ask", "x", "--lang", "fr", "--pack", pack_file]) == 2
    assert '"fr"; it has: en, es' in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["--colour"],
        ["--lang"],
        ["ask"],
        ["ask", " "],
        ["ask", "--jsn", "x"],
        ["ask", "--batch", "x"],
        ["ask", "--limit", "0", "x"],
        ["ask", "--limit", "many", "x"],
        ["pack"],
        ["pack", "frobnicate"],
        ["pack", "check"],
        ["--lang", "es", "pack", "schema"],
    ],
)
def test_wrong_use_is_explained(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "--help" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [["--help"], ["ask", "-h"], ["pack", "check", "--help"]])
def test_help_is_printed(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 0
    assert capsys.readouterr().out.startswith("usage: luminaria")


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"Luminaria {__version__}\n"


def test_the_entry_point_takes_the_words_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["luminaria", "--version"])
    assert entry_point() == 0
    assert __version__ in capsys.readouterr().out


def test_a_pack_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ask", "x", "--pack", "none.json"]) == 2
    assert capsys.readouterr().err == (
        "none.json: There is no such file. Check the name and the folder.\n"
    )


# ask --batch


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


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX pipes")
def test_a_closed_pipe_ends_it_quietly(pack_file: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = [sys.executable, "-m", "desktop", "ask", "--batch", "--pack", pack_file]
    done = subprocess.run(
        words,
        input=b"signs\n" * 100,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_reported_in_one_line(pack_file: str) -> None:
    words = [sys.executable, "-m", "desktop", "ask", "signs", "--pack", pack_file]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"OSError: " in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_an_interrupt_ends_it_without_a_traceback(pack_file: str) -> None:
    command = [sys.executable, "-m", "desktop", "ask", "--batch", "--pack", pack_file]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        asked.stdin.write(b"signs\n")
        asked.stdin.flush()
        asked.stdout.readline()  # it runs, and waits for the next query
        asked.send_signal(signal.SIGINT)
        _, err = asked.communicate(timeout=60)
    assert (asked.returncode, err) == (130, b"")


# In a process of its own


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


# The last guard


def test_the_unexpected_is_one_line_without_the_query(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: list[str]) -> int:
        raise RuntimeError("my boss took my passport")

    monkeypatch.setattr(cli, "_run", fail)
    monkeypatch.delenv("LUMINARIA_DEBUG", raising=False)
    assert cli.main(["x"]) == 2
    assert capsys.readouterr().err == (
        "luminaria: something went wrong (RuntimeError). "
        "Set LUMINARIA_DEBUG=1 to see the details.\n"
    )
    monkeypatch.setenv("LUMINARIA_DEBUG", "1")
    with pytest.raises(RuntimeError):
        cli.main(["x"])


def test_a_pack_cannot_steer_the_terminal() -> None:
    assert cli._wrapped("a\x1b[2Jb\u202ec") == "a [2Jb c"


def test_a_process_without_streams_does_not_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert cli.main(["pack", "schema"]) == 0
    assert cli.main(["--nonsense"]) == 2
