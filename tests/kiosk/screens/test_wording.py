from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.kiosk.screens.wording import Wording


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Touch to start"),
        ("es", "Toque para empezar"),
        ("es-MX", "Toque para empezar"),
        ("nv", "Touch to start"),
    ],
)
def test_words_are_found_in_any_language_at_any_time(lang: str, words: str, qtbot: QtBot) -> None:
    assert Wording("Attract").say("Touch to start", lang) == words


def test_what_is_not_translated_stays(qtbot: QtBot) -> None:
    assert Wording("Attract").say("no such words", "es") == "no such words"
