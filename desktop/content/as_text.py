"""An answer as text for the clipboard, plain and rich, with the numbers it names. No Qt."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.pack.markup import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.content.answer import Answer, ContactInfo

_TAGS = {
    BlockKind.HEADING2: "h2",
    BlockKind.HEADING3: "h3",
    BlockKind.BULLET: "li",
    BlockKind.NUMBERED: "li",
}
_LISTS = {BlockKind.BULLET: "ul", BlockKind.NUMBERED: "ol"}


def answer_text(answer: Answer) -> str:
    """Question, brief, full reply and contacts, a blank line between them."""
    parts = (answer.question, answer.brief, answer.plain_text)
    return "\n\n".join(filter(None, (*parts, *map(contact_text, answer.all_contacts))))


def answer_html(answer: Answer) -> str:
    """The same as HTML, everything in it escaped; links of the pack are plain words."""
    parts = [f"<h1>{escape(answer.question)}</h1>"]
    parts += [f"<p><b>{escape(answer.brief)}</b></p>"] if answer.brief else []
    parts += _blocks(answer.blocks)
    parts += (f"<p>{escape(contact_text(contact))}</p>" for contact in answer.all_contacts)
    return "\n".join(parts)


def contact_text(contact: ContactInfo) -> str:
    """A contact in one line: the name, then its numbers, each with how it is used."""
    numbers = ", ".join(
        f"{each.number} ({', '.join(each.about)})" if each.about else each.number
        for each in contact.numbers
    )
    return f"{contact.name}: {numbers}" if numbers else contact.name


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        tag = _TAGS.get(kind, "p")
        body = "\n".join(f"<{tag}>{_inline(block)}</{tag}>" for block in group)
        around = _LISTS.get(kind)
        yield f"<{around}>{body}</{around}>" if around else body


def _inline(block: Block) -> str:
    pieces = []
    for run in block.runs:
        text = escape(run.text)
        text = f"<b>{text}</b>" if run.bold else text
        pieces.append(f"<i>{text}</i>" if run.italic else text)
    return "".join(pieces)
