from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.search.results import Explanation, Hit, Span
from desktop.ui.results.hit_model import HitModel, HitRole

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

WHY = Explanation((Span(13, 18),), "Some signs", (Span(5, 10),))
HITS = (
    Hit("signs", "en", 2.0, "What are the signs?", WHY),
    Hit("pay", "es", 1.0, "¿Quién me debe el salario?"),
)


@pytest.fixture
def model() -> HitModel:
    model = HitModel()
    model.set_hits(HITS)
    return model


def test_qt_finds_no_fault(model: HitModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_hits_stand_in_their_order(model: HitModel) -> None:
    ids = [model.index(row, 0).data(HitRole.ENTRY_ID) for row in range(model.rowCount())]
    assert ids == ["signs", "pay"]


@pytest.mark.parametrize(
    ("role", "value"),
    [
        (Qt.ItemDataRole.DisplayRole, "What are the signs?"),
        (Qt.ItemDataRole.AccessibleTextRole, "What are the signs?"),
        (Qt.ItemDataRole.AccessibleDescriptionRole, "Some signs"),
        (HitRole.LANG, "en"),
        (HitRole.QUESTION_SPANS, (Span(13, 18),)),
        (HitRole.PASSAGE, "Some signs"),
        (HitRole.PASSAGE_SPANS, (Span(5, 10),)),
        (Qt.ItemDataRole.ToolTipRole, None),
    ],
)
def test_roles(model: HitModel, role: int, value: object) -> None:
    assert model.index(0, 0).data(role) == value


def test_new_hits_reset_the_model(model: HitModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.set_hits(())
    assert model.rowCount() == 0


def test_hits_have_no_children(model: HitModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
