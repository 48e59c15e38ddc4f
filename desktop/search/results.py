"""Results of a search, as frozen data for the command line and the views."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True):
    """A match to highlight: half-open [start, end), in code points of the text it belongs to.

    Qt counts UTF-16 units: convert with `desktop.ui.look.text.to_utf16`, never by hand.
    """

    start: int
    end: int


class Explanation(Struct, frozen=True):
    """The highlights of a hit.

    Attributes:
        question_spans: matched words of the question, in order, not overlapping.
        passage: the best passage of brief or answer, plain text on one line, at most 160
            characters; "" if the entry has no text.
        passage_spans: matched words of `passage`.
    """

    question_spans: tuple[Span, ...] = ()
    passage: str = ""
    passage_spans: tuple[Span, ...] = ()


class Hit(Struct, frozen=True):
    """One entry that answers the query, in the language in which it answers best.

    Attributes:
        entry_id: id of the entry.
        lang: language tag of `question` and the passage.
        score: relevance, without a unit; comparable within one search only.
        question: the entry's question in `lang`, as written.
        explanation: its explanation; empty if none was requested.
    """

    entry_id: str
    lang: str
    score: float
    question: str
    explanation: Explanation = Explanation()


class Results(Struct, frozen=True):
    """Everything the screen shows for one query.

    Attributes:
        query: as typed.
        lang: the language searched for first.
        hits: best first; empty if there is no answer.
        help_contacts: ids of the contacts of the help card; empty if it is not shown.
        suggestions: corrected queries, and the nearest topics if there are no hits.
    """

    query: str
    lang: str
    hits: tuple[Hit, ...] = ()
    help_contacts: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


class Suggestion(Struct, frozen=True):
    """Something to try next: a corrected query, or a topic to browse."""

    text: str
    topic_id: str | None = None
