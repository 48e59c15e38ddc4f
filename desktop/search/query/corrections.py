"""Spelling correction of unknown words to words of the pack.

The distance is optimal string alignment (Damerau 1964; Boytsov 2011): an edit is an insertion,
deletion, substitution or transposition. Words at one edit are found with a deletion index
(SymSpell, Garbe 2012): the keys of a word are its first seven letters, and these with one letter
deleted. Two edits, allowed in long words only, compare words of similar beginning and length after
a filter by letter masks. Words with the same phonetic key ("resivir", "alluda") count as one edit;
the language files list the spellings that sound alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

from desktop.base.flat_tables import (
    ChecksumMultimap,
    StringTable,
    TableSink,
    TableSource,
    read_numbers,
    write_checksum_multimap,
    write_numbers,
    write_strings,
)
from desktop.languages.language import Spelling, united
from desktop.languages.loader import language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

MIN_LENGTH_ONE_EDIT: Final = 4  # letters
MIN_LENGTH_TWO_EDITS: Final = 8
MAX_CORRECTIONS: Final = 3  # of one word
_ALPHABET: Final = 40  # letters tried in an unfinished word
_MAX_WORD_LENGTH: Final = 40  # letters; bounds the time for a word
_DOUBLED: Final = re.compile(r"(.)\1+")
_MAX_CANDIDATES: Final = 400  # words, for more than one edit
_DELETION_PREFIX: Final = 7  # letters of a word in the deletion index


class EditDistance:
    """Edit distance of one word to others, by bit vectors (Hyyrö 2003)."""

    def __init__(self, word: str) -> None:
        self._length = len(word)
        self._all = (1 << len(word)) - 1
        self._places: dict[str, int] = {}
        for at, letter in enumerate(word):
            self._places[letter] = self._places.get(letter, 0) | 1 << at

    def distance_to(self, other: str) -> int:
        """Optimal string alignment distance."""
        if not self._length:
            return len(other)
        everything, places = self._all, self._places
        last = 1 << self._length - 1
        distance = self._length
        up, down, diagonal, before = everything, 0, 0, 0
        for letter in other:
            here = places.get(letter, 0)
            swapped = ((~diagonal & here) << 1) & before
            diagonal = (((here & up) + up) ^ up) | here | down | swapped
            right = down | ~(diagonal | up) & everything
            left = diagonal & up
            if right & last:
                distance += 1
            elif left & last:
                distance -= 1
            right = right << 1 | 1
            up = (left << 1 | ~(diagonal | right)) & everything
            down = right & diagonal & everything
            before = here
        return distance


class PhoneticKeys:
    """Spellings that sound alike in the languages (tags) of a pack, combined."""

    def __init__(self, languages: Iterable[str]) -> None:
        spelling = united(Spelling, (language(tag).spelling for tag in languages))
        self._sounds = [sound for sound, _ in spelling.sounds]
        self._spellings = re.compile(
            "|".join(f"({spellings})" for _, spellings in spelling.sounds) or "(?!)"
        )

    def key(self, word: str) -> str:
        """The phonetic key of `word`."""
        key = self._spellings.sub(lambda own: self._sounds[(own.lastindex or 1) - 1], word)
        return _DOUBLED.sub(r"\1", key)


def allowed_edits(word: str) -> int:
    """The number of edits allowed in a word of this length: 0, 1 or 2."""
    if word.isdigit() or len(word) > _MAX_WORD_LENGTH:  # numbers are never corrected
        return 0
    return (len(word) >= MIN_LENGTH_ONE_EDIT) + (len(word) >= MIN_LENGTH_TWO_EDITS)


def write_corrector(
    target: TableSink, prominence: Mapping[str, int], phonetic: PhoneticKeys
) -> None:
    """Write the tables that `SpellingCorrector` reads; `prominence` has each (folded) word."""
    words = sorted(prominence)
    correctable = [
        (at, word)
        for at, word in enumerate(words)
        if len(word) >= MIN_LENGTH_ONE_EDIT - 1 and not word.isdigit()
    ]
    write_strings(target, "corrections.words", words)
    write_numbers(target, "corrections.prominence", "I", (prominence[word] for word in words))
    write_numbers(target, "corrections.masks", "I", map(_letter_mask, words))
    deletions = ((key, at) for at, word in correctable for key in _deletion_keys(word))
    write_checksum_multimap(target, "corrections.deletions", deletions)
    keys = ((phonetic.key(word), at) for at, word in correctable)
    write_checksum_multimap(target, "corrections.sounds", keys)
    letters = Counter("".join(words)).most_common(_ALPHABET)
    write_strings(target, "corrections.letters", (letter for letter, _ in letters))
    shaped = sorted(
        (f"{word[0]}{len(word)}", -prominence[word], at)
        for at, word in correctable
        if len(word) >= MIN_LENGTH_TWO_EDITS - 2
    )
    shapes = sorted({shape for shape, _, _ in shaped})
    write_numbers(target, "corrections.shaped", "I", (at for _, _, at in shaped))
    write_strings(target, "corrections.shapes", shapes)
    starts = (bisect_left(shaped, (shape,)) for shape in shapes)
    write_numbers(target, "corrections.shapes.starts", "I", (*starts, len(shaped)))


class SpellingCorrector:
    """Corrects unknown words to words of a pack, by the tables that `write_corrector` wrote."""

    def __init__(self, source: TableSource, phonetic: PhoneticKeys) -> None:
        self._phonetic_key = phonetic.key
        self._words = StringTable(source, "corrections.words")
        self._prominence = read_numbers(source, "corrections.prominence", "I")
        self._masks = read_numbers(source, "corrections.masks", "I")
        self._deletions = ChecksumMultimap(source, "corrections.deletions")
        self._sounding = ChecksumMultimap(source, "corrections.sounds")
        self._alphabet = list(StringTable(source, "corrections.letters"))
        self._shaped = read_numbers(source, "corrections.shaped", "I")
        self._shapes = StringTable(source, "corrections.shapes")
        self._starts = read_numbers(source, "corrections.shapes.starts", "I")

    def corrections(self, word: str) -> list[tuple[str, int]]:
        """The words of the pack nearest to `word`, each with its distance in edits.

        The same phonetic key is distance 1. Best first: the same first letter, then the more
        prominent. Empty for a short word, a number, or a word of the pack.
        """
        allowed = allowed_edits(word)
        if not allowed or self._words.index_of(word) >= 0:
            return []
        distance_to = EditDistance(word).distance_to
        found, distance = self._one_edit_away(word, distance_to), 1
        if not found:
            key = self._phonetic_key(word)
            sounding = ((self._words[at], at) for at in self._sounding.get(key))
            found = {near: at for near, at in sounding if self._phonetic_key(near) == key}
        if not found and allowed == 2:
            alike = islice(self._candidates(word, 2), _MAX_CANDIDATES)
            found, distance = {near: at for near, at in alike if distance_to(near) == 2}, 2

        def order(near: str) -> tuple[bool, int, str]:
            return near[0] != word[0], -self._prominence[found[near]], near

        return [(near, distance) for near in sorted(found, key=order)[:MAX_CORRECTIONS]]

    def corrected_prefixes(self, prefix: str, begins: Callable[[str], bool]) -> list[str]:
        """The strings one edit from `prefix` for which `begins` is true."""
        if not allowed_edits(prefix):
            return []
        cuts = [(prefix[:at], prefix[at:]) for at in range(len(prefix) + 1)]
        near = {a + b[1:] for a, b in cuts if b}
        near |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
        near |= {a + c + b[1:] for a, b in cuts if b for c in self._alphabet}
        near |= {a + c + b for a, b in cuts for c in self._alphabet}
        return sorted(other for other in near if other[:1] == prefix[0] and begins(other))

    def nearest(self, word: str) -> list[str]:
        """Words to suggest for `word`: up to one edit per three letters, best first."""
        limit = len(word) // 3
        distance_to = EditDistance(word).distance_to
        ranked = sorted(
            (distance, -self._prominence[at], near)
            for near, at in islice(self._candidates(word, limit), _MAX_CANDIDATES)
            if (distance := distance_to(near)) <= limit
        )
        return [near for _, _, near in ranked[:MAX_CORRECTIONS]]

    def _one_edit_away(self, word: str, distance_to: Callable[[str], int]) -> dict[str, int]:
        mask, masks = _letter_mask(word), self._masks
        places = {at for key in _deletion_keys(word) for at in self._deletions.get(key)}
        alike = ((self._words[at], at) for at in places if (mask ^ masks[at]).bit_count() <= 2)
        return {near: at for near, at in alike if distance_to(near) == 1}

    def _candidates(self, word: str, limit: int) -> Iterator[tuple[str, int]]:
        """Long words with a first letter and letters like those of `word`, and their numbers.

        Words of similar length first, then the more prominent.
        """
        mask, masks = _letter_mask(word), self._masks
        for longer in sorted(range(-limit, limit + 1), key=abs):
            bits = 2 * limit - abs(longer)  # a substitution changes two bits, other edits one
            for first in {word[0], word[1:2]}:
                shape = self._shapes.index_of(f"{first}{len(word) + longer}")
                if shape < 0:
                    continue
                for at in self._shaped[self._starts[shape] : self._starts[shape + 1]]:
                    if (mask ^ masks[at]).bit_count() <= bits:
                        yield self._words[at], at


def _deletion_keys(word: str) -> set[str]:
    head = word[:_DELETION_PREFIX]
    return {head, *[head[:at] + head[at + 1 :] for at in range(len(head))]}


def _letter_mask(word: str) -> int:
    """One bit for each letter that occurs; each edit changes at most two bits."""
    mask = 0
    for char in word:
        mask |= 1 << (ord(char) & 31)
    return mask
