from __future__ import annotations

from dataclasses import asdict

import pytest

from desktop.content.words import words_in


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", "call or text"), ("es", "llamada o mensaje"), ("es-MX", "llamada o mensaje")],
)
def test_words_are_in_the_language_of_the_hand_out(lang: str, words: str) -> None:
    assert words_in(lang).how("call-or-text") == words


def test_other_languages_get_english() -> None:
    assert words_in("nv") == words_in("en")


def test_calling_goes_without_saying() -> None:
    assert words_in("en").how("call") == ""


def test_both_languages_say_everything() -> None:
    english, spanish = (asdict(words_in(lang)) for lang in ("en", "es"))
    assert all(spanish.values())
    assert not [name for name in english if english[name] == spanish[name]]
