"""An answer as text for the clipboard, plain and rich, with the numbers it names. No Qt."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.pack.markup import Block, BlockKind, parse, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.pack.model import Contact, Entry
    from desktop.pack.view import PackView

_TAGS = {
    BlockKind.HEADING2: "h2",
    BlockKind.HEADING3: "h3",
    BlockKind.BULLET: "li",
    BlockKind.NUMBERED: "li",
}
_LISTS = {BlockKind.BULLET: "ul", BlockKind.NUMBERED: "ol"}


def answer_text(pack: PackView, entry: Entry, lang: str) -> str:
    """Question, brief, answer and contacts of `entry` in `lang`, a blank line between them."""
    parts = [pack.text(entry.question, lang), pack.text(entry.brief, lang)]
    parts.append(plain_text(pack.text(entry.answer, lang)))
    parts += (contact_text(pack, contact, lang) for contact in _contacts(pack, entry))
    return "\n\n".join(part for part in parts if part)


def answer_html(pack: PackView, entry: Entry, lang: str) -> str:
    """The same as HTML, everything in it escaped; links of the pack are plain words."""
    brief = pack.text(entry.brief, lang)
    parts = [f"<h1>{escape(pack.text(entry.question, lang))}</h1>"]
    parts += [f"<p><b>{escape(brief)}</b></p>"] if brief else []
    parts += _blocks(parse(pack.text(entry.answer, lang))[0])
    parts += (f"<p>{escape(contact_text(pack, c, lang))}</p>" for c in _contacts(pack, entry))
    return "\n".join(parts)


def contact_text(pack: PackView, contact: Contact, lang: str) -> str:
    """A contact in one line: the name, then its numbers."""
    numbers = ", ".join(phone.number for phone in contact.phones)
    name = pack.text(contact.name, lang)
    return f"{name}: {numbers}" if numbers else name


def _contacts(pack: PackView, entry: Entry) -> Iterator[Contact]:
    for contact_id in entry.contacts:
        if contact := pack.contact_by_id.get(contact_id):
            yield contact


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
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
