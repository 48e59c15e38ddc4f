"""Tells systemd how the kiosk does, where systemd started it; else tells nobody.

Source: sd_notify(3).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from systemd_watchdog.systemd_watchdog import WatchDog

if TYPE_CHECKING:
    from collections.abc import Mapping


class ServiceManager:
    """What systemd is told. It being busy or gone never stops the kiosk."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Find systemd.

        Args:
            environ: the environment variables of the process.
        """
        address = environ.get("NOTIFY_SOCKET", "")
        self._systemd = WatchDog(addr=address) if address else None
        self._is_ready = False

    def tell_ready(self) -> None:
        """Something is on the screen; said once."""
        with suppress(OSError):
            if self._systemd and not self._is_ready:
                self._systemd.ready()
                self._is_ready = True

    def tell_alive(self) -> None:
        """We are watching.

        Always sent: whether it is due, the library asks a clock that people set, and in the
        one-file executable it would not know the interval, which is that of another process.
        """
        with suppress(OSError):
            if self._systemd:
                self._systemd.notify()

    def tell_status(self, words: str) -> None:
        """One line for `systemctl status`."""
        with suppress(OSError):
            if self._systemd:
                self._systemd.status(words)

    def tell_stopping(self) -> None:
        """We end in order."""
        self.tell_status("Ending\nSTOPPING=1")  # a second line is a second assignment
