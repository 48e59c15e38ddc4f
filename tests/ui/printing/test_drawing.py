from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.content.booklet.piece import Frame
from desktop.content.booklet.structure import TextReference
from desktop.ui.printing.drawing import draw_page
from desktop.ui.printing.type_sizes import ink

if TYPE_CHECKING:
    from desktop.ui.printing.page_layout import PageLayout, PageLine

SCALE = 1 / 20  # a pixel to the point


def picture(setting: PageLayout, page: int) -> QImage:
    image = QImage(612, 792, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    draw_page(painter, setting, page)
    painter.end()
    return image


def rows_in(setting: PageLayout, frame: Frame) -> list[PageLine]:
    pieces = setting.document.pieces
    return [row for row in setting.pages[0] if pieces[row.piece].frame is frame]


def has_ink(image: QImage, top: float, bottom: float) -> bool:
    rows = range(round(top * SCALE), round(bottom * SCALE))
    white = QColor("white").rgb()
    return any(image.pixel(x, y) != white for y in rows for x in range(image.width()))


def test_the_brief_is_tinted_with_a_bar(set_answer: PageLayout) -> None:
    image, rows = picture(set_answer, 0), rows_in(set_answer, Frame.BRIEF)
    middle = round((rows[0].y + rows[0].height) * SCALE)
    assert image.pixelColor(530, middle) == ink("accent_bg")
    assert image.pixelColor(73, middle) == ink("accent")
    assert image.pixelColor(548, middle) == QColor("white")


def test_header_and_footer_are_drawn_and_margins_are_clear(set_answer: PageLayout) -> None:
    image, sheet = picture(set_answer, 0), set_answer.sheet
    assert has_ink(image, sheet.header, sheet.header + 280)
    assert has_ink(image, sheet.footer, sheet.footer + 280)
    assert not has_ink(image, 0, sheet.header)
    assert not has_ink(image, sheet.footer + 320, sheet.height)
    clear = image.copy(0, 0, 71, image.height())
    assert not has_ink(clear, 0, sheet.height)


def test_every_piece_of_a_page_is_told_in_order(set_answer: PageLayout) -> None:
    told: list[TextReference | None] = []
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    draw_page(painter, set_answer, 0, told.append)
    painter.end()
    expected = sorted({row.piece for row in set_answer.pages[0]})
    assert [part.piece for part in told if part and not part.is_label] == expected
    assert told[0] is told[-1] is None
    assert TextReference(expected[-1], is_label=True) in told


@pytest.mark.parametrize("page", [1, 2])
def test_dots_lead_to_numbers_in_contents(set_booklet: PageLayout, page: int) -> None:
    image = picture(set_booklet, 1)
    lines = [row for row in set_booklet.pages[1] if set_booklet.document.pieces[row.piece].target]
    row = lines[page]
    right = image.copy(520, round(row.y * SCALE), 21, round(row.height * SCALE))
    assert has_ink(right, 0, right.height() / SCALE)
    between = image.copy(440, round(row.y * SCALE), 40, round(row.height * SCALE))
    assert has_ink(between, 0, between.height() / SCALE)
