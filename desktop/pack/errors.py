"""What can be wrong with a pack, worded for the person who has to put it right.

`PackErrors` is everything wrong with one file, and what the reader raises; each of its
`faults` is a `PackError`.
"""

from __future__ import annotations

from dataclasses import dataclass

_SHOWN = 50  # faults in the text of one error; `faults` keeps them all


@dataclass(eq=False)  # exceptions must stay hashable
class PackError(Exception):
    """One fault of a pack; str() is one line, fit to show its author.

    Attributes:
        file: the file as the person named it.
        place: where in the file, "entries[4] (signs).answer.es" or "line 12, column 3";
            "" where the whole file is meant.
        expected: what should have stood there, a sentence.
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
    """A pack that cannot be used, with every fault found in it.

    Attributes:
        faults: all faults, in the order of the file.
    """

    def __init__(self, faults: tuple[PackError, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        lines = [str(fault) for fault in self.faults[:_SHOWN]]
        if rest := len(self.faults) - _SHOWN:
            lines += [f"… and {rest} more."] if rest > 0 else []
        return "\n".join(lines)
