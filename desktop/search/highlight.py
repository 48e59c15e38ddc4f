"""Why a document is a hit: spans of the matched words, and the passage that has most of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.search.analysis import tokens
from desktop.search.index import Sentence
from desktop.search.passage import around
from desktop.search.results import Span

if TYPE_CHECKING:
    from desktop.search.analysis import Token
    from desktop.search.index import Document
    from desktop.search.lexicon import Lexicon
    from desktop.search.plan import Plan


class Highlighter:
    """Marks the words of one plan in documents of one language.

    Words that do not decide are marked only where the query has no others.
    """

    def __init__(self, plan: Plan, lexicon: Lexicon) -> None:
        lang = lexicon.language.tag
        self._lexicon = lexicon
        self._worth: dict[str, float] = {}
        for word in plan.words:
            if plan.decides and not word.is_content(lang):
                continue
            for variant, fit in word.variants.get(lang, {}).items():
                for stem in variant:
                    worth = fit * word.idf[lang] / len(variant)
                    self._worth[stem] = max(worth, self._worth.get(stem, 0))
        self._sought = [(f" {stem} ", worth) for stem, worth in self._worth.items()]

    def spans(self, sentence: Sentence) -> tuple[Span, ...]:
        """The matched words of `sentence`."""
        return _as_spans(self._marked(sentence))

    def passage(self, document: Document) -> tuple[str, tuple[Span, ...]]:
        """The stretch of `document` with the most telling of the matched words, and these.

        The first of equals; where none is found, the beginning.
        """
        if not document.sentences:
            return "", ()
        sought = [(stem, worth) for stem, worth in self._sought if stem in document.stems]

        def value(sentence: Sentence) -> float:
            return sum([worth for stem, worth in sought if stem in sentence.stems])

        best = max(document.sentences, key=value)
        marked = self._marked(best)
        passage = around(best.text, marked)
        if passage != best.text:
            marked = self._marked(Sentence(passage, best.stems))
        return passage, _as_spans(marked)

    def _marked(self, sentence: Sentence) -> list[Token]:
        if not any(stem in sentence.stems for stem, _ in self._sought):
            return []
        stem, worth = self._lexicon.stem, self._worth
        return [token for token in tokens(sentence.text) if stem(token.text) in worth]


def _as_spans(marked: list[Token]) -> tuple[Span, ...]:
    return tuple(Span(token.start, token.end) for token in marked)
