"""Builds the index of a pack: one document per entry and language.

Entries are streamed, so that a pack need not fit into memory. Words are analysed here, not by
tantivy, so that ranking, corrections and highlights agree on what a word is. A term is a language
tag and a stem ("en:sign"), so that English words do not match Spanish ones.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from itertools import chain, islice
from math import ceil
from typing import TYPE_CHECKING, Final

import tantivy
from msgspec import msgpack

from desktop.base.flat_tables import BlobTableWriter, MemoryTables, write_numbers, write_strings
from desktop.search.index.analysis import Analyzer, spellings, tokenize
from desktop.search.index.calibration import CommonWordCalibrator
from desktop.search.index.impacts import FIELDS, ImpactWriter
from desktop.search.index.index import (
    TOKENIZER_NAME,
    Index,
    Sentence,
    StoredDocument,
    pack_schema,
    term,
)
from desktop.search.index.lexicon import LexiconBuilder
from desktop.search.query.corrections import PhoneticKeys, write_corrector
from desktop.search.rank.highlight import split_markdown_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.base.flat_tables import TableSink
    from desktop.pack.model import Contact, Entry, Topic
    from desktop.pack.view import PackView

_HEAP: Final = 15_000_000  # bytes: tantivy's minimum for one thread
_LARGE_HEAP: Final = 400_000_000  # more memory gives a large pack fewer segments
_SMALL: Final = 2000  # entries that fit into the small heap
_FUNCTION_PROMINENCE: Final = 1_000_000  # "teh" is corrected to "the" first


def build(
    pack: PackView,
    entries: Iterable[Entry],
    count: int,
    target: TableSink,
    folder: str | None = None,
) -> tantivy.Index:
    """Build the index of a pack.

    Args:
        pack: the pack; its own entries are ignored.
        entries: of the pack, in its order.
        count: approximate number of entries.
        target: store of the tables.
        folder: for tantivy's files; None to keep them in memory.
    """
    index = tantivy.Index(pack_schema(), path=folder, reuse=False)
    at_spaces = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    index.register_tokenizer(TOKENIZER_NAME, at_spaces.build())
    heap = _HEAP if count <= _SMALL else _LARGE_HEAP
    builder = _Builder(pack, target, index.writer(heap, num_threads=1))
    for entry in entries:
        builder.add(entry)
    builder.finish()
    index.reload()
    return index


def build_in_memory(pack: PackView) -> Index:
    """Build the index of a pack in memory."""
    tables = MemoryTables()
    return Index(pack, tables, build(pack, pack.entries, len(pack.entries), tables))


class _Builder:
    def __init__(self, pack: PackView, target: TableSink, writer: tantivy.IndexWriter) -> None:
        self._pack = pack
        self._target = target
        self._writer = writer
        self._titles = {name: found for root in pack.topics for name, found in _paths(root, ())}
        self._numbers = {contact.id: list(_numbers(contact)) for contact in pack.contacts}
        self._lexicons = {tag: LexiconBuilder(Analyzer(tag)) for tag in pack.languages}
        self._impacts = ImpactWriter(target)
        self._scope = CommonWordCalibrator(self._lexicons)
        self._passages = BlobTableWriter(target, "passages")
        self._entries = array("I")
        self._languages = array("B")
        self._spellings: dict[str, str] = {}
        self._count = 0

    def add(self, entry: Entry) -> None:
        """Add an entry, as one document per language that it has text in."""
        numbers = [number for name in entry.contacts for number in self._numbers.get(name, ())]
        for number, tag in enumerate(self._pack.languages):
            brief = [
                (text, tokenize(text))
                for text in split_markdown_sentences(entry.brief.get(tag, ""))
            ]
            answer = [
                (text, tokenize(text))
                for text in split_markdown_sentences(entry.answer.get(tag, ""))
            ]
            phrasings = [tokenize(text) for text in entry.phrasings.get(tag, ())]
            found = {
                "question": tokenize(entry.question.get(tag, "")),
                "phrasings": [word for own in phrasings for word in own],
                "keywords": tokenize(" ".join(entry.keywords.get(tag, ()))),
                "brief": [word for _, own in brief for word in own],
                "answer": [word for _, own in answer for word in own],
            }
            if any(found.values()):
                found["keywords"] += numbers
                titles = self._titles.get(entry.topic, ())
                found["topic"] = tokenize(" ".join(title.get(tag, "") for title in titles))
                shown = [(text, len(own)) for text, own in brief + answer]
                self._add(entry, tag, found, shown, [len(own) for own in phrasings])
                counts = Counter(word for own in found.values() for word in own)
                self._scope.add(tag, phrasings, counts)
                self._languages.append(number)
                self._entries.append(self._count)
        for texts in (entry.question, entry.brief, entry.answer):
            for text in texts.values():
                self._spellings.update(spellings(text))
        self._count += 1

    def _add(
        self,
        entry: Entry,
        tag: str,
        found: Mapping[str, list[str]],
        sentences: list[tuple[str, int]],
        phrasings: list[int],
    ) -> None:
        stems = self._lexicons[tag].add(found)
        document = tantivy.Document()
        document.add_unsigned("number", len(self._languages))
        terms = {name: " ".join([term(tag, stem) for stem in own]) for name, own in stems.items()}
        repeated = (text for name, text in terms.items() for _ in range(ceil(FIELDS[name])))
        document.add_text("terms", " ".join(repeated))
        self._writer.add_document(document)
        self._impacts.add(stems)
        own = iter(stems["brief"] + stems["answer"])
        asked = iter(stems["phrasings"])
        question = entry.question.get(tag) or self._pack.text(entry.question, tag)
        passages = StoredDocument(
            entry.id,
            Sentence(question, _between_spaces(stems["question"])),
            [Sentence(text, _between_spaces(islice(own, count))) for text, count in sentences],
            "|".join([_between_spaces(islice(asked, count)) for count in phrasings]),
        )
        self._passages.add(msgpack.encode(passages))

    def finish(self) -> None:
        """Write the tables that need all entries."""
        self._writer.commit()
        target = self._target
        prominence: Counter[str] = Counter()
        for tag, lexicon in self._lexicons.items():
            others = _other_words(self._pack, tag)
            prominence |= Counter(dict.fromkeys(others, 1))
            prominence |= lexicon.prominence
            prominence |= Counter(dict.fromkeys(lexicon.language.weights, _FUNCTION_PROMINENCE))
            lexicon.learn(set(others))
            lexicon.write(target)
        write_corrector(target, prominence, PhoneticKeys(self._pack.languages))
        write_numbers(target, "scope", "B", [self._scope.common_word_weight()])
        self._impacts.close()
        self._passages.close()
        write_numbers(target, "documents.entry", "I", self._entries)
        write_numbers(target, "documents.language", "B", self._languages)
        folded = sorted(self._spellings)
        write_strings(target, "spelled.folded", folded)
        write_strings(target, "spelled.written", (self._spellings[word] for word in folded))
        self._writer.wait_merging_threads()


def _between_spaces(stems: Iterable[str]) -> str:
    return " ".join(["", *stems, ""])


def _paths(
    topic: Topic, above: tuple[Mapping[str, str], ...]
) -> Iterator[tuple[str, tuple[Mapping[str, str], ...]]]:
    """Each topic of a tree with its title and those of its ancestors."""
    titles = (*above, topic.title)
    yield topic.id, titles
    for child in topic.children:
        yield from _paths(child, titles)


def _numbers(contact: Contact) -> Iterator[str]:
    """The telephone numbers of a contact, complete and in parts, as people type them."""
    for phone in contact.phones:
        parts = re.findall(r"\d+", phone.number)
        yield from dict.fromkeys(["".join(parts[at:]) for at in range(len(parts))] + parts)


def _other_words(pack: PackView, lang: str) -> list[str]:
    """Words of synonyms and urgent phrases, which may occur in no entry."""
    groups = [*pack.synonyms.get(lang, ()), *(u.phrases.get(lang, ()) for u in pack.urgent)]
    return tokenize(" ".join(chain.from_iterable(groups)))
