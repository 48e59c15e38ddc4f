"""What each ingredient of the search is worth: the search without it, on the same queries.

`python -m tests.benchmarks.ablation`: mean MRR@10 over the flagship pack and the test
collections, clean, with a slip and cut short, and the median time of a query.
"""

from __future__ import annotations

import statistics
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from msgspec.structs import replace

from desktop.search import engine
from desktop.search.engine import SearchEngine
from desktop.search.index.analysis import CONTENT, Analyzer
from desktop.search.index.lexicon import Lexicon
from desktop.search.query.corrections import SpellingCorrector
from desktop.search.rank import rank
from tests.benchmarks import collections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.pack.model import Pack

SAMPLE = 250  # queries of a collection
Change = tuple["Callable[[Pack], Pack]", list[Any]]


def same(pack: Pack) -> Pack:
    """The pack as it is."""
    return pack


def without_phrasings(pack: Pack) -> Pack:
    """The pack as if nobody had thought of other ways to ask."""
    entries = tuple(replace(entry, phrasings={}, keywords={}) for entry in pack.entries)
    return replace(pack, entries=entries)


def without_synonyms(pack: Pack) -> Pack:
    """The pack without its groups of wordings."""
    return replace(pack, synonyms={})


def without_unrelated(pack: Pack) -> Pack:
    """The pack without its list of what it is not about."""
    return replace(pack, unrelated={})


def plain_score(self: rank.Scorer, impacts: dict[str, int]) -> float:
    """The score without coverage."""
    with patch.object(self, "_total_share", 0.0):
        return SCORE(self, impacts)


SCORE = rank.Scorer.score
CHANGES: dict[str, Change] = {
    "everything": (same, []),
    "no phrasings, no keywords": (without_phrasings, []),
    "no synonyms": (without_synonyms, []),
    "no stems": (same, [patch.object(Analyzer, "stems", lambda _, words: words)]),
    "no corrections": (
        same,
        [
            patch.object(SpellingCorrector, "corrections", lambda *_: []),
            patch.object(SpellingCorrector, "corrected_prefixes", lambda *_: []),
        ],
    ),
    "no completions": (same, [patch.object(Lexicon, "completions", lambda *_: [])]),
    "no coverage": (same, [patch.object(rank.Scorer, "score", plain_score)]),
    "no phrases": (same, [patch.object(rank, "_PHRASE_BONUS", 0.0)]),
    "no unrelated wordings": (without_unrelated, []),
    "all words weigh the same": (
        same,
        [
            patch.object(Analyzer, "weight", lambda *_: CONTENT),
            patch.object(Analyzer, "is_content", lambda *_: True),
        ],
    ),
    "no answer detection": (same, [patch.object(engine, "is_answerable", lambda *_, **__: True)]),
}


@contextmanager
def changed(patches: list[Any]) -> Iterator[None]:
    """With all of `patches`."""
    with ExitStack() as stack:
        for one in patches:
            stack.enter_context(one)
        yield


def main() -> None:
    """Print the table."""
    found = [collections.own(), *collections.shared()]
    print(f"{'':28}{'clean':>7}{'typo':>7}{'cut':>7}{'flagship':>10}{'nothing':>9}{'ms':>7}")  # noqa: T201
    for name, (change, patches) in CHANGES.items():
        means: dict[str, list[float]] = {kind: [] for kind in collections.KINDS}
        times: list[float] = []
        negatives: list[bool] = []
        with changed(patches):
            for collection in found:
                searched = SearchEngine(change(collection.pack))
                answerable = [query for query in collection.queries if query.relevant]
                queries = answerable[:: max(1, len(answerable) // SAMPLE)]
                for kind in collections.KINDS:
                    means[kind].append(mrr(searched, queries, kind, times))
                if collection is found[0]:
                    negatives = [
                        not searched.search(query.text, lang=query.lang).hits
                        for query in collection.queries
                        if not query.relevant
                    ]
        row = "".join(f"{statistics.mean(own):7.3f}" for own in means.values())
        nothing = sum(negatives) / len(negatives)
        print(  # noqa: T201
            f"{name:28}{row}{means['clean'][0]:10.3f}{nothing:9.2f}{statistics.median(times):7.2f}"
        )


def mrr(
    engine: SearchEngine, queries: list[collections.Query], kind: str, times: list[float]
) -> float:
    """MRR@10; appends the milliseconds of each query to `times`."""
    total = 0.0
    for query in queries:
        text = collections.changed(query.text, kind)
        start = time.perf_counter()
        hits = engine.search(text, lang=query.lang).hits[:10]
        times.append((time.perf_counter() - start) * 1000)
        right = (at for at, hit in enumerate(hits, 1) if hit.entry_id in query.relevant)
        total += 1 / next(right, float("inf"))
    return total / len(queries)


if __name__ == "__main__":
    main()
