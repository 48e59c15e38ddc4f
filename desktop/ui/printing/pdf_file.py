"""Reads a PDF of Qt, lets objects be added and changed, and writes it. Does not import Qt.

Only for files of `QPdfWriter` (Qt 6.11): version 1.4 with one cross-reference table, and one
content stream for each page, compressed with zlib. See ISO 32000-1, section 7.5.
"""

from __future__ import annotations

import re
import zlib
from typing import Final

HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_INFO = re.compile(rb"/Info (\d+) 0 R")
_ID = re.compile(rb"/ID \[.*?\]", re.DOTALL)
_REF = re.compile(rb"(\d+) 0 R")
_OBJECT = re.compile(rb"\d+ 0 obj\s*(.*?)\s*endobj\s*\Z", re.DOTALL)


class UnexpectedPdfError(ValueError):
    """The PDF has an unexpected structure; viewers can still read it."""


class PdfFile:
    """Objects of a file, by number."""

    def __init__(self, data: bytes) -> None:
        """Read a file.

        Raises:
            UnexpectedPdfError: it does not have the structure of Qt's files.
        """
        table, _, self._trailer = data.rpartition(b"\nxref\n")[2].partition(b"trailer")
        offsets = [int(each[:10]) for each in table.splitlines()[1:] if each[17:18] == b"n"]
        ends = sorted([*offsets, data.rfind(b"\nxref\n") + 1])
        self._objects = {
            number: _body(data[start : ends[ends.index(start) + 1]])
            for number, start in enumerate(offsets, start=1)
        }
        self.root = _number(_ROOT, self._trailer)

    def __getitem__(self, number: int) -> bytes:
        """Content of an object, without its number."""
        return self._objects[number]

    def __setitem__(self, number: int, body: bytes) -> None:
        """Replace an object."""
        self._objects[number] = body

    def numbers(self) -> range:
        """Numbers of all objects."""
        return range(1, len(self._objects) + 1)

    def add(self, body: bytes = b"null") -> int:
        """Add an object; return its number."""
        number = len(self._objects) + 1
        self._objects[number] = body
        return number

    def insert(self, number: int, entries: bytes) -> None:
        """Add entries to a dictionary."""
        self._objects[number] = self._objects[number].replace(b"<<", b"<<\n" + entries, 1)

    def reference(self, number: int, key: bytes) -> int:
        """Number of the object to which `key` of a dictionary refers."""
        return _number(re.compile(rb"/" + key + rb" (\d+) 0 R"), self._objects[number])

    def pages(self) -> list[int]:
        """Numbers of the pages, in order."""
        tree = self._objects[self.reference(self.root, b"Pages")]
        kids = tree.partition(b"/Kids")[2].partition(b"]")[0]
        return [int(each) for each in _REF.findall(kids)]

    def operators(self, page: int) -> bytes:
        """Content stream of a page."""
        body = self._objects[self.reference(page, b"Contents")]
        packed = body.partition(b"stream\n")[2]
        return zlib.decompressobj().decompress(packed)

    def draw(self, page: int, operators: bytes) -> None:
        """Replace the content stream of a page."""
        packed = zlib.compress(operators)
        head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
        self._objects[self.reference(page, b"Contents")] = head + packed + b"\nendstream"

    def to_bytes(self) -> bytes:
        """Complete file."""
        parts, at, offsets = [HEADER], len(HEADER), []
        for number, body in sorted(self._objects.items()):
            offsets.append(at)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
            at += len(parts[-1])
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        size = len(offsets) + 1
        info = _number(_INFO, self._trailer)
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


def _number(pattern: re.Pattern[bytes], text: bytes) -> int:
    if not (found := pattern.search(text)):
        raise UnexpectedPdfError(f"There is no {pattern.pattern!r}.")
    return int(found[1])
