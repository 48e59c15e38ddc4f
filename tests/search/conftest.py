"""A small bilingual pack about a town library: enough to search, and nothing to learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.pack.model import Contact, Entry, Manifest, Pack, Topic, Urgent
from desktop.search.engine import SearchEngine
from desktop.search.index.build import build_in_memory

if TYPE_CHECKING:
    from desktop.search.index.index import Index

PACK = Pack(
    manifest=Manifest(
        format=1,
        id="library",
        version=1,
        title={"en": "The library", "es": "La biblioteca"},
        languages=("en", "es"),
        help=("desk",),
    ),
    topics=(
        Topic(id="borrowing", title={"en": "Borrowing", "es": "Préstamos"}),
        Topic(
            id="building",
            title={"en": "The building", "es": "El edificio"},
            children=(Topic(id="rooms", title={"en": "Reading rooms", "es": "Salas de lectura"}),),
        ),
    ),
    entries=(
        Entry(
            id="card",
            topic="borrowing",
            question={
                "en": "How do I get a library card?",
                "es": "¿Cómo obtengo una tarjeta de la biblioteca?",
            },
            brief={
                "en": "Show your passport at the desk. The card is free.",
                "es": "Muestre su pasaporte en el mostrador. La tarjeta es gratuita.",
            },
            answer={
                "en": "## What to bring\n\n- a **passport** or licence\n- proof of your address",
                "es": "## Qué llevar\n\n- un **pasaporte** o licencia\n- prueba de su dirección",
            },
            phrasings={"en": ("how can I become a member",), "es": ("quiero hacerme socia",)},
            keywords={"en": ("membership",), "es": ("inscripción",)},
        ),
        Entry(
            id="fines",
            topic="borrowing",
            question={
                "en": "What happens when a book is overdue?",
                "es": "¿Qué pasa si devuelvo un libro con retraso?",
            },
            brief={
                "en": "You pay a fine for each day. Children pay nothing.",
                "es": "Se paga una multa por cada día. Los niños no pagan nada.",
            },
            phrasings={"en": ("penalty for late books",), "es": ("multa por libros atrasados",)},
        ),
        Entry(
            id="quiet",
            topic="rooms",
            question={
                "en": "Where are the quiet reading rooms?",
                "es": "¿Dónde están las salas silenciosas?",
            },
            brief={
                "en": "On the second floor, behind the newspapers.",
                "es": "En el segundo piso, detrás de los periódicos.",
            },
            keywords={"en": ("study", "silence"), "es": ("estudiar", "silencio")},
        ),
        Entry(
            id="festival",
            topic="building",
            question={"es": "¿Cuándo es el festival de poesía?"},
            brief={"es": "En otoño, en el patio del edificio."},
        ),
    ),
    contacts=(Contact(id="desk", name={"en": "Desk"}), Contact(id="fire", name={"en": "Fire"})),
    urgent=(
        Urgent(
            id="smoke",
            phrases={
                "en": ("I smell smoke", "the shelf is burning", "fire", "he hit me"),
                "es": ("huele a humo", "no me dejan salir"),
            },
            contacts=("fire", "desk"),
        ),
    ),
    synonyms={
        "en": (("fine", "fee", "late charge"), ("quiet", "peaceful")),
        "es": (("multa", "recargo"),),
    },
)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return PACK


@pytest.fixture(scope="session")
def index(pack: Pack) -> Index:
    return build_in_memory(pack)


@pytest.fixture(scope="session")
def engine(pack: Pack) -> SearchEngine:
    return SearchEngine(pack)
