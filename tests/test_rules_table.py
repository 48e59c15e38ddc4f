from __future__ import annotations

import pytest

from tests.rules_table import BEGIN, DOCUMENT, END, documented, table


def test_the_documentation_has_the_rules_of_today() -> None:
    """If not: python -m tests.rules_table."""
    text = DOCUMENT.read_text("utf-8")
    assert documented(text) == text


def test_only_what_stands_between_the_marks_is_written() -> None:
    text = documented(f"before\n{BEGIN}old\n{END}after\n")
    assert text == f"before\n{BEGIN}\n{table()}\n{END}after\n"
    assert documented(text) == text


@pytest.mark.parametrize("text", ["", BEGIN, END])
def test_a_document_without_marks_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="marks"):
        documented(text)
