"""Errors of packs, with messages for the author of a pack."""

from __future__ import annotations

from dataclasses import dataclass

_SHOWN = 50  # errors in the text of a `PackErrors`; its `faults` are complete


@dataclass(eq=False)  # exceptions must stay hashable
class PackError(Exception):
    """One error of a pack; str() is one line for its author.

    Attributes:
        file: the file as the user named it.
        place: location in the file, "entries[4] (signs).answer.es" or "line 12, column 3";
            "" for the whole file.
        expected: the expectation, a sentence.
        remedy: what to do about it, a sentence.
    """

    file: str
    place: str
    expected: str
    remedy: str

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        return f"{where}: {self.expected} {self.remedy}".rstrip()

    def __reduce__(self) -> tuple[type[PackError], tuple[str, str, str, str]]:
        return PackError, (self.file, self.place, self.expected, self.remedy)


class PackErrors(Exception):  # noqa: N818  # "PackErrorsError" would be worse
    """A pack cannot be used; carries all its errors.

    Attributes:
        faults: the errors, in the order of the file.
    """

    def __init__(self, faults: tuple[PackError, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        lines = [str(fault) for fault in self.faults[:_SHOWN]]
        if rest := len(self.faults) - _SHOWN:
            lines += [f"… and {rest} more."] if rest > 0 else []
        return "\n".join(lines)
