"""What a person leaves in the program, and one call that takes all of it away."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from PySide6.QtCore import QObject


class NotForgotten(Exception):
    """Something of a visit could not be forgotten; only the end of the process does that.

    Its cause is what the first wiper that failed raised, which may quote a person; str() has
    the names of all that failed.
    """


class CleanupRegistry:
    """The wipers of a window, in the order they were registered.

    While they run, the parts that a window connects send no signals: none of its slots, and no
    other part, hears of one that is half wiped. What a slot would have done is a wiper's own
    call. Connections inside a part stay as they are, since a view that misses the reset of its
    model breaks.
    """

    def __init__(self) -> None:
        self._wipers: dict[str, Callable[[], object]] = {}
        self._parts: tuple[QObject, ...] = ()

    def register(
        self, wipers: Mapping[str, Callable[[], object]], *, silent: tuple[QObject, ...] = ()
    ) -> None:
        """Have `wipers` called whenever somebody leaves, after those registered before.

        Args:
            wipers: by what each forgets, for the author; no text of a person. Each may be
                called again and again.
            silent: parts whose signals are blocked meanwhile.

        Raises:
            ValueError: a name is taken, so one of the two would never be called.
        """
        if taken := self._wipers.keys() & wipers.keys():
            raise ValueError(f"There are wipers of this name already: {', '.join(taken)}.")
        self._wipers |= wipers
        self._parts += silent

    def wipe(self, *, but: Container[str] = ()) -> None:
        """Call every wiper, whatever becomes of the others.

        Args:
            but: names of those that are not called.

        Raises:
            NotForgotten: after all were called, if some failed.
        """
        failed: dict[str, Exception] = {}
        with _silent(self._parts):
            for name, wipe in self._wipers.items():
                try:
                    if name not in but:
                        wipe()
                except Exception as error:  # noqa: BLE001  # the next one must still be called
                    failed[name] = error
        if failed:
            raise NotForgotten(f"not forgotten: {', '.join(failed)}") from next(
                iter(failed.values())
            )


@contextmanager
def _silent(parts: tuple[QObject, ...]) -> Iterator[None]:
    blockers = [QSignalBlocker(part) for part in parts]
    try:
        yield
    finally:
        for blocker in blockers:
            blocker.unblock()
