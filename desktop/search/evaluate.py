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

from msgspec import Struct

from desktop.pack.errors import PackError, PackErrors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.pack.view import PackView
    from desktop.search.engine import SearchEngine
    from desktop.search.results import Results

DEPTH: Final = 10  # hits that count
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
        why: the reason: "missed" (no relevant entry in the first three), "found" (hits for an
            unanswerable query), "no-help" or "false-help".
        hits: ids of the first three entries found.
    """

    query: Query
    why: str
    hits: tuple[str, ...]


class Report(Struct, frozen=True, kw_only=True):
    """The result of an evaluation.

    Attributes:
        groups: by name: "all", each language, each kind, and each language with each kind.
        urgent: number of queries that must show help, and how many do.
        calm: number of queries that must not show help, and how many do.
        unanswerable: number of unanswerable queries, and how many have hits.
        failures: in the order of the queries.
    """

    groups: dict[str, Measures]
    urgent: tuple[int, int]
    calm: tuple[int, int]
    unanswerable: tuple[int, int]
    failures: tuple[Failure, ...]


def evaluate(engine: SearchEngine, queries: Iterable[Query]) -> Report:
    """Run each query and compare its result with the expected one."""
    places: dict[str, list[tuple[Query, tuple[str, ...]]]] = defaultdict(list)
    counts = {"urgent": (0, 0), "calm": (0, 0), "unanswerable": (0, 0)}
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
        for name, happened, is_wrong, why in _yes_or_no(query, hits, results):
            total, shown = counts[name]
            counts[name] = total + 1, shown + happened
            if is_wrong:
                wrong.append(why)
        failures += [Failure(query=query, why=why, hits=hits[:3]) for why in wrong]
    groups = {name: _measures(found) for name, found in sorted(places.items(), key=_all_first)}
    return Report(groups=groups, failures=tuple(failures), **counts)


def _groups(query: Query) -> Iterator[str]:
    yield "all"
    yield query.lang
    if query.kind:
        yield query.kind
        yield f"{query.lang} {query.kind}"


def _all_first(group: tuple[str, object]) -> tuple[bool, str]:
    return group[0] != "all", group[0]


def _yes_or_no(
    query: Query, hits: Sequence[str], results: Results
) -> Iterator[tuple[str, bool, bool, str]]:
    """The name of each counter of a query, whether to count, whether that is wrong, and why."""
    helped = bool(results.help_contacts)
    if query.help is True:
        yield "urgent", helped, not helped, "no-help"
    elif query.help is False:
        yield "calm", helped, helped, "false-help"
    elif not query.relevant:
        yield "unanswerable", bool(hits), bool(hits), "found"


def _measures(found: Sequence[tuple[Query, tuple[str, ...]]]) -> Measures:
    def mean(value: Callable[[Query, tuple[str, ...]], float]) -> float:
        return sum(value(query, hits) for query, hits in found) / len(found)

    return Measures(
        queries=len(found),
        hit_1=mean(lambda query, hits: _first(query, hits) == 1),
        hit_3=mean(lambda query, hits: 1 <= _first(query, hits) <= 3),
        mrr_10=mean(lambda query, hits: 1 / place if (place := _first(query, hits)) else 0.0),
        ndcg_10=mean(_ndcg),
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
        broken = data.count(b"\n", 0, error.start) + 1
        fault = _fault(file, broken, "The text is UTF-8.", "Save the file as UTF-8.")
        raise PackErrors((fault,)) from error
    queries: dict[str, Query] = {}
    faults: list[PackError] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        query, wrong = _query(line, pack)
        if query is not None and query.id in queries:
            wrong = ("Each id is used once.", "Give this query another id.")
        if wrong:
            faults.append(_fault(file, number, *wrong))
        elif query is not None:
            queries[query.id] = query
    if not (queries or faults):
        faults.append(_fault(file, 1, "The file holds queries.", f"Write one a line: {_EXAMPLE}"))
    if faults:
        raise PackErrors(tuple(faults))
    return tuple(queries.values())


def _fault(file: str, line: int, expected: str, remedy: str) -> PackError:
    return PackError(file=file, place=f"line {line}", expected=expected, remedy=remedy)


def _query(line: str, pack: PackView) -> tuple[Query | None, tuple[str, str] | None]:
    """The query on a line, or the expectation and the remedy."""
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError):
        return None, ("A line is a JSON object.", f"Write it like {_EXAMPLE}")
    if not isinstance(record, dict):
        return None, ("A line is a JSON object.", f"Write it like {_EXAMPLE}")
    for name, kind in (("id", str), ("lang", str), ("text", str), ("relevant", dict)):
        if not isinstance(record.get(name), kind):
            what = "a text" if kind is str else "an object of entry ids and grades"
            return None, (f'"{name}" is {what}.', f"Write it like {_EXAMPLE}")
    if wrong := _wrong_values(record, pack):
        return None, wrong
    return Query(
        id=record["id"],
        lang=record["lang"],
        text=record["text"],
        relevant=record["relevant"],
        kind=record.get("kind", ""),
        help=record.get("help"),
    ), None


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
