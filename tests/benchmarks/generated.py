"""Packs of any size whose word frequencies follow real text, and queries for them.

The word of rank r is drawn with a probability of 1 / (r + 2.7) (Zipf and Mandelbrot), from a
vocabulary of 4.4 x T^0.69 words for a text of T (Heaps), function words first, at most a
million. Entries have a question of 8 to 12 words, 3 phrasings and an answer of some 60. Words
do not come in bursts as they do in real text, so more entries have each of them.
"""

from __future__ import annotations

import json
import random
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from desktop.search.index.analysis import weights_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STARTS: Final = (
    "b c d f g h j k l m n p r s t v w br ch cl cr dr fl gr pl pr sh sl sp st tr".split()  # noqa: SIM905
)
_MIDDLES: Final = "a e i o u ai ea ou an en in on er or al".split()  # noqa: SIM905
_ENDS: Final = ["", "", "t", "n", "d", "s", "r", "ing", "ed", "er", "tion", "ly", "ment", "s"]
_WORDS: Final = 110  # of an entry


class Language:
    """Words by rank, for a pack of `entries` entries."""

    def __init__(self, entries: int) -> None:
        self._random = random.Random(entries)  # noqa: S311  # the same pack each time
        size = min(round(4.4 * (entries * _WORDS) ** 0.69), 1_000_000)
        self.function = sorted(weights_of("en"))
        self.words = self._made(size)
        self._cumulated = list(accumulate(1 / (rank + 2.7) for rank in range(1, size + 1)))

    def _made(self, size: int) -> list[str]:
        found = dict.fromkeys(self.function)
        choice = self._random.choice
        while len(found) < size:
            syllables = 1 + (len(found) > 300) + (len(found) > 20_000) + self._random.randrange(2)
            body = "".join(choice(_STARTS) + choice(_MIDDLES) for _ in range(syllables))
            found[body + choice(_ENDS)] = None
        return list(found)

    def text(self, count: int) -> str:
        """`count` words, each drawn by its rank."""
        return " ".join(self._random.choices(self.words, cum_weights=self._cumulated, k=count))

    def entry(self, number: int, topics: int) -> dict[str, object]:
        """One entry."""
        draw = self._random
        length = max(8, round(draw.lognormvariate(4, 0.45)))
        return {
            "id": f"entry-{number}",
            "topic": f"topic-{number % topics}",
            "question": {"en": self.text(draw.randint(8, 12)) + "?"},
            "brief": {"en": self.text(12) + "."},
            "answer": {"en": f"{self.text(length // 2)}. {self.text(length - length // 2)}."},
            "phrasings": {"en": [self.text(8) for _ in range(3)]},
        }

    def queries(self, count: int) -> Iterator[str]:
        """Queries of 2 or 3 words that are neither common nor very rare, and 1 to 3 small ones."""
        draw = random.Random(count)  # noqa: S311
        top = min(20_000, len(self.words))
        for _ in range(count):
            words = [draw.choice(self.words[200:top]) for _ in range(draw.randint(2, 3))]
            words += [draw.choice(self.function) for _ in range(draw.randint(1, 3))]
            draw.shuffle(words)
            yield " ".join(words)


def write_pack(path: Path, entries: int) -> Language:
    """Write a pack with `entries` entries to `path`; returns its language."""
    language = Language(entries)
    topics = max(5, round(entries**0.5))
    head = {
        "manifest": {
            "format": 1,
            "id": f"generated-{entries}",
            "version": 1,
            "title": {"en": f"{entries} entries"},
            "languages": ["en"],
        },
        "topics": [
            {"id": f"topic-{at}", "title": {"en": language.text(3)}} for at in range(topics)
        ],
    }
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps(head)[:-1] + ', "entries": [\n')
        for number in range(entries):
            file.write(",\n" * bool(number) + json.dumps(language.entry(number, topics)))
        file.write("\n]}\n")
    return language
