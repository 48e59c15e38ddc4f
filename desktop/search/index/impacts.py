"""Impacts of the stems of documents, precomputed when the index is built.

    impact = max over fields + 0.5 * sum of the other fields of
             field weight * (k1 + 1) * tf / (tf + k1 * (1 - b + b * length / average length))

This is BM25 without the idf (Robertson and Zaragoza 2009). The idf is that of the weightiest field
with the stem, whose number is stored with the impact. Average lengths are those of the first
documents, because a large pack is written while it is read.
"""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING, Final

from desktop.base.flat_tables import BlobTableWriter, TableSink

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIELDS: Final = {
    "question": 3.0,
    "phrasings": 3.0,
    "keywords": 2.0,
    "brief": 1.0,
    "answer": 1.0,
    "topic": 0.5,
}
"""Weight of each field, weightiest first; `topic` is the titles of the topic and its ancestors."""

NUMBER: Final = {name: at for at, name in enumerate(FIELDS)}
"""The number of each field."""

IMPACT_SCALE: Final = 500  # units of an impact of 1
FIELD_BITS: Final = 13  # of an impact; the field number is in the bits above
TIE_BREAKER: Final = 0.5  # factor of all fields but the best
K1: Final = 1.2
B: Final = 0.5  # not 0.75: entries with many phrasings are not worse
_AVERAGE_SAMPLE: Final = 4000  # documents that give the average lengths

Counts = dict[str, Counter[str]]


class ImpactWriter:
    """Writes the stems of each document and their impacts."""

    def __init__(self, target: TableSink) -> None:
        self._documents = BlobTableWriter(target, "impacts")
        self._first: list[Counts] | None = []
        self._average: dict[str, float] = {}

    def add(self, stems: Mapping[str, Sequence[str]]) -> None:
        """Add a document: its stems by field."""
        counts = {name: Counter(stems[name]) for name in FIELDS if stems.get(name)}
        if self._first is None:
            self._write(counts)
        else:
            self._first.append(counts)
            if len(self._first) == _AVERAGE_SAMPLE:
                self._settle()

    def close(self) -> None:
        """Finish."""
        self._settle()
        self._documents.close()

    def _settle(self) -> None:
        first, self._first = self._first, None
        if first is None:
            return
        for name in FIELDS:
            lengths = [counts[name].total() for counts in first if name in counts]
            self._average[name] = sum(lengths) / len(lengths) if lengths else 1.0
        for counts in first:
            self._write(counts)

    def _write(self, counts: Counts) -> None:
        impacts: dict[str, tuple[int, float, float]] = {}  # weightiest field, maximum and sum
        for name, found in counts.items():
            norm = K1 * (1 - B + B * found.total() / self._average[name])
            for stem, count in found.items():
                value = FIELDS[name] * (K1 + 1) * count / (count + norm)
                field, best, total = impacts.get(stem, (NUMBER[name], 0.0, 0.0))
                impacts[stem] = field, max(best, value), total + value
        codes = array("H")
        for field, best, total in impacts.values():
            impact = round(IMPACT_SCALE * (best + TIE_BREAKER * (total - best)))
            codes.append(min(max(impact, 1), (1 << FIELD_BITS) - 1) | field << FIELD_BITS)
        self._documents.add(" ".join(impacts).encode("utf-8", "replace") + b"\n" + codes.tobytes())


def decode_impacts(blob: bytes) -> dict[str, int]:
    """The stems of a document, each with its impact in the low bits and its field above."""
    stems, _, codes = blob.partition(b"\n")
    return dict(zip(stems.decode().split(" "), memoryview(codes).cast("H"), strict=True))
