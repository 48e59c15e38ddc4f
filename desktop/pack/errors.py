"""Errors of packs, with messages for the author of a pack."""

from __future__ import annotations

from dataclasses import dataclass

_SHOWN = 50  # errors in the text of a `PackErrors`; its `errors` are complete


@dataclass(frozen=True, slots=True)
class PackError:
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


class PackErrors(Exception):  # noqa: N818  # "PackErrorsError" would be worse
    """A pack cannot be used; `errors` are all its errors, in the order of the file."""

    def __init__(self, errors: tuple[PackError, ...]) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        lines = [str(error) for error in self.errors[:_SHOWN]]
        if (rest := len(self.errors) - _SHOWN) > 0:
            lines.append(f"… and {rest} more.")
        return "\n".join(lines)
