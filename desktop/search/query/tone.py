"""Intent of a query: the people it is about, and whether it is a question for information.

An urgent phrase is only urgent if it is about someone. "He took my passport" is; "do traffickers
take passports" and "what is forced labor" are questions. The language files list the closed word
classes; those of all languages of a pack are combined, because people mix languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.languages.language import Grammar

_OPENING: Final = 6  # first words of a query that make it a question, where it names someone
_LONGER_THAN_ENDING: Final = 5  # letters: verbs with a "we" ending are longer


def is_small(word: str, grammar: Grammar) -> bool:
    """Whether `word` is in a closed class, and so not a typo of another."""
    return adds_nothing(word, grammar) or any(
        word in group
        for group in (
            *(grammar.negations, grammar.subject, grammar.object, grammar.owner),
            *(grammar.other_subject, grammar.other_object, grammar.other_owner, grammar.someone),
        )
    )


def adds_nothing(word: str, grammar: Grammar) -> bool:
    """Whether `word` adds nothing to a call for help ("please", "now")."""
    return word in grammar.calls or word in grammar.around_calls


class QueryIntent:
    """Intent of a query, independent of its topic.

    Attributes:
        asks: it requests information (a law, a number, a meaning), or begins with an
            interrogative and has no "I".
        general: it is about kinds of people, without a scene.
        near: it is about someone in particular.
        tells: it describes what happens to someone in particular.
    """

    def __init__(self, words: Sequence[str], grammar: Grammar) -> None:
        said = frozenset(words)
        begins = bool(words) and words[0] in grammar.question_openers
        named = bool(said & grammar.named)
        self.asks = (
            bool(said & grammar.information)
            or grammar.questions.are_in(words[:_OPENING] if named else words)
            or (begins and not (said & grammar.subject or said & grammar.speaker))
        )
        self.general = bool(said & grammar.kinds) and not said & grammar.scene
        self.near = _is_near(said, grammar)
        self.tells = (
            self.near
            and not self.asks
            and (named or not begins)
            and (named or not self.general)
            and (named or not grammar.advice.are_in(words))
            and not grammar.requests.are_in(words)
        )


def _is_near(said: frozenset[str], grammar: Grammar) -> bool:
    if said & grammar.owner or said & grammar.subject or said & grammar.near:
        return True
    if (said & grammar.someone) - grammar.anyone and said & grammar.indefinite:
        return True
    endings = tuple(grammar.we_endings)
    return any(len(word) > _LONGER_THAN_ENDING and word.endswith(endings) for word in said)
