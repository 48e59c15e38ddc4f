"""Urgent phrases: wordings that show the help card, found by words, never inside a word.

The words of a phrase must occur in its order with little between them. Of a phrase with two
deciding words these count, with negations and "me" ("they make me work" is not "traffickers
make people work"); of a shorter one also the words of the first person ("he hit me", "i was
raped"); of one with nothing of that, every word. A phrase of one word must be the whole
query. Slips, plurals, verb endings and the pack's synonyms are understood as in the search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.search.analysis import words
from desktop.search.function_words import (
    CONTENT,
    FIRST_PERSON,
    FIRST_PERSON_OBJECT,
    NEGATIONS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.pack.model import Pack
    from desktop.search.lexicon import Lexicon
    from desktop.search.plan import Word

_GAP: Final = 2  # words that may stand between two of a phrase


class _Phrase(NamedTuple):
    """A phrase in one language.

    Attributes:
        urgent_id: what it is a wording of.
        stems: of the words that count, in order; a single one must be the whole query.
        strict: whether every word between two counts as a gap, or only deciding ones.
    """

    urgent_id: str
    stems: tuple[str, ...]
    strict: bool


class UrgentPhrases:
    """The urgent phrases of a pack, in all its languages."""

    def __init__(self, pack: Pack, lexicons: dict[str, Lexicon]) -> None:
        self._by_first: dict[str, dict[str, list[_Phrase]]] = {lang: {} for lang in lexicons}
        self._order = [urgent.id for urgent in pack.urgent]
        self._contacts = {
            urgent.id: urgent.contacts or pack.manifest.help for urgent in pack.urgent
        }
        for urgent in pack.urgent:
            for lang, lexicon in lexicons.items():
                for text in urgent.phrases.get(lang, ()):
                    if phrase := _phrase(text, lexicon, urgent.id):
                        self._by_first[lang].setdefault(phrase.stems[0], []).append(phrase)

    def contacts(self, typed: Sequence[Word]) -> tuple[str, ...]:
        """Ids of the contacts that what was `typed` calls for, in the order of the pack."""
        found = {
            phrase.urgent_id
            for lang, by_first in self._by_first.items()
            for phrase in _candidates(typed, lang, by_first)
            if _matches(phrase, typed, lang)
        }
        ids = (urgent_id for urgent_id in self._order if urgent_id in found)
        return tuple(dict.fromkeys(contact for own in ids for contact in self._contacts[own]))


def _candidates(
    typed: Sequence[Word], lang: str, by_first: dict[str, list[_Phrase]]
) -> Iterator[_Phrase]:
    """The phrases whose first word was typed."""
    for stem in {stem for word in typed for stem in word.said[lang]}:
        yield from by_first.get(stem, ())


def _phrase(text: str, lexicon: Lexicon, urgent_id: str) -> _Phrase | None:
    typed = words(text)
    content = [word for word in typed if _is_content(word, lexicon)]
    strict = len(content) < 2
    helping = NEGATIONS | (FIRST_PERSON if strict else FIRST_PERSON_OBJECT)
    kept = [word for word in typed if word in helping or _is_content(word, lexicon)]
    if len(kept) < 2 or not content:
        kept = typed
    stems = tuple(map(lexicon.stem, kept))
    return _Phrase(urgent_id, stems, strict) if stems else None


def _is_content(word: str, lexicon: Lexicon) -> bool:
    return word not in NEGATIONS and lexicon.language.weight(word) == CONTENT


def _matches(phrase: _Phrase, typed: Sequence[Word], lang: str) -> bool:
    said = [word.said[lang] for word in typed]
    if len(phrase.stems) == 1:
        return len(said) == 1 and phrase.stems[0] in said[0]
    gaps = [phrase.strict or word.is_content(lang) for word in typed]
    ends = [at for at, stems in enumerate(said) if phrase.stems[0] in stems]
    for stem in phrase.stems[1:]:
        ends = [
            at
            for at, stems in enumerate(said)
            if stem in stems and any(end < at and sum(gaps[end + 1 : at]) <= _GAP for end in ends)
        ]
    return bool(ends)
