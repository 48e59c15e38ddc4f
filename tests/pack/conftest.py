"""A pack as small as can be, to bend into every shape."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from desktop.pack import translation
from desktop.pack.check import checker
from desktop.pack.model import Entry

PackBuilder = Callable[..., dict[str, Any]]

TODAY = dt.datetime.now(dt.UTC).astimezone().date()


def days(count: int) -> str:
    """The day `count` days from today, as packs write it."""
    return (TODAY + dt.timedelta(days=count)).isoformat()


def stamped(entry: dict[str, Any]) -> dict[str, Any]:
    """`entry`, its Spanish marked as a translation of its English as it is now."""
    stamp = translation.source_hash(msgspec.convert(entry, Entry), "en")
    return entry | {"translations": {"es": {"by": "Ada", "source_hash": stamp}}}


def answer(*, en: str = "Ask **now**.", es: str = "Pregunte **ya**.") -> dict[str, str]:
    """An answer that begins with these texts and is long enough."""
    return {
        "en": f"{en}\n\n" + "Ask somebody you trust to help you today. " * 18,
        "es": f"{es}\n\n" + "Pida ayuda hoy a una persona de confianza. " * 18,
    }


def build_pack(**changes: Any) -> dict[str, Any]:
    """A sound pack in English and Spanish; `changes` replaces its top-level fields."""
    both = {"en": "Text", "es": "Texto"}
    phrasings = {"en": [*"abcde"], "es": [*"vwxyz"]}
    entry = {
        "id": "signs",
        "topic": "basics",
        "question": {"en": "What are the signs?", "es": "¿Cuáles son las señales?"},
        "brief": both,
        "answer": answer(),
        "phrasings": phrasings,
        "contacts": ["hotline"],
        "sources": ["report"],
        "reviewed_on": days(0),
        "next_review": days(180),
    }
    return {
        "manifest": {
            "format": 1,
            "id": "small",
            "version": 1,
            "title": both,
            "languages": ["en", "es"],
            "disclaimer": both,
            "help": ["hotline"],
        },
        "topics": [{"id": "basics", "title": both, "entries": ["signs"]}],
        "entries": [stamped(entry)],
        "contacts": [
            {
                "id": "hotline",
                "name": both,
                "phones": [{"number": "911"}],
                "checked_on": days(0),
            }
        ],
        "sources": [{"id": "report", "title": both, "date": "2024-05"}],
        **changes,
    }


def findings(pack: object, rule: str = "", *, today: dt.date = TODAY) -> list[checker.Finding]:
    """What the checker finds in `pack`; with `rule`, only what this rule finds."""
    found = checker.check(json.dumps(pack).encode(), file="x.json", today=today)
    return [finding for finding in found if rule in ("", finding.rule)]


def changed(record: str, **changes: Any) -> dict[str, Any]:
    """A sound pack with `changes` in its first `record`; a changed entry is stamped anew."""
    pack = build_pack()
    one = pack[record] if record == "manifest" else pack[record][0]
    one |= changes
    if record == "entries" and not changes.keys() & {"translations", "question", "topic"}:
        pack["entries"][0] |= stamped(one)
    return pack


@pytest.fixture
def make_pack() -> PackBuilder:
    return build_pack


@pytest.fixture
def pack_bytes() -> bytes:
    return msgspec.json.encode(build_pack())
