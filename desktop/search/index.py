"""The index of a pack: one document per entry and language, in memory, by tantivy (BM25).

Words are analysed here, not by tantivy, so that ranking, corrections and highlights agree
on what a word is. A term is a language tag and a stem ("en:sign"): an English word never
matches a Spanish one by chance.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import tantivy

from desktop.search.analysis import Language, spellings, words
from desktop.search.correct import Corrector
from desktop.search.everyday import everyday_words
from desktop.search.lexicon import Lexicon
from desktop.search.passage import sentences
from desktop.search.synonyms import Synonyms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.pack.model import Entry, Pack, Topic

FIELDS: Final = {
    "question": 3.0,
    "phrasings": 2.0,
    "keywords": 2.0,
    "brief": 1.0,
    "answer": 1.0,
    "topic": 0.5,
}
"""Weight of each field; `topic` has the titles of the topics an entry stands under."""

_SMALLEST_HEAP: Final = 15_000_000  # bytes: tantivy takes no less for one thread
_HEAP_PER_DOCUMENT: Final = 10_000
_MOST_PLACES: Final = 2000  # stems whose sentences a document remembers
_FUNCTION_PROMINENCE: Final = 1_000_000  # "teh" is "the" before it is anything else


class Sentence(NamedTuple):
    """A question or a sentence of an answer, and its stems between spaces: " sign of traffick "."""

    text: str
    stems: str


class Document(NamedTuple):
    """An entry in one language; `stems` are those of all its fields, between spaces."""

    entry: Entry
    lang: str
    stems: str
    question: Sentence
    sentences: tuple[Sentence, ...]
    places: dict[str, tuple[int, ...]]
    """Numbers of the sentences with a stem; a search fills in those it asked for."""

    def sentences_with(self, stem: str) -> tuple[int, ...]:
        """Numbers of the sentences that have `stem`."""
        found = self.places.get(stem)
        if found is None:
            spaced = f" {stem} "
            at = enumerate(self.sentences) if spaced in self.stems else ()
            found = tuple(number for number, sentence in at if spaced in sentence.stems)
            if len(self.places) < _MOST_PLACES:
                self.places[stem] = found
        return found


class Index:
    """Everything a search looks things up in. Never changes once built.

    Attributes:
        documents: by their number in tantivy.
        lexicons: the words of each language.
        synonyms: of each language.
        corrector: over the words of all languages.
        schema: for building queries.
    """

    def __init__(self, pack: Pack) -> None:
        drafts = list(_drafts(pack))
        self.lexicons = {
            tag: Lexicon(
                Language(tag),
                [draft.fields for draft in drafts if draft.lang == tag],
                [*_other_words(pack, tag), *everyday_words(tag.partition("-")[0])],
            )
            for tag in pack.languages
        }
        self.synonyms = {
            tag: Synonyms(pack.synonyms.get(tag, ()), lexicon)
            for tag, lexicon in self.lexicons.items()
        }
        self.corrector = Corrector(_prominence(pack, self.lexicons))
        self._spellings = {
            folded: written
            for entry in pack.entries
            for texts in (entry.question, entry.brief, entry.answer)
            for text in texts.values()
            for folded, written in spellings(text)
        }
        self.documents = [self._document(draft) for draft in drafts]
        self.schema = _schema()
        self._searcher = self._fill(drafts)

    def fetch(self, query: tantivy.Query, limit: int) -> list[tuple[float, Document]]:
        """The best `limit` documents for `query`, with their scores."""
        found = self._searcher.search(query, limit, count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in found])
        return [
            (score, self.documents[int(number or 0)])
            for (score, _), number in zip(found, numbers, strict=True)
        ]

    def spelling(self, word: str) -> str:
        """A folded word as the pack writes it, accents and all."""
        return self._spellings.get(word, word)

    def _document(self, draft: _Draft) -> Document:
        stem_of = self.lexicons[draft.lang].stem_of
        stems = {stem_of[word] for found in draft.fields.values() for word in found}
        return Document(
            draft.entry,
            draft.lang,
            _between_spaces(stems),
            Sentence(
                draft.entry.question.get(draft.lang, ""),
                _between_spaces(stem_of[word] for word in draft.fields["question"]),
            ),
            tuple(
                Sentence(text, _between_spaces(stem_of[word] for word in found))
                for text, found in draft.sentences
            ),
            {},
        )

    def _fill(self, drafts: list[_Draft]) -> tantivy.Searcher:
        index = tantivy.Index(self.schema)
        spaces = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer("spaces", spaces)
        heap = _SMALLEST_HEAP + _HEAP_PER_DOCUMENT * len(drafts)
        writer = index.writer(min(heap, 500_000_000), num_threads=1)
        for number, draft in enumerate(drafts):
            stem_of = self.lexicons[draft.lang].stem_of
            document = tantivy.Document()
            document.add_unsigned("number", number)
            for name, found in draft.fields.items():
                terms = [term(draft.lang, stem_of[word]) for word in found]
                document.add_text(name, " ".join(terms))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        return index.searcher()


def _between_spaces(stems: Iterable[str]) -> str:
    return f" {' '.join(stems)} "


def term(lang: str, stem: str) -> str:
    """The term that stands in the index for `stem`."""
    return f"{lang}:{stem}"


class _Draft(NamedTuple):
    """A document while the stems are not known yet: its words, by field."""

    entry: Entry
    lang: str
    fields: dict[str, list[str]]
    sentences: list[tuple[str, list[str]]]


def _drafts(pack: Pack) -> Iterator[_Draft]:
    paths = {topic: titles for root in pack.topics for topic, titles in _paths(root, ())}
    for entry in pack.entries:
        for lang in pack.languages:
            brief = [(text, words(text)) for text in sentences(entry.brief.get(lang, ""))]
            answer = [(text, words(text)) for text in sentences(entry.answer.get(lang, ""))]
            fields = {
                "question": words(entry.question.get(lang, "")),
                "phrasings": _words_of(entry.phrasings.get(lang, ())),
                "keywords": _words_of(entry.keywords.get(lang, ())),
                "brief": [word for _, found in brief for word in found],
                "answer": [word for _, found in answer for word in found],
            }
            if any(fields.values()):
                titles = paths.get(entry.topic, ())
                fields["topic"] = _words_of(title.get(lang, "") for title in titles)
                yield _Draft(entry, lang, fields, brief + answer)


def _paths(
    topic: Topic, above: tuple[Mapping[str, str], ...]
) -> Iterator[tuple[str, tuple[Mapping[str, str], ...]]]:
    """Each topic of a tree with its titles and those above it."""
    titles = (*above, topic.title)
    yield topic.id, titles
    for child in topic.children:
        yield from _paths(child, titles)


def _words_of(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in words(text)]


def _other_words(pack: Pack, lang: str) -> list[str]:
    """Words of synonyms and urgent phrases, which no entry may have."""
    groups = [*pack.synonyms.get(lang, ()), *(u.phrases.get(lang, ()) for u in pack.urgent)]
    return _words_of(text for group in groups for text in group)


def _prominence(pack: Pack, lexicons: Mapping[str, Lexicon]) -> dict[str, int]:
    """Words of all languages that others may be slips of, with their weight as a correction."""
    found: Counter[str] = Counter()
    for tag, lexicon in lexicons.items():
        found |= Counter(dict.fromkeys(_other_words(pack, tag), 1))
        found |= Counter(lexicon.prominence)
        found |= Counter(dict.fromkeys(lexicon.language.weights, _FUNCTION_PROMINENCE))
    return found


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in FIELDS:
        builder.add_text_field(name, tokenizer_name="spaces", index_option="freq")
    builder.add_unsigned_field("number", fast=True)
    return builder.build()
