from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from desktop.ui.printing.page_size import Paper, default_paper, page_geometry


@pytest.mark.parametrize(
    ("paper", "width", "height"),
    [(Paper.LETTER, 8.5 * 1440, 11 * 1440), (Paper.A4, 11_905.5, 16_837.8)],
)
def test_sheets_have_their_size_in_twips(paper: Paper, width: float, height: float) -> None:
    sheet = page_geometry(paper)
    assert (sheet.width, sheet.height) == pytest.approx((width, height), abs=1)


@pytest.mark.parametrize("paper", Paper)
def test_header_text_and_footer_do_not_meet(paper: Paper) -> None:
    sheet = page_geometry(paper)
    assert 0 < sheet.header < sheet.header + 400 < sheet.top < sheet.bottom < sheet.footer
    assert sheet.footer + 400 < sheet.height


@pytest.mark.parametrize(
    ("locale", "paper"),
    [
        ("en_US", Paper.LETTER),
        ("es_US", Paper.LETTER),
        ("es_MX", Paper.LETTER),
        ("en_CA", Paper.LETTER),
        ("C", Paper.LETTER),
        ("es_ES", Paper.A4),
        ("en_GB", Paper.A4),
        ("es_AR", Paper.A4),
    ],
)
def test_paper_is_that_of_the_place(locale: str, paper: Paper) -> None:
    assert default_paper(QLocale(locale)) is paper
