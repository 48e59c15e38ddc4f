from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.content.booklet import document
from desktop.content.booklet.document import (
    Document,
    PrintScope,
    available_scopes,
    compose_document,
)
from desktop.content.booklet.piece import Style
from tests.conftest import TODAY

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from tests.conftest import Composed


def texts(document: Document, style: Style) -> list[str]:
    return [piece.text for piece in document.pieces if piece.style is style]


def test_header_and_title_are_neutral(answer: Document) -> None:
    assert answer.title == answer.headers["en"] == "Questions and answers"
    assert answer.editions == {"en": "Edition 2 · November 23, 2026"}


def test_a_pack_without_a_neutral_title_has_no_header(pack: Pack) -> None:
    document = compose_document(pack, PrintScope.ALL, "", ("es",), today=TODAY)
    assert (document.title, document.headers) == ("Documento", {"es": ""})
    assert texts(document, Style.TITLE) == ["Trabajo y derechos"]


def test_every_answer_begins_a_page(booklet: Document, flagship: Pack) -> None:
    begins = [piece for piece in booklet.pieces if piece.new_page]
    per_language = 1 + 1 + len(flagship.entries) + 1 + 1  # title, contents, contacts, sources
    assert len(begins) == 2 * per_language


@pytest.mark.parametrize("lang", ["en", "es"])
def test_contents_list_every_topic_and_question(
    booklet: Document, flagship: Pack, lang: str
) -> None:
    listed = {piece.target: piece.text for piece in booklet.pieces if piece.target}
    for entry in flagship.entries:
        assert listed[f"{lang} {entry.id}"] == entry.question[lang]
    for topic in flagship.topics:
        assert listed[f"{lang} topic {topic.id}"] == topic.title[lang]


def test_contents_lead_to_places_that_are_there_once(booklet: Document) -> None:
    anchors = [piece.anchor for piece in booklet.pieces if piece.anchor]
    assert len(anchors) == len(set(anchors))
    assert {piece.target for piece in booklet.pieces if piece.target} < set(anchors)


@pytest.mark.parametrize("scope", PrintScope)
def test_a_part_for_each_language(composed: Composed, scope: PrintScope) -> None:
    both = composed(scope, "es", "en")
    alone = [composed(scope, lang) for lang in ("es", "en")]
    assert both.pieces == alone[0].pieces + alone[1].pieces
    assert both.title == "Preguntas y respuestas"


def test_one_answer_names_no_topic(answer: Document) -> None:
    assert texts(answer, Style.TOPIC) == []


def test_a_topic_has_its_name_once(composed: Composed) -> None:
    topic = composed(PrintScope.TOPIC, "es")
    assert texts(topic, Style.TOPIC) == ["Cómo recibir ayuda"]
    assert len([piece for piece in topic.pieces if piece.style is Style.SOURCE]) > 4


@pytest.mark.parametrize("scope", PrintScope)
def test_what_the_publisher_wants_said_is_said_once(composed: Composed, scope: PrintScope) -> None:
    told = texts(composed(scope, "en"), Style.SMALL)
    assert len([text for text in told if "not legal advice" in text]) == 1


def test_the_booklet_names_publisher_and_licence(booklet: Document) -> None:
    assert "Published by Luminaria. License: CC-BY-4.0" in texts(booklet, Style.SMALL)
    assert "Publicado por Luminaria. Licencia: CC-BY-4.0" in texts(booklet, Style.SMALL)


def test_a_pack_without_topics_that_have_answers_can_be_printed(pack: Pack) -> None:
    empty = msgspec.structs.replace(pack, entries=())
    assert compose_document(empty, PrintScope.ALL, "", ("en",), today=TODAY).pieces


@pytest.mark.parametrize(
    ("how_much", "entry", "ids"),
    [
        (PrintScope.ANSWER, "pay", ("pay",)),
        (PrintScope.TOPIC, "services", ("signs", "services")),
        (PrintScope.TOPIC, "law-book", ("law-book",)),
        (PrintScope.ALL, "", ("signs", "services", "pay", "law-book", "history", "tags")),
    ],
)
def test_entries_are_in_the_order_of_their_topics(
    pack: Pack, how_much: PrintScope, entry: str, ids: tuple[str, ...]
) -> None:
    printed = compose_document(pack, how_much, entry, ("en",), today=TODAY)
    anchors = [piece.anchor.removeprefix("en ") for piece in printed.pieces]
    assert [anchor for anchor in anchors if anchor in pack.entry_by_id] == list(ids)


@pytest.mark.parametrize("how_much", [PrintScope.ANSWER, PrintScope.TOPIC])
def test_an_unknown_entry_is_refused(pack: Pack, how_much: PrintScope) -> None:
    with pytest.raises(KeyError):
        compose_document(pack, how_much, "nowhere", ("en",), today=TODAY)


@pytest.mark.parametrize(
    ("entry", "scopes"),
    [
        ("signs", (PrintScope.ANSWER, PrintScope.TOPIC, PrintScope.ALL)),
        ("pay", (PrintScope.ANSWER, PrintScope.ALL)),  # alone in its topic
        ("", (PrintScope.ALL,)),
    ],
)
def test_each_choice_prints_more(pack: Pack, entry: str, scopes: tuple[PrintScope, ...]) -> None:
    assert available_scopes(pack, entry) == scopes


def test_nothing_endless_is_offered(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_ENTRIES", 5)
    assert available_scopes(pack, "signs") == (PrintScope.ANSWER, PrintScope.TOPIC)
    assert available_scopes(pack, "") == ()


def test_a_pack_of_one_answer_has_one_choice(pack: Pack) -> None:
    small = msgspec.structs.replace(pack, entries=pack.entries[:1])
    assert available_scopes(small, "signs") == (PrintScope.ANSWER,)
