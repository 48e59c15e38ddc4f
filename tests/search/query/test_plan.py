from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.search.query.planner import plan_query

if TYPE_CHECKING:
    from desktop.search.index.index import Index


def test_a_word_may_decide_in_one_language_only(index: Index) -> None:
    (word,) = plan_query(index, "once ", lang="en").words  # "once" is eleven in Spanish
    assert (word.is_content("en"), word.is_content("es")) == (False, True)
