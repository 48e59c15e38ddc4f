"""A pack as small as can be, to bend into every shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

PackBuilder = Callable[..., dict[str, Any]]


def build_pack(**changes: Any) -> dict[str, Any]:
    """A sound pack in English and Spanish; `changes` replaces its top-level fields."""
    both = {"en": "Text", "es": "Texto"}
    return {
        "manifest": {
            "format": 1,
            "id": "small",
            "version": 1,
            "title": both,
            "languages": ["en", "es"],
            "help": ["hotline"],
        },
        "topics": [{"id": "basics", "title": both, "entries": ["signs"]}],
        "entries": [
            {
                "id": "signs",
                "topic": "basics",
                "question": {"en": "What are the signs?", "es": "¿Cuáles son las señales?"},
                "brief": both,
                "answer": {"en": "Ask **now**.", "es": "Pregunte **ya**."},
                "contacts": ["hotline"],
                "sources": ["report"],
            }
        ],
        "contacts": [{"id": "hotline", "name": both, "phones": [{"number": "911"}]}],
        "sources": [{"id": "report", "title": both, "date": "2024-05"}],
        **changes,
    }


@pytest.fixture
def make_pack() -> PackBuilder:
    return build_pack


@pytest.fixture
def pack_bytes() -> bytes:
    return msgspec.json.encode(build_pack())
