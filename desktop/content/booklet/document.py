"""What is printed: an answer, a topic, or the booklet with its title page and contents. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from desktop.content.answer import present
from desktop.content.booklet.answer import Printer
from desktop.content.booklet.appendices import Citations, Contacts
from desktop.content.booklet.piece import Piece, Style, plain
from desktop.languages.loader import section
from desktop.languages.program_strings import PaperStrings
from desktop.pack.model import walk

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.content.answer import Answer
    from desktop.pack.model import Entry
    from desktop.pack.view import PackView

MAX_ENTRIES: Final = 400
"""Answers in one document: about 1,200 sheets, and two seconds until they are set."""


class PrintScope(Enum):
    """How much is printed: one answer, all of its topic, or the whole booklet."""

    ANSWER = auto()
    TOPIC = auto()
    ALL = auto()


def available_scopes(pack: PackView, entry_id: str) -> tuple[PrintScope, ...]:
    """The scopes to choose from: each larger than the one before, none more than `MAX_ENTRIES`.

    `entry_id` is the answer that is read; "" or an unknown one for none.
    """
    sizes = {PrintScope.ALL: len(pack.entries)}
    if entry := pack.entry_by_id.get(entry_id):
        of_topic = len(pack.entries_by_topic[entry.topic])
        sizes = {PrintScope.ANSWER: 1, PrintScope.TOPIC: of_topic, **sizes}
    scopes: list[PrintScope] = []
    largest = 0
    for scope, size in sizes.items():
        if largest < size <= MAX_ENTRIES:
            scopes.append(scope)
            largest = size
    return tuple(scopes)


@dataclass(frozen=True, slots=True)
class Document:
    """Pieces in order, and the header and footer of every page."""

    title: str  # neutral, for the file and the printer
    languages: tuple[str, ...]  # BCP 47 tags, each once, in the order printed
    headers: dict[str, str]  # per language, the neutral title over each page; "" for none
    editions: dict[str, str]  # per language, version and date of the pack
    pieces: tuple[Piece, ...]


def compose_document(
    pack: PackView, scope: PrintScope, entry_id: str, languages: tuple[str, ...], *, today: dt.date
) -> Document:
    """Put a document together.

    Args:
        pack: its source.
        scope: how much of it.
        entry_id: the answer that is read; for the whole booklet it may be "".
        languages: BCP 47 tags; one part for each, in this order.
        today: reference date for contacts that may have changed.

    Raises:
        KeyError: the pack has no such entry.
    """
    pieces: list[Piece] = []
    for lang in languages:
        part = list(_part(pack, scope, entry_id, lang, today))
        pieces += (replace(part[0], new_page=True), *part[1:])
    neutral = pack.manifest.neutral_title
    return Document(
        title=pack.text(neutral, languages[0]) or section(PaperStrings, languages[0]).document,
        languages=languages,
        headers={lang: pack.text(neutral, lang) for lang in languages},
        editions={lang: _edition(pack, lang) for lang in languages},
        pieces=tuple(pieces),
    )


def _entries(pack: PackView, scope: PrintScope, entry_id: str) -> Sequence[Entry]:
    """The entries to print, in the order of the pack's topics."""
    if scope is PrintScope.ALL:
        return [entry for topic in walk(pack.topics) for entry in pack.entries_by_topic[topic.id]]
    entry = pack.entry_by_id[entry_id]
    return pack.entries_by_topic[entry.topic] if scope is PrintScope.TOPIC else [entry]


def _edition(pack: PackView, lang: str) -> str:
    words = section(PaperStrings, lang)
    version = words.edition.replace("%1", str(pack.manifest.version))
    created = pack.manifest.created
    return " · ".join(filter(None, (version, words.day_of(created) if created else "")))


def _part(
    pack: PackView, scope: PrintScope, entry_id: str, lang: str, today: dt.date
) -> Iterator[Piece]:
    """Everything in one language."""
    level = {PrintScope.ANSWER: 1, PrintScope.TOPIC: 2, PrintScope.ALL: 3}[scope]
    is_single = scope is PrintScope.ANSWER
    contacts = Contacts(lang, is_short=not is_single)
    citations = Citations(lang)
    printer = Printer(lang, level, contacts, citations, is_single=is_single)
    entries = _entries(pack, scope, entry_id)
    body = list(_answers(printer, (present(pack, entry, lang, today) for entry in entries)))
    if not is_single:
        body += contacts.directory(level - 1)
        body += citations.appendix(level - 1)
    if scope is PrintScope.ALL:
        yield from _front(pack, lang, body)
    yield from body
    if scope is not PrintScope.ALL:
        yield from _disclaimer(pack, lang)


def _answers(printer: Printer, answers: Iterable[Answer]) -> Iterator[Piece]:
    """Each answer on a page of its own, the first of a topic under the topic's name."""
    before = ""
    for answer in answers:
        pieces = list(printer.pieces_of(answer))
        if not printer.is_single and answer.topic_id != before:
            before = answer.topic_id
            heading = plain(Style.TOPIC, answer.topic, answer.lang)
            anchor = f"{answer.lang} topic {before}"
            pieces.insert(0, replace(heading, level=printer.level - 1, anchor=anchor))
        yield replace(pieces[0], new_page=True)
        yield from pieces[1:]


def _front(pack: PackView, lang: str, body: list[Piece]) -> Iterator[Piece]:
    """Title page, contents, and the facts about the whole document."""
    manifest, words = pack.manifest, section(PaperStrings, lang)
    title = pack.text(manifest.neutral_title, lang) or pack.text(manifest.title, lang)
    yield replace(plain(Style.TITLE, title, lang), level=1, anchor=f"{lang} front")
    yield plain(Style.EDITION, _edition(pack, lang), lang)
    yield replace(plain(Style.QUESTION, words.contents, lang), level=2, new_page=True)
    for piece in body:
        if piece.anchor:
            style = Style.CONTENTS_TOPIC if piece.level == 2 else Style.CONTENTS_ENTRY
            yield Piece(style, piece.runs, lang, target=piece.anchor)
    yield from _disclaimer(pack, lang)
    facts = ((words.publisher, manifest.publisher), (words.licence, manifest.licence))
    if line := ". ".join(label.replace("%1", fact) for label, fact in facts if fact):
        yield plain(Style.SMALL, line, lang)


def _disclaimer(pack: PackView, lang: str) -> Iterator[Piece]:
    if text := pack.text(pack.manifest.disclaimer, lang):
        yield plain(Style.SMALL, text, lang)
