from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.search.plan import make_plan
from desktop.search.urgent import UrgentPhrases

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from desktop.search.index import Index


@pytest.mark.parametrize(
    ("query", "urgent"),
    [
        ("i smell smoke", True),
        ("I can smell some smoke in here", True),
        ("help, the top shelf burns!", True),
        ("smel smoke", True),
        ("smoke smell", False),
        ("smell the roses while others smoke", False),
        ("fire", True),
        ("Fire!!", True),
        ("fire safety books", False),
        ("he hit me", True),
        ("my husband hits me", True),
        ("hit songs", False),
        ("huele mucho a humo", True),
        ("no me dejan salir de aqui", True),
        ("no quiero salir", False),
        ("smokey bear", False),
        ("", False),
    ],
)
def test_urgent_phrases(index: Index, pack: Pack, query: str, *, urgent: bool) -> None:
    phrases = UrgentPhrases(pack, index.lexicons)
    plan = make_plan(index, query, lang="en")
    expected = ("fire", "desk") if urgent else ()
    assert phrases.contacts([word for _, word in plan.typed]) == expected
