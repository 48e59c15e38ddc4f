from __future__ import annotations

import datetime as dt
from importlib import import_module
from pkgutil import iter_modules

import pytest

from desktop.base import resources
from desktop.pack import reader
from desktop.pack.check import rules
from desktop.pack.check.checker import FORM, RULES, check
from desktop.pack.problem import Severity
from tests.pack.conftest import PackBuilder, answer, build_pack, changed, findings


def test_a_sound_pack_has_no_findings(make_pack: PackBuilder) -> None:
    assert not findings(make_pack())


def test_the_flagship_pack_has_no_errors() -> None:
    path = resources.flagship_pack()
    created = reader.read(path).manifest.created
    found = check(path.read_bytes(), file="flagship", today=created)
    assert not [finding for finding in found if finding.severity is Severity.ERROR]


def test_a_finding_names_entry_language_and_line() -> None:
    (finding,) = findings(changed("entries", answer=answer(es="uno\n\n<b>dos</b>")), "markup")
    assert (finding.severity, finding.entry, finding.lang) == ("error", "signs", "es")
    assert finding.place == "entries[0] (signs).answer.es, line 3"


def test_without_a_day_the_computer_says_which_it_is(pack_bytes: bytes) -> None:
    assert not check(pack_bytes, file="x.json")
    late = dt.date(2999, 1, 1)
    found = {finding.rule for finding in check(pack_bytes, file="x.json", today=late)}
    assert found == {"contact-age", "review-due"}


def test_unknown_fields_are_warnings() -> None:
    (finding,) = findings(changed("entries", breif={"en": "Text"}))
    assert (finding.rule, finding.severity) == ("unknown-field", "warning")
    assert finding.remedy == 'Did you mean "brief"?'


def test_repeated_fields_are_errors(pack_bytes: bytes) -> None:
    (finding,) = check(pack_bytes[:-1] + b',"urgent":[],"urgent":[]}', file="")
    assert (finding.rule, finding.severity) == ("repeated-field", "error")


def test_a_pack_that_cannot_be_read_is_reported_as_far_as_it_goes() -> None:
    found = findings(changed("entries", question=5, topic="x", breif={"en": "Text"}))
    assert [finding.rule for finding in found] == ["schema", "unknown-field", "reference"]
    assert findings([])[0].rule == "file"


DEEP = b"[" * 10_000 + b"]" * 10_000


@pytest.mark.parametrize(
    ("old", "new", "rule", "words"),
    [
        (b'"contacts":[{', b"", "file", "is expected here"),
        (b'"version":1', b'"version":"1"', "schema", "manifest.version: A whole number"),
        (b'"version":1', b'"version":null', "schema", "manifest.version: A whole number"),
        (b'"version":1', b'"version":1e999', "schema", "manifest.version: A whole number"),
        (b'["en","es"]', b'["en","klingon!"]', "schema", "languages[1]: A language tag"),
        (b'"title":{"en"', b'"title":{"e n"', "schema", "A language tag"),
        (b'"version":1', b'"version":1,"x":' + DEEP, "file", "at most 64 deep"),
        (b"Text", b"x" * 50_000_000, "schema", "At most 200000 characters"),
        (b"Text", b"\0", "file", "line 1: A pack has no NUL"),
        (b"Text", b"\xff\xfe", "file", "line 1: A pack is UTF-8 text"),
    ],
)
def test_a_malformed_pack_gets_one_clear_message_a_fault(
    pack_bytes: bytes, old: bytes, new: bytes, rule: str, words: str
) -> None:
    found = check(pack_bytes.replace(old, new, 1), file="x.json")
    assert [finding.rule for finding in found] == [rule]
    assert words in f"{found[0].place}: {found[0].expected}"
    assert len(found[0].expected) < 200
    assert found[0].remedy


def test_a_cut_off_pack_says_so(pack_bytes: bytes) -> None:
    (finding,) = check(pack_bytes[: len(pack_bytes) // 2], file="x.json")
    assert finding.expected == "The file is cut off: it ends in the middle of the pack."


@pytest.mark.parametrize("record", ["topics", "entries", "contacts", "sources"])
def test_a_repeated_id_names_both_places(make_pack: PackBuilder, record: str) -> None:
    pack = make_pack()
    pack[record] *= 2
    (finding,) = findings(pack)
    assert finding.rule == "repeated-id"
    assert f"{record}[1]" in finding.place
    assert f"{record}[0]" in finding.expected


def test_a_byte_order_mark_and_windows_line_ends_are_read(pack_bytes: bytes) -> None:
    assert not check(pack_bytes.replace(b",", b",\r\n"), file="x.json")
    (finding,) = check(b"\xef\xbb\xbf" + pack_bytes, file="x.json")
    assert (finding.rule, finding.severity) == ("byte-order-mark", "warning")


def test_each_rule_has_a_name_of_its_own_and_says_what_it_finds() -> None:
    modules = [
        import_module(f"{rules.__name__}.{found.name}") for found in iter_modules(rules.__path__)
    ]
    content = [rule for module in modules for rule in getattr(module, "RULES", ())]
    assert len(RULES) == len(FORM) + len(content)
    for rule in RULES.values():
        assert rule.severities in ((Severity.ERROR,), (Severity.WARNING,), tuple(Severity))
        assert rule.finds
        assert not rule.finds.endswith(".")


def test_severities_are_those_of_the_rule() -> None:
    pack = build_pack(contacts=[], urgent=[{"id": "now", "phrases": {}}], extra=1)
    pack["manifest"] |= {"help": [], "disclaimer": {}}
    pack["entries"][0] |= {"answer": {"en": "TODO: rescue them"}, "reviewed_on": "2999-01-01"}
    found = findings(pack)
    assert len({finding.rule for finding in found}) > 8
    assert all(finding.severity in RULES[finding.rule].severities for finding in found)


@pytest.mark.parametrize("text", ["." * 50_000, "911 " * 9_999, "evil " * 9_999, "[1" * 9_999])
def test_a_long_text_is_checked_in_time_that_grows_with_it(text: str) -> None:
    assert findings(changed("entries", answer={"en": text, "es": text}))
