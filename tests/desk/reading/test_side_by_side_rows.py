from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from desktop.content.answer import present
from desktop.desk.reading.side_by_side_rows import Cell, SideBySideRows
from desktop.pack.model import Translation
from desktop.ui.widgets.wrapping import WrappingLabel
from tests.conftest import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Entry, Pack
    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations

    MakeRows = Callable[..., SideBySideRows]


@pytest.fixture
def make(pack: Pack, look: Look, speaker: Translations, qtbot: QtBot) -> MakeRows:
    speaker.install("en")

    def make_rows(
        entry: Entry | str, *, unfolded: bool = True, wide: bool = True
    ) -> SideBySideRows:
        entry = pack.entry_by_id[entry] if isinstance(entry, str) else entry
        answers = present(pack, entry, "en", TODAY), present(pack, entry, "es", TODAY)
        rows = SideBySideRows(answers, look, unfolded=unfolded)
        qtbot.addWidget(rows)
        rows.set_wide(wide=wide)
        rows.resize(700, 600)
        with qtbot.waitExposed(rows):
            rows.show()
        return rows

    return make_rows


def said(rows: SideBySideRows) -> list[tuple[str, str]]:
    """Visible words in the order of a screen reader, with the language they are said in."""
    found = []
    for label in rows.findChildren(QLabel):
        text = label.accessibleName() or label.text()
        plain = text.split(">", 1)[1].removesuffix("</p>") if text.startswith("<p") else text
        if label.isVisible():
            found.append((QLocale.languageToCode(label.locale().language()), plain))
    return found


def test_rows_are_read_one_by_one_each_part_in_its_language(make: MakeRows) -> None:
    assert said(make("signs"))[:10] == [
        ("en", "English"),
        ("es", "Español"),
        ("en", "What are the signs?"),
        ("es", "¿Cuáles son las señales?"),
        ("en", "Someone else holds the papers and the pay."),
        ("es", "Otra persona guarda los papeles y el pago."),
        ("en", "At work"),
        ("es", "En el trabajo"),
        ("en", "Look <b>closely</b>."),
        ("es", "Mire <b>bien</b>."),
    ]


@pytest.mark.parametrize("wide", [True, False])
def test_partners_stand_side_by_side_or_below(make: MakeRows, wide: bool) -> None:
    rows = make("signs", wide=wide)
    cells = rows.findChildren(Cell)
    left, right = cells[2], cells[3]
    assert (left.y() == right.y()) is wide
    assert (right.x() > left.x()) is wide
    assert abs(left.width() - right.width()) <= 1


def test_what_has_no_partner_takes_no_room_in_a_narrow_page(make: MakeRows) -> None:
    rows = make("signs", wide=False)
    assert [cell.is_empty for cell in rows.findChildren(Cell)].count(True) == 2
    assert all(cell.isVisible() is not cell.is_empty for cell in rows.findChildren(Cell))


def test_a_folded_answer_is_not_there(make: MakeRows) -> None:
    words = [text for _, text in said(make("signs", unfolded=False))]
    assert "At work" not in words
    assert "Someone else holds the papers and the pay." in words


def test_what_is_not_translated_is_told_in_the_language_of_the_program(make: MakeRows) -> None:
    assert said(make("history"))[-2:] == [("en", "Centuries."), ("en", "Not translated yet.")]


def test_an_answer_in_no_language_has_no_row(make: MakeRows, pack: Pack) -> None:
    entry = msgspec.structs.replace(pack.entry_by_id["pay"], answer={}, brief={})
    assert len(make(entry).findChildren(Cell)) == 4


def test_a_translation_out_of_date_is_told(make: MakeRows, pack: Pack) -> None:
    old = {"es": Translation(by="x", source_hash="0" * 16)}
    entry = msgspec.structs.replace(
        pack.entry_by_id["pay"], translations=old, reviewed_on=dt.date(2024, 5, 31)
    )
    note = "The original text was changed after this translation."
    assert [text for _, text in said(make(entry))].count(note) == 1


def test_no_text_of_a_pack_becomes_a_tag(make: MakeRows) -> None:
    rows = make("tags")
    for label in rows.findChildren(WrappingLabel):
        assert "<u>" not in label.text()
        assert "<p >" not in label.text()


def test_links_to_entries_lead_there_and_others_are_words(make: MakeRows, qtbot: QtBot) -> None:
    rows = make("services")
    texts = [label.text() for label in rows.findChildren(WrappingLabel) if "href" in label.text()]
    assert len(texts) == 2
    assert not [text for text in texts if "contact:" in text or "source:" in text]
    label = next(label for label in rows.findChildren(WrappingLabel) if "href" in label.text())
    with qtbot.waitSignal(rows.entryRequested) as asked:
        label.linkActivated.emit("entry:signs")
    assert asked.args == ["signs"]


def test_headings_are_headings_to_a_screen_reader(make: MakeRows) -> None:
    rows = make("signs")
    heads = [
        label for label in rows.findChildren(WrappingLabel) if label.objectName() == "heading2"
    ]
    roles = [QAccessible.queryAccessibleInterface(head).role() for head in heads]
    assert roles == [QAccessible.Role.Heading] * 2
