"""Sections of a language file with words of the program, in the language of an answer.

Spoken, handed out, printed, in the terminal and in `pack check`. The words of windows are in the
files of Qt's translator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    import datetime as dt


class Names(tuple[str, ...]):
    """Texts in order; in the file one text, with commas between them."""

    __slots__ = ()


class PhoneKinds(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """Words for the kinds of phone that a pack knows; "" where none are needed."""

    call: str
    text: str
    call_or_text: str
    tty: str

    def of(self, kind: str) -> str:
        """The words for `kind`, such as "call-or-text"."""
        return str(getattr(self, kind.replace("-", "_")))


class SpeechStrings(Struct, frozen=True, forbid_unknown_fields=True):
    """How a voice pauses, and how it says telephone numbers.

    Attributes:
        abbreviations: a full stop after one of these is not the end of a sentence.
        digits: names of the digits, from zero to nine.
        signs: names of "#" and "+".
        ways: said before a number.
    """

    abbreviations: Names
    digits: Names
    signs: dict[str, str]
    ways: PhoneKinds

    def __post_init__(self) -> None:
        if len(self.digits) != 10:
            raise ValueError(f"Expected ten `digits`, got {len(self.digits)}")


class HandoutStrings(Struct, frozen=True, forbid_unknown_fields=True):
    """Words on what is handed over: hand-out, turned page, wallet card, list of bookmarks."""

    turn: str
    card: str
    cut: str
    cut_and_fold: str
    missing: str
    ways: PhoneKinds


class PaperStrings(Struct, frozen=True, forbid_unknown_fields=True):
    """Words on printed pages; `%1` and `%2` are placeholders."""

    document: str
    contents: str
    page: str
    edition: str
    publisher: str
    licence: str
    brief: str
    call: str
    sources: str
    facts_checked: str
    checked: str
    may_have_changed: str
    violence: str
    untranslated: str
    out_of_date: str
    months: Names
    month: str
    day: str

    def __post_init__(self) -> None:
        if len(self.months) != 12:
            raise ValueError(f"Expected twelve `months`, got {len(self.months)}")

    def month_of(self, date: dt.date) -> str:
        """Month and year of `date`."""
        return self._written(self.month, date)

    def day_of(self, date: dt.date) -> str:
        """`date` in full."""
        return self._written(self.day, date)

    def _written(self, pattern: str, date: dt.date) -> str:
        return pattern.format(year=date.year, month=self.months[date.month - 1], day=date.day)


class TerminalStrings(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that `luminaria ask` prints."""

    help: str
    nothing: str
    instead: str
    ways: PhoneKinds


class DiscouragedWord(Struct, frozen=True, forbid_unknown_fields=True):
    """A word that authors should avoid.

    Attributes:
        words: regular expressions of its forms; a word begins and ends where they do.
        reason: why to avoid it, the second half of a sentence in English.
        better: what to write instead, in English after "Write".
    """

    words: tuple[str, ...]
    reason: str
    better: str


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """What `pack check` warns of: regular expressions, compiled only when a pack is checked.

    Attributes:
        mentioned_before: the end of a sentence before a word that is only mentioned.
        mentioned_after: what follows such a word directly.
        speaker: a text generator that speaks of itself.
        draft: placeholders of a draft.
        filler: stock phrases.
        citation: placeholders for a missing source.
        blame: words that blame or belittle people.
        rescue: words that make helpers heroes.
        shock: words that are there to shock.
    """

    mentioned_before: str
    mentioned_after: str
    speaker: tuple[str, ...]
    draft: tuple[str, ...]
    filler: tuple[str, ...]
    citation: tuple[str, ...]
    blame: tuple[DiscouragedWord, ...]
    rescue: tuple[DiscouragedWord, ...]
    shock: tuple[DiscouragedWord, ...]
