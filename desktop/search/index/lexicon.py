"""The words of one language of a pack: stems, document frequencies, completions.

Queries are expanded to words of the pack, and tantivy looks up only those. Its own fuzzy and
prefix queries have constant scores and cost 8 to 180 times as much.
"""

from __future__ import annotations

import math
from collections import Counter
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from desktop.base.flat_tables import (
    ChecksumSet,
    StringTable,
    TableSink,
    TableSource,
    read_numbers,
    write_checksum_set,
    write_numbers,
    write_strings,
)
from desktop.search.index.impacts import FIELDS, IMPACT_SCALE

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from desktop.search.index.analysis import Analyzer

MAX_COMPLETIONS: Final = 12  # per unfinished word
_PRECOMPUTED_PREFIX: Final = 3  # letters of prefixes whose completions are precomputed
_CHECKSUM_PREFIX: Final = 8  # letters of the prefixes in the checksum set
_TITLE_BONUS: Final = 3  # prominence = document frequency + 3 * frequency in questions
_MAX_CACHED_STEMS: Final = 50_000  # cached words
_IDF_FLOOR: Final = 1.0  # even a word in every document is informative in a question
_NONE: Final = 0xFFFFFFFF
_DECIDES, _HELPS = 1, 2  # kinds of words of documents: content words, others


class LexiconBuilder:
    """Collects the words of one language, document by document."""

    def __init__(self, language: Analyzer) -> None:
        self.language = language
        self.prominence: Counter[str] = Counter()
        self.size = 0
        self._stem_of: dict[str, str] = {}
        self._frequency: Counter[str] = Counter()
        self._frequency_in: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}

    def add(self, words: Mapping[str, list[str]]) -> dict[str, list[str]]:
        """Add a document, given as words by field; return their stems."""
        self.size += 1
        distinct = set().union(*words.values())
        self.learn(distinct)
        self.prominence.update(distinct)
        for word in set(words.get("question", ())):
            self.prominence[word] += _TITLE_BONUS
        stem_of = self._stem_of
        stems = {name: [stem_of[word] for word in found] for name, found in words.items()}
        self._frequency.update({stem_of[word] for word in distinct})
        for name, found in stems.items():
            self._frequency_in[name].update(set(found))
        return stems

    def document_frequency(self, word: str) -> int:
        """The number of documents so far with `word` (folded) or another form of it."""
        return self._frequency[self._stem_of[word]]

    def idf(self, frequency: int) -> float:
        """The idf of a word in `document_frequency` documents."""
        return idf(frequency, self.size)

    def learn(self, words: Set[str]) -> None:
        """Add words that count as known, even if no document contains them."""
        new = sorted(set(words).difference(self._stem_of))
        self._stem_of.update(zip(new, self.language.stems(new), strict=True))

    def write(self, target: TableSink) -> None:
        """Write the tables that `Lexicon` reads."""
        self.learn(self.language.weights.keys())
        tag = self.language.tag
        words = sorted(self._stem_of)
        stems = sorted(set(self._stem_of.values()))
        place = {stem: at for at, stem in enumerate(stems)}
        write_numbers(target, f"{tag}.size", "Q", [self.size])
        write_strings(target, f"{tag}.words", words)
        write_strings(target, f"{tag}.stems", stems)
        write_numbers(target, f"{tag}.stem-of", "I", (place[self._stem_of[w]] for w in words))
        write_numbers(target, f"{tag}.frequency", "I", (self._frequency[stem] for stem in stems))
        for name, found in self._frequency_in.items():
            write_numbers(target, f"{tag}.frequency.{name}", "I", (found[stem] for stem in stems))
        write_numbers(target, f"{tag}.prominence", "I", (self.prominence[word] for word in words))
        kinds = list(map(self._kind, words))
        write_numbers(target, f"{tag}.kinds", "B", kinds)
        self._write_prefixes(target, words, kinds)

    def _kind(self, word: str) -> int:
        if word not in self.prominence:
            return 0
        return _DECIDES if self.language.is_content(word) else _HELPS

    def _write_prefixes(self, target: TableSink, words: list[str], kinds: list[int]) -> None:
        tag = self.language.tag
        content_words = [at for at, kind in enumerate(kinds) if kind == _DECIDES]
        best: dict[str, list[int]] = {}
        for at in sorted(
            content_words, key=lambda at: (self.prominence[words[at]], at), reverse=True
        ):
            word = words[at]
            for length in range(1, min(_PRECOMPUTED_PREFIX, len(word)) + 1):
                row = best.setdefault(word[:length], [])
                if len(row) < MAX_COMPLETIONS:
                    row.append(at)
        prefixes = sorted(best)
        rows = (
            best[prefix] + [_NONE] * (MAX_COMPLETIONS - len(best[prefix])) for prefix in prefixes
        )
        write_strings(target, f"{tag}.prefixes", prefixes)
        write_numbers(target, f"{tag}.completions", "I", (at for row in rows for at in row))
        lengths = range(1, _CHECKSUM_PREFIX + 1)
        beginnings = {words[at][:length] for at in content_words for length in lengths}
        write_checksum_set(target, f"{tag}.beginnings", beginnings)


def idf(frequency: int, size: int) -> float:
    """The idf for a document frequency (Robertson and Spärck Jones 1976), as in BM25."""
    return math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))


class Lexicon:
    """The words of one language of one pack, in the tables that `LexiconBuilder` wrote."""

    def __init__(self, language: Analyzer, source: TableSource) -> None:
        tag = language.tag
        self.language = language
        self.size: int = read_numbers(source, f"{tag}.size", "Q")[0]
        self._words = StringTable(source, f"{tag}.words")
        self._stems = StringTable(source, f"{tag}.stems")
        self._stem_numbers = read_numbers(source, f"{tag}.stem-of", "I")
        self._frequency = read_numbers(source, f"{tag}.frequency", "I")
        self._frequency_in = {
            name: read_numbers(source, f"{tag}.frequency.{name}", "I") for name in FIELDS
        }
        self._prominence = read_numbers(source, f"{tag}.prominence", "I")
        self._kinds = read_numbers(source, f"{tag}.kinds", "B")
        self._prefixes = StringTable(source, f"{tag}.prefixes")
        self._completions = read_numbers(source, f"{tag}.completions", "I")
        self._beginnings = ChecksumSet(source, f"{tag}.beginnings")
        self._stem_of: dict[str, str] = {}
        self._scaled_idfs: dict[str, tuple[float, ...]] = {}

    def __contains__(self, word: str) -> bool:
        """Whether exactly `word` (folded) is known."""
        return self._words.index_of(word) >= 0

    def stem(self, word: str) -> str:
        """The stem of a folded word, known or not."""
        found = self._stem_of.get(word)
        if found is None:
            at = self._words.index_of(word)
            if at < 0:
                return self.language.stems([word])[0]  # typed words are not cached
            found = self._stems[self._stem_numbers[at]]
            if len(self._stem_of) < _MAX_CACHED_STEMS:
                self._stem_of[word] = found
        return found

    def knows(self, word: str) -> bool:
        """Whether the pack contains `word` (folded) or another form of it."""
        return word in self or self._stems.index_of(self.stem(word)) >= 0

    def document_frequency(self, stem: str) -> int:
        """The number of documents with `stem`."""
        at = self._stems.index_of(stem)
        return self._frequency[at] if at >= 0 else 0

    def document_frequency_by_field(self, stem: str) -> dict[str, int]:
        """The number of documents with `stem` in each field."""
        at = self._stems.index_of(stem)
        return {name: own[at] if at >= 0 else 0 for name, own in self._frequency_in.items()}

    def scaled_idf_by_field(self, stem: str) -> tuple[float, ...]:
        """(1 + idf) per unit of impact of `stem`, by number of its weightiest field."""
        found = self._scaled_idfs.get(stem)
        if found is None:
            frequencies = self.document_frequency_by_field(stem).values()
            found = tuple([(_IDF_FLOOR + self.idf(own)) / IMPACT_SCALE for own in frequencies])
            if len(self._scaled_idfs) < _MAX_CACHED_STEMS and self._stems.index_of(stem) >= 0:
                self._scaled_idfs[stem] = found
        return found

    def prominence(self, word: str) -> int:
        """The prominence of `word` (folded); 0 if no document contains it."""
        at = self._words.index_of(word)
        return self._prominence[at] if at >= 0 else 0

    def is_content_word(self, word: str) -> bool:
        """Whether `word` (folded) is a content word of the documents."""
        at = self._words.index_of(word)
        return at >= 0 and self._kinds[at] == _DECIDES

    def idf(self, frequency: int) -> float:
        """The idf of a word in `document_frequency` documents."""
        return idf(frequency, self.size)

    def completions(self, prefix: str) -> list[str]:
        """The most prominent words that begin with `prefix`, without `prefix` itself.

        Function words only if there are no others.
        """
        kinds = self._kinds
        places: list[int] = []
        if len(prefix) <= _PRECOMPUTED_PREFIX:
            row = self._prefixes.index_of(prefix) * MAX_COMPLETIONS
            if row >= 0:
                places = [
                    at for at in self._completions[row : row + MAX_COMPLETIONS] if at != _NONE
                ]
        elif self.has_completion(prefix):
            rows = (at for at in self._words.prefix_range(prefix) if kinds[at] == _DECIDES)
            places = nlargest(MAX_COMPLETIONS, rows, key=lambda at: (self._prominence[at], at))
        if not places:
            rows = (at for at in self._words.prefix_range(prefix) if kinds[at] == _HELPS)
            places = list(rows)[:MAX_COMPLETIONS]
        return [word for at in places if (word := self._words[at]) != prefix]

    def has_completion(self, prefix: str) -> bool:
        """Whether a content word begins with `prefix`."""
        if prefix[:_CHECKSUM_PREFIX] not in self._beginnings:
            return False
        return len(prefix) <= _CHECKSUM_PREFIX or any(
            self._kinds[at] == _DECIDES for at in self._words.prefix_range(prefix)
        )
