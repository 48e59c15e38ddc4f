"""No word of a language stands in the code of the search: words are in the language files."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from desktop.languages.loader import language, tags
from tests import ROOT
from tests.languages.test_loader import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

SEARCH = ROOT / "desktop" / "search"
# Its literals are the keys of files of queries, and messages to those who write them.
FOR_AUTHORS = "evaluate.py"
LISTED = {*tags(), *(word for tag in tags() for word in words_in(language(tag)))}


def spoken(tree: ast.Module) -> Iterator[str]:
    """The literals, apart from docstrings, that are a listed word, some of them or a tag."""
    docstrings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = node.value.split()
            words = [word for word in found if len(word) > 1]  # letters alone are formats, folds
            if words and LISTED.issuperset(words) and node not in docstrings:
                yield node.value


@pytest.mark.parametrize(
    "planted", ['word == "in"', 'X = {"siendo"}', 'X = """how many\n a girl"""', 'lang == "es"']
)
def test_a_word_in_code_is_found(planted: str) -> None:
    assert list(spoken(ast.parse(planted)))


def test_docstrings_and_names_are_not_words() -> None:
    assert not list(spoken(ast.parse('"""Being."""\n"""being"""\nX = read(source, "stems")')))


def test_the_search_speaks_no_language() -> None:
    files = [path for path in sorted(SEARCH.rglob("*.py")) if path.name != FOR_AUTHORS]
    trees = {path.name: ast.parse(path.read_text("utf-8")) for path in files}
    found = {name: own for name, tree in trees.items() if (own := list(spoken(tree)))}
    assert not found
