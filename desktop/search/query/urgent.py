"""Urgent phrases: phrases that show the help card if a query matches them.

A phrase matches by its content words and negations, in order, with bounded gaps; a phrase with
one content word also by its function words. "I", "me" and "my" in it require a person. A match is
urgent

- if that person is the speaker ("he took my passport", "they make us work");
- if it is someone in particular ("she is locked in", "my sister"), or the phrase names nobody
  ("suicide hotline"), or the query omits the "I" and otherwise equals the phrase ("held against
  my will"): unless the query requests information ("how many", "penalty") or is about kinds of
  people ("victims"). The language files list those words.

A phrase that only calls for help ("I need help"), or has one word, must be the whole query,
apart from fillers like "please". A phrase with a question mark ("how many pills to die?") also
matches queries that request information. A phrase with an ellipsis ("… padlock", "he … me")
matches its words in order with any gaps, in a query that describes what happens to someone ("i
clean for a lady who padlocks the fridge") and neither asks nor offers help.

Typos, inflections and the pack's synonyms match as in the search. The time is linear in the
number of words, which `planner` bounds.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, product
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.languages.loader import language
from desktop.search.index.analysis import FUNCTION, INTERROGATIVE, tokenize
from desktop.search.query.intent import GrammaticalRole, QueryIntent, WordClasses, is_general

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from desktop.pack.view import PackView
    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.plan import QueryWord

_GAP: Final = 2  # content words allowed between two of a phrase
_WIDE_GAP: Final = 4  # words of any kind
_NARROW_GAP: Final = 1  # words of any kind, where a phrase must match word for word
_MAX_PRONOUN_DISTANCE: Final = 3  # words between a phrase and the "me" that belongs to it
_NEGATION: Final = "<not>"
_EXACT: Final = "="  # prefix of an unstemmed word: "raped" does not match "rape"
_REPEATED_LETTERS: Final = re.compile(r"(.)\1{2,}")


class _Phrase(NamedTuple):
    """A phrase in one language.

    Attributes:
        urgent_id: id of the `Urgent` that it belongs to.
        parts: required stems, in order.
        roles: roles of the people it is about.
        stems: required stems where the query names nobody; may be empty.
        is_whole_query: whether it must be the whole query.
        is_question: whether it is a question, so that questions match it.
        is_generic: whether it is about kinds of people itself.
        allows_any_gap: whether any words may be between its parts.
    """

    urgent_id: str
    parts: tuple[str, ...]
    roles: frozenset[GrammaticalRole] = frozenset()
    stems: tuple[str, ...] = ()
    is_whole_query: bool = False
    is_question: bool = False
    is_generic: bool = False
    allows_any_gap: bool = False


class UrgentPhrases:
    """The urgent phrases of a pack, in all its languages."""

    def __init__(self, pack: PackView, lexicons: dict[str, Lexicon]) -> None:
        self._contacts = {own.id: own.contacts or pack.manifest.help for own in pack.urgent}
        self._classes = WordClasses(lexicons)
        self._by_part: list[tuple[_Stemmer, dict[str, list[_Phrase]]]] = []
        for lang, lexicon in lexicons.items():
            stemmer = _Stemmer(lexicon, self._classes)
            parser = _PhraseParser(stemmer)
            texts = [(own.id, text) for own in pack.urgent for text in own.phrases.get(lang, ())]
            by_part: dict[str, list[_Phrase]] = {}
            for phrase in filter(None, {parser.parse(*text) for text in texts}):
                by_part.setdefault(max(phrase.parts, key=_rarity, default=""), []).append(phrase)
            self._by_part.append((stemmer, by_part))

    def contacts(self, typed: Sequence[QueryWord]) -> tuple[str, ...]:
        """Ids of the contacts for the urgent phrases in `typed`, in the order of the pack."""
        names = [_name(word, self._classes.closed_class) for word in typed]
        tone = QueryIntent(names, self._classes.grammar)
        found: set[str] = set()
        for stemmer, by_part in self._by_part:
            matcher = _PhraseMatcher(typed, names, stemmer)
            near = chain.from_iterable(by_part.get(stem, ()) for stem in (*matcher.places, ""))
            found |= {phrase.urgent_id for phrase in near if _is_urgent(phrase, matcher, tone)}
        shown = (contacts for name, contacts in self._contacts.items() if name in found)
        return tuple(dict.fromkeys(chain.from_iterable(shown)))


def _rarity(part: str) -> tuple[bool, int]:
    return part != _NEGATION, len(part)


class _Stemmer:
    """Stems of one language for comparing phrases, with verb forms and slang unified."""

    def __init__(self, lexicon: Lexicon, classes: WordClasses) -> None:
        self._lexicon = lexicon
        self.classes = classes
        self.lang = lexicon.language.tag
        own = language(self.lang)
        self.enclitics = own.enclitics
        self._base: dict[str, str] = {}
        for group in own.forms:
            base = lexicon.stem(group[0])
            self._base.update((lexicon.stem(form), base) for form in group)

    def stem(self, word: str) -> str:
        """The canonical stem of `word`, which is folded."""
        if word in self.classes.grammar.negations:
            return _NEGATION
        match = self.with_enclitics(word)
        return self.canonical_stem(self._lexicon.stem(match["verb"] if match else word))

    def with_enclitics(self, word: str) -> re.Match[str] | None:
        """A match of `word` as a verb with enclitic pronouns, in languages that have them."""
        return self.enclitics.pattern.fullmatch(word) if self.enclitics else None

    def canonical_stem(self, stem: str) -> str:
        """The canonical stem of all forms of the word with `stem`."""
        return self._base.get(stem, stem)

    def is_content_word(self, word: str) -> bool:
        """Whether `word` is a content word, and not a negation."""
        negates = word in self.classes.grammar.negations
        return not negates and self._lexicon.language.is_content(word)

    def is_filler(self, word: str, heaviest: float) -> bool:
        """Whether `word` weighs at most `heaviest`, or adds nothing to a call for help."""
        return self._lexicon.language.weight(word) <= heaviest or word in self.classes.fillers


class _PhraseMatcher:
    """Matches the phrases of one language in a query.

    Attributes:
        classes: closed word classes.
        places: positions of each stem.
        content_counts: number of content words before each position.
        non_fillers: number of words other than fillers before each position.
        before: allowed distance of "me" before a phrase.
    """

    def __init__(self, typed: Sequence[QueryWord], names: Sequence[str], stemmer: _Stemmer) -> None:
        enclitics = stemmer.enclitics
        self.classes = stemmer.classes
        speaker, other = self.classes.speaker, self.classes.other
        self.places: dict[str, list[int]] = {}
        self.content_counts = [0]
        self.non_fillers = [0]
        self.before = _MAX_PRONOUN_DISTANCE if enclitics else 0
        objects = speaker[GrammaticalRole.OBJECT], other[GrammaticalRole.OBJECT]
        joined: dict[frozenset[str], list[int]] = {group: [] for group in objects}
        for at, (word, name) in enumerate(zip(typed, names, strict=True)):
            squeezed = _REPEATED_LETTERS.sub(r"\1", word.text)
            stems = {stemmer.canonical_stem(stem) for stem in word.stems[stemmer.lang]}
            stems |= {stemmer.stem(one) for one in (name, word.text, squeezed)}
            stems |= {_EXACT + one for one in (name, word.text, squeezed)}
            if enclitics and (match := stemmer.with_enclitics(word.text)):
                joined[objects[match["speaker"] is None]].append(at)
                if match["speaker"]:
                    stems.add(stemmer.stem(enclitics.pronoun))
            for stem in stems:
                self.places.setdefault(stem, []).append(at)
            self.content_counts.append(self.content_counts[-1] + stemmer.is_content_word(name))
            self.non_fillers.append(
                self.non_fillers[-1] + (not stemmer.is_filler(squeezed, FUNCTION))
            )
        self._people = {
            group: {*joined.get(group, ()), *(at for at, n in enumerate(names) if n in group)}
            for group in {*speaker.values(), *other.values()}
        }

    def spans(self, parts: Sequence[str], gap: int) -> list[tuple[int, int]]:
        """The first and last position of each match of `parts`, in order with bounded gaps."""
        found = {at: at for at in self.places.get(parts[0], ())}  # last word to first
        for part in parts[1:]:
            after: dict[int, int] = {}
            for at in self.places.get(part, ()):
                for end in range(max(0, at - gap - 1), at):
                    if (
                        end in found
                        and self.content_counts[at] - self.content_counts[end + 1] <= _GAP
                    ):
                        after[at] = max(after.get(at, 0), found[end])
            found = after
        return [(start, end) for end, start in found.items()]

    def has_in_order(self, parts: Sequence[str]) -> bool:
        """Whether all `parts` occur, in order."""
        found, none = -1, len(self.non_fillers)
        for part in parts:
            found = next((at for at in self.places.get(part, ()) if at > found), none)
        return found < none

    def is_whole_query(self, span: tuple[int, int]) -> bool:
        """Whether there are only fillers like "please" around `span`."""
        start, end = span
        return self.non_fillers[start] == 0 and self.non_fillers[end + 1] == self.non_fillers[-1]

    def has_person(
        self, group: frozenset[str], person: GrammaticalRole, span: tuple[int, int]
    ) -> bool:
        """Whether a word of `group` is at a position of the role `person`."""
        start, end = span
        if person is GrammaticalRole.OBJECT:
            first, last = start - self.before, end + _MAX_PRONOUN_DISTANCE
        elif person is GrammaticalRole.OWNER:
            first, last = start - 1 - (start == end), end
        else:
            first, last = start - _MAX_PRONOUN_DISTANCE, end
        places = [at for at in range(max(0, first), last + 1) if at in self._people[group]]
        if person is GrammaticalRole.SUBJECT and start == end:  # "I'm told how traffickers work"
            return any(
                self.content_counts[start] == self.content_counts[at + 1]
                for at in places
                if at < start
            )
        return bool(places)


def _name(word: QueryWord, closed_class: Set[str]) -> str:
    """The corrected word, folded."""
    words = tokenize(word.correction)
    return words[0] if len(words) == 1 and word.text not in closed_class else word.text


class _PhraseParser:
    """Parses the phrases of a pack in one language; caches their words, which nobody typed."""

    def __init__(self, stemmer: _Stemmer) -> None:
        self._stemmer = stemmer
        self._classes = stemmer.classes
        self._stem = cache(stemmer.stem)
        self._is_content = cache(stemmer.is_content_word)

    def parse(self, urgent_id: str, text: str) -> _Phrase | None:
        """The phrase `text`; None if it has no words."""
        typed = tokenize(text)
        grammar, speaker = self._classes.grammar, self._classes.speaker
        if "…" in text or "..." in text:
            return _Phrase(urgent_id, self._stems(typed), allows_any_gap=True)
        if len(typed) == 1:
            return _Phrase(urgent_id, (_EXACT + typed[0],), is_whole_query=True)
        if not grammar.calls.isdisjoint(typed) and all(
            self._stemmer.is_filler(word, INTERROGATIVE) for word in typed
        ):
            return _Phrase(urgent_id, self._stems(typed), is_whole_query=True)
        people = frozenset([who for who, group in speaker.items() if not group.isdisjoint(typed)])
        named = frozenset[str]().union(*[speaker[who] for who in people])
        rest = [word for word in typed if word not in named]
        asks = "?" in text and not people
        parts = self._parts(rest, asks=asks)
        if len(parts) < 2 and not people:
            parts = rest
        if not parts:
            return None
        bare = self._stems(self._bare(rest, people)) if people else ()
        general = not people and is_general(typed, grammar)
        return _Phrase(
            urgent_id, self._stems(parts), people, bare, is_question=asks, is_generic=general
        )

    def _parts(self, rest: Sequence[str], *, asks: bool) -> list[str]:
        """The required words of `rest`, the words of a phrase that do not name its people."""
        grammar, required = self._classes.grammar, self._classes.required
        parts = [word for word in rest if word in required or self._is_content(word)]
        if asks or sum(map(self._is_content, parts)) < 2:
            parts = [word for word in rest if word in grammar.required or word not in grammar.light]
        return parts

    def _bare(self, rest: Sequence[str], people: Set[GrammaticalRole]) -> list[str]:
        """The words of `rest` that are required where the query names nobody; may be empty."""
        bare = [word for word in rest if word not in self._classes.left_out]
        least = 3 if GrammaticalRole.OWNER in people else 2
        is_enough = len(bare) >= least and any(map(self._is_content, bare))
        return bare if is_enough and GrammaticalRole.OBJECT not in people else []

    def _stems(self, words: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(self._stem, words))


def _is_urgent(phrase: _Phrase, matcher: _PhraseMatcher, tone: QueryIntent) -> bool:
    classes = matcher.classes
    if phrase.allows_any_gap:
        return tone.is_personal_report and matcher.has_in_order(phrase.parts)
    spans = matcher.spans(phrase.parts, _WIDE_GAP)
    if phrase.is_whole_query:
        return any(matcher.is_whole_query(span) for span in spans)
    roles = list(product(phrase.roles, spans))
    if any(matcher.has_person(classes.speaker[who], who, span) for who, span in roles):
        return True
    if (tone.is_generic and not phrase.is_generic) or (
        tone.is_information_request and not phrase.is_question
    ):
        return False
    if not phrase.roles:
        return bool(spans)
    if phrase.stems and matcher.spans(phrase.stems, _NARROW_GAP):
        return True
    return tone.mentions_someone_near and any(
        matcher.has_person(classes.other[who], who, span) for who, span in roles
    )
