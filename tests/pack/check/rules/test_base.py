from __future__ import annotations

from typing import Any

import msgspec

from desktop.pack.check.rules.base import localized, passages, topics
from desktop.pack.model import Pack
from tests.pack.conftest import build_pack, changed


def pack(**changes: Any) -> Pack:
    return msgspec.convert(build_pack(**changes), Pack)


def test_topics_come_parents_first_with_their_places() -> None:
    leaf = {"id": "leaf", "title": {}}
    tree = [{"id": "root", "title": {}, "children": [leaf]}, {"id": "next", "title": {}}]
    assert [where.path for _, where in topics(pack(topics=tree))] == [
        "topics[0] (root)",
        "topics[0] (root).children[0] (leaf)",
        "topics[1] (next)",
    ]


def test_every_text_is_found_by_its_field() -> None:
    found = {where.path: name for where, name, _ in localized(pack())}
    assert found["entries[0] (signs).question"] == "question"
    assert found["topics[0] (basics).title"] == "title"
    assert found["contacts[0] (hotline).name"] == "name"


def test_passages_are_what_visitors_read() -> None:
    note = {"en": "Say hello"}
    bent = changed("contacts", phones=[{"number": "911", "note": note}])
    found = {one.where.path: one for one in passages(msgspec.convert(bent, Pack))}
    assert found["contacts[0] (hotline).phones[0].note.en"].text == "Say hello"
    assert found["entries[0] (signs).answer.en, line 1"].text == "Ask now."
    assert found["entries[0] (signs).question.es"].entry is not None
    assert found["manifest.disclaimer.en"].entry is None
    assert not [path for path in found if "phrasings" in path or path.endswith("name.en")]
