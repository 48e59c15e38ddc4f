"""Reads a pack: bytes in, a frozen `Pack` out, or every fault of the file at once.

A sound pack takes the fast path, one call of msgspec. For any other file
`desktop.pack.diagnosis` goes over the raw JSON and names what is wrong in plain words.
A pack is untrusted input; its limits stand here and in the model.
"""

from __future__ import annotations

import mmap
import stat
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from desktop.pack.errors import PackError, PackErrors
from desktop.pack.model import Entry, Pack, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MAX_BYTES: Final = 2 * 1024**3
"""Largest file that is read, in bytes (2 GiB)."""

MAX_TOPIC_DEPTH: Final = 8
"""Topics in topics, at most; the roots of the tree are at depth 1."""

_DECODER: Final = msgspec.json.Decoder(Pack)


def _raw(field: msgspec.structs.FieldInfo) -> tuple[str, object, object]:
    """A field of `Pack`, the entries of which stay undecoded."""
    default = msgspec.field(default=field.default, default_factory=field.default_factory)
    return field.name, list[msgspec.Raw] if field.name == "entries" else field.type, default


_RAW_DECODER: Final = msgspec.json.Decoder(
    msgspec.defstruct("RawPack", map(_raw, msgspec.structs.fields(Pack)), kw_only=True)
)
_BOM: Final = b"\xef\xbb\xbf"


def read(path: Path) -> Pack:
    """Read the pack at `path`.

    Raises:
        PackErrors: the file cannot be read or is no sound pack; carries all faults.
    """
    file = str(path)
    return decode(load(path), file=file)


def load(path: Path) -> bytes:
    """The bytes of the file at `path`, if it is a file of a size that can be a pack.

    Raises:
        PackErrors: there is no such file, or it cannot be read.
    """
    check_file(path)
    try:
        return path.read_bytes()
    except MemoryError:
        raise _too_big(str(path)) from None
    except OSError as error:
        raise _unreadable(path, error) from None


def check_file(path: Path) -> None:
    """See that there is a file at `path` that may be a pack.

    Raises:
        PackErrors: there is none, or it cannot be read.
    """
    file = str(path)
    try:
        status = path.stat()
        if stat.S_ISREG(status.st_mode):
            path.open("rb").close()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise _unreadable(path, error) from None
    if stat.S_ISDIR(status.st_mode):
        raise _refusal(file, "This is a folder, not a pack.", "Name the file of the pack.")
    if not stat.S_ISREG(status.st_mode):  # a pipe or device may never end
        raise _refusal(file, "This is not a regular file.", "Name the file of the pack.")
    if status.st_size > MAX_BYTES:
        raise _refusal(
            file,
            f"A pack has at most {MAX_BYTES // 1024**3} GiB.",
            "Split it into several packs.",
        )


def _unreadable(path: Path, error: Exception) -> PackErrors:
    file = str(path)
    if isinstance(error, FileNotFoundError):
        return _refusal(file, "There is no such file.", "Check the name and the folder.")
    if isinstance(error, PermissionError):
        return _refusal(
            file, "You may not read this file.", "Ask its owner for the right to read it."
        )
    reason = getattr(error, "strerror", None) or "its name is not allowed"
    return _refusal(file, f"The file cannot be read ({reason}).", "Check the name and the disk.")


def decode(data: bytes, *, file: str) -> Pack:
    """Read a pack from `data`; a UTF-8 byte order mark at its start is passed over.

    Args:
        data: the JSON document.
        file: its name in error messages.

    Raises:
        PackErrors: `data` is no sound pack; carries all faults.
    """
    try:
        pack = _DECODER.decode(memoryview(data)[len(_BOM) :] if data.startswith(_BOM) else data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OverflowError) as error:
        reason = str(error)
    except MemoryError:
        raise _too_big(file) from None
    else:
        if _holds_together(pack):
            return pack
        reason = "its parts do not fit together"
    from desktop.pack.diagnosis import diagnose  # noqa: PLC0415  # only a faulty pack pays for it

    faults = tuple(
        PackError(file, problem.where.path, problem.expected, problem.remedy)
        for problem in diagnose(data)
        if problem.is_fault
    )
    raise PackErrors(
        faults
        or (PackError(file, "", f"This is not a sound pack: {reason}.", "Report this file to us."),)
    )


class LongPack(NamedTuple):
    """A pack whose entries are read one at a time.

    Attributes:
        head: all of it but its entries.
        entries: each of them, once; raises `PackErrors` at one that is not sound.
        count: how many there are.
    """

    head: Pack
    entries: Iterator[Entry]
    count: int


def read_long(path: Path) -> LongPack:
    """Read the pack at `path` without ever holding all its entries.

    Raises:
        PackErrors: the file cannot be read or is no sound pack; carries all faults.
    """
    file = str(path)
    check_file(path)
    try:
        with path.open("rb") as stream:
            data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        view = memoryview(data)[len(_BOM) * (data[: len(_BOM)] == _BOM) :]
        raw = _RAW_DECODER.decode(view)
    except (OSError, ValueError, msgspec.DecodeError, RecursionError, OverflowError):
        decode(load(path), file=file)  # tells what is wrong with it
        raise _refusal(file, "The file changed while it was read.", "Try again.") from None
    pieces: list[msgspec.Raw] = raw.entries
    fields = {name: getattr(raw, name) for name in Pack.__struct_fields__}
    head = Pack(**{**fields, "entries": ()})
    return LongPack(head, _each(head, pieces, path), len(pieces))


def _each(head: Pack, pieces: list[msgspec.Raw], path: Path) -> Iterator[Entry]:
    decoder = msgspec.json.Decoder(Entry)
    topics = set(_topic_ids(head.topics) or ())
    seen: set[str] = set()
    sound = _holds_together(head)
    for piece in pieces:
        try:
            entry = decoder.decode(piece) if sound else None
        except msgspec.DecodeError:
            entry = None
        if entry is None or entry.id in seen or entry.topic not in topics:
            decode(load(path), file=str(path))  # tells what is wrong with it
            raise _refusal(str(path), "The file changed while it was read.", "Try again.")
        seen.add(entry.id)
        yield entry


def _holds_together(pack: Pack) -> bool:
    """Whether ids are unique, and topics, help bar and tree are such as the screen needs."""
    topics = _topic_ids(pack.topics)
    contacts = [contact.id for contact in pack.contacts]
    return (
        topics is not None
        and all(
            len(ids) == len(set(ids))
            for ids in (
                topics,
                contacts,
                [entry.id for entry in pack.entries],
                [source.id for source in pack.sources],
                [urgent.id for urgent in pack.urgent],
            )
        )
        and {entry.topic for entry in pack.entries} <= set(topics)
        and set(pack.manifest.help) <= set(contacts)
    )


def _topic_ids(topics: Iterable[Topic]) -> list[str] | None:
    """Ids at every depth, level by level; None if the tree is too deep."""
    ids: list[str] = []
    level = list(topics)
    for _ in range(MAX_TOPIC_DEPTH):
        ids += [topic.id for topic in level]
        level = [child for topic in level for child in topic.children]
    return None if level else ids


def _refusal(file: str, expected: str, remedy: str) -> PackErrors:
    return PackErrors((PackError(file, "", expected, remedy),))


def _too_big(file: str) -> PackErrors:
    return _refusal(
        file, "The pack does not fit into this computer's memory.", "Close other programs."
    )
