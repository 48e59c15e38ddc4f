"""What a person leaves in the program, and one call that takes all of it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container


class Traces:
    """The wipers of a window, in the order they were registered.

    Whoever keeps something of a visit registers how to forget it, where it is made.
    """

    def __init__(self) -> None:
        self._wipers: dict[str, Callable[[], None]] = {}

    def register(self, name: str, wipe: Callable[[], None]) -> None:
        """Have `wipe` called whenever somebody leaves.

        Args:
            name: what it forgets, for the author of an error report; no text of a person.
            wipe: forgets it; may be called again and again.

        Raises:
            ValueError: the name is taken, so one of the two would never be called.
        """
        if name in self._wipers:
            raise ValueError(f"There is a wiper {name!r} already.")
        self._wipers[name] = wipe

    def wipe(self, *, but: Container[str] = ()) -> tuple[str, ...]:
        """Call every wiper, whatever becomes of the others.

        Args:
            but: names of those that are not called.

        Returns: the names of those that failed. What they raised is dropped: it may quote
            what the person wrote.
        """
        failed = []
        for name, wipe in self._wipers.items():
            if name in but:
                continue
            try:
                wipe()
            except Exception:  # noqa: BLE001  # the next one must still be called
                failed.append(name)
        return tuple(failed)
