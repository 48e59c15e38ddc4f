"""Why a document is a hit: spans of the matched words, and the passage that has most of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.search.analysis import tokens
from desktop.search.passage import around
from desktop.search.results import Span

if TYPE_CHECKING:
    from desktop.search.analysis import Token
    from desktop.search.index import Document, Sentence
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

    def spans(self, sentence: Sentence) -> tuple[Span, ...]:
        """The matched words of `sentence`."""
        return _as_spans(self._marked(sentence.text))

    def passage(self, document: Document) -> tuple[str, tuple[Span, ...]]:
        """The stretch of `document` with the most telling of the matched words, and these.

        The first of equals; where none is found, the beginning.
        """
        if not document.sentences:
            return "", ()
        values: dict[int, float] = {0: 0.0}
        for stem, worth in self._worth.items():
            for at in document.sentences_with(stem):
                values[at] = values.get(at, 0.0) + worth
        best = document.sentences[max(values, key=lambda at: (values[at], -at))]
        marked = self._marked(best.text)
        passage = around(best.text, marked)
        if passage != best.text:
            marked = self._marked(passage)
        return passage, _as_spans(marked)

    def _marked(self, text: str) -> list[Token]:
        worth = self._worth
        return [token for token, stem in _stemmed(self._lexicon, text) if stem in worth]


@lru_cache(maxsize=2048)
def _stemmed(lexicon: Lexicon, text: str) -> tuple[tuple[Token, str], ...]:
    """The words of `text` with their stems; each key shows much of what the last one showed."""
    return tuple((token, lexicon.stem(token.text)) for token in tokens(text))


def _as_spans(marked: list[Token]) -> tuple[Span, ...]:
    return tuple(Span(token.start, token.end) for token in marked)
