from __future__ import annotations

import sys

import pytest

from desktop.cli.terminal import Parser, describe_error, print_error, print_lines, printable


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert printable("a\x1b[2Jb\u202ec") == "a [2Jb c"


def test_without_streams_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    print_lines("x")
    print_error("x")


def test_words_after_two_hyphens_are_words() -> None:
    parser = Parser(prog="p")
    parser.add_argument("--flag", action="store_true")
    parser.add_argument("query", nargs="*")
    args = parser.parse(["a", "--flag", "--", "--b"])
    assert (args.query, args.flag) == (["a", "--b"], True)


def test_a_complaint_says_where_help_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        Parser(prog="p").parse(["--nonsense"])
    assert stop.value.code == 2
    assert 'Try "p --help"' in capsys.readouterr().err


def test_a_reason_has_no_words_of_the_error() -> None:
    assert describe_error(RuntimeError("my boss took my passport")) == "RuntimeError"
    assert describe_error(FileNotFoundError(2, "No such file")) == "FileNotFoundError: No such file"
