"""The immutable index of a pack: columnar tables, and tantivy for BM25.

The tables are in memory for a small pack, memory-mapped for a large one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import tantivy
from msgspec import Struct, msgpack

from desktop.base.flat_tables import BlobTable, StringTable, TableSource, read_numbers
from desktop.languages.language import Search, united
from desktop.languages.loader import language
from desktop.search.index import impacts
from desktop.search.index.analysis import Analyzer
from desktop.search.index.lexicon import Lexicon
from desktop.search.query.corrections import PhoneticKeys, SpellingCorrector
from desktop.search.query.phrases import Synonyms, UnrelatedPhrases

if TYPE_CHECKING:
    from desktop.pack.view import PackView

TOKENIZER_NAME: Final = "spaces"  # name of the tokenizer; words are already analysed
_MAX_CACHED_DOCUMENTS: Final = 1024  # cached documents


class Sentence(Struct, frozen=True, array_like=True):
    """A question or a sentence of an answer.

    Attributes:
        text: plain, on one line.
        stems: of its words, in order, between spaces: " sign of traffick ".
    """

    text: str
    stems: str


class StoredDocument(Struct, frozen=True, array_like=True):
    """Stored fields of a document, for display.

    Attributes:
        entry_id: of its entry.
        question: in its language; else in another, without stems.
        sentences: of brief and answer.
        phrasings: the stems of each, separated by "|".
    """

    entry_id: str
    question: Sentence
    sentences: list[Sentence]
    phrasings: str

    def runs(self) -> str:
        """All stems in order, with "|" between sentences."""
        sentences = [sentence.stems for sentence in self.sentences]
        return "|".join([self.question.stems, self.phrasings, *sentences])


class Index:
    """The index of a pack.

    Attributes:
        lexicons: the words of each language.
        function_words: function words of all languages.
        synonyms: of each language.
        unrelated: phrases of each language that are about something else.
        corrector: for the words of all languages.
        scope: weight of common words that the pack lacks, see `calibration`.
    """

    def __init__(self, pack: PackView, source: TableSource, index: tantivy.Index) -> None:
        """Open the index of `pack`, whose entries are ignored."""
        self.lexicons = {tag: Lexicon(Analyzer(tag), source) for tag in pack.languages}
        self.function_words = united(Search, (language(tag).search for tag in pack.languages))
        self.synonyms = {
            tag: Synonyms(pack.synonyms.get(tag, ()), lexicon, self.function_words)
            for tag, lexicon in self.lexicons.items()
        }
        self.unrelated = [
            UnrelatedPhrases(pack.unrelated.get(tag, ()), lexicon, self.function_words)
            for tag, lexicon in self.lexicons.items()
        ]
        self.corrector = SpellingCorrector(source, PhoneticKeys(pack.languages))
        self._schema = pack_schema()
        self._languages = pack.languages
        self._language_of = read_numbers(source, "documents.language", "B")
        self._entry_of = read_numbers(source, "documents.entry", "I")
        self.scope: int = read_numbers(source, "scope", "B")[0]
        documents = BlobTable(source, "impacts")
        self._passages = BlobTable(source, "passages")
        self._folded = StringTable(source, "spelled.folded")
        self._written = StringTable(source, "spelled.written")
        self._searcher = index.searcher()
        decode = msgpack.Decoder(StoredDocument).decode
        self.impacts = lru_cache(_MAX_CACHED_DOCUMENTS)(
            lambda number: impacts.decode_impacts(documents[number])
        )
        self.passages = lru_cache(_MAX_CACHED_DOCUMENTS)(
            lambda number: decode(self._passages[number])
        )
        self.runs = lru_cache(_MAX_CACHED_DOCUMENTS)(lambda number: self.passages(number).runs())

    def __len__(self) -> int:
        """The number of documents."""
        return len(self._language_of)

    def term_query(self, name: str) -> tantivy.Query:
        """A query for the documents with a term."""
        return tantivy.Query.term_query(self._schema, "terms", name, "freq")

    def top_documents(self, query: tantivy.Query, limit: int) -> list[int]:
        """The numbers of the best `limit` documents for `term_query`."""
        found = self._searcher.search(query, limit, count=False).hits
        numbers = self._searcher.fast_field_values("number", [address for _, address in found])
        return [int(number or 0) for number in numbers]

    def language(self, number: int) -> str:
        """The language of a document."""
        return self._languages[self._language_of[number]]

    def entry(self, number: int) -> int:
        """The number of a document's entry, in the order of the pack."""
        return self._entry_of[number]

    def spelling(self, word: str) -> str:
        """A folded word as the pack spells it, with accents."""
        at = self._folded.index_of(word)
        return self._written[at] if at >= 0 else word


def term(lang: str, stem: str) -> str:
    """The term of the index for `stem`."""
    return f"{lang}:{stem}"


def pack_schema() -> tantivy.Schema:
    """The tantivy schema: the terms, repeated by field weight, and the document number."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name=TOKENIZER_NAME, index_option="freq")
    builder.add_unsigned_field("number", fast=True)
    return builder.build()
