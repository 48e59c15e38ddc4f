"""Cost of a keystroke, and of building the index; run `python -m tests.benchmarks.bench_search`.

Every prefix of each query is searched on the flagship pack and on packs grown from it, and
each time is set against a linear scan of the same pack, measured in the same run: fold every
text at the start, then count the query's words in each entry. Absolute times are those of
this machine today; the ratios are what compares.
"""

from __future__ import annotations

import statistics
import sys
import time
from typing import TYPE_CHECKING

from msgspec.structs import replace

from desktop.pack.reader import read
from desktop.search.engine import SearchEngine
from desktop.search.index.analysis import fold
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.pack.model import Entry, Pack

FLAGSHIP = ROOT / "data" / "nm-trafficking.json"
QUERIES = {
    "en": """
        signs
        my boss took my passport
        how do i know if someone is being trafficked
        what are the penalties
        who is most at risk
        siggns of traficking
        human trafficking in new mexico
        shelter tonight
        covid
        t visa
        report anonymously
        is my neighbor a victim
        truck stops
        farm workers
        how many cases were there in 2020
        native women
        fake job online
        what can my hotel do
        poster
        how to bake a cake
        """,
    "es": """
        señales de trata
        mi jefe me quitó el pasaporte
        trafico
        ayuda para sobrevivientes
        ¿quién investiga?
        no me dejan salir
        leyes y penas
        dónde puedo aprender más
        policía
        refugoi seguro
        """,
}
KEYSTROKES = [
    (query[:end], lang)
    for lang, lines in QUERIES.items()
    for query in map(str.strip, lines.strip().splitlines())
    for end in range(1, len(query) + 1)
]


def grown(pack: Pack, times: int) -> Pack:
    """A pack with `times` as many entries, one word in seven of each copy its own."""
    entries = list(pack.entries)
    for copy in range(1, times):
        entries += [_varied(entry, copy) for entry in pack.entries]
    return replace(pack, entries=tuple(entries))


def _varied(entry: Entry, copy: int) -> Entry:
    def vary(text: str) -> str:
        words = text.split(" ")
        words[copy % 7 :: 7] = [f"{word}{chr(97 + copy % 26)}" for word in words[copy % 7 :: 7]]
        return " ".join(words)

    return replace(
        entry,
        id=f"{entry.id}-{copy}",
        question={lang: vary(text) for lang, text in entry.question.items()},
        answer={lang: vary(text) for lang, text in entry.answer.items()},
    )


def scanner(pack: Pack) -> Callable[[str], list[str]]:
    """A search without an index: entries by how many of the query's words they contain."""
    texts = [(entry.id, fold(" ".join(_texts(entry)))) for entry in pack.entries]

    def scan(query: str) -> list[str]:
        words = fold(query).split()
        counted = ((sum(map(text.count, words)), entry_id) for entry_id, text in texts)
        return [entry_id for count, entry_id in sorted(counted, reverse=True)[:20] if count]

    return scan


def _texts(entry: Entry) -> Iterator[str]:
    for texts in (entry.question, entry.brief, entry.answer):
        yield from texts.values()
    for lists in (entry.phrasings, entry.keywords):
        for own in lists.values():
            yield from own


def timed(call: Callable[[], object]) -> float:
    """Milliseconds that `call` takes, the best of three."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return min(times)


def measure(pack: Pack) -> tuple[float, list[float], list[float], list[float]]:
    """Build time, then the times of all keystrokes, in milliseconds.

    Those are: by engine, by engine with each hit explained, and by scan.
    """
    build = timed(lambda: SearchEngine(pack))
    engine, scan = SearchEngine(pack), scanner(pack)
    searched, explained = (
        [
            timed(lambda q=q, tag=tag, most=most: engine.search(q, lang=tag, explained=most))  # type: ignore[misc]
            for q, tag in KEYSTROKES
        ]
        for most in (0, 20)
    )
    scanned = [timed(lambda q=q: scan(q)) for q, _ in KEYSTROKES]  # type: ignore[misc]
    return build, searched, explained, scanned


def main() -> None:
    """Print one line per size of pack."""
    pack = read(FLAGSHIP)
    sizes = [int(size) for size in sys.argv[1:]] or [1, 10]
    print(f"{len(KEYSTROKES)} keystrokes; milliseconds; scan = the same keystroke without index")  # noqa: T201
    first: tuple[float, float] | None = None
    for size in sizes:
        build, searched, explained, scanned = measure(grown(pack, size))
        median, p95 = statistics.median(searched), statistics.quantiles(searched, n=20)[18]
        scan = statistics.median(scanned)
        first = first or (build, median)
        print(  # noqa: T201
            f"{len(pack.entries) * size:6} entries: build {build:.0f} (x{build / first[0]:.1f}); "
            f"keystroke median {median:.2f} (x{median / first[1]:.1f}), p95 {p95:.2f}, "
            f"longest {max(searched):.2f}, explained median {statistics.median(explained):.2f}; "
            f"scan median {scan:.2f} (search : scan "
            f"{median / scan:.2f})"
        )


if __name__ == "__main__":
    main()
