from __future__ import annotations

from typing import Any

import pytest

from desktop.pack.check.rules.phones import _numbers
from tests.pack.conftest import answer, build_pack, changed, findings

BOTH = {"en": "Text", "es": "Texto"}


def with_contacts(en: str, **change: Any) -> dict[str, Any]:
    """A pack whose answer has `en`, with a hotline the entry names and a shelter it does not."""
    pack = changed("entries", answer=answer(en=en), **change)
    (line,) = build_pack()["contacts"]
    one = {"number": "505-438-3733", "spelled": "505-GET-FREE"}
    line |= {"phones": [{"number": "911"}, one, {"number": "233733"}]}
    other = line | {"id": "shelter", "phones": [{"number": "575-526-3437"}]}
    return pack | {"contacts": [line, other]}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Call 911 now.", ["911"]),
        ("Emergency: 911. Despair: 988.", ["911", "988"]),
        ("Llame al 911 o al 988.", ["911", "988"]),
        ("The 988 Lifeline. El 911 es gratis.", ["988", "911"]),
        ("TTY 711, or dial 2-1-1.", ["711", "2-1-1"]),
        ("(505) 872-2099 or 505.438.3733", ["(505) 872-2099", "505.438.3733"]),
        ("505\u2011438\u20113733", ["505-438-3733"]),
        ("5054383733, +1 505 438 3733", ["5054383733", "+1 505 438 3733"]),
        ("+52 55 1234 5678", ["+52 55 1234 5678"]),
        ("call 438-3733", ["438-3733"]),
        ("text HOPE to 741741", ["741741"]),
        ("#SAFE (#7233)", ["#7233"]),
        ("1-800-THE-LOST", ["1-800-THE-LOST"]),
        ("call 505-438-3733/3734", ["505-438-3733"]),
    ],
)
def test_telephone_numbers_are_seen(text: str, numbers: list[str]) -> None:
    assert [match[0] for match in _numbers(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "NMSA 1978 30-52-1 and 30-52-2.1; 18 U.S.C. 1591; Public Law 106-386",
        "in 2014-2017, on 2026-11-23, 10/12/2024, 12 June 2024",
        "$250,000, $505 4383733, 20,000 dollars, 911 million, 12.5%, 988%",
        "HB 211, SB 911, Room 911, Highway 311, Title 988",
        "911 people, 911 personas, 988 cases; there were 211 in all",
        "Santa Fe, NM 87501, P.O. Box 87501",
        "between 150-2000 people called",
        "case D-202-CR-2015-00123, CR-505-438-3733, form I-914, visa H-2A",
        "the #1 cause, open 24/7, ages 12-17",
        "https://example.org/911/505-438-3733",
    ],
)
def test_years_laws_sums_and_shares_are_no_numbers(text: str) -> None:
    assert not [match[0] for match in _numbers(text)]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("Call 988.", "Correct it"),
        ("Call 505-438-3738.", 'Did you mean "505-438-3733"?'),
        ("Call 575-526-3437.", 'Add "shelter" to the contacts of the entry'),
        ("Call 505-LET-FREE.", "Did you mean"),
    ],
)
def test_a_number_that_is_no_contact_of_the_entry_is_an_error(text: str, remedy: str) -> None:
    (finding,) = findings(with_contacts(text), "phone-contact")
    assert (finding.severity, finding.lang) == ("error", "en")
    assert finding.place == "entries[0] (signs).answer.en, line 1"
    assert finding.remedy.startswith(remedy)


@pytest.mark.parametrize(
    "text",
    [
        "Call 911 or 505-438-3733 (505-GET-FREE), or text 233733.",
        "Call [the shelter](contact:shelter) at 575-526-3437.",
        "It was 1988; the law is 30-52-1.",
    ],
)
def test_numbers_of_named_and_linked_contacts_are_fine(text: str) -> None:
    assert not findings(with_contacts(text), "phone-contact")
    assert not findings(with_contacts(text), "phone-format")


def test_questions_briefs_and_topics_are_read_too() -> None:
    texts = {"en": "Call 988?", "es": "¿Llamar?"}
    assert findings(changed("entries", question=texts), "phone-contact")
    assert findings(changed("entries", brief=texts), "phone-contact")
    assert findings(changed("topics", summary=texts), "phone-contact")
    assert not findings(changed("topics", summary=BOTH | {"en": "Call 911"}), "phone-contact")


@pytest.mark.parametrize(
    "text", ["(505) 438-3733", "1-505-438-3733", "505\u2011438\u20113733", "5054383733"]
)
def test_a_number_in_another_format_is_a_warning(text: str) -> None:
    (finding,) = findings(with_contacts(f"Call {text}."), "phone-format")
    assert "505-438-3733" in finding.expected
    assert not findings(with_contacts(f"Call {text}."), "phone-contact")


@pytest.mark.parametrize(
    ("numbers", "odd"),
    [
        (["505-438-3733", "1-888-373-7888", "911", "#7233", "233733"], []),
        (["505-438-3733", "1-888-373-7888", "(505) 872-2099"], [2]),
        (["505 438 3733", "505.872.2099", "505 438 0010"], [1]),
    ],
)
def test_contacts_have_numbers_in_one_format(numbers: list[str], odd: list[int]) -> None:
    pack = changed("contacts", phones=[{"number": number} for number in numbers])
    places = [finding.place for finding in findings(pack, "phone-format")]
    assert places == [f"contacts[0] (hotline).phones[{at}].number" for at in odd]


@pytest.mark.parametrize(
    ("number", "spelled", "is_wrong"),
    [
        ("505-438-3733", "505-GET-FREE", False),
        ("1-844-762-8483", "1-844-7NATIVE", False),
        ("#7233", "#SAFE", False),
        ("1-833-545-4357", "833-LGL-HELPS", False),
        ("505-438-3734", "505-GET-FREE", True),
        ("233733", "BEFRED", False),
        ("233733", "BEFORE", True),
    ],
)
def test_a_word_dials_its_number(number: str, spelled: str, *, is_wrong: bool) -> None:
    pack = changed("contacts", phones=[{"number": number, "spelled": spelled}])
    assert bool(findings(pack, "phone-spelled")) is is_wrong
