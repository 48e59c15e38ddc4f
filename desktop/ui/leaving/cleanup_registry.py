"""Registry of the traces of a person, which one call deletes."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from PySide6.QtCore import QObject


class NotForgotten(Exception):
    """A trace of a visit could not be deleted; only the end of the process does that.

    Its cause is the exception of the first wiper that failed, which may quote a person; str() has
    the names of all that failed.
    """


class CleanupRegistry:
    """The wipers of a window, in the order of their registration.

    While they run, the signals of the `silent` parts are blocked, so that no slot sees a part that
    is half wiped; a wiper calls what such a slot would have done. Connections inside a part stay
    active, since a view that misses the reset of its model breaks.
    """

    def __init__(self) -> None:
        self._wipers: dict[str, Callable[[], object]] = {}
        self._parts: tuple[QObject, ...] = ()

    def register(
        self, wipers: Mapping[str, Callable[[], object]], *, silent: tuple[QObject, ...] = ()
    ) -> None:
        """Add `wipers`, which each exit calls after those registered before.

        Args:
            wipers: by the name of the deleted data, for the author; no text of a person. Each must
                be repeatable.
            silent: parts whose signals are blocked while wipers run.

        Raises:
            ValueError: a name is already registered.
        """
        if taken := self._wipers.keys() & wipers.keys():
            raise ValueError(f"There are wipers of this name already: {', '.join(taken)}.")
        self._wipers |= wipers
        self._parts += silent

    def run(self, *, but: Container[str] = ()) -> None:
        """Call every wiper, even if others fail.

        Args:
            but: names of those that are not called.

        Raises:
            NotForgotten: after all were called, if some failed.
        """
        failed: dict[str, Exception] = {}
        with ExitStack() as silence:
            for part in self._parts:
                silence.enter_context(QSignalBlocker(part))
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
