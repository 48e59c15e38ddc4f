"""Rules about telephone numbers: each in a text belongs to a contact, in the same format."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from desktop.pack.check.rules.base import ERROR, WARNING, RuleContext, RuleSet, parsed
from desktop.pack.problem import Problem, did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.pack.model import Contact, Entry, Pack

RULES: Final = RuleSet()

# Numbers in running text ------------------------------------------------------------------

_SAME: Final = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2212"} | {
    ord(space): " " for space in "\u00a0\u2009\u202f"
}
_NUMBER: Final = re.compile(
    r"""
    (?<![\w$€£¥#*/.,-]) (?:
        (?P<key>[\#*][0-9]{3,5})
      | (?P<abroad>\+[0-9]{1,3}(?:[ .-]?\(?[0-9]{1,4}\)?){2,6})
      | (?P<full>(?:1[ .-]?)?(?:\([0-9]{3}\)[ .-]?|[0-9]{3}[ .-])[0-9]{3}[ .-][0-9]{4})
      | (?P<run>1?[2-9][0-9]{9})
      | (?P<word>(?:1-)?[2-9][0-9]{2}-(?=[0-9-]*[A-Z])[0-9A-Z]{1,10}(?:-[0-9A-Z]{1,7}){0,3})
      | (?P<local>[2-9][0-9]{2}[.-][0-9]{4})
      | (?P<code>[1-9][0-9]{4,5})
      | (?P<short>[2-9](?:11|-1-1)|9(?:88|-8-8))
    )
    (?![\w%€$]|[-:][0-9A-Za-z]|/(?![0-9]{3,4}\b)\w|[.,][0-9]|\ ?(?:%|percent|per\ cent|por\ ciento))
    """,
    re.VERBOSE,
)
_CUE: Final = (
    r"\b(?:call|dial|text|phone|ring|sms|message|number|line|hotline|send|tel|tty|relay|emergenc"
    r"|danger|help|llam|marqu|marc|mand[ae]|env[ií][ae]|escrib|mensaj|número|línea|peligro|ayuda)\w*"
)
_DIALLED: Final = re.compile(rf"{_CUE}\b[^.!?;]*$", re.IGNORECASE)
_DIALLED_NOW: Final = re.compile(
    rf"{_CUE}(?:,? (?:al?|to|the|el|or|o|número|number))*\W{{1,3}}$", re.IGNORECASE
)
_CITED: Final = re.compile(  # HB 211, Room 911
    r"(?:\b[A-Z]{2}|\b(?!(?:The|And|Or|If|In|Use|El|La|Al|Si)\b)[A-Z]\w+\.?|[№§]|n[.º]) $"
)
_POSTAL: Final = re.compile(r"(?:\b[A-Z]{2}|Box) $")
_COUNTED: Final = re.compile(
    r" (?:million|hundred|thousand|mil\b|millones|de\b|of\b|people|gente|niñ|children|\w{3,}s\b)"
)


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Telephone numbers in `text`, excluding years, sums, dates, sections of law and shares."""
    for match in _NUMBER.finditer(text.translate(_SAME)):
        if _is_number(match):
            yield match


def _is_number(match: re.Match[str]) -> bool:
    """Whether the context of a candidate makes it a number to dial."""
    before = match.string[max(0, match.start() - 60) : match.start()]
    match match.lastgroup:
        case "word":
            return 10 <= len(_digits(match[0])) <= 13
        case "local":
            return _DIALLED.search(before) is not None
        case "code":
            return _DIALLED.search(before) is not None and not _POSTAL.search(before)
        case "short":
            return _is_short_number(match, before)
        case _:
            return True


def _is_short_number(match: re.Match[str], before: str) -> bool:
    """Whether three digits are dialled: 911 and 988 unless they count or cite something."""
    if _DIALLED_NOW.search(before):
        return True
    if _CITED.search(before) or _COUNTED.match(match.string[match.end() :]):
        return False
    return _digits(match[0]) in ("911", "988") or _DIALLED.search(before) is not None


_KEYS: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


def _digits(number: str) -> str:
    """The dialled digits, without the country code 1 before ten digits."""
    keys = re.sub(r"[^0-9#*]", "", number.upper().translate(_KEYS))
    return keys[1:] if len(keys) >= 11 and keys.startswith("1") else keys


# Rules ------------------------------------------------------------------------------------


@RULES.add(
    "phone-contact",
    ERROR,
    "a telephone number in a text that is not the number of a contact which the entry names or "
    "links to (outside entries: of any contact)",
)
def _phone_contact(case: RuleContext) -> Iterator[Problem]:
    everyone = _by_digits(case.pack.contacts)
    of_entry = {entry.id: _by_digits(_contacts_of(entry, case.pack)) for entry in case.pack.entries}
    for text, where in case.passages():
        known = of_entry[where.entry] if where.entry else everyone
        for match in _numbers(text):
            digits = _digits(match[0])
            begins = any(digits.startswith(other) for other in known)
            if not (digits in known or (match.lastgroup == "word" and begins)):
                yield Problem(where, *_advice(match[0], everyone.get(digits), case))


def _advice(number: str, owner: Contact | None, case: RuleContext) -> tuple[str, str]:
    """Expectation and remedy for a number of `owner`, who is no contact of the entry."""
    if owner is not None:
        return (
            f"The number {number} belongs to a contact of the entry.",
            f'Add "{owner.id}" to the contacts of the entry, or link to it.',
        )
    numbers = [text for phone, _ in case.phones() for text in (phone.number, phone.spelled)]
    otherwise = "Correct it, or add the contact and name it in the entry."
    return f"No contact has the number {number}.", did_you_mean(number, numbers, otherwise)


def _by_digits(contacts: Iterable[Contact]) -> dict[str, Contact]:
    """The first contact with each number."""
    found: dict[str, Contact] = {}
    for contact in contacts:
        for phone in contact.phones:
            found.setdefault(_digits(phone.number), contact)
    return found


def _contacts_of(entry: Entry, pack: Pack) -> Iterator[Contact]:
    """Contacts that the entry names or links to."""
    links = [
        run.link.removeprefix("contact:")
        for text in entry.answer.values()
        for block in parsed(text)[0]
        for run in block.runs
        if run.link.startswith("contact:")
    ]
    for name in (*entry.contacts, *links):
        if name in pack.contact_by_id:
            yield pack.contact_by_id[name]


@RULES.add("phone-spelled", ERROR, "a number as a word that dials another number")
def _phone_spelled(case: RuleContext) -> Iterator[Problem]:
    for phone, where in case.phones():
        if phone.spelled and not _digits(phone.spelled).startswith(_digits(phone.number)):
            yield Problem(
                where.key("spelled"),
                f"{quoted(phone.spelled)} dials {_digits(phone.spelled)}, and the number is "
                f"{quoted(phone.number)}.",
                "Correct the word or the number.",
            )


@RULES.add(
    "phone-format",
    WARNING,
    "a number written otherwise than in its contact, or contacts in several formats",
)
def _phone_format(case: RuleContext) -> Iterator[Problem]:
    spellings: dict[str, set[str]] = {}
    for phone, _ in case.phones():
        known = spellings.setdefault(_digits(phone.number), set())
        known |= {phone.number, phone.spelled} - {""}
    for text, where in case.passages():
        for match in _numbers(text):
            written = text[match.start() : match.end()]
            right = spellings.get(_digits(match[0]))
            if right and written not in right and match.lastgroup != "word":
                yield Problem(
                    where,
                    f"A number looks the same everywhere: {' or '.join(sorted(right))}, "
                    f"not {quoted(written)}.",
                    "Write it as its contact does.",
                )
    yield from _mixed_formats(case)


def _mixed_formats(case: RuleContext) -> Iterator[Problem]:
    """Contacts whose number has other separators than most."""
    styles = Counter(_style(phone.number) for phone, _ in case.phones())
    del styles[""]
    if len(styles) < 2:
        return
    usual = styles.most_common(1)[0][0]
    for phone, where in case.phones():
        if _style(phone.number) not in ("", usual):
            yield Problem(
                where.key("number"),
                f'Most numbers of this pack have "{usual}" between their digits.',
                "Write all numbers in one format.",
            )


def _style(number: str) -> str:
    """The distinct separators of a number of seven digits or more."""
    separators = re.sub(r"[0-9+]", "", number)
    return "".join(dict.fromkeys(separators)) if sum(map(str.isdigit, number)) >= 7 else ""
