from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.content.answer import present
from desktop.ui.answer.answer_page import AnswerPage
from desktop.ui.widgets.wrapping import WrappingLabel
from tests.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations

    MakePage = Callable[..., AnswerPage]


@pytest.fixture
def make(pack: Pack, look: Look, speaker: Translations, qtbot: QtBot) -> MakePage:
    """Makes the page of an entry, its fields changed if so asked."""
    speaker.install("en")

    def make_page(entry_id: str, lang: str = "en", **changes: object) -> AnswerPage:
        entry = msgspec.structs.replace(pack.entry_by_id[entry_id], **changes)
        answer = present(pack, entry, lang, TODAY)
        page = AnswerPage(look, "Not legal advice.", copying=True)
        qtbot.addWidget(page)
        page.show_answer(answer, folded=answer.is_sensitive)
        return page

    return make_page


def headings(page: QWidget) -> list[str]:
    """What assistive technology knows as headings; no interface is held longer than it is read."""
    return [name for text in page.findChildren(WrappingLabel) if (name := heading_of(text))]


def heading_of(text: WrappingLabel) -> str:
    found = QAccessible.queryAccessibleInterface(text)
    is_heading = found.role() == QAccessible.Role.Heading
    return found.text(QAccessible.Text.Name) if is_heading else ""


def test_headings_are_headings_to_assistive_technology(make: MakePage) -> None:
    answer = {"en": "## At *work*\n\nLook.\n\n### The [law](entry:pay)\n\nRead."}
    assert headings(make("signs", answer=answer)) == [
        "What are the signs?",
        "At work",
        "The law",
        "Who you can call",
        "Sources",
        "Related questions",
    ]


def test_a_link_in_a_heading_leads_on(make: MakePage, qtbot: QtBot) -> None:
    page = make("signs", answer={"en": "## The [law](entry:pay)"})
    heading = next(text for text in page.findChildren(WrappingLabel) if "<a href" in text.text())
    with qtbot.waitSignal(page.linkChosen) as chosen:
        heading.linkActivated.emit("entry:pay")
    assert chosen.args == ["entry:pay"]


def test_a_text_in_another_language_is_said_in_its_own(make: MakePage) -> None:
    page = make("history", "es")
    page.setLocale(QLocale("es"))
    languages = {text.text(): text.locale().language() for text in page.findChildren(WrappingLabel)}
    (body,) = [text for text in languages if "Centuries." in text]
    assert languages[body] == QLocale.Language.English
    assert languages["¿Qué tan viejo es esto?"] == QLocale.Language.Spanish


def test_links_lead_to_listed_and_linked_parts(make: MakePage) -> None:
    assert set(make("services", contacts=("emergency",)).parts) == {
        "contact:emergency",
        "contact:hotline",
        "source:report",
    }


def test_a_folded_answer_keeps_brief_and_contacts(make: MakePage, qtbot: QtBot) -> None:
    page = make("signs", sensitive=True)
    assert "At work" not in headings(page)
    assert "contact:hotline" in page.parts
    assert page.findChild(QWidget, "brief") is not None
