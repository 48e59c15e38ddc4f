"""An answer as a voice reads it: short sentences, and numbers digit by digit. No Qt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.languages.loader import language, section
from desktop.languages.program_strings import SpeechStrings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.answer import Answer, ContactInfo
    from desktop.pack.markup import Block

LONGEST = 300  # characters of one sentence; the player pauses only between sentences

_OPENING: Final = '"“\u2018«([¿¡'  # \u2018, \u2019: single quotation marks
_END = re.compile(rf"(?<=[.!?…])[\"”\u2019»)\]]*\s+(?=[{re.escape(_OPENING)}]*[^\W_a-záéíóúñü])")
_INITIAL = re.compile(r"[A-ZÁÉÍÓÚÑ]\.")
# One group of at most four digits, or groups of three, which can be remembered.
_DIGITS = re.compile(r"\A[0-9]{4}\Z|[0-9]{1,3}")
# Numbers of North America, also with words for digits; a hyphen or digit beside them makes
# them something else, such as the number of a law.
_PHONE = re.compile(
    r"(?<![\w$#+.,/-])"
    r"(?:\+?1[-. ])?(?:\([0-9]{3}\) ?|[0-9]{3}[-. ])"
    r"(?:[0-9]{3}[-. ][0-9]{4}|[A-Z]{2,7}(?:-[A-Z]{2,7})*)"
    r"(?![\w-]|[.,][0-9])"
)


def utterances(answer: Answer, *, details: bool = True) -> tuple[str, ...]:
    """What to say of an answer, in order, each piece one sentence of at most `LONGEST` characters.

    With `details` it includes the full reply, which on the screen may be folded.
    """
    pieces = [answer.question, answer.brief]
    pieces += [_spoken(block) for block in answer.blocks] if details else []
    for contact in answer.all_contacts:
        pieces += _contact_pieces(contact, answer.lang)
    numbers = _numbers((*answer.all_contacts, *answer.help_contacts))
    sentences = (sentence for piece in pieces for sentence in split_sentences(piece, answer.lang))
    return tuple(
        part
        for sentence in sentences
        for part in split_sentences(spell_numbers(sentence, answer.lang, numbers), answer.lang)
    )


def _spoken(block: Block) -> str:
    return f"{block.number}: {block.text}" if block.number else block.text


def _contact_pieces(contact: ContactInfo, lang: str) -> Iterator[str]:
    speech = language(lang).speech
    yield f"{contact.name}."
    for each in contact.numbers:
        way = speech.ways.of(each.kind) if speech else ""
        yield f"{way} {each.number}.".strip()
        yield each.note
    yield contact.hours


def _numbers(contacts: Iterable[ContactInfo]) -> frozenset[str]:
    """The numbers of contacts, short ones such as 911 among them."""
    return frozenset(
        each.number
        for contact in contacts
        for each in contact.numbers
        if sum(char.isdigit() for char in each.number) >= 3
    )


# Sentences --------------------------------------------------------------------------------


def split_sentences(text: str, lang: str) -> tuple[str, ...]:
    """The sentences of `text`, none empty, none longer than `LONGEST` characters.

    Only characters that cannot be printed are lost; white space becomes single spaces. The
    language determines after which abbreviations a sentence goes on.
    """
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    sentences: list[str] = []
    start = 0
    for end in _END.finditer(clean):
        if not _is_short_form(clean[start : end.start()], lang):
            sentences.append(clean[start : end.end()].strip())
            start = end.end()
    sentences.append(clean[start:])
    return tuple(part for sentence in sentences for part in _cut(sentence) if part)


def _is_short_form(sentence: str, lang: str) -> bool:
    """Whether `sentence` ends with an abbreviation or initials, which do not end a sentence."""
    last = sentence.rpartition(" ")[2].lstrip(_OPENING)
    is_listed = last.removesuffix(".").lower() in section(SpeechStrings, lang).abbreviations
    return last.endswith(".") and (is_listed or _INITIAL.fullmatch(last) is not None)


def _cut(sentence: str) -> Iterator[str]:
    """Pieces of at most `LONGEST` characters, cut after a comma or between words if possible."""
    while len(sentence) > LONGEST:
        at = next(
            (at + 1 for sign in (";", ",", " ") if (at := sentence.rfind(sign, 60, LONGEST)) > 0),
            LONGEST,
        )
        yield sentence[:at].strip()
        sentence = sentence[at:].strip()
    yield sentence


# Numbers ----------------------------------------------------------------------------------


def spell_numbers(text: str, lang: str, numbers: frozenset[str] = frozenset()) -> str:
    """`text` with telephone numbers as words, a pause between their groups.

    "505-438-3733" becomes "five zero five, four three eight, three seven three three": left
    to itself, a voice may say "five hundred and five minus four hundred ...".

    Args:
        text: one sentence.
        lang: language tag; in one without spoken numbers, digits are separated by spaces.
        numbers: further numbers to spell wherever they are words of their own, such as "911".
    """
    if numbers:
        known = "|".join(map(re.escape, sorted(numbers, key=len, reverse=True)))
        alone = rf"(?<![\w$#+.,/-])(?:{known})(?![\w%-]|[.,][0-9])"
        text = re.sub(alone, lambda match: _spelled(match[0], lang), text)
    return _PHONE.sub(lambda match: _spelled(match[0], lang), text)


def _spelled(number: str, lang: str) -> str:
    speech = language(lang).speech
    words, signs = (speech.digits, speech.signs) if speech else ("0123456789", {})
    groups: list[str] = []
    for group in re.findall(r"[0-9]+|[A-Za-z]+|[#+]", number):
        if group.isdigit():
            groups += [" ".join(words[int(d)] for d in part) for part in _DIGITS.findall(group)]
        else:
            groups.append(signs.get(group, group))
    return ", ".join(groups)
