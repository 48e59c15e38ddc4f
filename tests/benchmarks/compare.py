"""Quality and speed of the search beside other engines: `make bench-search`.

Every engine gets the same packs and queries in one run: the flagship pack and the test
collections for quality (clean, with a slip, cut short), generated packs for speed (each keystroke
of each query). Times of this machine today; the ratios compare. Arguments: sizes of
generated packs, by default 1000 and 10000.
"""

from __future__ import annotations

import importlib.util
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.search.engine import SearchEngine
from desktop.search.index.cache import Cache
from desktop.search.open_index import open_folder
from tests.benchmarks import collections
from tests.benchmarks.generated import write_pack
from tests.benchmarks.peers import DEPTH, PEERS, documents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.benchmarks.peers import Peer

SAMPLE = 300  # queries of a collection
_QUICK = ("SQLite FTS5", "Xapian")  # peers that are made for large packs


def ours(engine: SearchEngine) -> Peer:
    """This program's search as a peer."""

    def ask(query: str, lang: str) -> list[str]:
        return [hit.entry_id for hit in engine.search(query, lang=lang, explained=0).hits][:DEPTH]

    return ask


def measured(peer: Peer, queries: Sequence[collections.Query], kind: str) -> tuple[float, ...]:
    """hit@1, hit@3, MRR@10 of one engine."""
    places = []
    for query in queries:
        found = peer(collections.changed(query.text, kind), query.lang)
        places.append(next((at for at, one in enumerate(found, 1) if one in query.relevant), 0))
    count = len(places)
    return (
        sum(at == 1 for at in places) / count,
        sum(1 <= at <= 3 for at in places) / count,
        sum(1 / at for at in places if at) / count,
    )


def quality() -> None:
    """One table for each collection."""
    for collection in (collections.own(), *collections.shared()):
        answerable = [query for query in collection.queries if query.relevant]
        queries = answerable[:: max(1, len(answerable) // SAMPLE)]
        found = documents(collection.pack)
        peers = {"Luminaria": ours(SearchEngine(collection.pack))}
        peers |= {name: make(found) for name, make in PEERS.items() if _is_there(name)}
        print(f"\n{collection.name}: {len(queries)} queries")  # noqa: T201
        print(f"{'':16}{'hit@1':>7}{'hit@3':>7}{'MRR':>7}{'typo':>7}{'cut':>7}")  # noqa: T201
        for name, peer in peers.items():
            clean, slip, cut = (measured(peer, queries, kind) for kind in collections.KINDS)
            row = (*clean, slip[2], cut[2])
            print(f"{name:16}" + "".join(f"{value:7.3f}" for value in row))  # noqa: T201


def speed(entries: int) -> None:
    """The times of all keystrokes of 30 queries."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pack.json")
        language = write_pack(path, entries)
        start = time.perf_counter()
        made = Cache(Path(folder, "cache")).make(path)
        built = time.perf_counter() - start
        pack, open_engine = open_folder(made)
        engine = open_engine()
        keys = [query[:end] for query in language.queries(30) for end in range(1, len(query) + 1)]
        found = documents(pack)
        first = None
        for name in ("Luminaria", *_QUICK):
            if name != "Luminaria" and not _is_there(name):
                continue
            start = time.perf_counter()
            peer = ours(engine) if name == "Luminaria" else PEERS[name](found)
            built = built if name == "Luminaria" else time.perf_counter() - start
            times = sorted(_timed(peer, key) for key in keys)
            median, p95 = statistics.median(times), times[int(0.95 * len(times))]
            first = first or p95
            print(  # noqa: T201
                f"{entries:8} entries, {name:12} build {built:7.1f} s, keystroke median "
                f"{median:8.2f} ms, p95 {p95:8.2f} ms (x{p95 / first:.1f})"
            )


def _timed(peer: Peer, key: str) -> float:
    start = time.perf_counter()
    peer(key, "en")
    return (time.perf_counter() - start) * 1000


def _is_there(name: str) -> bool:
    if name == "Xapian":
        return Path("/usr/lib/python3/dist-packages/xapian").is_dir()
    return name in ("SQLite FTS5", "tantivy fuzzy") or bool(importlib.util.find_spec(name))


def main() -> None:
    """Print all tables."""
    quality()
    print()  # noqa: T201
    for size in [int(size) for size in sys.argv[1:]] or [1000, 10_000]:
        speed(size)


if __name__ == "__main__":
    main()
