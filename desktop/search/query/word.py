"""A word of a query, as it was understood in each language of the pack."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.search.query.function_words import CONTENT

if TYPE_CHECKING:
    from desktop.search.query.synonyms import StemSequence


class Match(Enum):
    """How a word was understood."""

    KNOWN = auto()
    COMPLETED = auto()
    CORRECTED = auto()
    UNKNOWN = auto()


@dataclass(slots=True, eq=False)
class QueryWord:
    """A word of the query and what it stands for.

    Attributes:
        text: as typed, folded.
        reading: how it was understood.
        weights: per language, how much it decides there: 1 content, 0.7 asking, 0.4 function.
        variants: per language, stems of the pack to look for (more than one must occur
            together) and how well they fit, 0 to 1.
        said: per language, stems it means for sure, no completions; foremost first.
        idf: per language, how telling it is.
        correction: what it was corrected to, as the pack writes it; "" if it was not.
        everyday: whether it is a word everybody knows but the pack.
    """

    text: str
    reading: Match = Match.UNKNOWN
    weights: dict[str, float] = field(default_factory=dict)
    variants: dict[str, dict[StemSequence, float]] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    idf: dict[str, float] = field(default_factory=dict)
    correction: str = ""
    everyday: bool = False

    def is_content(self, lang: str) -> bool:
        """Whether this word decides in `lang`."""
        return self.weights[lang] == CONTENT
