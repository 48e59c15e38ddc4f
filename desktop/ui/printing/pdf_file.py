"""Reads a PDF of Qt, lets objects be added and changed, and writes it. Does not import Qt.

Only for files of `QPdfWriter` (Qt 6.11): version 1.4 with one cross-reference table, and one
content stream for each page, compressed with zlib. See ISO 32000-1, section 7.5.
"""

from __future__ import annotations

import re
import zlib
from typing import Final

HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ID = re.compile(rb"/ID \[.*?\]", re.DOTALL)
_REF = re.compile(rb"(\d+) 0 R")
_OBJECT = re.compile(rb"\d+ 0 obj\s*(.*?)\s*endobj\s*\Z", re.DOTALL)


class UnexpectedPdfError(ValueError):
    """The PDF has an unexpected structure; viewers can still read it."""


class PdfFile(dict[int, bytes]):
    """Objects of a file by number: what stands between `obj` and `endobj`."""

    def __init__(self, data: bytes) -> None:
        """Read a file.

        Raises:
            UnexpectedPdfError: it does not have the structure of Qt's files.
        """
        super().__init__()
        table, _, self._trailer = data.rpartition(b"\nxref\n")[2].partition(b"trailer")
        offsets = [int(each[:10]) for each in table.splitlines()[1:] if each[17:18] == b"n"]
        ends = sorted([*offsets, data.rfind(b"\nxref\n") + 1])
        for number, start in enumerate(offsets, start=1):
            self[number] = _body(data[start : ends[ends.index(start) + 1]])
        self.root = _referenced(b"Root", self._trailer)

    def add(self, body: bytes = b"null") -> int:
        """Add an object; return its number."""
        number = len(self) + 1
        self[number] = body
        return number

    def insert(self, number: int, entries: bytes) -> None:
        """Add entries to a dictionary."""
        self[number] = self[number].replace(b"<<", b"<<\n" + entries, 1)

    def reference(self, number: int, key: bytes) -> int:
        """Number of the object to which `key` of a dictionary refers."""
        return _referenced(key, self[number])

    def pages(self) -> list[int]:
        """Numbers of the pages, in order."""
        tree = self[self.reference(self.root, b"Pages")]
        kids = tree.partition(b"/Kids")[2].partition(b"]")[0]
        return [int(each) for each in _REF.findall(kids)]

    def operators(self, page: int) -> bytes:
        """Content stream of a page."""
        packed = self[self.reference(page, b"Contents")].partition(b"stream\n")[2]
        return zlib.decompressobj().decompress(packed)

    def draw(self, page: int, operators: bytes) -> None:
        """Replace the content stream of a page."""
        packed = zlib.compress(operators)
        head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
        self[self.reference(page, b"Contents")] = head + packed + b"\nendstream"

    def to_bytes(self) -> bytes:
        """Complete file."""
        parts, at, offsets = [HEADER], len(HEADER), []
        for number, body in sorted(self.items()):
            offsets.append(at)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            at += len(parts[-1])
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        size = len(offsets) + 1
        info = _referenced(b"Info", self._trailer)
        ids = found[0] if (found := _ID.search(self._trailer)) else b""
        parts += (
            b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table),
            b"trailer\n<< /Size %d /Info %d 0 R /Root %d 0 R\n%s >>\n"
            % (size, info, self.root, ids),
            b"startxref\n%d\n%%%%EOF\n" % at,
        )
        return b"".join(parts)


def text_string(text: str) -> bytes:
    """Encode `text` for a dictionary, as UTF-16 (ISO 32000-1, section 7.9.2.2)."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()


def _body(data: bytes) -> bytes:
    if not (found := _OBJECT.match(data)):
        raise UnexpectedPdfError("An object is not where the table says.")
    return found[1]


def _referenced(key: bytes, entries: bytes) -> int:
    if not (found := re.search(rb"/" + key + rb" (\d+) 0 R", entries)):
        raise UnexpectedPdfError(f"There is no reference {key!r}.")
    return int(found[1])
