"""The commands for authors of packs: `luminaria pack …`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import to_builtins

from desktop.base.folders import cache_folder
from desktop.cli.terminal import (
    FINE,
    FOUND_PROBLEMS,
    WRONG_USE,
    Parser,
    print_error,
    print_lines,
    printable,
)
from desktop.pack import reader
from desktop.pack.check import checker
from desktop.pack.schema import document
from desktop.search.evaluate import evaluate, read_queries
from desktop.search.index.cache import Cache
from desktop.search.open_pack import open_indexed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.pack.check.checker import Finding
    from desktop.search.evaluate import Report


def run(words: list[str]) -> int:
    """Run `luminaria pack` with the arguments `words`, and return the exit code.

    Raises:
        PackErrors: a file cannot be read.
    """
    parser = Parser(prog="luminaria pack", description="Tools for authors of packs.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="name everything that is wrong with a pack")
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--json", action="store_true", help="print the findings as JSON")
    measure = commands.add_parser("evaluate", help="measure how well a pack's search finds")
    measure.add_argument("file", type=Path, metavar="PACK")
    measure.add_argument("queries", type=Path, metavar="QUERIES", help="JSON Lines")
    measure.add_argument("--json", action="store_true", help="print the measures as JSON")
    index = commands.add_parser("index", help="make a large pack ready to open at once")
    index.add_argument("file", type=Path, metavar="FILE")
    index.add_argument("--progress", action="store_true", help="print how many entries are done")
    commands.add_parser("schema", help="print the JSON Schema of packs")
    args = parser.parse_args(words)
    if args.command == "check":
        return _check(args.file, as_json=args.json)
    if args.command == "evaluate":
        return _evaluate(args.file, args.queries, as_json=args.json)
    if args.command == "index":
        return _index(args.file, progress=args.progress)
    print_lines(document().decode().rstrip("\n"))
    return FINE


def _check(path: Path, *, as_json: bool) -> int:
    findings = checker.check(reader.load(path), file=str(path))
    errors = [finding for finding in findings if finding.severity is checker.Severity.ERROR]
    counts = {"errors": len(errors), "warnings": len(findings) - len(errors)}
    if as_json:
        print_lines(json.dumps({"file": str(path), **counts, "findings": to_builtins(findings)}))
    else:
        print_lines("\n\n".join(_report(findings, printable(str(path)), counts)))
    if any(finding.rule == "file" for finding in errors):
        return WRONG_USE  # the file could not be read
    return FOUND_PROBLEMS if errors else FINE


def _report(findings: Sequence[Finding], file: str, counts: Mapping[str, int]) -> Iterator[str]:
    """Findings as text, in groups of one severity and entry."""
    groups: dict[str, list[str]] = {}
    for finding in sorted(findings, key=lambda finding: finding.severity):
        title = f"{finding.severity.upper()}S" + (f", entry {finding.entry}" * bool(finding.entry))
        place = f"{finding.place}: " if finding.place else ""
        line = f"  {place}{finding.expected} {finding.remedy} [{finding.rule}]"
        groups.setdefault(title, []).append(printable(line))
    for title, lines in groups.items():
        yield "\n".join([title, *lines])
    yield f"{file}: " + ", ".join(f"{_plural(number, name)}" for name, number in counts.items())


def _plural(number: int, name: str) -> str:
    return f"{number} {name[:-1] if number == 1 else name}"


def _index(path: Path, *, progress: bool) -> int:
    def report(done: int, count: int) -> None:
        if progress:
            print_lines(f"{done} {count}")
            sys.stdout.flush()

    try:
        Cache(cache_folder()).make(path, report)
    except RuntimeError:  # no home folder
        print_error("There is no folder for the index. Set XDG_CACHE_HOME to one.")
        return WRONG_USE
    except OSError as error:
        print_error(f"The index cannot be written ({error.strerror}). Check the disk.")
        return WRONG_USE
    if not progress:
        print_lines(f"{printable(str(path))}: ready to open at once")
    return FINE


def _evaluate(path: Path, queries: Path, *, as_json: bool) -> int:
    opened = open_indexed(path)
    engine = opened.make_engine()
    asked = read_queries(reader.load(queries), opened.pack, file=str(queries))
    report = evaluate(engine, asked)
    if as_json:
        print_lines(json.dumps({"pack": str(path), "queries": str(queries), **to_builtins(report)}))
    else:
        print_lines("\n".join(_measures(report)))
    return FINE


def _measures(report: Report) -> Iterator[str]:
    """Report as text: a table, the help card, and the failures."""
    if report.groups:
        yield f"{'':22}{'queries':>8}{'hit@1':>8}{'hit@3':>8}{'MRR@10':>8}{'nDCG@10':>9}"
    for name, found in report.groups.items():
        yield (
            f"{printable(name):22}{found.queries:8}{found.hit_1:8.3f}{found.hit_3:8.3f}"
            f"{found.mrr_10:8.3f}{found.ndcg_10:9.3f}"
        )
    for metric, (total, shown) in {
        "help shown where it must be": report.urgent,
        "help shown where it must not be": report.not_urgent,
        "hits where nothing answers": report.unanswerable,
    }.items():
        if total:
            yield f"{metric}: {shown} of {total} ({shown / total:.1%})"
    for failure in report.failures:
        came = ", ".join(failure.hits) or "nothing"
        query = failure.query
        yield f"{failure.reason}: {printable(query.id)}: {printable(query.text)} -> {came}"
