from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.screens.wording import TranslationLookup

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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
    assert TranslationLookup("Attract").say("Touch to start", lang) == words


def test_what_is_not_translated_stays(qtbot: QtBot) -> None:
    assert TranslationLookup("Attract").say("no such words", "es") == "no such words"
