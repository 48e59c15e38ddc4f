"""The JSON Schema of packs, generated from the model.

JSON Schema cannot express that ids are unique and references valid, which the reader checks.
"""

from __future__ import annotations

import msgspec

from desktop.pack.model import FORMAT, Pack


def document() -> bytes:
    """The schema as published in data/pack.schema.json, JSON Schema 2020-12."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:luminaria:schema:pack:{FORMAT}",
        "title": f"Luminaria pack, format {FORMAT}",
        **msgspec.json.schema(Pack),
    }
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2) + b"\n"
