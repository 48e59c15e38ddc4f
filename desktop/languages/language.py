"""The schema of the language files `assets/languages/XX.toml`.

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
    """Words; in the file a string, separated by spaces."""

    __slots__ = ()


class Phrases(frozenset[tuple[str, ...]]):
    """Phrases of one or more words; in the file a string, separated by commas."""

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self), default=0)

    def are_in(self, words: Iterable[str]) -> bool:
        """Whether `words` contains one of these phrases."""
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
    """Sounds, each with a regular expression of its spellings; a table in the file."""

    __slots__ = ()


class Search(Struct, frozen=True, forbid_unknown_fields=True):
    """Function words and interrogatives."""

    function_words: Words
    question_words: Words
    articles: Words
    links: Words


class Spelling(Struct, frozen=True, forbid_unknown_fields=True):
    """Endings after an apostrophe, and spellings that sound alike."""

    contractions: Words
    possessives: Words
    sounds: Sounds


class Enclitics(Struct, frozen=True, forbid_unknown_fields=True):
    """Enclitic pronouns, written as one word with the verb.

    Attributes:
        pattern: of such a word, with the groups `verb` and `speaker`.
        pronoun: the word that the group `speaker` is equivalent to.
    """

    pattern: re.Pattern[str]
    pronoun: str

    def __post_init__(self) -> None:
        if not {"verb", "speaker"} <= self.pattern.groupindex.keys():
            raise ValueError("Expected a `pattern` with the groups `verb` and `speaker`")


class Grammar(Struct, frozen=True, forbid_unknown_fields=True):
    """Closed word classes: the people a query is about, and requests for information."""

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
    required: Words
    required_articles: Words
    calls: Words
    around_calls: Words
    question_openers: Words
    information: Words
    questions: Phrases
    requests: Phrases
    advice: Phrases


class Readability(Struct, frozen=True, forbid_unknown_fields=True):
    """Readability formula of a language, with limits.

    Attributes:
        name: of the score.
        constant: of the formula.
        per_word: factor of the mean of words per sentence.
        per_syllable: factor of the mean of syllables per word.
        warn: beyond this score a text is hard.
        fail: beyond this score it is too hard.
        higher_is_harder: whether a harder text has a higher score.
    """

    name: str
    constant: float
    per_word: float
    per_syllable: float
    warn: float
    fail: float
    higher_is_harder: bool

    def score(self, words: float, syllables: float) -> float:
        """The score of a text, by words per sentence and syllables per word."""
        return self.per_word * words + self.per_syllable * syllables + self.constant

    def passes(self, score: float, limit: float) -> bool:
        """Whether `score` is beyond `limit` on the hard side."""
        return score > limit if self.higher_is_harder else score < limit


class Sentences(Struct, frozen=True, forbid_unknown_fields=True):
    """Words for detecting the ends of sentences and proper names; not folded."""

    abbreviations: Words
    number_abbreviations: Words
    initials: Words
    sentence_starters: Words
    capitals: Words


class Language(Struct, frozen=True, forbid_unknown_fields=True):
    """Data of a human language.

    Attributes:
        stemmer: name of its Snowball stemmer; "" for none.
        forms: forms of one word with different stems; the base form first.
        search: function words and interrogatives.
        spelling: apostrophes and sounds.
        enclitics: pronouns within verbs.
        grammar: closed word classes.
        readability: formula and limits.
        sentences: words for detecting their ends.
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
    """The union of `sections` field by field, because people mix the languages of a pack.

    Args:
        kind: type of the sections; its fields are collections.
        sections: of several languages; None is skipped.
    """
    known = [section for section in sections if section is not None]
    fields = {
        field.name: field.type(
            dict.fromkeys(chain.from_iterable(getattr(section, field.name) for section in known))
        )
        for field in msgspec.structs.fields(kind)
    }
    return kind(**fields)
