"""Slips of the hand: which words of the pack may an unknown word mean.

Distance is optimal string alignment (Damerau 1964; Boytsov 2011): one letter too many, too
few, wrong, or two neighbours swapped. One slip is found through a deletion index (SymSpell,
Garbe 2012): every word under itself and under each form with one letter of its first seven
left out. Two slips, allowed in long words only, compare words of like beginning and length,
most of which a mask of their letters rules out. A word written as it sounds ("resivir",
"alluda") is one slip, whatever its letters: b and v, s, z and soft c, ll and y sound alike in
American Spanish, and h is silent.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ONE_SLIP: Final = 4  # letters a word must have
TWO_SLIPS: Final = 8
OFFERED: Final = 3  # corrections of one word that are searched for
_ALPHABET: Final = 40  # letters tried in an unfinished word
_LONGEST: Final = 40  # letters: no word is longer, and trying its slips would take long
_SOUNDS: Final = re.compile(  # each group is named after the sound of its spellings
    r"(?P<ch>ch)|(?P<f>ph)|(?P<s>c(?=[eiy])|z|x(?=[aeiou]))|(?P<k>qu(?=[ei])|ck?)"
    r"|(?P<g>gu(?=[ei]))|(?P<j>g(?=[ei]))|(?P<silent>h)|(?P<b>v)"
    r"|(?P<i>(?:ll|y)(?![aeiou]))|(?P<y>ll)"
)
_DOUBLED: Final = re.compile(r"(.)\1+")
_KEYED: Final = 7  # letters of a word that the deletion index looks at


def slips(one: str, other: str, limit: int) -> int:
    """Optimal string alignment distance, or `limit` + 1 where it is more than `limit`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit and min(before) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def sound(word: str) -> str:
    """What stands for all spellings of `word` that sound alike in Spanish."""
    return _DOUBLED.sub(r"\1", _SOUNDS.sub(_sound_of, word))


def _sound_of(spelling: re.Match[str]) -> str:
    return "" if spelling.lastgroup == "silent" else spelling.lastgroup or ""


def allowed_slips(word: str) -> int:
    """How many slips a word of this length may have: none, one or two."""
    if word.isdigit() or len(word) > _LONGEST:  # another number is another number
        return 0
    return (len(word) >= ONE_SLIP) + (len(word) >= TWO_SLIPS)


class Corrector:
    """Finds the words of a pack that an unknown word may mean.

    Args:
        prominence: every word of the pack, folded, and how much it matters there.
    """

    def __init__(self, prominence: Mapping[str, int]) -> None:
        self._prominence = prominence
        self._deletions: dict[str, list[str]] = {}
        self._shaped: dict[tuple[str, int], list[tuple[int, str]]] = {}
        self._sounding: dict[str, list[str]] = {}
        letters = Counter("".join(prominence))
        self._alphabet = [letter for letter, _ in letters.most_common(_ALPHABET)]
        for word in prominence:
            if len(word) < ONE_SLIP - 1 or word.isdigit():
                continue
            for key in _keys(word):
                self._deletions.setdefault(key, []).append(word)
            self._sounding.setdefault(sound(word), []).append(word)
            if len(word) >= TWO_SLIPS - 2:
                self._shaped.setdefault((word[0], len(word)), []).append((_mask(word), word))

    def corrections(self, word: str) -> list[tuple[str, int]]:
        """Words of the pack that differ from `word` by the fewest slips, and how many.

        To be written as it sounds is one slip.

        Best first: the same first letter, then the more prominent. Nothing for a short word,
        a number, or a word the pack has.
        """
        allowed = allowed_slips(word)
        if not allowed or word in self._prominence:
            return []
        found = [near for near in self._one_slip_away(word) if slips(word, near, 1) == 1]
        distance = 1
        if not found:
            found = self._sounding.get(sound(word), [])
        if not found and allowed == 2:
            found = [near for near in self._alike(word, 2) if slips(word, near, 2) == 2]
            distance = 2
        return [(near, distance) for near in self._best_first(word, found)[:OFFERED]]

    def corrected_prefixes(self, prefix: str, begins: Callable[[str], bool]) -> list[str]:
        """What `prefix` may be a slip of, one slip away, where `begins` finds words with it."""
        if not allowed_slips(prefix):
            return []
        cuts = [(prefix[:at], prefix[at:]) for at in range(len(prefix) + 1)]
        near = {a + b[1:] for a, b in cuts if b}
        near |= {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
        near |= {a + c + b[1:] for a, b in cuts if b for c in self._alphabet}
        near |= {a + c + b for a, b in cuts for c in self._alphabet}
        return sorted(other for other in near if other[:1] == prefix[0] and begins(other))

    def nearest(self, word: str) -> list[str]:
        """Words to offer in place of `word`: up to one slip in three letters, best first."""
        limit = len(word) // 3
        ranked = sorted(
            (distance, -self._prominence[near], near)
            for near in self._alike(word, limit)
            if (distance := slips(word, near, limit)) <= limit
        )
        return [near for _, _, near in ranked[:OFFERED]]

    def _best_first(self, word: str, found: list[str]) -> list[str]:
        return sorted(found, key=lambda near: (near[0] != word[0], -self._prominence[near], near))

    def _one_slip_away(self, word: str) -> set[str]:
        return {near for key in _keys(word) for near in self._deletions.get(key, ())}

    def _alike(self, word: str, limit: int) -> Iterator[str]:
        """Long words with a first letter and letters like those of `word`."""
        mask = _mask(word)
        for first in {word[0], word[1:2]}:
            for length in range(len(word) - limit, len(word) + limit + 1):
                for other, near in self._shaped.get((first, length), ()):
                    if (mask ^ other).bit_count() <= 2 * limit:
                        yield near


def _keys(word: str) -> set[str]:
    head = word[:_KEYED]
    return {head, *(head[:at] + head[at + 1 :] for at in range(len(head)))}


def _mask(word: str) -> int:
    """One bit for each letter that occurs; each slip changes at most two bits."""
    mask = 0
    for char in word:
        mask |= 1 << (ord(char) & 31)
    return mask
