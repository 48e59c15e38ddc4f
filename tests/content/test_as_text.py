from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content.as_text import answer_html, answer_text, contact_text

if TYPE_CHECKING:
    from tests.content.conftest import Presented, Reached

HOTLINE = (
    "State hotline: 505-555-0100 (call or text, 505-GET-HELP), 233733 (text message),"
    " 711 (TTY and relay)"
)


def test_the_plain_text_has_words_and_numbers(presented: Presented) -> None:
    assert answer_text(presented("services")) == (
        "Where is a safe bed?\n\nTwo shelters are free.\n\n"
        f"See the signs, the hotline or the report.\n\n{HOTLINE}"
    )


def test_contacts_that_are_only_linked_are_named(presented: Presented) -> None:
    answer = presented("services", contacts=())
    assert HOTLINE in answer_text(answer)
    assert HOTLINE in answer_html(answer)


def test_the_rich_text_keeps_headings_lists_and_bold(presented: Presented) -> None:
    html = answer_html(presented("signs"))
    assert "<h2>At work</h2>" in html
    assert "<p>Look <b>closely</b>.</p>" in html
    assert "<ul><li>no pay</li>\n<li>no rest</li></ul>" in html
    assert "<ol><li>ask</li>\n<li>wait</li></ol>" in html


def test_no_text_of_a_pack_becomes_html(presented: Presented) -> None:
    html = answer_html(presented("tags"))
    assert "<h1>&lt;p &gt;Is &lt;b&gt;this&lt;/b&gt; bold?</h1>" in html
    assert "<i>" not in html


def test_a_number_that_is_called_needs_no_words(reached: Reached) -> None:
    assert contact_text(*reached("emergency")).endswith("ambulance: 911")


def test_a_contact_without_numbers_is_its_name(reached: Reached) -> None:
    assert contact_text(*reached("hotline", phones=())) == "State hotline"
