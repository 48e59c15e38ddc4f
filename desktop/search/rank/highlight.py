"""Highlights: spans of the matched words, and the best passage of a document."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.search.index.analysis import places
from desktop.search.rank.passage import around
from desktop.search.results import Span

if TYPE_CHECKING:
    from collections.abc import Set

    from desktop.search.index.index import Sentence, StoredDocument
    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.planner import QueryPlan


class Highlighter:
    """Highlights the words of one plan in documents of one language.

    Function words are highlighted only if the query has no content words.
    """

    def __init__(self, plan: QueryPlan, lexicon: Lexicon) -> None:
        lang = lexicon.language.tag
        self._worth: dict[str, float] = {}
        for word in plan.words:
            if plan.decides and not word.is_content(lang):
                continue
            for variant, fit in word.variants.get(lang, {}).items():
                for stem in variant:
                    worth = fit * word.idf[lang] / len(variant)
                    self._worth[stem] = max(worth, self._worth.get(stem, 0))

    def passage(self, document: StoredDocument, stems: Set[str]) -> tuple[str, tuple[Span, ...]]:
        """The passage of `document` with the highest sum of weight * idf of its matched words.

        Args:
            document: to take it from; the first of equal sentences, or the first one.
            stems: all stems of `document`.

        Returns: the passage and its matched words.
        """
        if not document.sentences:
            return "", ()
        worth = [(f" {stem} ", self._worth[stem]) for stem in self._worth.keys() & stems]
        best, most = document.sentences[0], 0.0
        for sentence in document.sentences:
            value = 0.0
            for stem, one in worth:
                if stem in sentence.stems:
                    value += one
            if value > most:
                best, most = sentence, value
        passage, marked = around(best.text, self.spans(best))
        return passage, tuple(marked)

    def spans(self, sentence: Sentence) -> tuple[Span, ...]:
        """The matched words of `sentence`."""
        worth = self._worth
        which = [at for at, stem in enumerate(sentence.stems.split(" ")[1:-1]) if stem in worth]
        if not which:
            return ()
        found = _places(sentence.text)
        return tuple([Span(*found[at]) for at in which])


_places = lru_cache(maxsize=2048)(places)
"""Cached, because consecutive keystrokes mostly show the same texts."""
