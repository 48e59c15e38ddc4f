"""No word of a language is in the code of the content: its words are in the language files."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from desktop.languages.loader import language, tags
from tests import ROOT
from tests.languages.test_loader import OF_PROGRAM

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = (*sorted((ROOT / "desktop" / "content").rglob("*.py")), ROOT / "desktop/cli/ask.py")
# Kinds of phone in a pack, an anchor, a type of PDF structure, and JSON and usage of `ask`.
FORMAT = {"call", "text", "call-or-text", "tty", " sources", "Document", "help", "WORDS"}


def texts_in(value: Any) -> Iterator[str]:
    """All texts of a section, but the regular expressions and advice of `wording`."""
    if isinstance(value, msgspec.Struct):
        yield from texts_in(list(msgspec.structs.asdict(value).values()))
    elif isinstance(value, dict):
        yield from texts_in(list(value.values()))
    elif isinstance(value, str):
        yield value
    else:
        for own in value:
            yield from texts_in(own)


def words_of(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]{2,}", text)}


def vocabulary() -> set[str]:
    known = [getattr(language(tag), name) for tag in tags() for name in OF_PROGRAM - {"wording"}]
    return set().union(*(words_of(text) for own in known if own for text in texts_in(own)))


LISTED = vocabulary()


def spoken(tree: ast.Module) -> Iterator[str]:
    """The literals, apart from docstrings, that are words of a language file or a tag."""
    docstrings = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = words_of(node.value)
            known = words and words <= LISTED and node.value not in FORMAT
            if node not in docstrings and (known or node.value in tags()):
                yield node.value


@pytest.mark.parametrize(
    "planted",
    ['X = "Published by %1"', 'lang == "es"', 'X = {"cero", "x"}', 'f"Página {at}"', '"TTY" + x'],
)
def test_a_word_in_code_is_found(planted: str) -> None:
    assert list(spoken(ast.parse(planted)))


def test_docstrings_names_and_kinds_of_the_format_are_not_words() -> None:
    planted = '"""Published by."""\nif kind == "call-or-text":\n    join("entry", "href")'
    assert not list(spoken(ast.parse(planted)))


def test_the_content_speaks_no_language() -> None:
    trees = {path.name: ast.parse(path.read_text("utf-8")) for path in FILES}
    found = {name: own for name, tree in trees.items() if (own := list(spoken(tree)))}
    assert not found
