"""One entry in one language, as every form of an answer renders it.

`present` is the only place outside `pack` and `search` that looks into an entry's answer, contacts
and sources: which language a text falls back to, which notices apply, which contacts and sources
belong to the answer, and what is said of a telephone number are decided here once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from desktop.languages.loader import section
from desktop.languages.program_strings import HandoutStrings
from desktop.pack import translation
from desktop.pack.freshness import may_have_changed
from desktop.pack.markup import parse_markup

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from desktop.pack.markup import Block, Run
    from desktop.pack.model import Contact, Entry, Localized, Phone
    from desktop.pack.view import PackView

WORDS_PER_MINUTE: Final = 200


class AnswerNotice(Enum):
    """A note before the answer."""

    UNTRANSLATED = auto()
    """Brief or answer is in another language than asked for."""
    OUT_OF_DATE = auto()
    """The source text was changed after this translation."""
    SENSITIVE = auto()
    """It describes violence or abuse."""


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number of a contact."""

    number: str  # digits as the pack shows them, such as "505-438-3733"
    kind: str  # "call", "text", "call-or-text" or "tty"
    how: str  # the words for `kind`; "" where calling goes without saying
    spelled: str  # the number as a word, or ""
    note: str  # what else a caller must know, or ""

    @property
    def about(self) -> tuple[str, ...]:
        """The words beside the number."""
        return tuple(filter(None, (self.how, self.spelled, self.note)))


@dataclass(frozen=True, slots=True)
class ContactInfo:
    """A contact; texts that the pack lacks are ""."""

    id: str
    name: str  # without the place
    short: str  # the short name, which names no subject
    place: str
    numbers: tuple[PhoneNumber, ...]  # in the order of the pack
    hours: str  # when somebody answers
    answered_by: str
    facts: tuple[str, ...]  # serves, hours, languages, answered by, what happens, reports to
    web: str  # public address
    checked_on: dt.date | None  # when somebody last made sure of it
    may_have_changed: bool  # whether that is too long ago, or never was

    @property
    def full_name(self) -> str:
        """Name and place."""
        return ", ".join(filter(None, (self.name, self.place)))

    @property
    def label(self) -> str:
        """The short name, or the name where there is none."""
        return self.short or self.name

    @property
    def voice_numbers(self) -> tuple[PhoneNumber, ...]:
        """The numbers that need no teletypewriter; those who use one know its relay service."""
        return tuple(number for number in self.numbers if number.kind != "tty")


@dataclass(frozen=True, slots=True)
class Reference:
    """A source, in one line with publisher, date and address; or another entry, by its question."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An entry in one language. Unknown contacts, sources, entries and links are left out.

    Each text is in the language asked for if the pack has it, else as `Pack.text` falls back.
    """

    entry_id: str
    lang: str  # tag of the language asked for
    topic_id: str
    topic: str  # its title
    question: str
    question_lang: str  # tag of the language that it is really in
    brief: str  # the reply in one to three sentences, or ""
    brief_lang: str  # as `question_lang`; "" if there is no brief
    blocks: tuple[Block, ...]  # the full reply; links lead to something in the pack
    blocks_lang: str  # as `question_lang`; "" if there is none
    notices: frozenset[AnswerNotice]  # what to say before it
    reviewed_on: dt.date | None  # when its facts were checked, if that is known
    contacts: tuple[ContactInfo, ...]  # those that the entry lists
    linked_contacts: tuple[ContactInfo, ...]  # those that only a link of the text leads to
    sources: tuple[Reference, ...]  # those that the entry lists, then those only linked
    related: tuple[Reference, ...]  # other questions
    help_contacts: tuple[ContactInfo, ...]  # those of the help bar
    minutes: int  # how long it takes to read, at least 1

    @property
    def all_contacts(self) -> tuple[ContactInfo, ...]:
        """Listed contacts, then those that are only linked."""
        return self.contacts + self.linked_contacts

    @property
    def is_sensitive(self) -> bool:
        """Whether the full reply is folded until it is asked for."""
        return AnswerNotice.SENSITIVE in self.notices

    @property
    def plain_text(self) -> str:
        """The words of the full reply, one block a line."""
        return "\n".join(block.text for block in self.blocks)


def present(pack: PackView, entry: Entry, lang: str, today: dt.date) -> Answer:
    """Present an entry of `pack`; `today` tells which contacts may have changed since."""
    question, question_lang = _written(pack, entry.question, lang)
    brief, brief_lang = _written(pack, entry.brief, lang)
    text, blocks_lang = _written(pack, entry.answer, lang)
    blocks = tuple(_without_dead_links(block, pack) for block in parse_markup(text)[0])
    linked = [name for name in _linked("contact", blocks) if name not in entry.contacts]
    topic = pack.topic_by_id.get(entry.topic)
    return Answer(
        entry_id=entry.id,
        lang=lang,
        topic_id=entry.topic,
        topic=pack.text(topic.title, lang) if topic else "",
        question=question,
        question_lang=question_lang,
        brief=brief,
        brief_lang=brief_lang,
        blocks=blocks,
        blocks_lang=blocks_lang,
        notices=frozenset(_notices(pack, entry, lang, {brief_lang, blocks_lang})),
        reviewed_on=entry.reviewed_on,
        contacts=present_contacts(pack, entry.contacts, lang, today),
        linked_contacts=present_contacts(pack, linked, lang, today),
        sources=tuple(_sources(pack, (*entry.sources, *_linked("source", blocks)), lang)),
        related=tuple(_related(pack, entry.related, lang)),
        help_contacts=present_contacts(pack, pack.manifest.help, lang, today),
        minutes=max(1, round(len(f"{brief} {text}".split()) / WORDS_PER_MINUTE)),
    )


def present_contacts(
    pack: PackView, ids: Iterable[str], lang: str, today: dt.date
) -> tuple[ContactInfo, ...]:
    """Some contacts of `pack`, each once, in order; unknown ids are left out."""
    found = (pack.contact_by_id.get(contact_id) for contact_id in dict.fromkeys(ids))
    return tuple(_contact(pack, contact, lang, today) for contact in found if contact)


def _contact(pack: PackView, contact: Contact, lang: str, today: dt.date) -> ContactInfo:
    facts = (
        contact.serves,
        contact.hours,
        contact.languages,
        contact.answered_by,
        contact.what_happens,
        contact.reports_to,
    )
    return ContactInfo(
        id=contact.id,
        name=pack.text(contact.name, lang),
        short=pack.text(contact.short_name, lang),
        place=contact.place,
        numbers=tuple(_number(pack, phone, lang) for phone in contact.phones),
        hours=pack.text(contact.hours, lang),
        answered_by=pack.text(contact.answered_by, lang),
        facts=tuple(text for fact in facts if (text := pack.text(fact, lang))),
        web=contact.web,
        checked_on=contact.checked_on,
        may_have_changed=may_have_changed(contact.checked_on, today),
    )


def _number(pack: PackView, phone: Phone, lang: str) -> PhoneNumber:
    how, note = section(HandoutStrings, lang).ways.of(phone.kind), pack.text(phone.note, lang)
    return PhoneNumber(phone.number, phone.kind, how, phone.spelled, note)


def _sources(pack: PackView, ids: Iterable[str], lang: str) -> Iterator[Reference]:
    for source_id in dict.fromkeys(ids):
        if source := pack.source_by_id.get(source_id):
            title = pack.text(source.title, lang)
            facts = (title, source.publisher, source.date or "", source.address)
            yield Reference(source_id, ". ".join(fact.rstrip(".") for fact in facts if fact))


def _related(pack: PackView, ids: Iterable[str], lang: str) -> Iterator[Reference]:
    for entry_id in ids:
        if entry := pack.entry_by_id.get(entry_id):
            yield Reference(entry_id, pack.text(entry.question, lang))


def _notices(
    pack: PackView, entry: Entry, lang: str, languages: set[str]
) -> Iterator[AnswerNotice]:
    """What applies to `entry`, whose brief and answer are in `languages`."""
    if languages - {lang, ""}:
        yield AnswerNotice.UNTRANSLATED
    source = pack.languages[0]
    if (
        translation.translation_state(entry, lang, source=source)
        is translation.TranslationState.OUT_OF_DATE
    ):
        yield AnswerNotice.OUT_OF_DATE
    if entry.sensitive:
        yield AnswerNotice.SENSITIVE


def _written(pack: PackView, texts: Localized, lang: str) -> tuple[str, str]:
    """The text in `lang`, else as `Pack.text` falls back; and the language it is in."""
    tag = next((tag for tag in (lang, *pack.languages, *texts) if texts.get(tag)), "")
    return texts.get(tag, ""), tag


def _linked(kind: str, blocks: Sequence[Block]) -> Iterator[str]:
    """Ids that links of one kind lead to."""
    links = (run.link.partition(":") for block in blocks for run in block.runs)
    return (target for of, _, target in links if of == kind)


def _without_dead_links(block: Block, pack: PackView) -> Block:
    runs = (run if _leads(run, pack) else replace(run, link="") for run in block.runs)
    return replace(block, runs=tuple(runs))


def _leads(run: Run, pack: PackView) -> bool:
    """Whether a run is not a link, or links to something in the pack."""
    kind, _, target = run.link.partition(":")
    ids: dict[str, Collection[str]] = {
        "": ("",),
        "entry": pack.entry_by_id,
        "contact": pack.contact_by_id,
        "source": pack.source_by_id,
    }
    return target in ids.get(kind, ())
