from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content.as_text import answer_html, answer_text, contact_text

if TYPE_CHECKING:
    from desktop.pack.model import Pack


def test_the_plain_text_has_words_and_numbers(pack: Pack) -> None:
    assert answer_text(pack, pack.entry_by_id["services"], "en") == (
        "Where is a safe bed?\n\nTwo shelters are free.\n\n"
        "See the signs, the hotline or the report.\n\n"
        "State hotline: 505-555-0100, 233733, 711"
    )


def test_the_rich_text_keeps_headings_lists_and_bold(pack: Pack) -> None:
    html = answer_html(pack, pack.entry_by_id["signs"], "en")
    assert "<h2>At work</h2>" in html
    assert "<p>Look <b>closely</b>.</p>" in html
    assert "<ul><li>no pay</li>\n<li>no rest</li></ul>" in html
    assert "<ol><li>ask</li>\n<li>wait</li></ol>" in html


def test_no_text_of_a_pack_becomes_html(pack: Pack) -> None:
    html = answer_html(pack, pack.entry_by_id["tags"], "en")
    assert "<h1>&lt;p &gt;Is &lt;b&gt;this&lt;/b&gt; bold?</h1>" in html
    assert "<i>" not in html


def test_a_contact_without_numbers_is_its_name(pack: Pack) -> None:
    assert contact_text(pack, pack.contact_by_id["emergency"], "en").endswith(": 911")
