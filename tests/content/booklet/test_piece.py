from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.content.booklet.piece import Piece, Style, plain
from desktop.pack.markup import Run


@given(st.text())
def test_plain_text_is_one_line(text: str) -> None:
    piece = plain(Style.BODY, text, "en")
    assert piece.text.split() == text.split()
    assert piece.text == " ".join(text.split())


def test_text_is_that_of_all_runs() -> None:
    assert Piece(Style.BODY, (Run("a ", bold=True), Run("b")), "en").text == "a b"
