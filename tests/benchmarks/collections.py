"""Labelled queries to measure search with: the project's own, and test collections.

A collection is a folder with `entries.jsonl` and `queries.jsonl` (one object a line: id, lang,
question, answer, phrasings; id, lang, text, relevant). They are read where they lie:
`SEARCH_COLLECTIONS` names the folder that holds them, by default one beside the repository.
"""

from __future__ import annotations

import json
import os
import random
import re
import string
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.pack.model import Entry, Manifest, Pack, Topic
from desktop.pack.reader import read
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(os.environ.get("SEARCH_COLLECTIONS", ROOT.parent / "shared" / "search"))
KINDS = ("clean", "slip", "cut")
_LONG = 5  # letters a word must have to get a slip


class Query(NamedTuple):
    """A query and the entries that answer it, best with the highest grade."""

    text: str
    lang: str
    relevant: dict[str, int]


class Collection(NamedTuple):
    """A pack and queries for it; those without a relevant entry have no answer in it."""

    name: str
    pack: Pack
    queries: tuple[Query, ...]


def own() -> Collection:
    """The flagship pack and its development queries."""
    lines = [
        row
        for file in ("queries", "negatives")
        for row in _rows(ROOT / "tests" / "search" / f"{file}.jsonl")
    ]
    queries = (Query(row["text"], row["lang"], row.get("relevant") or {}) for row in lines)
    return Collection("flagship", read(ROOT / "data" / "nm-trafficking.json"), tuple(queries))


def shared() -> Iterator[Collection]:
    """The test collections that are there."""
    for folder in sorted(FOLDER.glob("*/")):
        if (folder / "entries.jsonl").exists():
            yield _collection(folder)


def _collection(folder: Path) -> Collection:
    rows = list(_rows(folder / "entries.jsonl"))
    languages = tuple(dict.fromkeys(row.get("lang", "en") for row in rows))
    entries = tuple(
        Entry(
            id=_slug(row["id"]),
            topic="all",
            question={row.get("lang", "en"): row.get("question") or ""},
            answer={row.get("lang", "en"): row.get("answer") or ""},
            phrasings={row.get("lang", "en"): tuple(row.get("phrasings") or ())},
        )
        for row in rows
    )
    manifest = Manifest(
        format=1, id=_slug(folder.name), version=1, title={"en": ""}, languages=languages
    )
    queries = (
        Query(
            row["text"],
            row.get("lang", "en"),
            {_slug(name): grade for name, grade in row.get("relevant", {}).items()},
        )
        for row in _rows(folder / "queries.jsonl")
    )
    topics = (Topic(id="all", title={}),)
    return Collection(
        folder.name, Pack(manifest=manifest, topics=topics, entries=entries), tuple(queries)
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def changed(query: str, kind: str) -> str:
    """`query` clean, with one slip in a long word, or with its last word cut to 60 %.

    The slip (a letter too many, too few, wrong, or two swapped) is the same each time.
    """
    if kind == "cut":
        head, _, last = query.rstrip("?!. ").rpartition(" ")
        return f"{head} {last[: max(1, round(0.6 * len(last)))]}".strip()
    if kind == "slip":
        return _slipped(query)
    return query


def _slipped(query: str) -> str:
    draw = random.Random(query)  # noqa: S311
    words = query.split(" ")
    long = [at for at, word in enumerate(words) if len(word) >= _LONG and word.isalpha()]
    if not long:
        return query
    at = draw.choice(long)
    word = words[at]
    place, letter = draw.randrange(1, len(word) - 1), draw.choice(string.ascii_lowercase)
    words[at] = draw.choice(
        [
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place:],
            word[:place] + letter + word[place + 1 :],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        ]
    )
    return " ".join(words)
