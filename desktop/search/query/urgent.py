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
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.languages.language import Grammar, Search, united
from desktop.languages.loader import language
from desktop.search.index.analysis import CONTENT, FUNCTION, words
from desktop.search.query.tone import QueryIntent, adds_nothing, is_small

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.pack.view import PackView
    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.word import QueryWord

_GAP: Final = 2  # content words allowed between two of a phrase
_WIDE_GAP: Final = 4  # words of any kind
_NARROW_GAP: Final = 1  # words of any kind, where a phrase must match word for word
_REACH: Final = 3  # words between a phrase and the "me" that belongs to it
_NEGATION: Final = "<not>"
_EXACT: Final = "="  # prefix of an unstemmed word: "raped" does not match "rape"
_ELLIPSIS: Final = re.compile(r"…|\.\.\.")
_REPEATED_LETTERS: Final = re.compile(r"(.)\1{2,}")


class _GrammaticalRole(Enum):
    """Grammatical role of a person that a phrase is about."""

    SUBJECT = auto()
    OBJECT = auto()
    OWNER = auto()


class _Classes:
    """The closed word classes of all languages of a pack.

    Attributes:
        grammar: as in the language files.
        articles: not part of `_Phrase.bare`.
        speaker: the words for the speaker.
        other: the words for someone else.
    """

    def __init__(self, languages: Iterable[str]) -> None:
        known = [language(tag) for tag in languages]
        self.grammar = grammar = united(Grammar, (one.grammar for one in known))
        self.articles = united(Search, (one.search for one in known)).articles
        self.speaker: dict[_GrammaticalRole, frozenset[str]] = {
            _GrammaticalRole.SUBJECT: grammar.subject,
            _GrammaticalRole.OBJECT: grammar.object,
            _GrammaticalRole.OWNER: grammar.owner,
        }
        self.other: dict[_GrammaticalRole, frozenset[str]] = {
            _GrammaticalRole.SUBJECT: grammar.owner | grammar.someone | grammar.other_subject,
            _GrammaticalRole.OBJECT: grammar.owner | grammar.someone | grammar.other_object,
            _GrammaticalRole.OWNER: grammar.other_owner,
        }


class _Phrase(NamedTuple):
    """A phrase in one language.

    Attributes:
        urgent_id: id of the `Urgent` that it belongs to.
        parts: required stems, in order.
        people: roles of the people it is about.
        bare: required stems where the query names nobody; may be empty.
        alone: whether it must be the whole query.
        asks: whether it is a question, so that questions match it.
        general: whether it is about kinds of people itself.
        open: whether any words may be between its parts.
    """

    urgent_id: str
    parts: tuple[str, ...]
    people: frozenset[_GrammaticalRole]
    bare: tuple[str, ...] = ()
    alone: bool = False
    asks: bool = False
    general: bool = False
    open: bool = False


class UrgentPhrases:
    """The urgent phrases of a pack, in all its languages."""

    def __init__(self, pack: PackView, lexicons: dict[str, Lexicon]) -> None:
        self._order = [urgent.id for urgent in pack.urgent]
        self._contacts = {
            urgent.id: urgent.contacts or pack.manifest.help for urgent in pack.urgent
        }
        self._classes = _Classes(lexicons)
        self._stemmers = {
            lang: _Stemmer(lexicon, self._classes) for lang, lexicon in lexicons.items()
        }
        self._by_part: dict[str, dict[str, list[_Phrase]]] = {lang: {} for lang in lexicons}
        for lang, stemmer in self._stemmers.items():
            found = {
                phrase
                for urgent in pack.urgent
                for text in urgent.phrases.get(lang, ())
                if (phrase := _phrase(text, stemmer, urgent.id))
            }
            for phrase in found:
                rarest = max(
                    phrase.parts, key=lambda part: (part != _NEGATION, len(part)), default=""
                )
                self._by_part[lang].setdefault(rarest, []).append(phrase)

    def contacts(self, typed: Sequence[QueryWord]) -> tuple[str, ...]:
        """Ids of the contacts for the urgent phrases in `typed`, in the order of the pack."""
        grammar = self._classes.grammar
        names = [_name(word, grammar) for word in typed]
        tone = QueryIntent(names, grammar)
        found: set[str] = set()
        for lang, by_part in self._by_part.items():
            heard = _PhraseMatcher(typed, names, self._stemmers[lang])
            for stem in (*heard.places, ""):
                found.update(
                    phrase.urgent_id
                    for phrase in by_part.get(stem, ())
                    if _is_urgent(phrase, heard, tone, self._classes)
                )
        ids = (urgent_id for urgent_id in self._order if urgent_id in found)
        return tuple(dict.fromkeys(contact for own in ids for contact in self._contacts[own]))


class _Stemmer:
    """Stems of one language for comparing phrases, with verb forms and slang unified."""

    def __init__(self, lexicon: Lexicon, classes: _Classes) -> None:
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
        return self.base(self._lexicon.stem(match["verb"] if match else word))

    def with_enclitics(self, word: str) -> re.Match[str] | None:
        """A match of `word` as a verb with enclitic pronouns, in languages that have them."""
        return self.enclitics.pattern.fullmatch(word) if self.enclitics else None

    def base(self, stem: str) -> str:
        """The canonical stem of all forms of the word with `stem`."""
        return self._base.get(stem, stem)

    def decides(self, word: str) -> bool:
        """Whether `word` is a content word, and not a negation."""
        negates = word in self.classes.grammar.negations
        return not negates and self._lexicon.language.weight(word) == CONTENT

    def is_around_a_call(self, word: str) -> bool:
        """Whether `word` is a filler around a call for help."""
        small = self._lexicon.language.weight(word) == FUNCTION
        return small or adds_nothing(word, self.classes.grammar)

    def is_in_a_call(self, word: str) -> bool:
        """Whether `word` may be in a phrase that only calls for help."""
        small = self._lexicon.language.weight(word) != CONTENT
        return small or adds_nothing(word, self.classes.grammar)


class _PhraseMatcher:
    """Matches the phrases of one language in a query.

    Attributes:
        places: positions of each stem.
        content: number of content words before each position.
        told: number of words other than fillers before each position.
        before: allowed distance of "me" before a phrase.
    """

    def __init__(self, typed: Sequence[QueryWord], names: Sequence[str], stemmer: _Stemmer) -> None:
        lang, enclitics = stemmer.lang, stemmer.enclitics
        speaker, other = stemmer.classes.speaker, stemmer.classes.other
        self.places: dict[str, list[int]] = {}
        self.content = [0]
        self.told = [0]
        self.before = _REACH if enclitics else 0
        objects = speaker[_GrammaticalRole.OBJECT], other[_GrammaticalRole.OBJECT]
        joined: dict[frozenset[str], list[int]] = {group: [] for group in objects}
        for at, (word, name) in enumerate(zip(typed, names, strict=True)):
            squeezed = _REPEATED_LETTERS.sub(r"\1", word.text)
            stems = {stemmer.base(stem) for stem in word.said[lang]}
            stems |= {stemmer.stem(one) for one in (name, word.text, squeezed)}
            stems |= {_EXACT + one for one in (name, word.text, squeezed)}
            if enclitics and (match := stemmer.with_enclitics(word.text)):
                joined[objects[match["speaker"] is None]].append(at)
                if match["speaker"]:
                    stems.add(stemmer.stem(enclitics.pronoun))
            for stem in stems:
                self.places.setdefault(stem, []).append(at)
            self.content.append(self.content[-1] + stemmer.decides(name))
            around = stemmer.is_around_a_call(squeezed)
            self.told.append(self.told[-1] + (not around))
        self._people = {
            group: {*joined.get(group, ()), *(at for at, n in enumerate(names) if n in group)}
            for group in {*speaker.values(), *other.values()}
        }

    def spans(self, parts: Sequence[str], *, wide: bool) -> list[tuple[int, int]]:
        """The first and last position of each match of all `parts`, in order and near."""
        found = {at: at for at in self.places.get(parts[0], ())}  # last word to first
        for part in parts[1:]:
            after: dict[int, int] = {}
            for at in self.places.get(part, ()):
                reach = _WIDE_GAP if wide else _NARROW_GAP
                for end in range(max(0, at - reach - 1), at):
                    if end in found and self.content[at] - self.content[end + 1] <= _GAP:
                        after[at] = max(after.get(at, 0), found[end])
            found = after
        return [(start, end) for end, start in found.items()]

    def has_in_order(self, parts: Sequence[str]) -> bool:
        """Whether all `parts` occur, in order."""
        end = -1
        for part in parts:
            end = next((at for at in self.places.get(part, ()) if at > end), -1)
            if end < 0:
                return False
        return True

    def is_all(self, span: tuple[int, int]) -> bool:
        """Whether there are only fillers like "please" around `span`."""
        start, end = span
        return self.told[start] == 0 and self.told[end + 1] == self.told[-1]

    def has(self, group: frozenset[str], person: _GrammaticalRole, span: tuple[int, int]) -> bool:
        """Whether a word of `group` is at a position of the role `person`."""
        start, end = span
        if person is _GrammaticalRole.OBJECT:
            first, last = start - self.before, end + _REACH
        elif person is _GrammaticalRole.OWNER:
            first, last = start - 1 - (start == end), end
        else:
            first, last = start - _REACH, end
        places = [at for at in range(max(0, first), last + 1) if at in self._people[group]]
        if person is _GrammaticalRole.SUBJECT and start == end:  # "I'm told how traffickers work"
            return any(self.content[start] == self.content[at + 1] for at in places if at < start)
        return bool(places)


def _name(word: QueryWord, grammar: Grammar) -> str:
    """The corrected word, folded."""
    meant = words(word.correction)
    return meant[0] if len(meant) == 1 and not is_small(word.text, grammar) else word.text


def _phrase(text: str, stemmer: _Stemmer, urgent_id: str) -> _Phrase | None:
    typed = words(text)
    grammar, speaker = stemmer.classes.grammar, stemmer.classes.speaker
    if _ELLIPSIS.search(text):
        return _Phrase(urgent_id, tuple(map(stemmer.stem, typed)), frozenset(), open=True)
    if not typed:
        return None
    if len(typed) == 1:
        return _Phrase(urgent_id, (_EXACT + typed[0],), frozenset(), alone=True)
    if not grammar.calls.isdisjoint(typed) and all(map(stemmer.is_in_a_call, typed)):
        return _Phrase(urgent_id, tuple(map(stemmer.stem, typed)), frozenset(), alone=True)
    people = frozenset(who for who, group in speaker.items() if not group.isdisjoint(typed))
    asks = "?" in text and not people
    named = frozenset[str]().union(*(speaker[who] for who in people))
    rest = [word for word in typed if word not in named]
    kept = grammar.kept | grammar.negations
    parts = [word for word in rest if word in kept or stemmer.decides(word)]
    if asks or sum(map(stemmer.decides, parts)) < 2:
        parts = [word for word in rest if word in grammar.kept or word not in grammar.light]
    if len(parts) < 2 and not people:
        parts = rest
    left_out = stemmer.classes.articles - grammar.kept_articles
    bare = [word for word in rest if word not in left_out]
    least = 3 if _GrammaticalRole.OWNER in people else 2
    if (
        _GrammaticalRole.OBJECT in people
        or len(bare) < least
        or not any(map(stemmer.decides, bare))
    ):
        bare = []
    if not parts:
        return None
    return _Phrase(
        urgent_id,
        tuple(map(stemmer.stem, parts)),
        people,
        tuple(map(stemmer.stem, bare)) if people else (),
        asks=asks,
        general=not people and QueryIntent(typed, grammar).general,
    )


def _is_urgent(
    phrase: _Phrase, heard: _PhraseMatcher, tone: QueryIntent, classes: _Classes
) -> bool:
    if phrase.open:
        return tone.tells and heard.has_in_order(phrase.parts)
    spans = heard.spans(phrase.parts, wide=True)
    if phrase.alone:
        return any(heard.is_all(span) for span in spans)
    if any(heard.has(classes.speaker[who], who, span) for who in phrase.people for span in spans):
        return True
    if (tone.general and not phrase.general) or (tone.asks and not phrase.asks):
        return False
    if not phrase.people:
        return bool(spans)
    if phrase.bare and heard.spans(phrase.bare, wide=False):
        return True
    return tone.near and any(
        heard.has(classes.other[who], who, span) for who in phrase.people for span in spans
    )
