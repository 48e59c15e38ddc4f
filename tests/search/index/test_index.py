from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.search.index.impacts import FIELD_BITS
from desktop.search.index.index import term

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from desktop.search.index.index import Index


def test_a_document_for_each_entry_and_language(index: Index, pack: Pack) -> None:
    made = {(index.passages(n).entry_id, index.language(n)) for n in range(len(index))}
    assert made == {(entry.id, lang) for entry in pack.entries for lang in entry.question}


def test_documents_know_their_entry(index: Index, pack: Pack) -> None:
    for number in range(len(index)):
        assert pack.entries[index.entry(number)].id == index.passages(number).entry_id


def test_fetch_finds_by_stem_and_language(index: Index) -> None:
    name = term("en", index.lexicons["en"].stem("rooms"))
    found = index.top_documents(index.term_query(name), 10)
    assert [index.passages(number).entry_id for number in found] == ["quiet"]
    assert not index.top_documents(index.term_query(term("es", "room")), 10)


def test_fetch_keeps_to_its_limit(index: Index) -> None:
    name = term("en", index.lexicons["en"].stem("book"))
    assert len(index.top_documents(index.term_query(term("en", "the")), 2)) == 2
    assert index.top_documents(index.term_query(name), 1)


def test_impacts_are_of_the_stems_of_all_fields(index: Index) -> None:
    quiet = next(n for n in range(len(index)) if index.passages(n).entry_id == "quiet")
    impacts = index.impacts(quiet)
    fields = {stem: code >> FIELD_BITS for stem, code in impacts.items()}
    assert (fields["quiet"], fields["studi"], fields["second"], fields["build"]) == (0, 2, 3, 5)


def test_a_word_is_spelled_as_the_pack_writes_it(index: Index) -> None:
    assert index.spelling("periodicos") == "periódicos"
    assert index.spelling("unknown") == "unknown"


@pytest.mark.parametrize("mark", ["**", "##"])
def test_sentences_carry_no_markup(index: Index, mark: str) -> None:
    found = [sentence for n in range(len(index)) for sentence in index.passages(n).sentences]
    assert found
    assert not [sentence for sentence in found if mark in sentence.text]


def test_sentences_have_a_stem_for_each_word(index: Index) -> None:
    quiet = next(n for n in range(len(index)) if index.passages(n).entry_id == "quiet")
    first = index.passages(quiet).sentences[0]
    assert first.text == "On the second floor, behind the newspapers."
    assert first.stems == " on the second floor behind the newspap "
