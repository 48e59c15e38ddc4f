"""The search engine of one pack: a pure, thread-safe function of pack, query and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.search.index.build import build_in_memory
from desktop.search.query.planner import plan_query
from desktop.search.query.urgent import UrgentPhrases
from desktop.search.rank.answerable import is_answerable
from desktop.search.rank.highlight import Highlighter
from desktop.search.rank.rank import rank_documents
from desktop.search.results import Explanation, Hit, Results
from desktop.search.suggest import Suggester

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pack.view import PackView
    from desktop.search.index.index import Index
    from desktop.search.query.plan import QueryPlan


class UnknownLanguage(ValueError):  # noqa: N818
    """The pack has no text in a language; str() is suitable for display."""

    def __init__(self, lang: str, languages: tuple[str, ...]) -> None:
        super().__init__(
            f'This pack has no language "{lang}". Choose one of: {", ".join(languages)}.'
        )


class SearchEngine:
    """Answers queries about one pack. Building takes milliseconds for a small pack."""

    def __init__(self, pack: PackView, index: Index | None = None) -> None:
        """Create the engine of `pack`; without its `index`, one is built in memory."""
        self._pack = pack
        self._index = build_in_memory(pack) if index is None else index
        self._urgent = UrgentPhrases(pack, self._index.lexicons)
        self._suggester = Suggester(pack, self._index)

    def search(
        self, query: str, *, lang: str, limit: int = 20, explained: int | None = None
    ) -> Results:
        """Find the entries that answer `query`.

        Args:
            query: as typed, any text; only its first 200 code points count. An unfinished
                last word is read as a prefix.
            lang: BCP 47 tag, one of the pack's; its texts are preferred, all are searched.
            limit: how many hits at most.
            explained: how many of the first hits have an explanation; None for all.

        Returns: hits, best first, at most one per entry, with help contacts and suggestions.

        Raises:
            UnknownLanguage: the pack has no text in `lang`.
        """
        if lang not in self._pack.languages:
            raise UnknownLanguage(lang, self._pack.languages)
        plan = plan_query(self._index, query, lang=lang)
        if not plan.words:
            return Results(query, lang)
        contacts = self._urgent.contacts([word for _, word in plan.typed])
        answerable = is_answerable(self._index, plan, urgent=bool(contacts))
        found = rank_documents(self._index, plan, lang=lang, limit=limit) if answerable else []
        hits = self._hits(found, plan, len(found) if explained is None else explained)
        suggestions = self._suggester.suggestions(plan, lang=lang, found=bool(hits))
        return Results(query, lang, hits, contacts, suggestions)

    def _hits(
        self, found: Sequence[tuple[float, int]], plan: QueryPlan, explained: int
    ) -> tuple[Hit, ...]:
        """The hits for scores and document numbers, the first `explained` with explanations."""
        index = self._index
        highlighters = {tag: Highlighter(plan, lexicon) for tag, lexicon in index.lexicons.items()}
        hits = []
        for at, (score, number) in enumerate(found):
            lang, document = index.language(number), index.passages(number)
            explanation = Explanation()
            if at < explained:
                explanation = highlighters[lang].explanation(document, index.impacts(number).keys())
            hits.append(Hit(document.entry_id, lang, score, document.question.text, explanation))
        return tuple(hits)
