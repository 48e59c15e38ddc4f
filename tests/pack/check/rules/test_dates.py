from __future__ import annotations

import pytest

from tests.pack.conftest import build_pack, changed, days, findings


@pytest.mark.parametrize(
    ("age", "severity"),
    [(0, ""), (180, ""), (181, "warning"), (365, "warning"), (366, "error"), (4000, "error")],
)
def test_a_contact_grows_old(age: int, severity: str) -> None:
    pack = changed("contacts", checked_on=days(-age))
    assert [finding.severity for finding in findings(pack, "contact-age")] == [severity][
        : bool(severity)
    ]


def test_a_contact_that_nobody_checked_is_warned_of() -> None:
    (finding,) = findings(changed("contacts", checked_on=None))
    assert (finding.rule, finding.severity) == ("contact-age", "warning")


@pytest.mark.parametrize("field", ["reviewed_on", "next_review"])
def test_an_entry_without_a_review_date_is_warned_of(field: str) -> None:
    (finding,) = findings(changed("entries", **{field: None}))
    assert finding.rule == "review-date"
    assert field in finding.expected


@pytest.mark.parametrize(("when", "is_due"), [(0, False), (1, False), (-1, True)])
def test_a_review_that_is_past_is_warned_of(when: int, *, is_due: bool) -> None:
    pack = changed("entries", reviewed_on=days(-90), next_review=days(when))
    assert bool(findings(pack)) is is_due
    assert len(findings(pack, "review-due")) == is_due


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ("entries", "reviewed_on"),
        ("contacts", "checked_on"),
        ("manifest", "created"),
        ("sources", "date"),
    ],
)
@pytest.mark.parametrize(("when", "is_wrong"), [(-30, False), (1, False), (2, True), (900, True)])
def test_a_day_to_come_is_an_error(record: str, field: str, when: int, *, is_wrong: bool) -> None:
    pack = changed(record, **{field: days(when)})
    pack["entries"][0]["next_review"] = days(999)
    found = findings(pack, "impossible-date")
    assert [finding.severity for finding in found] == ["error"] * is_wrong


@pytest.mark.parametrize(
    ("date", "is_wrong"), [(days(0)[:4], False), (days(0)[:7], False), ("9999", True)]
)
def test_a_source_may_have_part_of_a_date(date: str, *, is_wrong: bool) -> None:
    assert bool(findings(changed("sources", date=date), "impossible-date")) is is_wrong


def test_the_next_review_comes_after_the_last() -> None:
    (finding,) = findings(changed("entries", next_review=days(0)), "impossible-date")
    assert finding.place == "entries[0] (signs).next_review"
    assert not findings(build_pack(), "impossible-date")
