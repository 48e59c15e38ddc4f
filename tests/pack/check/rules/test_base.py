from __future__ import annotations

from typing import Any

import msgspec

from desktop.pack.check.rules.base import RuleContext, localized
from desktop.pack.model import Pack
from tests.pack.conftest import TODAY, build_pack, changed


def case_of(pack: dict[str, Any]) -> RuleContext:
    return RuleContext(msgspec.convert(pack, Pack), TODAY)


def test_topics_come_parents_first_with_their_places() -> None:
    leaf = {"id": "leaf", "title": {}}
    tree = [{"id": "root", "title": {}, "children": [leaf]}, {"id": "next", "title": {}}]
    assert [where.path for _, where in case_of(build_pack(topics=tree)).topics()] == [
        "topics[0] (root)",
        "topics[0] (root).children[0] (leaf)",
        "topics[1] (next)",
    ]


def test_every_text_is_found_by_its_field() -> None:
    found = {where.path: name for where, name, _ in localized(case_of(build_pack()).pack)}
    assert found["entries[0] (signs).question"] == "question"
    assert found["topics[0] (basics).title"] == "title"
    assert found["contacts[0] (hotline).name"] == "name"


def test_passages_are_what_visitors_read() -> None:
    note = {"en": "Say hello"}
    bent = changed("contacts", phones=[{"number": "911", "note": note}])
    found = {where.path: (text, where.entry) for text, where in case_of(bent).passages()}
    assert found["contacts[0] (hotline).phones[0].note.en"] == ("Say hello", "")
    assert found["entries[0] (signs).answer.en, line 1"] == ("Ask now.", "signs")
    assert found["manifest.disclaimer.en"] == ("Text", "")
    assert not [path for path in found if "phrasings" in path or path.endswith("name.en")]
