from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import (  # type: ignore[import-untyped]
    Draft202012Validator,
    FormatChecker,
)

from desktop.base import resources
from desktop.pack.schema import document

if TYPE_CHECKING:
    from tests.pack.conftest import PackBuilder

PUBLISHED = resources.root() / "data" / "pack.schema.json"
SCHEMA = json.loads(document())


def faults(pack: object) -> list[str]:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    return [error.json_path for error in validator.iter_errors(pack)]


def test_the_schema_is_sound() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"]


def test_the_published_schema_is_the_model() -> None:
    """If not: luminaria pack schema > data/pack.schema.json."""
    assert PUBLISHED.read_bytes().replace(b"\r\n", b"\n") == document()


def test_a_sound_pack_is_valid(make_pack: PackBuilder) -> None:
    assert not faults(make_pack())


def test_the_flagship_pack_is_valid() -> None:
    assert not faults(json.loads(resources.flagship_pack().read_bytes()))


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"topics": {}}, "$.topics"),
        ({"entries": [{"id": "a"}]}, "$.entries[0]"),
        ({"sources": [{"id": "Bad Id", "title": {}}]}, "$.sources[0].id"),
        ({"sources": [{"id": "a", "title": {}, "date": "May"}]}, "$.sources[0].date"),
    ],
)
def test_a_faulty_pack_is_not(make_pack: PackBuilder, changes: dict[str, Any], place: str) -> None:
    assert place in faults(make_pack(**changes))
