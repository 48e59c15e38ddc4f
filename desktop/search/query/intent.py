"""Intent of a query: the people it is about, and whether it is a question for information.

An urgent phrase is only urgent if it is about someone. "He took my passport" is; "do traffickers
take passports" and "what is forced labor" are questions. The language files list the closed word
classes; those of all languages of a pack are combined, because people mix languages.
"""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING, Final

from desktop.languages.language import Grammar, Search, united
from desktop.languages.loader import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_OPENING: Final = 6  # first words of a query that make it a question, where it names someone
_LONGER_THAN_ENDING: Final = 5  # letters: verbs with a "we" ending are longer


class GrammaticalRole(IntEnum):
    """Grammatical role of a person that a phrase is about."""

    SUBJECT = auto()
    OBJECT = auto()
    OWNER = auto()


class WordClasses:
    """The closed word classes of all languages of a pack.

    Attributes:
        grammar: as in the language files.
        fillers: add nothing to a call for help ("please", "now").
        closed_class: all words of closed classes, which are not typos of others.
        required: required in a phrase, as content words are.
        left_out: articles that are not required where a query names nobody.
        speaker: the words for the speaker.
        other: the words for someone else.
    """

    def __init__(self, languages: Iterable[str]) -> None:
        known = [language(tag) for tag in languages]
        self.grammar = grammar = united(Grammar, (one.grammar for one in known))
        articles = united(Search, (one.search for one in known)).articles
        self.fillers = grammar.calls | grammar.around_calls
        self.required = grammar.required | grammar.negations
        self.left_out = articles - grammar.required_articles
        self.speaker: dict[GrammaticalRole, frozenset[str]] = {
            GrammaticalRole.SUBJECT: grammar.subject,
            GrammaticalRole.OBJECT: grammar.object,
            GrammaticalRole.OWNER: grammar.owner,
        }
        self.other: dict[GrammaticalRole, frozenset[str]] = {
            GrammaticalRole.SUBJECT: grammar.owner | grammar.someone | grammar.other_subject,
            GrammaticalRole.OBJECT: grammar.owner | grammar.someone | grammar.other_object,
            GrammaticalRole.OWNER: grammar.other_owner,
        }
        people = frozenset[str]().union(*self.speaker.values(), *self.other.values())
        self.closed_class = people | self.fillers | grammar.negations


class QueryIntent:
    """Intent of a query, independent of its topic.

    Attributes:
        is_information_request: it requests information (a law, a number, a meaning), or
            begins with an interrogative and has no "I".
        is_generic: it is about kinds of people, without a scene.
        mentions_someone_near: it is about someone in particular.
        is_personal_report: it describes what happens to someone in particular.
    """

    def __init__(self, words: Sequence[str], grammar: Grammar) -> None:
        known = frozenset(words)
        begins = bool(words) and words[0] in grammar.question_openers
        named = bool(known & grammar.named)
        self.is_information_request = (
            bool(known & grammar.information)
            or grammar.questions.are_in(words[:_OPENING] if named else words)
            or (begins and not (known & grammar.subject or known & grammar.speaker))
        )
        self.is_generic = is_general(known, grammar)
        self.mentions_someone_near = _is_near(known, grammar)
        self.is_personal_report = (
            self.mentions_someone_near
            and not self.is_information_request
            and (named or not begins)
            and (named or not self.is_generic)
            and (named or not grammar.advice.are_in(words))
            and not grammar.requests.are_in(words)
        )


def is_general(words: Iterable[str], grammar: Grammar) -> bool:
    """Whether `words` are about kinds of people, without a scene."""
    known = frozenset(words)
    return bool(known & grammar.kinds) and not known & grammar.scene


def _is_near(words: frozenset[str], grammar: Grammar) -> bool:
    if words & grammar.owner or words & grammar.subject or words & grammar.near:
        return True
    if (words & grammar.someone) - grammar.anyone and words & grammar.indefinite:
        return True
    endings = tuple(grammar.we_endings)
    return any(len(word) > _LONGER_THAN_ENDING and word.endswith(endings) for word in words)
