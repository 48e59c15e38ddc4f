from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from desktop.content.booklet.words import day, month, words_in

DATE = dt.date(2026, 3, 7)


@pytest.mark.parametrize(
    ("lang", "in_full", "short"),
    [
        ("en", "March 7, 2026", "March 2026"),
        ("es", "7 de marzo de 2026", "marzo de 2026"),
        ("es-MX", "7 de marzo de 2026", "marzo de 2026"),
    ],
)
def test_dates_are_written_as_people_do(lang: str, in_full: str, short: str) -> None:
    assert (day(DATE, lang), month(DATE, lang)) == (in_full, short)


def test_both_languages_have_every_word() -> None:
    english, spanish = (dataclasses.asdict(words_in(lang)) for lang in ("en", "es"))
    assert english.keys() == spanish.keys()
    assert [key for key in english if english[key] == spanish[key]] == []


@pytest.mark.parametrize("lang", ["en", "es"])
def test_places_for_what_changes_are_kept(lang: str) -> None:
    words = words_in(lang)
    assert "%1" in words.page
    assert "%2" in words.page
    for text in (words.edition, words.publisher, words.licence, words.checked, words.facts_checked):
        assert "%1" in text


def test_other_languages_have_the_english_words() -> None:
    assert words_in("nv") is words_in("en")
