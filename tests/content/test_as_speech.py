from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.as_speech import LONGEST, spell_numbers, split_sentences, utterances

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from tests.content.conftest import Presented


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ()),
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("¿Qué es? ¡Nada! “Así”. Fin", ("¿Qué es?", "¡Nada!", "“Así”.", "Fin")),
        ("State v. Carson. The U.S. Attorney won.", ("State v. Carson.", "The U.S. Attorney won.")),
        ("En EE. UU. hay ayuda. Llame.", ("En EE. UU. hay ayuda.", "Llame.")),
        ("It rose by 2.3. In 2020 it fell.", ("It rose by 2.3.", "In 2020 it fell.")),
        ("one\n two\ttabs\x07", ("one two tabs",)),
        ("They said (yes.) Then no.", ("They said (yes.)", "Then no.")),
    ],
)
def test_sentences_end_where_a_reader_pauses(text: str, sentences: tuple[str, ...]) -> None:
    assert split_sentences(text, "en") == sentences


@given(st.text(st.sampled_from('aB1 .,;!?…"()¿ñÑ\n\x00') | st.characters(), max_size=900))
def test_splitting_loses_nothing_and_keeps_sentences_short(text: str) -> None:
    sentences = split_sentences(text, "en")
    printable = "".join(char for char in text if char.isprintable())
    assert "".join("".join(sentences).split()) == "".join(printable.split())
    assert all(sentence and len(sentence) <= LONGEST for sentence in sentences)


def test_a_long_sentence_is_cut_at_a_comma() -> None:
    first, second = split_sentences(f"{'word ' * 40}word, {'word ' * 40}end.", "en")
    assert first.endswith(",")
    assert second.endswith("end.")


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("en", "505-438-3733", "five zero five, four three eight, three seven three three"),
        ("es", "505-438-3733", "cinco cero cinco, cuatro tres ocho, tres siete tres tres"),
        ("es-MX", "(505) 438-3733", "cinco cero cinco, cuatro tres ocho, tres siete tres tres"),
        (
            "en",
            "1-888-373-7888.",
            "one, eight eight eight, three seven three, seven eight eight eight.",
        ),
        ("en", "505-GET-FREE", "five zero five, GET, FREE"),
        ("en", "1-800-THE-LOST", "one, eight zero zero, THE, LOST"),
        ("nv", "505-438-3733", "5 0 5, 4 3 8, 3 7 3 3"),
    ],
)
def test_numbers_are_said_digit_by_digit(lang: str, text: str, said: str) -> None:
    assert spell_numbers(text, lang) == said


@pytest.mark.parametrize(
    "text",
    ["30-52-1", "COVID-19", "$505,438", "in 2019", "100,000 people", "a 15-year-old", "911"],
)
def test_other_figures_stay(text: str) -> None:
    assert spell_numbers(text, "en") == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Call 911.", "Call nine one one."),
        ("Text 233733, now", "Text two three three, seven three three, now"),
        ("Dial #7233", "Dial pound, seven two three three"),
        ("In 1911, $911, 911.5 and 911% are none", "In 1911, $911, 911.5 and 911% are none"),
    ],
)
def test_short_numbers_of_the_pack_are_spelled(text: str, said: str) -> None:
    assert spell_numbers(text, "en", frozenset({"911", "233733", "#7233"})) == said


@given(st.text(), st.frozensets(st.text(min_size=1), max_size=3))
def test_any_text_can_be_spelled(text: str, numbers: frozenset[str]) -> None:
    assert spell_numbers("", "en", numbers) == ""
    assert isinstance(spell_numbers(text, "es", numbers), str)


def test_an_entry_is_said_in_the_order_of_the_screen(presented: Presented) -> None:
    said = utterances(presented("signs"))
    assert said[0] == "What are the signs?"
    assert said[1] == "Someone else holds the papers and the pay."
    assert said[2:6] == ("At work", "Look closely.", "no pay", "no rest")
    assert said[6:8] == ("1: ask", "2: wait")
    assert said[8:10] == (
        "State hotline.",
        "call or text five zero five, five five five, zero one zero zero.",
    )


def test_a_folded_answer_is_not_said(presented: Presented) -> None:
    said = utterances(presented("signs", "es"), details=False)
    assert said[:3] == (
        "¿Cuáles son las señales?",
        "Otra persona guarda los papeles y el pago.",
        "Línea estatal.",
    )
    assert "mensaje de texto al dos tres tres, siete tres tres." in said


def test_contacts_that_only_a_link_names_are_said(presented: Presented) -> None:
    assert "State hotline." in utterances(presented("services", contacts=()))


def test_every_entry_has_something_to_say(presented: Presented, pack: Pack) -> None:
    for entry in pack.entries:
        assert all(0 < len(text) <= LONGEST for text in utterances(presented(entry.id)))


def test_it_needs_no_qt() -> None:
    modules = "desktop.content.as_speech, desktop.ui.speech.voices"
    program = f"import sys, {modules}; sys.exit('PySide6' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
