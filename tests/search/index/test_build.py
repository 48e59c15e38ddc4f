from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tantivy

from desktop.base.flat_tables import FolderTables
from desktop.search.engine import SearchEngine
from desktop.search.index.build import build, build_in_memory
from desktop.search.index.index import Index

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pack.model import Pack

QUERIES = ["card", "pasport", "how do I get a library card", "multa", "periodicos", "qu", "zzzz"]


@pytest.mark.parametrize("query", QUERIES)
def test_an_index_on_disk_finds_what_one_in_memory_does(
    pack: Pack, tmp_path: Path, query: str
) -> None:
    terms = tmp_path / "terms"
    terms.mkdir()
    tables = FolderTables(tmp_path)
    build(pack, iter(pack.entries), len(pack.entries), tables, str(terms))
    opened = Index(pack, tables, tantivy.Index.open(str(terms)))
    for lang in pack.languages:
        here = SearchEngine(pack, opened).search(query, lang=lang)
        assert here == SearchEngine(pack, build_in_memory(pack)).search(query, lang=lang)


def test_a_pack_without_entries_has_an_index(pack: Pack) -> None:
    empty = type(pack)(manifest=pack.manifest, topics=pack.topics, entries=())
    index = build_in_memory(empty)
    assert len(index) == 0
    engine = SearchEngine(empty, index)
    assert not engine.search("card", lang="en").hits
    assert engine._index is index  # and was not built once more
