from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.resources import flagship_pack
from desktop.content.alignment import MAX_PAIRS, AlignedRow, align
from desktop.pack import reader
from desktop.pack.markup import Block, BlockKind, Run, parse_markup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pack.model import Pack

BLOCKS = st.lists(
    st.builds(
        lambda kind, size: Block(kind, (Run("x" * size),), 1),
        st.sampled_from(BlockKind),
        st.integers(1, 300),
    ),
    max_size=12,
)
ENGLISH = """## Signs

Someone else keeps the passport, the phone and the money.

- no pay for months of work
- no rest

## Help

Call the hotline at any hour."""


def blocks(text: str) -> tuple[Block, ...]:
    return parse_markup(text)[0]


def words(rows: Sequence[AlignedRow]) -> list[tuple[list[str], list[str]]]:
    return [([b.text for b in row.left], [b.text for b in row.right]) for row in rows]


@pytest.fixture(scope="module")
def flagship() -> Pack:
    return reader.read(flagship_pack())


@given(BLOCKS, BLOCKS)
def test_every_block_comes_once_and_in_order(left: list[Block], right: list[Block]) -> None:
    rows = align(left, right)
    assert [block for row in rows for block in row.left] == left
    assert [block for row in rows for block in row.right] == right
    assert all(row.left or row.right for row in rows)


@given(BLOCKS)
def test_a_text_is_its_own_translation(left: list[Block]) -> None:
    assert align(left, left) == tuple(AlignedRow((block,), (block,)) for block in left)


def test_a_missing_item_leaves_its_place_empty() -> None:
    spanish = blocks(ENGLISH.replace("- no rest\n", ""))
    assert (["no rest"], []) in words(align(blocks(ENGLISH), spanish))


def test_a_paragraph_in_two_stands_beside_its_one_partner() -> None:
    whole = "One two three four five six seven. Eight nine ten eleven twelve thirteen."
    split = whole.replace(". E", ".\n\nE")
    rows = words(align(blocks(f"## A\n\n{whole}"), blocks(f"## A\n\n{split}")))
    assert rows == [(["A"], ["A"]), ([whole], split.split("\n\n"))]


def test_headings_are_partners_whatever_is_below_them() -> None:
    left = blocks("## A\n\nlong text here\n\n- x\n\n## B\n\nb")
    right = blocks("## A\n\n## B\n\nlong text that is elsewhere\n\nb")
    assert (["B"], ["B"]) in words(align(left, right))


def test_a_heading_that_is_missing_leaves_the_others_together() -> None:
    right = blocks(ENGLISH.replace("## Help\n\n", ""))
    rows = words(align(blocks(ENGLISH), right))
    assert (["Help"], []) in rows
    assert (["Call the hotline at any hour."],) * 2 in rows


@pytest.mark.parametrize("at", range(20))
def test_of_a_real_answer_with_a_block_lost_most_stands_right(flagship: Pack, at: int) -> None:
    """What an unfinished translation looks like, tried for every block of every answer."""
    entry = flagship.entries[at]
    left, right = blocks(entry.answer["en"]), blocks(entry.answer["es"])
    partner = dict(zip(right, left, strict=True))
    good = 0
    for lost in range(len(right)):
        rest = right[:lost] + right[lost + 1 :]
        rows = [row for row in align(left, rest) if len(row.right) == 1]
        good += sum(row.left == (partner[row.right[0]],) for row in rows)
    assert good / (len(right) * (len(right) - 1)) > 0.75


def test_texts_too_long_to_compare_are_paired_in_order() -> None:
    many = blocks("a\n\n" * MAX_PAIRS)
    rows = align(many, blocks("- b\n- c"))
    assert len(rows) == MAX_PAIRS
    assert [block.text for row in rows[:3] for block in row.right] == ["b", "c"]


@pytest.mark.parametrize("lang", ["en", "es"])
def test_nothing_beside_something(flagship: Pack, lang: str) -> None:
    text = blocks(flagship.entries[0].answer[lang])
    assert align(text, ()) == tuple(AlignedRow((block,), ()) for block in text)
