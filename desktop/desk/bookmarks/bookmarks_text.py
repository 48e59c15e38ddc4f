"""Bookmarks as plain text to save or send: question, brief and numbers. Does not import Qt.

The text is in the language of the answers, not of the window, so it does not use Qt's
translator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.base.local_date import today
from desktop.content.answer import present
from desktop.content.handout import PhoneLine, handout, single_line
from desktop.languages.loader import section
from desktop.languages.program_strings import HandoutStrings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.desk.bookmarks.bookmarks import Bookmark
    from desktop.pack.view import PackView


def bookmarks_text(bookmarks: Iterable[Bookmark], pack: PackView, lang: str) -> str:
    """The bookmarks as text, an empty line between two, a line break at the end.

    Args:
        bookmarks: in the order to write them.
        pack: of an entry that it lacks only the name is written.
        lang: BCP 47 tag; texts fall back as `Pack.text` does.
    """
    parts = [_about(number, each, pack, lang) for number, each in enumerate(bookmarks, 1)]
    return "\n\n\n".join(parts) + "\n" if parts else ""


def plain_id(entry_id: str) -> str:
    """An id as words, where no question is known: "labor-law" is "Labor law"."""
    words = entry_id.replace("-", " ")
    return words[:1].upper() + words[1:]


def _about(number: int, bookmark: Bookmark, pack: PackView, lang: str) -> str:
    entry = pack.entry_by_id.get(bookmark.entry) if bookmark.pack == pack.manifest.id else None
    if entry is None:
        missing = section(HandoutStrings, lang).missing
        return f"{number}. {single_line(bookmark.name) or plain_id(bookmark.entry)}\n\n{missing}"
    texts = handout(present(pack, entry, lang, today()))
    head = "\n".join(filter(None, (single_line(bookmark.name), texts.question)))
    numbers = "\n".join(map(_number, texts.lines))
    brief = texts.brief if texts.brief != texts.question else ""
    return f"{number}. " + "\n\n".join(filter(None, (head, brief, numbers)))


def _number(line: PhoneLine) -> str:
    notes = filter(None, (line.how, line.spelled, line.note))
    return f"{line.name}: " + " · ".join((line.number, *notes))
