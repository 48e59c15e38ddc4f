"""The JSON Schema of packs, generated from the model.

JSON Schema cannot express that ids are unique and references valid, which the reader checks.
"""

from __future__ import annotations

from typing import Any

import msgspec

from desktop.pack.model import FORMAT, Pack


def schema() -> dict[str, Any]:
    """The schema of a pack, JSON Schema 2020-12."""
    made = msgspec.json.schema(Pack)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:luminaria:schema:pack:{FORMAT}",
        "title": f"Luminaria pack, format {FORMAT}",
        **made,
    }


def document() -> bytes:
    """The schema as published in data/pack.schema.json."""
    return msgspec.json.format(msgspec.json.encode(schema(), order="sorted"), indent=2) + b"\n"
