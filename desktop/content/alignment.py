"""Two languages of an answer, aligned by paragraph. No Qt.

A good translation has the blocks of its source one by one. Where the two differ, headings are
aligned first, then the blocks between them, each by the cheapest path through a table of all
pairs (dynamic programming). What a pair costs follows Gale and Church, "A Program for Aligning
Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993: long texts have long
translations, and most blocks have just one partner.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from desktop.pack.markup import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_PAIRS: Final = 10_000  # of blocks; a pack may ask for more, and gets pairs in order
_VARIANCE: Final = 6.8  # of the lengths, per character (Gale and Church)
_LIKELY: Final = {  # how many blocks on the left become how many on the right (ibid.)
    (1, 1): 0.89,
    (1, 0): 0.0099,
    (0, 1): 0.0099,
    (2, 1): 0.0445,
    (1, 2): 0.0445,
}
_SELDOM: Final = -math.log(0.01)  # that a paragraph becomes an item, or two items one
_ITEMS: Final = {BlockKind.BULLET, BlockKind.NUMBERED}
_HEADINGS: Final = (BlockKind.HEADING2, BlockKind.HEADING3)


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Blocks that say the same; one side is empty where the other language has no such block."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """What is aligned: one block, or a heading with all blocks below it."""

    blocks: tuple[Block, ...]
    length: int  # characters of all of them

    @property
    def kind(self) -> BlockKind:
        return self.blocks[0].kind


_Pair = tuple[tuple[_Part, ...], tuple[_Part, ...]]


def align(left: Sequence[Block], right: Sequence[Block]) -> tuple[AlignedRow, ...]:
    """Rows of two texts, together every block of both, once and in order.

    Time and memory grow with the product of the numbers of blocks, up to `MAX_PAIRS`; longer
    texts that differ are paired in order.
    """
    alike = [block.kind for block in left] == [block.kind for block in right]
    if alike or len(left) * len(right) > MAX_PAIRS:
        pairs = zip_longest(left, right)
        return tuple(AlignedRow((a,) if a else (), (b,) if b else ()) for a, b in pairs)
    ratio = max(_length(right), 1) / max(_length(left), 1)
    return tuple(_rows(left, right, ratio))


def _rows(left: Sequence[Block], right: Sequence[Block], ratio: float) -> Iterator[AlignedRow]:
    (top, sections), (top_right, sections_right) = _split(left), _split(right)
    yield from _between(top, top_right, ratio)
    for a, b in _cheapest(sections, sections_right, ratio):
        left_blocks, right_blocks = _blocks(a), _blocks(b)
        yield AlignedRow(left_blocks[:1], right_blocks[:1])
        yield from _between(left_blocks[1:], right_blocks[1:], ratio)


def _between(left: Sequence[Block], right: Sequence[Block], ratio: float) -> Iterator[AlignedRow]:
    """The rows of the blocks below the same heading."""
    parts, parts_right = ([_part((block,)) for block in side] for side in (left, right))
    for a, b in _cheapest(parts, parts_right, ratio):
        yield AlignedRow(_blocks(a), _blocks(b))


def _split(blocks: Sequence[Block]) -> tuple[Sequence[Block], list[_Part]]:
    """The blocks before the first heading, then each heading with the blocks below it."""
    starts = [at for at, block in enumerate(blocks) if block.kind in _HEADINGS]
    sections = [_part(tuple(blocks[start:end])) for start, end in zip_longest(starts, starts[1:])]
    return blocks[: starts[0]] if starts else blocks, sections


def _part(blocks: tuple[Block, ...]) -> _Part:
    return _Part(blocks, _length(blocks))


def _blocks(parts: Sequence[_Part]) -> tuple[Block, ...]:
    return tuple(block for part in parts for block in part.blocks)


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)


def _cost(left: Sequence[_Part], right: Sequence[_Part], ratio: float) -> float:
    """Minus the logarithm of the chance that one is the translation of the other.

    `ratio` is characters on the right for one on the left, in the whole text.
    """
    long, long_right = (sum(part.length for part in side) for side in (left, right))
    mean = (long + long_right / ratio) / 2
    off = abs(long_right - long * ratio) / math.sqrt(_VARIANCE * max(mean, 1))
    chance = math.erfc(off / math.sqrt(2)) * _LIKELY[len(left), len(right)]  # both tails
    kinds = {part.kind for part in (*left, *right)}
    odd = len(kinds) - 1 if left and right else 0
    if len(left) + len(right) > 2 and kinds & _ITEMS:
        odd += 1
    return -math.log(max(chance, 1e-300)) + _SELDOM * odd


def _cheapest(left: Sequence[_Part], right: Sequence[_Part], ratio: float) -> list[_Pair]:
    """The groups of partners that cost least together, in order."""
    if [part.kind for part in left] == [part.kind for part in right]:
        return [((a,), (b,)) for a, b in zip(left, right, strict=True)]
    best = {(0, 0): (0.0, (0, 0))}  # cost up to here, and size of the last pair
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            ways = [
                (best[i - a, j - b][0] + _cost(left[i - a : i], right[j - b : j], ratio), (a, b))
                for a, b in _LIKELY
                if a <= i and b <= j
            ]
            if ways:
                best[i, j] = min(ways)
    pairs: list[_Pair] = []
    i, j = len(left), len(right)
    while i or j:
        a, b = best[i, j][1]
        pairs.append((tuple(left[i - a : i]), tuple(right[j - b : j])))
        i, j = i - a, j - b
    return pairs[::-1]
