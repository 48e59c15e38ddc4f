from __future__ import annotations

import ast

import pytest

from bundle.version_file import version_file


def calls(text: str, name: str) -> list[ast.Call]:
    """The calls of `name` in a text that is one expression, as PyInstaller takes it."""
    nodes = ast.walk(ast.parse(text, mode="eval"))
    return [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == name]


def test_strings_name_the_product_and_its_version() -> None:
    pairs = [call.args for call in calls(version_file("1.2.30"), "StringStruct")]
    strings = {ast.literal_eval(name): ast.literal_eval(text) for name, text in pairs}
    assert strings["ProductName"] == "Luminaria"
    assert strings["FileVersion"] == strings["ProductVersion"] == "1.2.30"


def test_numbers_have_four_parts() -> None:
    (info,) = calls(version_file("1.2.30"), "FixedFileInfo")
    numbers = {word.arg: ast.literal_eval(word.value) for word in info.keywords}
    assert numbers == {"filevers": (1, 2, 30, 0), "prodvers": (1, 2, 30, 0)}


def test_the_table_of_strings_is_declared_as_the_translation() -> None:
    (table,) = calls(version_file("1.2.30"), "StringTable")
    (translation,) = calls(version_file("1.2.30"), "VarStruct")
    language, charset = ast.literal_eval(translation.args[1])
    assert ast.literal_eval(table.args[0]) == f"{language:04X}{charset:04X}"


@pytest.mark.parametrize("version", ["1.2", "1.2.3rc1", ""])
def test_a_version_of_another_form_is_refused(version: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # of int or of unpacking
        version_file(version)
