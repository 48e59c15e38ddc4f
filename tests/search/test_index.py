from __future__ import annotations

from typing import TYPE_CHECKING

import tantivy

from desktop.search.index import Index, term

if TYPE_CHECKING:
    from desktop.pack.model import Pack


def test_a_document_for_each_entry_and_language(index: Index, pack: Pack) -> None:
    made = {(document.entry.id, document.lang) for document in index.documents}
    assert made == {(entry.id, lang) for entry in pack.entries for lang in entry.question}


def test_fetch_finds_by_stem_and_language(index: Index) -> None:
    stem = index.lexicons["en"].stem_of["rooms"]
    query = tantivy.Query.term_query(index.schema, "question", term("en", stem))
    found = index.fetch(query, 10)
    assert [(document.entry.id, document.lang) for _, document in found] == [("quiet", "en")]
    assert found[0][0] > 0


def test_fetch_keeps_to_its_limit(index: Index) -> None:
    assert len(index.fetch(tantivy.Query.all_query(), 2)) == 2


def test_a_word_is_spelled_as_the_pack_writes_it(index: Index) -> None:
    assert index.spelling("periodicos") == "periódicos"
    assert index.spelling("unknown") == "unknown"


def test_sentences_carry_no_markup(index: Index) -> None:
    texts = [sentence.text for document in index.documents for sentence in document.sentences]
    assert texts
    assert not [text for text in texts if "**" in text or "##" in text]
