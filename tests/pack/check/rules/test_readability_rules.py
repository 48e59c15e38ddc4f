from __future__ import annotations

import pytest

from tests.pack.conftest import answer, changed, findings

HARD_EN = "Comprehensive organizational collaboration facilitates investigations. "
HARD_ES = "La colaboración interinstitucional facilita investigaciones especializadas. "
MIDDLING_EN = "Local police look into serious crimes and help people later. "
MIDDLING_ES = "La policía investiga los delitos y ayuda a las personas. "


@pytest.mark.parametrize(
    ("lang", "sentence", "severity"),
    [
        ("en", HARD_EN, "error"),
        ("es", HARD_ES, "error"),
        ("en", MIDDLING_EN, "warning"),
        ("es", MIDDLING_ES, "warning"),
    ],
)
def test_a_hard_answer_is_found(lang: str, sentence: str, severity: str) -> None:
    pack = changed("entries", answer=answer() | {lang: sentence * 20})
    (finding,) = findings(pack, "readability")
    assert (finding.severity, finding.lang) == (severity, lang)
    assert "syllables a word" in finding.expected


@pytest.mark.parametrize(
    "easy",
    [
        {"en": "Some people need help today. " * 30},
        {"en": "Call the Albuquerque International Rehabilitation Organization at once. " * 20},
        {"es": "Pida ayuda hoy a quien usted quiera. " * 20},
        {"en": f"## {HARD_EN}\n" + "Ask for help today. " * 30},
    ],
)
def test_easy_words_names_and_headings_are_not(easy: dict[str, str]) -> None:
    assert not findings(changed("entries", answer=answer() | easy), "readability")


def test_a_hard_brief_is_warned_of_and_a_short_one_passes() -> None:
    brief = {"en": HARD_EN * 5, "es": "Texto"}
    (finding,) = findings(changed("entries", brief=brief), "readability")
    assert finding.severity == "warning"
    assert not findings(changed("entries", brief=brief | {"en": HARD_EN}), "readability")
    assert not findings(changed("entries", brief=brief | {"en": MIDDLING_EN * 3}), "readability")


def test_other_languages_have_no_mark() -> None:
    texts = {"de": HARD_EN * 20, "fr": HARD_ES * 20}
    assert not findings(changed("entries", answer=texts), "readability")


@pytest.mark.parametrize(("count", "is_long"), [(30, False), (31, True)])
def test_one_long_sentence_is_found(count: int, *, is_long: bool) -> None:
    text = "Wait. " * 4 + "Go" + " on" * (count - 1) + "."
    found = findings(changed("entries", answer=answer(en=f"One.\n\n{text}")), "sentence-length")
    assert [finding.place for finding in found] == [
        "entries[0] (signs).answer.en, line 3"
    ] * is_long


@pytest.mark.parametrize(("count", "is_long"), [(20, False), (21, True)])
def test_sentences_that_are_long_on_average_are_found(count: int, *, is_long: bool) -> None:
    text = ("Go" + " on" * (count - 1) + ". ") * 2
    found = findings(changed("entries", brief={"en": text, "es": "x"}), "sentence-length")
    assert len(found) == is_long


def test_items_of_a_list_are_sentences() -> None:
    items = "You may need:\n" + "- a warm and safe place to sleep\n" * 9
    assert not findings(changed("entries", answer=answer(en=items)), "sentence-length")
