from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.kiosk.guard.allowed_keys import is_allowed

KEY, HELD = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CTRL, ALT = (
    *(HELD.NoModifier, HELD.ShiftModifier, HELD.ControlModifier),
    HELD.AltModifier,
)
CHORDS = (CTRL, ALT, HELD.MetaModifier, CTRL | ALT, CTRL | SHIFT, ALT | SHIFT)


@pytest.mark.parametrize("text", ["a", "Z", "7", " ", "/", "ñ", "Ü", "¿", "¡", "'"])
@pytest.mark.parametrize("held", [NONE, SHIFT, HELD.KeypadModifier])
def test_what_writes_is_allowed(text: str, held: Qt.KeyboardModifier) -> None:
    assert is_allowed(ord(text.upper()), held, text, platform="linux")


@pytest.mark.parametrize(
    "key",
    [
        *(
            KEY.Key_Backspace,
            KEY.Key_Delete,
            KEY.Key_Left,
            KEY.Key_Right,
            KEY.Key_Home,
            KEY.Key_End,
        ),
        *(KEY.Key_Up, KEY.Key_Down, KEY.Key_PageUp, KEY.Key_PageDown),
        *(KEY.Key_Return, KEY.Key_Enter, KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Shift),
        *(KEY.Key_Dead_Acute, KEY.Key_Dead_Tilde, KEY.Key_Dead_Diaeresis, KEY.Key_AltGr),
        *(KEY.Key_Multi_key, KEY.Key_CapsLock),
    ],
)
def test_what_edits_and_moves_is_allowed(key: Qt.Key) -> None:
    assert is_allowed(key, NONE, "")


@pytest.mark.parametrize("held", CHORDS)
@pytest.mark.parametrize("text", ["a", "\x01", ""])
@pytest.mark.parametrize("key", [KEY.Key_A, KEY.Key_Tab, KEY.Key_Left, KEY.Key_Shift, KEY.Key_1])
def test_no_chord_is_allowed(key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
    assert not is_allowed(key, held, text, platform="linux")


@pytest.mark.parametrize("number", range(1, 36))
def test_no_function_key_is_allowed(number: int) -> None:
    assert not is_allowed(KEY.Key_F1.value + number - 1, NONE, "")


@pytest.mark.parametrize(
    "key",
    [
        *(KEY.Key_Menu, KEY.Key_Print, KEY.Key_SysReq, KEY.Key_Pause, KEY.Key_Insert, KEY.Key_Help),
        *(KEY.Key_Super_L, KEY.Key_Meta, KEY.Key_Control, KEY.Key_Alt, KEY.Key_Escape),
        *(KEY.Key_Back, KEY.Key_HomePage, KEY.Key_Search, KEY.Key_LaunchMail, KEY.Key_Explorer),
        *(KEY.Key_VolumeUp, KEY.Key_MediaPlay, KEY.Key_PowerOff, KEY.Key_Sleep, KEY.Key_Copy),
        *(KEY.Key_Paste, KEY.Key_Cut, KEY.Key_Undo, KEY.Key_Open, KEY.Key_Close, KEY.Key_unknown),
    ],
)
def test_no_other_key_is_allowed(key: Qt.Key) -> None:
    assert not is_allowed(key, NONE, "")


@pytest.mark.parametrize("key", [KEY.Key_Left, KEY.Key_End, KEY.Key_Down, KEY.Key_Delete])
def test_shift_neither_marks_nor_cuts(key: Qt.Key) -> None:
    assert not is_allowed(key, SHIFT, "")


@pytest.mark.parametrize(
    ("held", "platform", "allowed"),
    [
        (HELD.GroupSwitchModifier, "linux", True),
        (CTRL | ALT, "win32", True),
        (CTRL | ALT, "linux", False),
        (CTRL, "win32", False),
        (ALT, "win32", False),
        (CTRL | ALT | HELD.MetaModifier, "win32", False),
    ],
)
def test_alt_gr_writes(held: Qt.KeyboardModifier, platform: str, allowed: bool) -> None:
    assert is_allowed(KEY.Key_At, held, "@", platform=platform) is allowed


def test_ctrl_and_alt_without_a_letter_are_no_alt_gr() -> None:
    assert not is_allowed(KEY.Key_Delete, CTRL | ALT, "\x7f", platform="win32")
