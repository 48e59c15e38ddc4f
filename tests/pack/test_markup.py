from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pack.markup import Block, BlockKind, Run, parse_markup, plain_text

MARKED = st.text(st.sampled_from("*[]()\\<>#-_`~|!&;1.: \t\n\rab\u2028") | st.characters())


def runs(text: str) -> tuple[Run, ...]:
    blocks, faults = parse_markup(text)
    assert not faults
    (block,) = blocks
    return block.runs


def kinds(text: str) -> list[tuple[BlockKind, str, int]]:
    return [(block.kind, block.text, block.number) for block in parse_markup(text)[0]]


def test_every_kind_of_block() -> None:
    text = "## Two\n### Three\nA line\nand more\n\n- first\n- second\n  goes on\n\n4. four\n4. five"
    assert kinds(text) == [
        (BlockKind.HEADING2, "Two", 0),
        (BlockKind.HEADING3, "Three", 0),
        (BlockKind.PARAGRAPH, "A line and more", 0),
        (BlockKind.BULLET, "first", 0),
        (BlockKind.BULLET, "second goes on", 0),
        (BlockKind.NUMBERED, "four", 4),
        (BlockKind.NUMBERED, "five", 5),
    ]
    assert not parse_markup(text)[1]


def test_blocks_know_their_line() -> None:
    blocks, _ = parse_markup("\r\none\r\n\r\n- two\r\n- three\rfour\n\nfive")
    assert [block.line for block in blocks] == [2, 4, 5, 8]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", (Run("plain"),)),
        ("a **b** c", (Run("a "), Run("b", bold=True), Run(" c"))),
        ("*a*", (Run("a", italic=True),)),
        ("***a***", (Run("a", bold=True, italic=True),)),
        ("**a *b***", (Run("a ", bold=True), Run("b", bold=True, italic=True))),
        ("[a](entry:b-1)", (Run("a", link="entry:b-1"),)),
        ("[a **b**](source:c)", (Run("a ", link="source:c"), Run("b", bold=True, link="source:c"))),
        ("**[a](contact:c)**", (Run("a", bold=True, link="contact:c"),)),
        ("[see [1]](entry:b)", (Run("see [1]", link="entry:b"),)),
        (r"\*a\* \[b\](c) \\", (Run(r"*a* [b](c) \ "[:-1]),)),
        (r"C:\temp", (Run(r"C:\temp"),)),
        ("**a\nb**", (Run("a b", bold=True),)),
    ],
)
def test_text_and_its_styles(text: str, expected: tuple[Run, ...]) -> None:
    assert runs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4",
        "under < 18",
        "a <3",
        "see [1] and (2)",
        "snake_case and __",
        "one ` alone",
        "about ~100 & more; AT&T",
        "Call 505-438-3733!",
        "It was in\n2019. Then",
        "a #1 b",
        "https://example.org/a_b",
    ],
)
def test_harmless_signs_are_plain_text(text: str) -> None:
    assert runs(text) == (Run(text.replace("\n", " ")),)


@pytest.mark.parametrize(
    "bad",
    [
        "# One",
        "#### Four",
        "##",
        "a <b>bold</b>",
        "<!-- x -->",
        "</p>",
        "a &nbsp; b",
        "![a](entry:b)",
        "[a](https://example.org)",
        "[a](entry:Not_a_slug)",
        "[a](file:///etc/passwd)",
        "[a](javascript:alert)",
        "[a](entry:b",
        "[](entry:b)",
        "[a][b]",
        "[a]: https://example.org",
        "[a [b](entry:b)](entry:c)",
        "| a | b |",
        "--- | ---",
        "```",
        "~~~ python",
        "some `code` here",
        "> quoted",
        "---",
        "* * *",
        "* item",
        "+ item",
        "1) item",
        "- ",
        "    indented",
        "__bold__ or _italic_",
        "~~struck~~ out",
        "*open",
        "**open",
        "closed*",
        "a ****b",
        "bell \a",
    ],
)
def test_what_is_not_allowed_is_a_fault_on_its_line(bad: str) -> None:
    blocks, faults = parse_markup(f"first\n\n{bad}\n\nlast")
    assert {fault.line for fault in faults} == {3}
    assert all(fault.expected.endswith(".") and fault.remedy for fault in faults)
    assert [block.text for block in blocks][0::2] == ["first", "last"]


def test_what_is_not_allowed_stays_as_it_was_typed() -> None:
    text = "<b>x</b> ![i](entry:a) [o](http://x) **open"
    assert plain_text(text) == text


def test_a_nested_item_is_a_fault_and_keeps_its_text() -> None:
    blocks, faults = parse_markup("- a\n  - b\n- c")
    assert [fault.line for fault in faults] == [2]
    assert [block.text for block in blocks] == ["a", "- b", "c"]


def test_faults_name_the_line_within_a_paragraph() -> None:
    assert [fault.line for fault in parse_markup("a\nb <i>\nc\n`d` e")[1]] == [2, 4]


def test_the_same_fault_in_a_line_is_named_once() -> None:
    assert len(parse_markup("<b>" * 1000)[1]) == 1


def test_an_open_mark_styles_nothing() -> None:
    blocks, _ = parse_markup("**a** and **b *c*")
    assert blocks[0].runs[-1] == Run("c", italic=True)
    assert blocks[0].runs[1] == Run(" and **b ")


def test_plain_text_has_one_block_a_line() -> None:
    assert plain_text("## A\n\n*b*\nc\n\n1. [d](entry:e)") == "A\nb c\nd"
    assert plain_text("") == ""


@given(MARKED)
def test_any_text_parses_into_blocks_with_text(text: str) -> None:
    blocks, faults = parse_markup(text)
    lines = text.count("\n") + text.count("\r") + 1
    assert all(block.text and all(run.text for run in block.runs) for block in blocks)
    assert all(1 <= fault.line <= lines for fault in faults)
    assert [block.line for block in blocks] == sorted(block.line for block in blocks)


@given(MARKED)
def test_plain_text_is_the_blocks_and_has_no_other_line_breaks(text: str) -> None:
    plain = plain_text(text)
    assert plain.splitlines() == [block.text for block in parse_markup(text)[0]]


@given(st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1))
def test_words_come_out_as_they_went_in(text: str) -> None:
    assert plain_text(text) == text


@pytest.mark.parametrize(
    "piece",
    [
        "*",
        "[",
        "* ",
        "*a",
        "**a ",
        "[a](entry:b",
        "](",
        "][",
        "\\",
        "_a",
        "|-",
        "- ",
        "![",
        "`",
        "a*",
    ],
)
def test_hostile_text_ends_soon(piece: str) -> None:
    """Each took minutes if time grew with the square; no clock, the suite would just hang."""
    blocks: tuple[Block, ...] = parse_markup(piece * 100_000)[0]
    assert len(blocks) == 1
