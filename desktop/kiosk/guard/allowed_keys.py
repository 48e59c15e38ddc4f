"""Keys that a visitor may use: typing and navigation. All other keys are blocked.

This is an allow list, since a list of dangerous keys is never complete.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt

_KEY, _HELD = Qt.Key, Qt.KeyboardModifier
NAVIGATION_KEYS = frozenset(
    {_KEY.Key_Left, _KEY.Key_Right, _KEY.Key_Up, _KEY.Key_Down}
    | {_KEY.Key_Home, _KEY.Key_End, _KEY.Key_PageUp, _KEY.Key_PageDown}
    | {_KEY.Key_Delete}  # with Shift it cuts; the others select text
)
WITH_SHIFT = frozenset(
    {_KEY.Key_Backspace, _KEY.Key_Return, _KEY.Key_Enter, _KEY.Key_Tab, _KEY.Key_Backtab}
    # Keys that write nothing themselves, but are used for typing or for the quick exit.
    | {_KEY.Key_Shift, _KEY.Key_CapsLock, _KEY.Key_NumLock}
    | {_KEY.Key_AltGr, _KEY.Key_Mode_switch, _KEY.Key_Multi_key}
)
DEAD = range(_KEY.Key_Dead_Grave.value, _KEY.Key_Dead_Longsolidusoverlay.value + 1)  # accents
BESIDE_TEXT = _HELD.ShiftModifier | _HELD.KeypadModifier | _HELD.GroupSwitchModifier
ALT_GR_OF_WINDOWS = _HELD.ControlModifier | _HELD.AltModifier


def is_allowed(
    key: int, held: Qt.KeyboardModifier, text: str, *, platform: str = sys.platform
) -> bool:
    """Whether a press of `key` that writes `text`, with modifiers held, may reach the kiosk."""
    writes = bool(text) and text.isprintable()
    if platform == "win32" and writes and held & ALT_GR_OF_WINDOWS == ALT_GR_OF_WINDOWS:
        held &= ~ALT_GR_OF_WINDOWS  # Windows reports AltGr as Ctrl and Alt
    if held & ~BESIDE_TEXT:
        return False
    if key in DEAD or key in WITH_SHIFT:
        return True
    if key in NAVIGATION_KEYS:
        return not held & _HELD.ShiftModifier
    return writes
