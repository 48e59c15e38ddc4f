from __future__ import annotations

import pytest

from desktop.base import resources
from desktop.pack.check.rules.table import BEGIN, CONTENT, END, FORM, RULES, documented, table
from desktop.pack.problem import Severity

DOCUMENT = resources.root() / "docs" / "pack-format.md"


def test_the_documentation_has_the_rules_of_today() -> None:
    """If not: python -m desktop.pack.check.rules."""
    text = DOCUMENT.read_text("utf-8")
    assert documented(text) == text


def test_each_rule_has_a_name_of_its_own_and_says_what_it_finds() -> None:
    assert len(RULES) == len(FORM) + len(CONTENT)
    for rule in RULES.values():
        assert f"| `{rule.name}` | " in table()
        assert rule.severities in ((Severity.ERROR,), (Severity.WARNING,), tuple(Severity))
        assert not rule.finds.endswith(".")


def test_only_what_stands_between_the_marks_is_written() -> None:
    text = documented(f"before\n{BEGIN}old\n{END}after\n")
    assert text == f"before\n{BEGIN}\n{table()}\n{END}after\n"
    assert documented(text) == text


@pytest.mark.parametrize("text", ["", BEGIN, END])
def test_a_document_without_marks_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="marks"):
        documented(text)
