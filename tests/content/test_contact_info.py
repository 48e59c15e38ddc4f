from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.content.conftest import Reached


def test_a_contact_without_a_place_or_short_name_is_its_name(reached: Reached) -> None:
    (hotline,) = reached("hotline", place="", short_name={})
    assert hotline.full_name == hotline.label == "State hotline"


def test_numbers_for_teletypewriters_are_no_voice_numbers(reached: Reached) -> None:
    (hotline,) = reached("hotline")
    assert [each.number for each in hotline.voice_numbers] == ["505-555-0100", "233733"]
