from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QWidget

from desktop.desk.actions import RAIL, ActionCollection
from desktop.pack.model import Translation
from desktop.pack.translation import source_hash
from desktop.ui.answer.answer_pane import AnswerPane
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.wrapping import WrappingButton, WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.translations import Translations


TODAY = dt.date(2024, 6, 30)
OLD = "Checked May 2024. May have changed. If nobody answers, call a number below."


@pytest.fixture
def pane(pack: Pack, look: Look, speaker: Translations, qtbot: QtBot) -> Iterator[AnswerPane]:
    speaker.install("en")
    holder = QWidget()
    qtbot.addWidget(holder)
    pane = AnswerPane(pack, "en", look, rail=rail(holder), today=lambda: TODAY)
    pane.setParent(holder)
    pane.resize(900, 500)
    holder.resize(900, 500)
    holder.show()
    yield pane  # noqa: PT022  # a return would let its window go


def rail(holder: QWidget) -> list[QAction]:
    acts = ActionCollection(holder)
    return [acts[act] for act in RAIL]


def page(pane: AnswerPane) -> QWidget:
    found = pane.area.widget()
    assert found is not None
    return found


def shown(pane: AnswerPane, name: str = "") -> list[str]:
    """What the page says, from top to bottom."""
    labels = page(pane).findChildren(QLabel, name) if name else page(pane).findChildren(QLabel)
    return [
        QTextDocumentFragment.fromHtml(label.text()).toPlainText()
        if label.textFormat() == Qt.TextFormat.RichText
        else label.text()
        for label in labels
        if label.text()
    ]


def linked(pane: AnswerPane) -> WrappingLabel:
    """The text with the links."""
    return next(text for text in page(pane).findChildren(WrappingLabel) if "<a href" in text.text())


def test_there_is_a_welcome_before_anything_is_chosen(pane: AnswerPane) -> None:
    assert pane.entry_id == ""
    assert shown(pane, "question") == ["Work and rights"]
    assert shown(pane, "small") == ["This is not legal advice."]
    assert "Shift three times" in " ".join(shown(pane))


def test_the_page_of_an_entry(pane: AnswerPane) -> None:
    pane.show_entry("signs")
    assert shown(pane) == [
        "Getting help",
        "What are the signs?",
        "Facts checked May 2024",
        "1 source",
        "1 min to read",
        "IN BRIEF",
        "Someone else holds the papers and the pay.",
        "At work",
        "Look closely.",
        "no pay",
        "no rest",
        "ask",
        "wait",
        "Who you can call",
        "State hotline, Santa Fe",
        "505-555-0100",
        "call or text · 505-GET-HELP",
        "233733",
        "text message",
        "711",
        "TTY and relay",
        "Day and night",
        "hotline.example",
        "Checked May 2024",
        "Sources",
        "Yearly report. The State. 2024-05. report.example/2024",
        "Related questions",
        "Who owes me wages?",
        "Which law protects me?",
        "This is not legal advice.",
    ]


def test_html_in_content_is_shown_as_text(pane: AnswerPane) -> None:
    pane.show_entry("tags")
    assert shown(pane, "question") == ["<p >Is <b>this</b> bold?"]
    assert shown(pane, "briefText") == ["<i>No</i> & never."]
    assert "A <u>tag</u> is text." in shown(pane)


def test_an_unknown_entry_changes_nothing(pane: AnswerPane) -> None:
    pane.show_entry("signs")
    pane.show_entry("nowhere")
    assert pane.entry_id == "signs"


def test_unknown_contacts_sources_and_related_are_left_out(
    pack: Pack, look: Look, qtbot: QtBot
) -> None:
    lost = msgspec.structs.replace(
        pack.entries[2], topic="gone", contacts=("gone",), sources=("gone",), related=("gone",)
    )
    holder = QWidget()
    qtbot.addWidget(holder)
    other = msgspec.structs.replace(pack, entries=(lost,))
    pane = AnswerPane(other, "en", look, rail=rail(holder))
    pane.setParent(holder)
    pane.show_entry(lost.id)
    assert shown(pane, "heading2") == []


def test_a_link_to_an_entry_asks_for_it(pane: AnswerPane, qtbot: QtBot) -> None:
    pane.show_entry("services")
    with qtbot.waitSignal(pane.entryRequested) as asked:
        linked(pane).linkActivated.emit("entry:signs")
    assert asked.args == ["signs"]


@pytest.mark.parametrize(
    ("link", "name", "words"),
    [
        ("contact:hotline", "contactName", "State hotline, Santa Fe"),
        ("source:report", "small", "Yearly report."),
    ],
)
def test_a_link_to_a_part_scrolls_to_it(
    pane: AnswerPane, qtbot: QtBot, link: str, name: str, words: str
) -> None:
    pane.resize(900, 150)
    pane.show_entry("services")
    target = next(
        t for t in page(pane).findChildren(WrappingLabel, name) if t.text().startswith(words)
    )
    qtbot.waitUntil(lambda: pane.area.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(target.isVisible)
    assert target.visibleRegion().isEmpty()
    linked(pane).linkActivated.emit(link)
    assert not target.visibleRegion().isEmpty()


@pytest.mark.parametrize(
    "link", ["", "contact:gone", "source:gone", "contact:emergency", "https://example.org", "x"]
)
def test_other_links_do_nothing(pane: AnswerPane, qtbot: QtBot, link: str) -> None:
    pane.show_entry("services")
    with qtbot.assertNotEmitted(pane.entryRequested):
        linked(pane).linkActivated.emit(link)
    assert pane.area.verticalScrollBar().value() == 0


def test_a_related_question_asks_for_it(pane: AnswerPane, qtbot: QtBot) -> None:
    pane.show_entry("signs")
    button = page(pane).findChildren(WrappingButton)[1]
    with qtbot.waitSignal(pane.entryRequested) as asked:
        button.click()
    assert asked.args == ["law-book"]


def test_a_missing_translation_is_told(pane: AnswerPane, speaker: Translations) -> None:
    speaker.install("es")
    pane.set_language("es")
    pane.show_entry("history")
    told = "La respuesta completa todavía no está traducida. Aquí la tiene en otro idioma."
    assert told in shown(pane)
    assert "Centuries." in shown(pane)


def test_a_translated_answer_needs_no_notice(pane: AnswerPane) -> None:
    pane.set_language("es")
    pane.show_entry("signs")
    assert page(pane).findChild(QWidget, "notice") is None


def test_another_language_keeps_entry_and_place(pane: AnswerPane, qtbot: QtBot) -> None:
    pane.show_entry("law-book")
    bar = pane.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(300)
    pane.set_language("es")
    assert shown(pane, "question") == ["¿Qué ley me protege?"]
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    assert bar.value() == 300


def test_another_entry_starts_at_its_top(pane: AnswerPane, qtbot: QtBot) -> None:
    pane.show_entry("law-book")
    bar = pane.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(300)
    pane.show_entry("signs")
    assert bar.value() == 0


def test_months_are_written_as_people_do(pane: AnswerPane, speaker: Translations) -> None:
    speaker.install("es")
    pane.set_language("es")
    pane.show_entry("signs")
    assert QLocale().language() == QLocale.Language.Spanish
    assert "Datos comprobados en mayo de 2024" in shown(pane)


def test_the_welcome_comes_back_and_nothing_of_the_answer_stays(pane: AnswerPane) -> None:
    pane.show_entry("services")
    pane.show_welcome()
    assert pane.entry_id == ""
    assert "Two shelters are free." not in shown(pane)


def test_the_page_is_named_after_its_question(pane: AnswerPane) -> None:
    assert pane.area.accessibleName() == "Work and rights"
    pane.show_entry("signs")
    assert pane.area.accessibleName() == "What are the signs?"


def test_a_narrow_pane_gives_the_buttons_room_to_the_words(pane: AnswerPane) -> None:
    rail = pane.findChild(QWidget, "rail")
    assert isinstance(rail, QWidget)
    assert rail.isVisible()
    pane.resize(500, 500)
    assert not rail.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_another_look_keeps_the_entry(pane: AnswerPane, theme: str) -> None:
    pane.show_entry("signs")
    apply_look(pane, Look(theme, 200))
    assert shown(pane, "question") == ["What are the signs?"]


def changed(pack: Pack, entry_id: str, **changes: object) -> Pack:
    """The pack with one entry changed."""
    entries = tuple(
        msgspec.structs.replace(entry, **changes) if entry.id == entry_id else entry
        for entry in pack.entries
    )
    return msgspec.structs.replace(pack, entries=entries)


def test_a_link_shows_what_the_entry_does_not_name(pane: AnswerPane, pack: Pack) -> None:
    pane._pack = changed(pack, "services", contacts=(), sources=())
    pane.show_entry("services")
    assert shown(pane, "contactName") == ["State hotline, Santa Fe"]
    assert "Yearly report. The State. 2024-05. report.example/2024" in shown(pane, "small")


def test_a_link_that_leads_nowhere_is_plain_words(pane: AnswerPane, pack: Pack) -> None:
    answer = {"en": "See [one](entry:gone), [two](contact:gone) or [three](source:gone)."}
    pane._pack = changed(pack, "pay", answer=answer)
    pane.show_entry("pay")
    assert "See one, two or three." in shown(pane)
    assert not [text for text in page(pane).findChildren(WrappingLabel) if "<a href" in text.text()]


def unfold(pane: AnswerPane, qtbot: QtBot) -> None:
    buttons = page(pane).findChildren(WrappingButton)
    show = next(b for b in buttons if b.accessibleName() == "Show the full answer")
    qtbot.waitUntil(show.isVisible)
    qtbot.mouseClick(show, Qt.MouseButton.LeftButton)


def test_descriptions_of_violence_open_by_choice(
    pane: AnswerPane, pack: Pack, qtbot: QtBot
) -> None:
    pane._pack = changed(pack, "signs", sensitive=True)
    pane.show_entry("signs")
    assert "Someone else holds the papers and the pay." in shown(pane)
    assert "State hotline, Santa Fe" in shown(pane)
    assert "no pay" not in shown(pane)
    unfold(pane, qtbot)
    assert "no pay" in shown(pane)


def test_what_was_opened_closes_with_the_next_entry(
    pane: AnswerPane, pack: Pack, qtbot: QtBot
) -> None:
    pane._pack = changed(pack, "signs", sensitive=True)
    pane.show_entry("signs")
    unfold(pane, qtbot)
    pane.set_language("es")
    assert "sin pago" in shown(pane)
    pane.show_entry("pay")
    pane.show_entry("signs")
    assert "sin pago" not in shown(pane)


def test_focus_inside_the_page_outlives_it(pane: AnswerPane, pack: Pack, qtbot: QtBot) -> None:
    pane.show_entry("signs")
    pane.window().activateWindow()
    related = page(pane).findChildren(WrappingButton)[0]
    qtbot.waitUntil(related.isVisible)
    related.setFocus()
    qtbot.waitUntil(related.hasFocus)
    pane.set_language("es")
    assert pane.area.hasFocus()


@pytest.mark.parametrize(("days", "told"), [(180, "Checked May 2024"), (181, OLD)])
def test_a_contact_checked_long_ago_may_have_changed(
    pane: AnswerPane, days: int, told: str
) -> None:
    pane._today = lambda: dt.date(2024, 5, 31) + dt.timedelta(days)
    pane.show_entry("signs")
    assert [line for line in shown(pane) if line.startswith("Checked")] == [told]


@pytest.mark.parametrize("stamp", ["current", "older"])
def test_a_translation_older_than_its_source_says_so(
    pane: AnswerPane, pack: Pack, stamp: str
) -> None:
    entry = pack.entry_by_id["signs"]
    value = source_hash(entry, "en") if stamp == "current" else "0" * 16
    record = Translation(by="us", source_hash=value)
    changed = msgspec.structs.replace(entry, translations={"es": record})
    others = tuple(e for e in pack.entries if e.id != "signs")
    pane._pack = msgspec.structs.replace(pack, entries=(changed, *others))
    told = "The original text was changed after this translation."
    pane.show_entry("signs")
    assert told not in shown(pane)
    pane.set_language("es")
    assert (told in shown(pane)) is (stamp == "older")
