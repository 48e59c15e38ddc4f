from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.bookmarks.bookmarks import Bookmark
from desktop.desk.bookmarks.bookmarks_text import bookmarks_text, plain_id

if TYPE_CHECKING:
    from desktop.pack.model import Pack

SIGNS = """1. For Tuesday
What are the signs?

Someone else holds the papers and the pay.

Hotline: 505-555-0100 · call or text · 505-GET-HELP
Hotline: 233733 · text message
"""


def test_question_brief_and_numbers(pack: Pack) -> None:
    assert bookmarks_text([Bookmark("small", "signs", "For Tuesday")], pack, "en") == SIGNS


def test_each_has_its_number_and_keeps_its_order(pack: Pack) -> None:
    text = bookmarks_text([Bookmark("small", "pay"), Bookmark("small", "signs")], pack, "es")
    first, second = text.split("\n\n\n")
    assert first.startswith("1. ¿Quién me debe el salario?\n\nQuien la contrató.\n\n")
    assert second.startswith("2. ¿Cuáles son las señales?\n\n")


def test_no_bookmarks_are_no_text(pack: Pack) -> None:
    assert bookmarks_text([], pack, "en") == ""


@pytest.mark.parametrize(
    ("bookmark", "name"),
    [
        (Bookmark("small", "gone-away"), "Gone away"),
        (Bookmark("other", "signs"), "Signs"),
        (Bookmark("other", "signs", "Mine"), "Mine"),
    ],
)
def test_what_the_pack_lacks_is_told(pack: Pack, bookmark: Bookmark, name: str) -> None:
    assert (
        bookmarks_text([bookmark], pack, "en") == f"1. {name}\n\nThis answer is not in this pack.\n"
    )
    assert "no está en este paquete" in bookmarks_text([bookmark], pack, "es")


def test_an_id_in_words() -> None:
    assert plain_id("labor-law") == "Labor law"
