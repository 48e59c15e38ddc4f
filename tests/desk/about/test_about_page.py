from __future__ import annotations

import datetime as dt
import platform
from typing import TYPE_CHECKING

import msgspec
import PySide6
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QWidget

from desktop import __version__
from desktop.desk.about import components
from desktop.desk.about.about_page import AboutPage, LicenceView
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.wrapping import Heading, WrappingButton, WrappingLabel

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.translations import Translations


@pytest.fixture
def known(pack: Pack) -> Pack:
    """The small pack with everything that the page can tell."""
    facts = {"publisher": "The <i>State</i>", "licence": "CC0-1.0", "created": dt.date(2025, 3, 2)}
    manifest = msgspec.structs.replace(pack.manifest, **facts)
    return msgspec.structs.replace(pack, manifest=manifest)


@pytest.fixture
def page(known: Pack, speaker: Translations, qtbot: QtBot) -> AboutPage:
    speaker.install("en")
    page = AboutPage(known, "en")
    qtbot.addWidget(page)
    apply_look(page, Look())
    page.resize(560, 400)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def told(page: AboutPage) -> list[str]:
    return [QTextDocumentFragment.fromHtml(text.text()).toPlainText() for text in labels(page)]


def labels(page: AboutPage) -> list[WrappingLabel]:
    return [text for text in page.area.widget().findChildren(WrappingLabel) if text.text()]


def button(page: AboutPage, start: str) -> WrappingButton:
    (found,) = [
        one
        for one in page.area.widget().findChildren(WrappingButton)
        if one.accessibleName().startswith(start)
    ]
    return found


def click(page: AboutPage, start: str, qtbot: QtBot) -> None:
    page.area.ensureWidgetVisible(button(page, start))
    qtbot.mouseClick(button(page, start), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


@pytest.mark.parametrize(
    "line",
    [
        f"Version: {__version__}",
        f"Python: {platform.python_version()}",
        f"PySide6: {PySide6.__version__}",
        "License: Apache-2.0",
        "Identifier: small",
        "Edition: 1",
        "Made on: March 2, 2025",
        "License: CC0-1.0",
        "Answers reviewed: May 31, 2024",
        "Contacts checked: May 31, 2024",
        "This is not legal advice.",
    ],
)
def test_facts_of_program_and_pack(page: AboutPage, line: str) -> None:
    assert line in told(page)


def test_what_the_pack_says_is_shown_as_it_is(page: AboutPage) -> None:
    (label,) = [text.text() for text in labels(page) if "Publisher" in text.text()]
    assert "The &lt;i&gt;State&lt;/i&gt;" in label


def test_a_pack_without_these_facts_leaves_the_lines_out(
    pack: Pack, speaker: Translations, qtbot: QtBot
) -> None:
    bare = msgspec.structs.replace(pack, entries=(), contacts=())
    page = AboutPage(bare, "en")
    qtbot.addWidget(page)
    starts = {line.partition(":")[0] for line in told(page)}
    assert not starts & {"Publisher", "Made on", "Answers reviewed", "Contacts checked"}


def test_a_span_of_dates_names_both(pack: Pack, speaker: Translations, qtbot: QtBot) -> None:
    speaker.install("en")
    later = msgspec.structs.replace(pack.entries[0], id="later", reviewed_on=dt.date(2025, 1, 9))
    page = AboutPage(msgspec.structs.replace(pack, entries=(*pack.entries, later)), "en")
    qtbot.addWidget(page)
    assert "Answers reviewed: May 31, 2024 to January 9, 2025" in told(page)


def test_every_part_is_listed_with_its_licence(page: AboutPage) -> None:
    names = [one.accessibleName() for one in page.area.widget().findChildren(WrappingButton)]
    for part in components.components():
        assert f"{part.name} {part.version}. {part.use['en']}. {part.licence}" in names


def test_a_licence_opens_whole_and_the_way_back_leads_to_its_button(
    page: AboutPage, qtbot: QtBot
) -> None:
    click(page, "msgspec", qtbot)
    qtbot.waitUntil(page.licence.text.hasFocus)
    assert "Redistribution and use in source and binary forms" in page.licence.text.toPlainText()
    qtbot.mouseClick(page.licence.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button(page, "msgspec").hasFocus)


class Above(QWidget):
    """What the page stands in; hears the keys that the page has no use for."""

    heard = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.heard += event.key() == Qt.Key.Key_Escape


def test_escape_leads_back_before_it_closes(pack: Pack, qtbot: QtBot) -> None:
    above = Above()
    qtbot.addWidget(above)
    page = AboutPage(pack, "en", above)
    above.show()
    click(page, "msgspec", qtbot)
    qtbot.keyClick(page.licence.text, Qt.Key.Key_Escape)
    assert (page.area.isVisible(), above.heard) == (True, 0)
    qtbot.keyClick(page.area, Qt.Key.Key_Escape)
    assert above.heard == 1


def test_keys_alone_open_a_licence(page: AboutPage, qtbot: QtBot) -> None:
    page.area.setFocus()
    qtbot.keyClick(page.area, Qt.Key.Key_Tab)
    qtbot.waitUntil(button(page, "Read the license").hasFocus)
    qtbot.keyClick(button(page, "Read the license"), Qt.Key.Key_Space)
    assert "Apache License" in page.licence.text.toPlainText()


def test_a_missing_text_is_told(
    page: AboutPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(components, "asset", tmp_path.joinpath)
    click(page, "msgspec", qtbot)
    assert "missing from your copy" in page.licence.text.toPlainText()


def test_the_page_follows_the_language(
    page: AboutPage, speaker: Translations, qtbot: QtBot
) -> None:
    button(page, "tantivy").setFocus()
    speaker.install("es")
    page.set_language("es")
    assert "Trabajo y derechos" in [one.text() for one in page.area.findChildren(Heading)]
    qtbot.waitUntil(lambda: "búsqueda" in button(page, "tantivy").accessibleName())
    qtbot.waitUntil(button(page, "tantivy").hasFocus)


@pytest.mark.parametrize("size", [100, 200, 300])
def test_it_fits_into_a_narrow_card(page: AboutPage, size: int) -> None:
    apply_look(page, Look("light", size))
    assert page.area.widget().minimumSizeHint().width() <= page.area.viewport().width()


def test_buttons_are_large_enough_for_a_finger(page: AboutPage, qapp: QApplication) -> None:
    page.setStyleSheet(Look().style_sheet())
    page.area.widget().layout().activate()
    qapp.processEvents()
    heights = [one.height() for one in page.area.widget().findChildren(WrappingButton)]
    assert min(heights) >= 44


# -- one licence


@pytest.fixture
def view(speaker: Translations, qtbot: QtBot) -> LicenceView:
    speaker.install("en")
    view = LicenceView()
    qtbot.addWidget(view)
    apply_look(view, Look())
    view.resize(560, 400)
    view.show()
    view.activateWindow()
    view.show_licence("License of tea", "You may drink <b>it</b>.\n" * 200)
    qtbot.waitUntil(view.text.hasFocus)
    return view


def test_the_text_is_shown_as_it_is(view: LicenceView) -> None:
    assert view.text.toPlainText().startswith("License of tea\n\nYou may drink <b>it</b>.\n")
    assert view.text.accessibleName() == "License of tea"


def test_keys_move_through_it_and_change_nothing(view: LicenceView, qtbot: QtBot) -> None:
    before = view.text.toPlainText()
    qtbot.keyClicks(view.text, "mine")
    qtbot.keyClick(view.text, Qt.Key.Key_PageDown)
    assert view.text.verticalScrollBar().value() > 0
    assert view.text.toPlainText() == before
    assert not view.text.document().isUndoAvailable()


def test_tab_leads_out_of_it(view: LicenceView, qtbot: QtBot) -> None:
    qtbot.keyClick(view.text, Qt.Key.Key_Tab)
    assert not view.text.hasFocus()


def test_another_licence_begins_at_its_top(view: LicenceView) -> None:
    view.text.verticalScrollBar().setValue(900)
    view.show_licence("Another", "Short.\n" * 300)
    assert view.text.verticalScrollBar().value() == 0
