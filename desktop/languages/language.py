"""The schema of a language file: the fields of `assets/languages/XX.toml`.

The files say in comments what each list is for; a new language starts as a copy of one. But in
`sentences` and after it, words are folded as `search.index.analysis.fold` does. A language may
lack a section or all of them: a search or check then does without, and the words of the program
on paper, hand-outs and the terminal are English (`loader.section`).
"""

from __future__ import annotations

import re  # noqa: TC003 - msgspec reads the annotations
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec import Struct

from desktop.languages.program_strings import (  # noqa: TC001 - msgspec reads the annotations
    HandoutStrings,
    PaperStrings,
    SpeechStrings,
    TerminalStrings,
    Wording,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

S = TypeVar("S", bound=Struct)


class Words(frozenset[str]):
    """Words; in the file one text, with spaces between them."""

    __slots__ = ()


class Phrases(frozenset[tuple[str, ...]]):
    """Phrases of one or more words; in the file one text, with commas between them."""

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self), default=0)

    def are_in(self, words: Iterable[str]) -> bool:
        """Whether one of these phrases is among `words`, its words in a row."""
        row = tuple(words)
        return any(
            row[at : at + length] in self
            for at in range(len(row))
            for length in range(1, self._longest + 1)
        )


class Groups(tuple[tuple[str, ...], ...]):
    """Groups of words, in order; in the file like phrases."""

    __slots__ = ()


class Sounds(tuple[tuple[str, str], ...]):
    """Sounds and a regular expression of the spellings of each, in order; a table in the file."""

    __slots__ = ()


class Search(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that never decide a search."""

    function_words: Words
    question_words: Words
    articles: Words
    links: Words


class Spelling(Struct, frozen=True, forbid_unknown_fields=True):
    """What an apostrophe does, and which spellings sound alike."""

    contractions: Words
    possessives: Words
    sounds: Sounds


class Enclitics(Struct, frozen=True, forbid_unknown_fields=True):
    """Pronouns that are written as one with the verb before them.

    Attributes:
        pattern: of such a word, with the groups `verb` and `speaker`.
        pronoun: the word for the speaker that the group `speaker` counts as.
    """

    pattern: re.Pattern[str]
    pronoun: str

    def __post_init__(self) -> None:
        if not {"verb", "speaker"} <= self.pattern.groupindex.keys():
            raise ValueError("Expected a `pattern` with the groups `verb` and `speaker`")


class Grammar(Struct, frozen=True, forbid_unknown_fields=True):
    """Closed classes of words: whom a query speaks of, and whether it asks about the world."""

    negations: Words
    subject: Words
    object: Words
    owner: Words
    other_subject: Words
    other_object: Words
    other_owner: Words
    someone: Words
    anyone: Words
    indefinite: Words
    named: Words
    speaker: Words
    near: Words
    we_endings: Words
    scene: Words
    kinds: Words
    light: Words
    kept: Words
    kept_articles: Words
    calls: Words
    around_calls: Words
    question_openers: Words
    information: Words
    questions: Phrases
    requests: Phrases
    advice: Phrases


class Readability(Struct, frozen=True, forbid_unknown_fields=True):
    """How the mark of a text is made, and what it means.

    Attributes:
        name: of the mark.
        constant: of the formula, as are the next two.
        per_word: for each word of a sentence, on average.
        per_syllable: for each syllable of a word, on average.
        warn: from here on a text is hard.
        fail: from here on it is too hard.
        higher_is_harder: whether a harder text has a higher mark.
    """

    name: str
    constant: float
    per_word: float
    per_syllable: float
    warn: float
    fail: float
    higher_is_harder: bool

    def mark(self, words: float, syllables: float) -> float:
        """The mark of a text, by words a sentence and syllables a word."""
        return self.per_word * words + self.per_syllable * syllables + self.constant

    def passes(self, mark: float, limit: float) -> bool:
        """Whether `mark` is beyond `limit` on the hard side."""
        return mark > limit if self.higher_is_harder else mark < limit


class Sentences(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a sentence ends and what is no name, by words as a text has them."""

    abbreviations: Words
    number_abbreviations: Words
    initials: Words
    sentence_starters: Words
    capitals: Words


class Language(Struct, frozen=True, forbid_unknown_fields=True):
    """What is known of a human language.

    Attributes:
        stemmer: name of its Snowball stemmer; "" for none.
        forms: forms of one word that the stemmer keeps apart; the word itself first.
        search: words that never decide.
        spelling: of its words.
        enclitics: pronouns within verbs.
        grammar: its closed classes of words.
        readability: the scale of its texts.
        sentences: where they end.
        speech: sentences and numbers, spoken.
        handout: words on what is handed over.
        paper: words on printed pages.
        terminal: words of `luminaria ask`.
        wording: words and phrases that `pack check` warns of.
    """

    stemmer: str
    forms: Groups = Groups()
    search: Search | None = None
    spelling: Spelling | None = None
    enclitics: Enclitics | None = None
    grammar: Grammar | None = None
    readability: Readability | None = None
    sentences: Sentences | None = None
    speech: SpeechStrings | None = None
    handout: HandoutStrings | None = None
    paper: PaperStrings | None = None
    terminal: TerminalStrings | None = None
    wording: Wording | None = None


def united(kind: type[S], sections: Iterable[S | None]) -> S:
    """The union of `sections`, field by field: people mix the languages of a pack.

    Args:
        kind: of the sections, one whose fields are collections.
        sections: of several languages; None is skipped, and of none each field is empty.
    """
    known = [section for section in sections if section is not None]
    fields = {
        field.name: field.type(
            dict.fromkeys(chain.from_iterable(getattr(section, field.name) for section in known))
        )
        for field in msgspec.structs.fields(kind)
    }
    return kind(**fields)
