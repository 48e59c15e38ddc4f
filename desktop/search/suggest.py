"""Suggestions: corrected queries, and near topics if there are no hits."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from desktop.pack.model import Topic, walk
from desktop.search.index.analysis import CONTENT, tokenize
from desktop.search.query.plan import Match, QueryPlan
from desktop.search.results import Suggestion

if TYPE_CHECKING:
    from desktop.pack.view import PackView
    from desktop.search.index.index import Index

_TOPICS: Final = 4
_ENTRIES: Final = 50  # of a topic that are compared
_SPELLINGS: Final = 3


class Suggester:
    """Suggestions from one pack. Topics are compared by the character trigrams of their words."""

    def __init__(self, pack: PackView, index: Index) -> None:
        self._pack = pack
        self._index = index
        self._triples: dict[tuple[str, str], frozenset[str]] = {}

    def suggestions(self, plan: QueryPlan, *, lang: str, found: bool) -> tuple[Suggestion, ...]:
        """The corrected query; for a query without hits also spellings and the nearest topics."""
        corrected = [Suggestion(plan.corrected)] if plan.corrected else []
        if found:
            return tuple(corrected)
        spellings = corrected or [Suggestion(text) for text in self._spellings(plan)[:_SPELLINGS]]
        topics = self._nearest(plan, lang)
        titles = [Suggestion(self._pack.text(topic.title, lang), topic.id) for topic in topics]
        return (*spellings, *titles)

    def _spellings(self, plan: QueryPlan) -> list[str]:
        index = self._index
        unknown = [
            word.text
            for word in plan.words
            if word.reading is Match.UNKNOWN and CONTENT in word.weights.values()
        ]
        near = (
            other
            for word in unknown
            for other in index.corrector.nearest(word)
            if any(lexicon.is_content_word(other) for lexicon in index.lexicons.values())
        )
        return list(dict.fromkeys(map(index.spelling, near)))

    def _nearest(self, plan: QueryPlan, lang: str) -> list[Topic]:
        asked = _trigrams(" ".join(word.text for word in plan.words if word.is_content(lang)))

        def likeness(topic: Topic) -> float:
            own = self._topic_trigrams(topic, lang)
            return len(asked & own) / (len(asked) + len(own) or 1)

        return sorted(self._pack.topics, key=likeness, reverse=True)[:_TOPICS]

    def _topic_trigrams(self, root: Topic, lang: str) -> frozenset[str]:
        """The trigrams of a topic, its descendants and the questions of the first entries."""
        if (root.id, lang) not in self._triples:
            topics = list(walk((root,)))
            entries = (e for topic in topics for e in self._pack.entries_by_topic[topic.id])
            texts = [text for topic in topics for text in (topic.title, topic.summary)]
            texts += [entry.question for entry in islice(entries, _ENTRIES)]
            self._triples[root.id, lang] = _trigrams(" ".join(t.get(lang, "") for t in texts))
        return self._triples[root.id, lang]


def _trigrams(text: str) -> frozenset[str]:
    """The character trigrams of each word, padded with spaces."""
    return frozenset(f" {word} "[at : at + 3] for word in tokenize(text) for at in range(len(word)))
