from __future__ import annotations

import json
from math import log2
from typing import TYPE_CHECKING

import pytest

from desktop.pack.errors import PackErrors
from desktop.search.evaluate import Query, evaluate, read_queries
from desktop.search.results import Hit, Results

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from desktop.search.engine import SearchEngine

GOOD = {"id": "q", "lang": "en", "text": "signs", "relevant": {"a": 2}}


class Fixed:
    """An engine with known answers: entries by query, help for "help"."""

    def __init__(self, answers: dict[str, str]) -> None:
        self.answers = answers

    def search(self, text: str, *, lang: str, limit: int, explained: int) -> Results:  # noqa: ARG002
        hits = tuple(Hit(name, lang, 1.0, name) for name in self.answers.get(text, "").split())
        return Results(text, lang, hits[:limit], ("911",) if "help" in text else ())


def query(text: str, relevant: dict[str, int], **more: object) -> Query:
    return Query(**{"id": text, "lang": "en", "text": text, "relevant": relevant, **more})


def engine(**answers: str) -> SearchEngine:
    return Fixed(answers)  # type: ignore[return-value]


def test_measures_are_those_of_the_textbook() -> None:
    report = evaluate(
        engine(one="a b c", two="x y a b", three="x y z"),
        [
            query("one", {"a": 2}),
            query("two", {"b": 2, "a": 1}),
            query("three", {"a": 2}),
        ],
    )
    measures = report.groups["all"]
    assert (measures.queries, measures.hit_1, measures.hit_3) == (3, 1 / 3, 2 / 3)
    assert measures.mrr_10 == pytest.approx((1 + 1 / 3 + 0) / 3)
    two = (1 / log2(4) + 3 / log2(5)) / (3 / log2(2) + 1 / log2(3))
    assert measures.ndcg_10 == pytest.approx((1 + two + 0) / 3)
    assert [(fault.query.id, fault.reason, fault.hits) for fault in report.failures] == [
        ("three", "missed", ("x", "y", "z"))
    ]


def test_an_entry_found_in_two_languages_counts_once() -> None:
    report = evaluate(engine(one="x x a"), [query("one", {"a": 2})])
    assert report.groups["all"].mrr_10 == 1 / 2


def test_only_ten_hits_count() -> None:
    report = evaluate(engine(one=" ".join("bcdefghijka")), [query("one", {"a": 2})])
    assert report.groups["all"].mrr_10 == 0


def test_groups_are_languages_and_kinds() -> None:
    queries = [
        query("one", {"a": 2}, kind="typo"),
        query("two", {"a": 2}, lang="es", kind="typo"),
        query("three", {}),
    ]
    groups = evaluate(engine(one="a"), queries).groups
    assert {name: found.queries for name, found in groups.items()} == {
        "all": 2,
        "en": 1,
        "en typo": 1,
        "es": 1,
        "es typo": 1,
        "typo": 2,
    }


def test_help_is_counted_both_ways() -> None:
    queries = [
        query("help me", {}, help=True),
        query("locked in", {}, help=True),
        query("law", {}, help=False),
        query("help with a paper", {"a": 2}, help=False),
    ]
    report = evaluate(Fixed({"help with a paper": "a"}), queries)
    assert (report.urgent, report.not_urgent) == ((2, 1), (2, 1))
    assert [fault.reason for fault in report.failures] == ["no-help", "false-help"]


def test_hits_where_nothing_answers_are_counted() -> None:
    report = evaluate(engine(one="a"), [query("one", {}), query("two", {})])
    assert report.unanswerable == (2, 1)
    assert not report.groups
    assert [fault.reason for fault in report.failures] == ["found"]


def lines(*records: object) -> bytes:
    return "\n".join(json.dumps(record) for record in records).encode()


@pytest.fixture
def entry_id(pack: Pack) -> str:
    return pack.entries[0].id


def test_queries_are_read(pack: Pack, entry_id: str) -> None:
    good = GOOD | {"relevant": {entry_id: 1}, "kind": "typo", "help": False}
    data = b"\xef\xbb\xbf" + lines(good).replace(b"\n", b"\r\n") + b"\r\n\r\n"
    (found,) = read_queries(data, pack, file="q.jsonl")
    assert found == Query(
        id="q", lang="en", text="signs", relevant={entry_id: 1}, kind="typo", help=False
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"id": 3}, '"id" is a text'),
        ({"lang": "xx"}, '"lang" is one of: en'),
        ({"text": None}, '"text" is a text'),
        ({"relevant": ["a"]}, '"relevant" is an object'),
        ({"relevant": {"nowhere": 2}}, 'The pack has no entry "nowhere"'),
        ({"kind": 1}, '"kind" is a text'),
        ({"help": 1}, '"help" is true or false'),
    ],
)
def test_a_bad_line_is_named(pack: Pack, change: dict[str, object], told: str) -> None:
    bad = GOOD | {"relevant": {}} | change
    with pytest.raises(PackErrors) as caught:
        read_queries(lines(GOOD | {"relevant": {}}, bad | {"id": bad["id"]}), pack, file="q")
    assert "q, line 2: " in str(caught.value)
    assert told in str(caught.value)


@pytest.mark.parametrize("grade", [0, 3, True, 1.5, "2"])
def test_a_bad_grade_is_named(pack: Pack, entry_id: str, grade: object) -> None:
    with pytest.raises(PackErrors, match="A grade is 2"):
        read_queries(lines(GOOD | {"relevant": {entry_id: grade}}), pack, file="q")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "line 1: The file holds queries"),
        (b"\n\n{", "line 3: A line is a JSON object"),
        (b"[1]", "line 1: A line is a JSON object"),
        (b"[" * 50_000, "line 1: A line is a JSON object"),
        (b"\n\xff", "line 2: The text is UTF-8"),
    ],
)
def test_a_bad_file_is_explained(pack: Pack, data: bytes, told: str) -> None:
    with pytest.raises(PackErrors) as caught:
        read_queries(data, pack, file="q")
    assert told in str(caught.value)


def test_every_bad_line_is_named_and_ids_are_unique(pack: Pack) -> None:
    fine = GOOD | {"relevant": {}}
    with pytest.raises(PackErrors) as caught:
        read_queries(lines(fine, fine, 1), pack, file="q")
    assert [fault.place for fault in caught.value.errors] == ["line 2", "line 3"]
