"""The fields of a document and their weights."""

from __future__ import annotations

from typing import Final

FIELDS: Final = {
    "question": 3.0,
    "phrasings": 3.0,
    "keywords": 2.0,
    "brief": 1.0,
    "answer": 1.0,
    "topic": 0.5,
}
"""Weight of each field, weightiest first; `topic` is the titles of the topic and its ancestors."""

NUMBER: Final = {name: at for at, name in enumerate(FIELDS)}
"""The number of each field."""
