from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton

from desktop.content.qr_code import encode_qr
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import THEMES, Look
from desktop.ui.takeaway.qr_page import LEAST, MOST, QrPage, QrWidget, image

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.translations import Translations
    from desktop.ui.widgets.choices import ChoiceButtons
    from tests.conftest import Opened, Scan


@pytest.fixture
def page(flagship: Pack, opened: Opened[QrPage]) -> QrPage:
    return opened(QrPage(flagship, "signs", "en"))


def offered(choices: ChoiceButtons) -> list[QPushButton]:
    return choices.findChildren(QPushButton, "choice")


def words(choices: ChoiceButtons) -> list[str]:
    return [button.accessibleName() for button in offered(choices)]


def click(qtbot: QtBot, choices: ChoiceButtons, at: int) -> None:
    qtbot.mouseClick(offered(choices)[at], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("at", range(20))
def test_every_code_is_the_text_beside_it(
    flagship: Pack, opened: Opened[QrPage], qtbot: QtBot, scan: Scan, lang: str, at: int
) -> None:
    page = opened(QrPage(flagship, flagship.entries[at].id, lang))
    for kind in range(len(offered(page.kinds))):
        click(qtbot, page.kinds, kind)
        for number in range(max(len(offered(page.numbers)), 1)):
            if number:
                offered(page.numbers)[number].click()
            assert scan(page.code.grab().toImage()) == page.payload.text()


def test_the_shipped_pack_has_twenty_entries(flagship: Pack) -> None:
    assert len(flagship.entries) == 20


def test_the_answer_is_first_and_has_no_address(page: QrPage) -> None:
    assert words(page.kinds) == ["The answer", "A number to call", "A number to text"]
    assert page.payload.text().startswith("911: In danger\n505-438-3733: New Mexico hotline")
    assert "://" not in page.payload.text()
    assert page.numbers.isHidden()


def test_a_number_to_call(page: QrPage, qtbot: QtBot) -> None:
    click(qtbot, page.kinds, 1)
    click(qtbot, page.numbers, 1)
    assert words(page.numbers)[1] == "New Mexico hotline: 505-438-3733"
    assert page.payload.text() == "tel:5054383733"
    assert "505-438-3733 (New Mexico hotline)" in page._intro.text()


def test_a_number_to_text_by_key(page: QrPage, qtbot: QtBot) -> None:
    qtbot.keyClick(offered(page.kinds)[2], Qt.Key.Key_Space)
    qtbot.keyClick(offered(page.numbers)[1], Qt.Key.Key_Space)
    assert page.payload.text() == "sms:233733"


def test_another_kind_starts_with_its_first_number(page: QrPage, qtbot: QtBot) -> None:
    click(qtbot, page.kinds, 1)
    click(qtbot, page.numbers, 3)
    click(qtbot, page.kinds, 2)
    assert page.payload.text() == "sms:5054383733"


def test_kinds_that_no_contact_has_are_not_offered(pack: Pack, opened: Opened[QrPage]) -> None:
    bare = opened(QrPage(_without_contacts(pack), "pay", "en"))
    assert bare.kinds.isHidden()
    assert bare.payload.text() == "Whoever hired you."


def _without_contacts(pack: Pack) -> Pack:
    manifest = msgspec.structs.replace(pack.manifest, help=())
    return msgspec.structs.replace(pack, manifest=manifest, contacts=())


def test_what_fits_into_no_code_is_said(pack: Pack, opened: Opened[QrPage]) -> None:
    entry = msgspec.structs.replace(pack.entry_by_id["pay"], brief={"en": "x" * 500})
    page = opened(
        QrPage(msgspec.structs.replace(_without_contacts(pack), entries=(entry,)), "pay", "en")
    )
    assert page.code.isHidden()
    assert page.payload.isHidden()
    assert "too long" in page._intro.text()


def test_another_language_keeps_the_choice(page: QrPage, qtbot: QtBot) -> None:
    click(qtbot, page.kinds, 1)
    click(qtbot, page.numbers, 1)
    page.set_language("es")
    assert words(page.numbers)[1] == "Línea de Nuevo México: 505-438-3733"
    assert page.payload.text() == "tel:5054383733"


def test_learning_is_offered(page: QrPage, qtbot: QtBot) -> None:
    assert page.learn.words == "Learn a number"
    with qtbot.waitSignal(page.learnRequested):
        qtbot.keyClick(page.learn, Qt.Key.Key_Space)


def test_phones_keep_traces(page: QrPage) -> None:
    assert "Phones keep a history" in page._trace.text()


@pytest.mark.parametrize("size", [(512, 300), (712, 480), (952, 600)])
@pytest.mark.parametrize("text_size", [100, 200, 300])
def test_the_code_is_readable_in_every_room(
    page: QrPage, scan: Scan, size: tuple[int, int], text_size: int
) -> None:
    apply_look(page, Look(text_size=text_size))
    page.resize(*size)
    assert page.code.width() >= page.code.side(LEAST)
    assert page.code.width() <= page.width()
    assert scan(page.code.grab().toImage()) == page.payload.text()


def test_wide_pages_have_the_code_beside_the_words(page: QrPage) -> None:
    assert page.code.parent() is page
    apply_look(page, Look(text_size=300))
    assert page.code.parent() is page.content


def test_a_screen_that_draws_everything_larger_draws_the_code_larger(page: QrPage) -> None:
    apply_look(page, Look(base=300))
    page.resize(3000, 2000)
    assert page.code.width() == page.code.side(MOST * 3)


# The code ---------------------------------------------------------------------------------


@pytest.fixture
def code(qtbot: QtBot, speaker: Translations) -> QrWidget:
    speaker.install("en")
    code = QrWidget()
    qtbot.addWidget(code)
    return code


@pytest.mark.parametrize("module", [1, 3, 4])
def test_modules_are_whole_pixels_of_black_and_white(module: int) -> None:
    matrix = encode_qr("911")
    picture = image(matrix, module)
    assert picture.width() == picture.height() == matrix.size * module
    for y, row in enumerate(matrix.rows):
        seen = [picture.pixelColor(x * module, y * module).lightness() for x in range(len(row))]
        assert seen == [0 if dark else 255 for dark in row]


@pytest.mark.parametrize("theme", sorted(THEMES))
def test_it_can_be_read_in_every_theme(
    code: QrWidget, scan: Scan, theme: str, qapp: QApplication
) -> None:
    qapp.setStyleSheet(Look(theme).style_sheet())
    code.show_code("Llame al 911, señora. ¿Sí?")
    code.set_module(3)
    assert scan(code.grab().toImage()) == "Llame al 911, señora. ¿Sí?"
    qapp.setStyleSheet("")


def test_it_fits_into_the_room_there_is(code: QrWidget) -> None:
    code.show_code("911")
    assert code.largest_module(code.side(4)) == 4
    assert code.largest_module(code.side(4) - 1) == 3
    assert code.largest_module(10_000) == MOST


def test_a_screen_reader_meets_a_picture_with_its_words(code: QrWidget) -> None:
    code.show_code("911: In danger")
    seen = QAccessible.queryAccessibleInterface(code)
    assert seen.role() == QAccessible.Role.Graphic
    assert seen.text(QAccessible.Text.Name) == "QR code with: 911: In danger"
