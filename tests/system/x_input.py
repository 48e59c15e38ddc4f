"""Keys, buttons and pointer of an X server, pressed by its XTEST extension: thousands a second."""

from __future__ import annotations

import ctypes
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from tests.system.x_client import XClient

if TYPE_CHECKING:
    from collections.abc import Iterable

LEFT, MIDDLE, RIGHT, UP, DOWN = 1, 2, 3, 4, 5
BUTTONS: Final = range(1, 10)  # 4 to 7 are wheels, 8 and 9 go back and forward
KEYCODES: Final = range(8, 256)
_CORE_KEYBOARD: Final = 0x100  # XkbUseCoreKbd
_ALL_MODIFIERS: Final = 0xFF


class XInput(XClient):
    """A keyboard and a mouse."""

    def __init__(self, display: str) -> None:
        super().__init__(display)
        self._test: Any = ctypes.CDLL("libXtst.so.6")
        number, any_ = ctypes.c_uint, ctypes.c_void_p
        for name in ("XTestFakeKeyEvent", "XTestFakeButtonEvent"):
            getattr(self._test, name).argtypes = (any_, number, ctypes.c_int, ctypes.c_ulong)
        whole = ctypes.c_int
        self._test.XTestFakeMotionEvent.argtypes = (any_, whole, whole, whole, ctypes.c_ulong)
        self.code = cache(self._code)

    def _code(self, name: str) -> int:
        return int(self.x.XKeysymToKeycode(self.display, self.x.XStringToKeysym(name.encode())))

    def has(self, name: str) -> bool:
        """Whether the keyboard has a key of that keysym."""
        return bool(self.code(name))

    def key(self, code: int, *, down: bool) -> None:
        """Press or let go of the key with a number of the server."""
        self._test.XTestFakeKeyEvent(self.display, code, down, 0)

    def chord(self, names: Iterable[str]) -> None:
        """Press keys one after the other, by their keysyms, and let go in the other order."""
        codes = [self.code(name) for name in names]
        for code in codes:
            self.key(code, down=True)
        for code in reversed(codes):
            self.key(code, down=False)

    def button(self, number: int, *, down: bool) -> None:
        """Press or let go of a button of the mouse."""
        self._test.XTestFakeButtonEvent(self.display, number, down, 0)

    def move(self, x: int, y: int) -> None:
        """Move the pointer to a place of the screen."""
        self._test.XTestFakeMotionEvent(self.display, -1, x, y, 0)

    def click(self, place: tuple[int, int], button: int = LEFT) -> None:
        """Move there and click."""
        self.move(*place)
        self.button(button, down=True)
        self.button(button, down=False)

    def let_go(self) -> None:
        """Let go of everything, and of what is locked, as Caps Lock does."""
        for number in BUTTONS:
            self.button(number, down=False)
        for code in KEYCODES:
            self.key(code, down=False)
        self.x.XkbLockModifiers(self.display, _CORE_KEYBOARD, _ALL_MODIFIERS, 0)
        self.x.XkbLockGroup(self.display, _CORE_KEYBOARD, 0)
        self.sync()
