"""Sentences of answers, the best passage of a document, and the spans of the matched words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from desktop.pack.markup import plain_text
from desktop.search.index.analysis import token_offsets
from desktop.search.results import Explanation, Span

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from desktop.search.index.index import Sentence, StoredDocument
    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.plan import QueryPlan


LONGEST: Final = 160  # code points of a passage, with its ellipses
_MARKED: Final = re.compile(r"[*\[\\#`<&~_>|+]|^\s*(?:-|\d+[.)])\s|\s{2}|\n", re.MULTILINE)
_BOUNDARY: Final = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«(¿¡]*[^\Wa-z_])")  # noqa: RUF001
_SPACE: Final = re.compile(r"\s+")


class Highlighter:
    """Highlights the words of one plan in documents of one language.

    Function words are highlighted only if the query has no content words.
    """

    def __init__(self, plan: QueryPlan, lexicon: Lexicon) -> None:
        lang = lexicon.language.tag
        self._weights: dict[str, float] = {}
        for word in plan.words:
            if plan.has_content_match and not word.is_content(lang):
                continue
            for variant, fit in word.variants.get(lang, {}).items():
                for stem in variant:
                    weights = fit * word.idf[lang] / len(variant)
                    self._weights[stem] = max(weights, self._weights.get(stem, 0))

    def explanation(self, document: StoredDocument, stems: Set[str]) -> Explanation:
        """The highlights of `document`, which contains `stems`.

        The passage is the sentence with the highest sum of weight * idf of its matched words, the
        first of equal ones.
        """
        question_spans = self._spans(document.question)
        if not document.sentences:
            return Explanation(question_spans)
        weights = [(f" {stem} ", self._weights[stem]) for stem in self._weights.keys() & stems]
        best, most = document.sentences[0], 0.0
        for sentence in document.sentences:
            value = 0.0
            for stem, one in weights:
                if stem in sentence.stems:
                    value += one
            if value > most:
                best, most = sentence, value
        passage, spans = excerpt(best.text, self._spans(best))
        return Explanation(question_spans, passage, tuple(spans))

    def _spans(self, sentence: Sentence) -> tuple[Span, ...]:
        """The matched words of `sentence`."""
        weights = self._weights
        which = [at for at, stem in enumerate(sentence.stems.split(" ")[1:-1]) if stem in weights]
        if not which:
            return ()
        found = _places(sentence.text)
        return tuple([Span(*found[at]) for at in which])


_places = lru_cache(maxsize=2048)(token_offsets)
"""Cached, because consecutive keystrokes mostly show the same texts."""


def split_markdown_sentences(markdown: str) -> list[str]:
    """The sentences of `markdown`, plain text on one line each, in order."""
    text = plain_text(markdown) if _MARKED.search(markdown) else markdown
    found = (
        _SPACE.sub(" ", sentence).strip()
        for line in text.splitlines()
        for sentence in _BOUNDARY.split(line)
    )
    return [sentence for sentence in found if sentence]


def excerpt(text: str, spans: Sequence[Span]) -> tuple[str, Sequence[Span]]:
    """At most `LONGEST` code points of `text`, at word boundaries, with most of `spans`.

    Returns: the passage, and the spans of `spans` in it, relative to it.
    """
    if len(text) <= LONGEST:
        return text, spans
    room = LONGEST - 4  # an ellipsis and a space at either end
    starts = [span.start for span in spans if span.end - span.start <= room]
    first = max(
        starts or [0],
        key=lambda start: sum(start <= span.start and span.end <= start + room for span in spans),
    )
    if first <= room // 2:
        first = 0
    else:  # some words of context before the first match
        lead = text.find(" ", max(0, min(first - room // 4, len(text) - room)))
        first = lead + 1 if 0 <= lead < first else first
    end = min(len(text), first + room)
    if end < len(text) and " " in text[first:end]:
        end = text.rindex(" ", first, end)
    before, after = "… " * bool(first), " …" * (end < len(text))
    shift = first - len(before)
    return f"{before}{text[first:end].rstrip()}{after}", [
        Span(span.start - shift, span.end - shift)
        for span in spans
        if first <= span.start and span.end <= end
    ]
