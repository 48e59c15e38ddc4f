"""Reads a pack into a frozen `Pack`, or raises all errors of the file at once.

A valid pack takes one call of msgspec. For any other file `desktop.pack.check.diagnosis` finds the
errors in the raw JSON. A pack is untrusted input; its limits are here and in the model.
"""

from __future__ import annotations

import stat
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Final

import msgspec

from desktop.pack import integrity
from desktop.pack.errors import PackError, PackErrors
from desktop.pack.model import Pack

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 2 * 1024**3
"""Largest file that is read, in bytes (2 GiB)."""

_DECODER: Final = msgspec.json.Decoder(Pack)


def read(path: Path) -> Pack:
    """Read the pack at `path`.

    Raises:
        PackErrors: the file cannot be read or is not a valid pack; carries all errors.
    """
    return decode_pack(load(path), file=str(path))


def load(path: Path) -> bytes:
    """The bytes of the file at `path`.

    Raises:
        PackErrors: the file is missing, too large or unreadable.
    """
    check_file(path)
    try:
        return path.read_bytes()
    except MemoryError:
        raise _too_big(str(path)) from None
    except OSError as error:
        raise _unreadable(path, error) from None


def check_file(path: Path) -> None:
    """Check that the file at `path` can be a pack, without reading it.

    Raises:
        PackErrors: the file is missing, too large or unreadable.
    """
    file = str(path)
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode):
            path.open("rb").close()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(path, error) from None
    if stat.S_ISDIR(status.st_mode):
        raise as_pack_errors(file, "This is a folder, not a pack.", "Name the file of the pack.")
    if not stat.S_ISREG(status.st_mode):  # a pipe or device may be endless
        raise as_pack_errors(file, "This is not a regular file.", "Name the file of the pack.")
    if status.st_size > MAX_BYTES:
        raise as_pack_errors(
            file,
            f"A pack has at most {MAX_BYTES // 1024**3} GiB.",
            "Split it into several packs.",
        )


def _unreadable(path: Path, error: Exception) -> PackErrors:
    file = str(path)
    if isinstance(error, FileNotFoundError):
        return as_pack_errors(file, "There is no such file.", "Check the name and the folder.")
    if isinstance(error, PermissionError):
        return as_pack_errors(
            file, "You may not read this file.", "Ask its owner for the right to read it."
        )
    reason = getattr(error, "strerror", None) or "its name is not allowed"
    return as_pack_errors(
        file, f"The file cannot be read ({reason}).", "Check the name and the disk."
    )


def decode_pack(data: bytes, *, file: str) -> Pack:
    """Read a pack from `data`; a UTF-8 byte order mark at its start is skipped.

    Args:
        data: the JSON document.
        file: its name in error messages.

    Raises:
        PackErrors: `data` is not a valid pack; carries all errors.
    """
    try:
        pack = _DECODER.decode(
            memoryview(data)[len(BOM_UTF8) :] if data.startswith(BOM_UTF8) else data
        )
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OverflowError) as error:
        reason = str(error)
    except MemoryError:
        raise _too_big(file) from None
    else:
        if has_valid_references(pack):
            return pack
        reason = "its parts do not fit together"
    from desktop.pack.check.diagnosis import diagnose  # noqa: PLC0415  # the first paint does not wait

    errors = tuple(
        PackError(file, problem.where.path, problem.expected, problem.remedy)
        for problem in diagnose(data)
        if problem.is_error
    )
    raise PackErrors(
        errors
        or (PackError(file, "", f"This is not a valid pack: {reason}.", "Report this file to us."),)
    )


def has_valid_references(pack: Pack) -> bool:
    """Whether the ids and references of `pack` are valid."""
    return next(integrity.problems(pack), None) is None


def as_pack_errors(file: str, expected: str, remedy: str) -> PackErrors:
    """An error about a whole file."""
    return PackErrors((PackError(file, "", expected, remedy),))


def _too_big(file: str) -> PackErrors:
    return as_pack_errors(
        file, "The pack does not fit into this computer's memory.", "Close other programs."
    )
