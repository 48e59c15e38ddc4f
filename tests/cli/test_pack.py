from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.cli import main as cli
from tests.pack.conftest import build_pack

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def pack_file(tmp_path: Path) -> str:
    path = tmp_path / "small.json"
    path.write_text(json.dumps(build_pack()))
    return str(path)


def test_check_of_a_sound_pack(pack_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["pack", "check", pack_file]) == 0
    assert capsys.readouterr().out == f"{pack_file}: 0 errors, 0 warnings\n"


def checked(tmp_path: Path, pack: object, *words: str) -> int:
    path = tmp_path / "checked.json"
    path.write_text(json.dumps(pack))
    return cli.main(["pack", "check", str(path), *words])


def test_check_groups_findings_by_severity_and_entry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = build_pack(extra=1)
    pack["entries"][0] |= {"answer": {"en": "a\n<b>", "es": "a"}, "related": ["sings"]}
    assert checked(tmp_path, pack) == 1
    assert capsys.readouterr().out.splitlines()[:4] == [
        "ERRORS, entry signs",
        '  entries[0] (signs).related[0]: No entry has the id "sings". Did you mean "signs"? '
        "[reference]",
        "  entries[0] (signs).answer.en, line 2: HTML is not allowed. Remove the tag; "
        'a "<" itself is written "\\<". [markup]',
        "",
    ]


def test_check_with_warnings_only_is_fine(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(tmp_path, build_pack(extra=1), "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["errors"], report["warnings"]) == (0, 1)
    assert report["findings"][0]["rule"] == "unknown-field"
    assert report["findings"][0]["severity"] == "warning"


@pytest.mark.parametrize("pack", [[], {"manifest": {"format": 2}}])
def test_check_of_what_is_no_pack_is_unreadable_input(
    tmp_path: Path, pack: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(tmp_path, pack) == 2
    assert "1 error, 0 warnings" in capsys.readouterr().out


def test_check_of_no_file_is_unreadable_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["pack", "check", "none.json"]) == 2
    assert "no such file" in capsys.readouterr().err


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["pack", "schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$defs"]["Pack"]


QUERIES = [
    {"id": "en-1", "lang": "en", "kind": "question", "text": "signs", "relevant": {"signs": 2}},
    {"id": "en-2", "lang": "en", "text": "zz\u001b[2J", "relevant": {"signs": 2}},
    {"id": "en-3", "lang": "en", "text": "qqqq", "relevant": {}, "help": True},
]


def evaluated(tmp_path: Path, pack_file: str, *words: str) -> int:
    path = tmp_path / "queries.jsonl"
    path.write_text("\n".join(map(json.dumps, QUERIES)))
    return cli.main(["pack", "evaluate", pack_file, str(path), *words])


def test_an_evaluation_is_a_table_and_the_failures(
    tmp_path: Path, pack_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluated(tmp_path, pack_file) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["queries", "hit@1", "hit@3", "MRR@10", "nDCG@10"]
    assert lines[1].split() == ["all", "2", "0.500", "0.500", "0.500", "0.500"]
    assert lines[-3:] == [
        "help shown where it must be: 0 of 1 (0.0%)",
        "missed: en-2: zz [2J -> nothing",
        "no-help: en-3: qqqq -> nothing",
    ]


def test_an_evaluation_for_machines(
    tmp_path: Path, pack_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert evaluated(tmp_path, pack_file, "--json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["groups"]["en question"]["hit_1"] == 1
    assert [failure["reason"] for failure in report["failures"]] == ["missed", "no-help"]


def test_queries_that_cannot_be_read_are_named(
    tmp_path: Path, pack_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text("nonsense")
    assert cli.main(["pack", "evaluate", pack_file, str(path)]) == 2
    assert f"{path}, line 1: A line is a JSON object." in capsys.readouterr().err
    assert cli.main(["pack", "evaluate", pack_file, "none.jsonl"]) == 2
    assert "none.jsonl: " in capsys.readouterr().err


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "luminaria" / "packs"


def test_index_makes_a_pack_ready(
    pack_file: str, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["pack", "index", pack_file]) == 0
    assert capsys.readouterr().out == f"{pack_file}: ready to open at once\n"
    assert [path.name for path in cache.glob("*/contents.json")] == ["contents.json"]


def test_index_counts_the_entries_for_who_waits(
    pack_file: str, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["pack", "index", "--progress", pack_file]) == 0
    assert capsys.readouterr().out.splitlines() == ["0 1", "1 1"]


def test_index_of_a_damaged_pack_names_the_fault(
    tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.json"
    path.write_text("{}")
    assert cli.main(["pack", "index", str(path)]) == 2
    assert 'The field "manifest" is missing.' in capsys.readouterr().err
    assert not cache.exists() or not list(cache.glob("*/"))


def test_index_without_room_says_so(
    pack_file: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert cli.main(["pack", "index", pack_file]) == 2
    assert "cannot be written" in capsys.readouterr().err
