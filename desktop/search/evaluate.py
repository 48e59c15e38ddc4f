"""Evaluation of the search by queries with known relevant entries.

Measures, each averaged over the answerable queries, by the first ten hits (see
Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002, and
Voorhees, "The TREC-8 question answering track report", 1999):

- hit@k: a relevant entry is among the first k hits;
- MRR@10: 1 / rank of the first relevant entry, 0 if there is none;
- nDCG@10: sum of (2^grade - 1) / log2(rank + 1), divided by the sum for the ideal order.

An entry counts once, regardless of the language in which it was found.
"""

from __future__ import annotations

import json
from collections import defaultdict
from math import log2
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct, convert

from desktop.pack.errors import PackError, PackErrors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.pack.view import PackView
    from desktop.search.engine import SearchEngine

DEPTH: Final = 10  # hits that count
_WRONG: Final = {"urgent": "no-help", "not_urgent": "false-help", "unanswerable": "found"}
_EXAMPLE: Final = '{"id": "q1", "lang": "en", "text": "words typed", "relevant": {"entry-id": 2}}'


class Query(Struct, frozen=True, kw_only=True):
    """A query with its expected result.

    Attributes:
        id: identifies it in the report.
        lang: language of the screen it is typed on.
        text: as typed.
        relevant: grade of each relevant entry: 2 best, 1 useful too; empty if there is none.
        kind: group in the report, such as "typo"; "" for none.
        help: whether the help card must show; None if that is not checked.
    """

    id: str
    lang: str
    text: str
    relevant: dict[str, int]
    kind: str = ""
    help: bool | None = None


class Measures(Struct, frozen=True, kw_only=True):
    """Averages over a group of answerable queries, each from 0 to 1."""

    queries: int
    hit_1: float
    hit_3: float
    mrr_10: float
    ndcg_10: float


class Failure(Struct, frozen=True, kw_only=True):
    """A query with a wrong result.

    Attributes:
        query: the query.
        reason: the reason: "missed" (no relevant entry in the first three), "found" (hits for an
            unanswerable query), "no-help" or "false-help".
        hits: ids of the first three entries found.
    """

    query: Query
    reason: str
    hits: tuple[str, ...]


class Report(Struct, frozen=True, kw_only=True):
    """The result of an evaluation.

    Attributes:
        groups: by name: "all", each language, each kind, and each language with each kind.
        urgent: number of queries that must show help, and how many do.
        not_urgent: number of queries that must not show help, and how many do.
        unanswerable: number of unanswerable queries, and how many have hits.
        failures: in the order of the queries.
    """

    groups: dict[str, Measures]
    urgent: tuple[int, int]
    not_urgent: tuple[int, int]
    unanswerable: tuple[int, int]
    failures: tuple[Failure, ...]


def evaluate(engine: SearchEngine, queries: Iterable[Query]) -> Report:
    """Run each query and compare its result with the expected one."""
    places: dict[str, list[tuple[Query, tuple[str, ...]]]] = defaultdict(list)
    shown: dict[str, list[bool]] = {name: [] for name in _WRONG}
    failures: list[Failure] = []
    for query in queries:
        results = engine.search(query.text, lang=query.lang, limit=4 * DEPTH, explained=0)
        hits = tuple(dict.fromkeys(hit.entry_id for hit in results.hits))[:DEPTH]
        wrong: list[str] = []
        if query.relevant:
            for name in _groups(query):
                places[name].append((query, hits))
            if not 1 <= _first(query, hits) <= 3:
                wrong.append("missed")
        if name := _counter(query):
            happened = bool(hits if name == "unanswerable" else results.help_contacts)
            shown[name].append(happened)
            if happened is not (name == "urgent"):
                wrong.append(_WRONG[name])
        failures += [Failure(query=query, reason=reason, hits=hits[:3]) for reason in wrong]
    names = sorted(places, key=lambda name: (name != "all", name))
    counts = {name: (len(each), sum(each)) for name, each in shown.items()}
    groups = {name: _measures(places[name]) for name in names}
    return Report(groups=groups, failures=tuple(failures), **counts)


def _groups(query: Query) -> tuple[str, ...]:
    kinds = (query.kind, f"{query.lang} {query.kind}") if query.kind else ()
    return "all", query.lang, *kinds


def _counter(query: Query) -> str:
    """The name of the counter of `query`; "" if it only has hits to find."""
    if query.help is not None:
        return "urgent" if query.help else "not_urgent"
    return "" if query.relevant else "unanswerable"


def _measures(found: Sequence[tuple[Query, tuple[str, ...]]]) -> Measures:
    def mean(values: Iterable[float]) -> float:
        return sum(values) / len(found)

    ranks = [_first(query, hits) for query, hits in found]
    return Measures(
        queries=len(found),
        hit_1=mean(rank == 1 for rank in ranks),
        hit_3=mean(1 <= rank <= 3 for rank in ranks),
        mrr_10=mean(1 / rank if rank else 0.0 for rank in ranks),
        ndcg_10=mean(_ndcg(query, hits) for query, hits in found),
    )


def _first(query: Query, hits: Sequence[str]) -> int:
    """Rank of the first relevant hit, from 1; 0 if there is none."""
    return next((at for at, hit in enumerate(hits, 1) if hit in query.relevant), 0)


def _ndcg(query: Query, hits: Sequence[str]) -> float:
    def gain(grades: Iterable[int]) -> float:
        return sum((2.0**grade - 1) / log2(at + 1) for at, grade in enumerate(grades, 1))

    best = sorted(query.relevant.values(), reverse=True)[:DEPTH]
    return gain(query.relevant.get(hit, 0) for hit in hits) / gain(best)


# Reading ----------------------------------------------------------------------------------


def read_queries(data: bytes, pack: PackView, *, file: str) -> tuple[Query, ...]:
    """Read queries from JSON Lines: one JSON object per line; blank lines are skipped.

    Args:
        data: UTF-8; a byte order mark and CR LF are allowed.
        pack: the pack with their entries and languages.
        file: name for error messages.

    Raises:
        PackErrors: lists every invalid line.
    """
    try:
        lines = data.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        line_number = data.count(b"\n", 0, error.start) + 1
        expected = _error(file, line_number, "The text is UTF-8.", "Save the file as UTF-8.")
        raise PackErrors((expected,)) from error
    queries: dict[str, Query] = {}
    errors: list[PackError] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = _query(line, pack)
        if isinstance(found, Query) and found.id in queries:
            found = "Each id is used once.", "Give this query another id."
        if isinstance(found, Query):
            queries[found.id] = found
        else:
            errors.append(_error(file, number, *found))
    if not (queries or errors):
        errors.append(_error(file, 1, "The file holds queries.", f"Write one a line: {_EXAMPLE}"))
    if errors:
        raise PackErrors(tuple(errors))
    return tuple(queries.values())


def _error(file: str, line: int, expected: str, remedy: str) -> PackError:
    return PackError(file=file, place=f"line {line}", expected=expected, remedy=remedy)


def _query(line: str, pack: PackView) -> Query | tuple[str, str]:
    """The query on a line, or the expectation and the remedy."""
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        return "A line is a JSON object.", f"Write it like {_EXAMPLE}"
    for name, kind in (("id", str), ("lang", str), ("text", str), ("relevant", dict)):
        if not isinstance(record.get(name), kind):
            what = "a text" if kind is str else "an object of entry ids and grades"
            return f'"{name}" is {what}.', f"Write it like {_EXAMPLE}"
    return _wrong_values(record, pack) or convert(record, Query)


def _wrong_values(record: dict[str, Any], pack: PackView) -> tuple[str, str] | None:
    if record["lang"] not in pack.languages:
        return f'"lang" is one of: {", ".join(pack.languages)}.', "Correct the language."
    for name, grade in record["relevant"].items():
        if name not in pack.entry_by_id:
            return f'The pack has no entry "{name}".', "Correct the id, or remove it."
        if type(grade) is not int or grade not in (1, 2):
            return "A grade is 2 (best) or 1 (useful too).", f'Correct the grade of "{name}".'
    if not isinstance(record.get("kind", ""), str):
        return '"kind" is a text.', "Correct it, or leave it out."
    if not isinstance(record.get("help"), bool | None):
        return '"help" is true or false.', "Correct it, or leave it out."
    return None
