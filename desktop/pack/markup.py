r"""Parser of the restricted Markdown of answers.

Allowed: headings `## ` and `### `, paragraphs, lists `- ` and `1. ` without nesting,
`**bold**`, `*italic*`, links `[text](entry:ID)`, `contact:ID` and `source:ID`. A backslash
escapes a punctuation mark (CommonMark 0.31, section 2.4).

Any other Markdown is an issue, and remains in the text as typed: no text disappears, and none
becomes HTML. Time and memory are linear in the length of any text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Final


class BlockKind(Enum):
    """Kinds of blocks."""

    HEADING2 = auto()
    HEADING3 = auto()
    PARAGRAPH = auto()
    BULLET = auto()
    NUMBERED = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    """As shown, never empty, without line breaks."""
    bold: bool = False
    italic: bool = False
    link: str = ""
    """Empty, or "entry:ID", "contact:ID" or "source:ID"."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or one item of a list."""

    kind: BlockKind
    runs: tuple[Run, ...]
    """At least one."""
    line: int
    """The first, in the source, from 1."""
    number: int = 0
    """Displayed number of a numbered item; else 0."""

    @property
    def text(self) -> str:
        """The text without its styles."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class MarkupIssue:
    """Markdown that is not allowed.

    Attributes:
        line: of the source, from 1.
        expected: the allowed markup, a sentence.
        remedy: what to do, a sentence.
    """

    line: int
    expected: str
    remedy: str


def parse_markup(text: str) -> tuple[tuple[Block, ...], tuple[MarkupIssue, ...]]:
    """Split `text` into blocks and issues; markup that is not allowed remains as text.

    Never raises. The same issue is listed once per line.
    """
    issues: _Issues = []
    blocks: list[Block] = []
    for draft in _drafts(text, issues):
        runs = _Inline("\n".join(draft.lines), draft.line, issues).read()
        number = draft.number
        if number and blocks and blocks[-1].number:
            number = blocks[-1].number + 1  # CommonMark: the first number counts
        blocks.append(Block(draft.kind, runs, draft.line, number))
    unique = sorted(dict.fromkeys(issues), key=itemgetter(0))
    return tuple(blocks), tuple(MarkupIssue(line, *_MESSAGES[name]) for line, name in unique)


def plain_text(text: str) -> str:
    """`text` without markup: one heading, paragraph or item per line."""
    return "\n".join(block.text for block in parse_markup(text)[0])


_Issues = list[tuple[int, str]]
"""Line and name of each issue; the names are those in `_MESSAGES`."""

_LINK_FORM: Final = "Write [text](entry:ID), [text](contact:ID) or [text](source:ID)."
_MESSAGES: Final = {
    "heading": (
        "Only headings of level 2 and 3 with a text are allowed.",
        'Begin the line with "## " or "### " and the heading.',
    ),
    "rule": (
        "Rules and underlined headings are not allowed.",
        'Remove the line; write a heading as "## Heading".',
    ),
    "item": ('Items of a list begin with "- " or "1. ".', 'Write "- " or "1. " in its place.'),
    "empty_item": (
        "An item of a list has a text.",
        "Write the text after the sign, or remove the line.",
    ),
    "quote": ("Block quotes are not allowed.", 'Remove the ">" at the start of the line.'),
    "code_block": ("Code is not allowed.", "Remove the lines around the code."),
    "table": ("Tables are not allowed.", "Write a list instead."),
    "definition": (
        "Link definitions are not allowed.",
        "Write the link where it belongs: [text](entry:ID).",
    ),
    "nested_item": (
        "Lists cannot be nested and their items are not indented.",
        "Begin the item at the start of the line.",
    ),
    "indent": (
        "A block cannot be indented by four spaces or a tab (that is code in Markdown).",
        "Begin the text at the start of the line.",
    ),
    "badlink": ("A link is complete and its target has no brackets.", _LINK_FORM),
    "reference": ("Links by reference are not allowed.", _LINK_FORM),
    "tag": ("HTML is not allowed.", 'Remove the tag; a "<" itself is written "\\<".'),
    "entity": ("HTML entities are not allowed.", "Write the character itself."),
    "code": ("Code is not allowed.", "Remove the backticks."),
    "strike": ("Struck-out text is not allowed.", 'Remove the "~~".'),
    "under_close": ("Emphasis is written with asterisks.", "Write *italic* or **bold**."),
    "control": ("Control characters are not allowed.", "Remove the invisible character."),
    "image": ("Images are not allowed.", "Remove the image."),
    "target": ("Links lead to an entry, a contact or a source.", _LINK_FORM),
    "empty": ("A link has a text.", _LINK_FORM),
    "nested": ("A link cannot be in another link.", "Remove one of the two."),
    "stars": ('Each "*" or "**" has its partner.', 'Close it, or write the sign as "\\*".'),
}
"""Expectation and remedy of each issue."""

# Lines to blocks --------------------------------------------------------------------------

_NEWLINE = re.compile(r"\r\n|\r|\n")
_BREAKS: Final = dict.fromkeys(map(ord, "\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")
_HEADING = re.compile(r"(##|###)[ \t]+(?=\S)")
_ITEM = re.compile(r"(?:-|([0-9]{1,9})\.)[ \t]+(?=\S)")
_HEADINGS = {"##": BlockKind.HEADING2, "###": BlockKind.HEADING3}

# Lines that are markup in Markdown but not allowed here; matched without their indent.
_FORBIDDEN_LINE: Final = re.compile(
    r"""
      (?P<heading>\#{1,6}(?:[ \t]|$))
    | (?P<rule>(?:-{3,}|\*{3,}|_{3,}|={3,}|[-*_](?:[ \t]+[-*_]){2,})$)
    | (?P<item>[*+][ \t]+\S|[0-9]{1,9}\)[ \t]+\S)
    | (?P<empty_item>(?:-|[0-9]{1,9}\.)$)
    | (?P<quote>>)
    | (?P<code_block>```|~~~)
    | (?P<table>\||[|:\- \t]*-[:\- \t]*\|[|:\- \t]*$)
    | (?P<definition>
        \[[^\]\n]{1,200}\]:[ \t]*(?:https?:|www\.|mailto:|entry:|contact:|source:|[/#])
      )
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class _UnparsedBlock:
    """A block whose text is not parsed yet."""

    kind: BlockKind
    line: int
    lines: list[str]
    number: int = 0


def _drafts(text: str, issues: _Issues) -> list[_UnparsedBlock]:
    """The blocks of `text`, without the markup at the start of lines."""
    drafts: list[_UnparsedBlock] = []
    current: _UnparsedBlock | None = None  # the block that the next line may continue
    for at, raw in enumerate(_NEWLINE.split(text.translate(_BREAKS)), start=1):
        line = raw.strip(" \t")
        if not line:
            current = None
            continue
        opened = _opening(raw, line, at, current, issues)
        if opened is None and current is not None:
            current.lines.append(line)
            continue
        current = opened or _UnparsedBlock(BlockKind.PARAGRAPH, at, [line])
        drafts.append(current)
        if current.kind in _HEADINGS.values():
            current = None
    return drafts


def _opening(
    raw: str, line: str, at: int, before: _UnparsedBlock | None, issues: _Issues
) -> _UnparsedBlock | None:
    """The block that `line` opens, or None if it is plain text that may continue `before`."""
    if heading := _HEADING.match(line):
        return _UnparsedBlock(_HEADINGS[heading[1]], at, [line[heading.end() :]])
    forbidden = _FORBIDDEN_LINE.match(line)
    item = _ITEM.match(line)
    indent = raw[: len(raw) - len(raw.lstrip(" \t"))]
    if forbidden or (item and indent):
        issues.append((at, (forbidden and forbidden.lastgroup) or "nested_item"))
        return _UnparsedBlock(BlockKind.PARAGRAPH, at, [line])
    in_paragraph = before is not None and before.kind is BlockKind.PARAGRAPH
    if item and not (in_paragraph and item[1] and int(item[1]) != 1):
        kind = BlockKind.NUMBERED if item[1] else BlockKind.BULLET
        return _UnparsedBlock(
            kind, at, [line[item.end() :]], max(1, int(item[1])) if item[1] else 0
        )
    if before is None and ("\t" in indent or len(indent) > 3):
        issues.append((at, "indent"))
    return None


# Text to runs -----------------------------------------------------------------------------

_TARGET = re.compile(r"(?:entry|contact|source):[a-z0-9]+(?:-[a-z0-9]+)*")
_TOKEN = re.compile(
    r"""
    (?=[\\*\[\]\n<&`~_\x00-\x08\x0e-\x1f\x7f])(?:  # most characters begin no token
      (?P<escape>\\[!-/:-@\[-`{-~])
    | (?P<stars>\*+)
    | (?P<open>\[)
    | (?P<link>\]\((?P<target>[^()\n]{0,500})\))
    | (?P<badlink>\]\()
    | (?P<reference>\]\[(?=[^\]\n]{0,200}\]))
    | (?P<close>\])
    | (?P<newline>\n)
    | (?P<tag><(?=[A-Za-z/!?]))
    | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});)
    | (?P<code>`+)
    | (?P<strike>~~+)
    | (?P<under_open>(?<!\w)_{1,2}(?=[^\W_]))
    | (?P<under_close>(?<=[^\W_])_{1,2}(?!\w))
    | (?P<control>[\x00-\x08\x0e-\x1f\x7f])
    )
    """,
    re.VERBOSE,
)
_PAIRED: Final = {"code": "code", "strike": "strike", "under_close": "under_open"}
"""Delimiters that need an opening one: alone they are plain text."""


@dataclass(slots=True)
class _Piece:
    """Unmerged text of a run; a delimiter is an empty piece, and text if it is unmatched."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


class _Inline:
    """Parses the text of one block in a single pass."""

    def __init__(self, text: str, line: int, issues: _Issues) -> None:
        self.text = text
        self.line = line
        self.issues = issues
        self.pieces: list[_Piece] = []
        self.seen: set[str] = set()
        self.brackets: list[int] = []  # indexes of open "[" pieces
        self.last_link = -1  # number of pieces at the end of the last link
        self.open: dict[str, tuple[int, int]] = {}  # indexes and lines of marks by style

    def read(self) -> tuple[Run, ...]:
        """The runs of the text."""
        end = 0
        for token in _TOKEN.finditer(self.text):
            self._add(self.text[end : token.start()])
            self._take(token)
            end = token.end()
        self._add(self.text[end:])
        self._restore_unclosed()
        style = attrgetter("bold", "italic", "link")
        groups = groupby((piece for piece in self.pieces if piece.text), style)
        return tuple(Run("".join(piece.text for piece in group), *of) for of, group in groups)

    def _take(self, token: re.Match[str]) -> None:
        name = token.lastgroup or ""
        if name == "escape":
            self._add(token[0][1])
        elif name == "newline":
            self._add(" ")
            self.line += 1
        elif name == "stars":
            self._stars(token)
        elif name == "open":
            self.brackets.append(len(self.pieces))
            self._add("[")
        elif name == "link":
            self._link(token)
        else:
            self._plain(name, token[0])

    def _plain(self, name: str, text: str) -> None:
        """Add text as typed, with an issue if it is markup in Markdown."""
        if name in ("close", "badlink", "reference") and self.brackets:
            self.brackets.pop()
        elif name in ("badlink", "reference"):
            name = "close"  # no "[" before it
        if name in _MESSAGES and (name not in _PAIRED or _PAIRED[name] in self.seen):
            self.issues.append((self.line, name))
        self.seen.add(name)
        self._add(text)
        if name == "reference":
            self.brackets.append(len(self.pieces) - 1)

    def _link(self, token: re.Match[str]) -> None:
        if not self.brackets:
            self._add(token[0])
            return
        first = self.brackets.pop()
        inside = self.pieces[first + 1 :] if first > self.last_link else []
        reason = ""
        if first and self.pieces[first - 1].text.endswith("!"):
            reason = "image"
        elif first < self.last_link:
            reason = "nested"
        elif not _TARGET.fullmatch(token["target"]):
            reason = "target"
        elif not any(piece.text.strip() for piece in inside):
            reason = "empty"
        if reason:
            self.issues.append((self.line, reason))
            self._add(token[0])
            return
        self.pieces[first].text = ""
        self.last_link = len(self.pieces)
        for piece in inside:
            piece.link = token["target"]

    def _stars(self, token: re.Match[str]) -> None:
        before = self.text[token.start() - 1 : token.start()]
        after = self.text[token.end() : token.end() + 1]
        opens = bool(after) and not after.isspace()
        closes = bool(before) and not before.isspace()
        styles = {1: ("italic",), 2: ("bold",), 3: ("bold", "italic")}.get(len(token[0]), ())
        is_open = [style in self.open for style in styles]
        delimiter = (len(self.pieces), self.line)
        piece = self._add(token[0])
        if styles and closes and all(is_open):
            for style in styles:
                del self.open[style]
            piece.text = ""
        elif styles and opens and not any(is_open):
            self.open |= dict.fromkeys(styles, delimiter)
            piece.text = ""
        elif opens or closes or not styles:
            self.issues.append((self.line, "stars"))

    def _restore_unclosed(self) -> None:
        """Turn unmatched delimiters back into text, and reset their style."""
        for style, (first, line) in self.open.items():
            self.pieces[first].text += "**" if style == "bold" else "*"
            self.issues.append((line, "stars"))
            for piece in self.pieces[first:]:
                setattr(piece, style, False)

    def _add(self, text: str) -> _Piece:
        piece = _Piece(text, "bold" in self.open, "italic" in self.open)
        self.pieces.append(piece)
        return piece
