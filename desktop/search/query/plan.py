"""An expanded query: its words, with their variants in each language of the pack."""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct, field

from desktop.search.index.analysis import CONTENT, Token

StemSequence = tuple[str, ...]
"""One or more stems that must occur together."""


class Match(Enum):
    """Match types of a query word."""

    KNOWN = auto()
    COMPLETED = auto()
    CORRECTED = auto()
    UNKNOWN = auto()


class QueryWord(Struct, eq=False):
    """A word of the query and its variants.

    Attributes:
        text: as typed, folded.
        reading: its match type.
        weights: per language: 1 content word, 0.7 interrogative, 0.4 function word.
        variants: per language, stems of the pack (several must occur together) and their
            weights, 0 to 1.
        stems: per language, its stems without completions, best first.
        idf: per language.
        correction: its correction, as the pack spells it; "" if there is none.
        is_common: whether it is a common word that the pack lacks.
    """

    text: str
    reading: Match = Match.UNKNOWN
    weights: dict[str, float] = field(default_factory=dict)
    variants: dict[str, dict[StemSequence, float]] = field(default_factory=dict)
    stems: dict[str, list[str]] = field(default_factory=dict)
    idf: dict[str, float] = field(default_factory=dict)
    correction: str = ""
    is_common: bool = False

    def add(self, lang: str, stems: StemSequence, fit: float) -> None:
        """Add a variant, unless the word has it already."""
        self.variants.setdefault(lang, {}).setdefault(stems, fit)
        if self.reading is Match.UNKNOWN:
            self.reading = Match.KNOWN

    def is_content(self, lang: str) -> bool:
        """Whether this is a content word in `lang`."""
        return self.weights[lang] == CONTENT


class QueryPlan(Struct, frozen=True, eq=False):
    """An expanded query.

    Attributes:
        query: as typed, truncated.
        words: the distinct words, in order.
        typed: all words in order, with their positions in `query`.
    """

    query: str
    words: tuple[QueryWord, ...]
    typed: tuple[tuple[Token, QueryWord], ...]

    @property
    def has_content_match(self) -> bool:
        """Whether the pack contains a content word of the query."""
        return any(word.is_content(lang) for word in self.words for lang in word.variants)

    @property
    def corrected(self) -> str:
        """The query with its typos corrected; "" if there were none."""
        text, end = "", 0
        for token, word in self.typed:
            if word.correction:
                text += self.query[end : token.start] + word.correction
                end = token.end
        return text + self.query[end:] if end else ""
