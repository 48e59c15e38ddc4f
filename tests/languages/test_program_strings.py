"""What holds for the program's own words in each language file that has them."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.languages.loader import language, section, tags
from desktop.languages.program_strings import HandoutStrings, PaperStrings, TerminalStrings

if TYPE_CHECKING:
    from desktop.languages.program_strings import Wording

DATE = dt.date(2026, 3, 7)
WRITTEN = [own for tag in tags() if (own := language(tag).wording)]
DISCOURAGED = [word for own in WRITTEN for word in (*own.blame, *own.rescue, *own.shock)]
EVERYDAY = (
    "Call the state police if the illegal search, the drug addiction or saved evidence matters. "
    "La policía del estado busca la salvación de la salud y el adictivo tráfico de drogas. "
    "Note: it is important. Conclude, expert, update, help, hope. Todo bien; todos, un método."
)


def found(patterns: tuple[str, ...], text: str) -> list[str]:
    """The `patterns` that a word or phrase of `text` has the form of."""
    return [each for each in patterns if re.search(rf"(?i)\b(?:{each})\b", text)]


@pytest.mark.parametrize(
    ("lang", "in_full", "short"),
    [
        ("en", "March 7, 2026", "March 2026"),
        ("es-MX", "7 de marzo de 2026", "marzo de 2026"),
    ],
)
def test_dates_are_written_as_people_do(lang: str, in_full: str, short: str) -> None:
    paper = section(PaperStrings, lang)
    assert (paper.day_of(DATE), paper.month_of(DATE)) == (in_full, short)


@pytest.mark.parametrize("kind", [HandoutStrings, PaperStrings])
def test_english_and_spanish_differ(kind: type[HandoutStrings | PaperStrings]) -> None:
    english, spanish = (msgspec.structs.asdict(section(kind, lang)) for lang in ("en", "es"))
    assert [key for key in english if english[key] == spanish[key]] == []


@pytest.mark.parametrize("tag", tags())
def test_places_for_what_changes_are_kept(tag: str) -> None:
    paper = section(PaperStrings, tag)
    assert "%2" in paper.page
    texts = (paper.edition, paper.publisher, paper.licence, paper.checked, paper.facts_checked)
    assert [text for text in (paper.page, *texts) if "%1" not in text] == []
    for month in range(1, 13):
        assert paper.day_of(DATE.replace(month=month))


@pytest.mark.parametrize("lang", ["en", "es"])
def test_calling_goes_without_saying_on_a_hand_out_only(lang: str) -> None:
    ways = section(HandoutStrings, lang).ways
    assert ways.of("call") == ""
    assert section(TerminalStrings, lang).ways.of("call")
    assert ways.of("call-or-text") == ways.call_or_text


def test_each_discouraged_word_has_a_reason_and_a_better_one() -> None:
    for word in DISCOURAGED:
        assert not found(word.words, EVERYDAY), word
        assert word.reason[0].islower() or word.reason.startswith("in Spanish")
        assert word.better
        assert not (word.reason + word.better).endswith(".")


def test_no_better_word_is_a_word_to_avoid() -> None:
    better = " | ".join(word.better for word in DISCOURAGED)
    assert [word for word in DISCOURAGED if found(word.words, better)] == []


@pytest.mark.parametrize("own", WRITTEN)
def test_phrases_of_generators_and_drafts_are_not_everyday_ones(own: Wording) -> None:
    for pattern in (*own.speaker, *own.draft, *own.filler, *own.citation):
        assert not re.search(pattern, EVERYDAY, re.IGNORECASE), pattern
        assert not re.search(pattern, "", re.IGNORECASE), pattern
    for pattern in (own.mentioned_before, own.mentioned_after):
        assert re.compile(pattern, re.IGNORECASE)
