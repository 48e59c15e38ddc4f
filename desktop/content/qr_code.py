"""QR codes: plain words with numbers, or one number to call or to text.

Never an address: it would leave a trace on the phone that opens it and where it leads.
Numbers come first. They are what matters, the preview of a camera shows the first line
only and so no subject, and a text that begins with a digit is a text to every phone: no
pack can make it join a network or open a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import segno

if TYPE_CHECKING:
    from desktop.content.handout import Handout, PhoneLine

MAX_BYTES = 412  # of UTF-8: a code of 77 modules (version 15) with level M, ISO/IEC 18004 table 7
MAX_LINES = 3  # numbers in the answer's code
QUIET_ZONE = 4  # modules of white around a code, ISO/IEC 18004 section 6.3.8
_MAX_NAME = 40  # characters

# A sentence ends at its mark if the word before has three letters or more: not after "EE. UU."
_SENTENCE_END = re.compile(r"(?:(?<=\w{3}[.!?…])|(?<=\w{3}[.!?…][\"'”»)]))\s+")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S|\bwww\.", re.IGNORECASE)


def qr_answer_text(handout: Handout) -> str:
    """The first numbers and as much of the brief as fits, in whole sentences.

    Sentences with an address are left out. Names of contacts give way if they alone are
    too long; numbers never do.

    Returns: at most `MAX_BYTES` in UTF-8; "" where there is nothing to tell.
    """
    lines = handout.lines[:MAX_LINES]
    head = "\n".join(_line(line, line.name) for line in lines)
    if _size(head) > MAX_BYTES:
        head = "\n".join(_line(line, "") for line in lines)
    gap = "\n\n" if head else ""
    words = _fitting(handout.brief, MAX_BYTES - _size(head + gap))
    return head + gap + words if words else head


def call_uri(line: PhoneLine) -> str:
    """The address that makes a phone offer to call, after RFC 3966."""
    return "tel:" + line.dialled.replace("#", "%23")


def text_uri(line: PhoneLine) -> str:
    """The address that makes a phone offer to write a text message, after RFC 5724."""
    return "sms:" + line.dialled.replace("#", "%23")


def sentences(text: str) -> list[str]:
    """The sentences of one line of text."""
    return [part for part in _SENTENCE_END.split(text) if part]


def _line(line: PhoneLine, name: str) -> str:
    label = ", ".join(filter(None, (_safe_name(name), line.how)))
    return f"{line.number}: {label}" if label else line.number


def _safe_name(name: str) -> str:
    if _ADDRESS.search(name):
        return ""
    return name if len(name) <= _MAX_NAME else name[:_MAX_NAME].rstrip() + "…"


def _fitting(text: str, room: int) -> str:
    """The first sentences of `text` that take at most `room` bytes together."""
    taken = ""
    for sentence in sentences(text):
        if _ADDRESS.search(sentence):
            continue
        longer = f"{taken} {sentence}" if taken else sentence
        if _size(longer) > room:
            break
        taken = longer
    return taken


def _size(text: str) -> int:
    return len(text.encode())


@dataclass(frozen=True, slots=True)
class QrMatrix:
    """A code with its quiet zone."""

    text: str  # what is in it
    rows: tuple[tuple[bool, ...], ...]  # top to bottom, each with true for every dark module

    @property
    def size(self) -> int:
        """Modules on each side."""
        return len(self.rows)


def encode_qr(text: str) -> QrMatrix:
    """The code of `text`, level M (15 % may be hidden) or better where it costs no room.

    UTF-8 without an ECI header, as phones expect it: some print the header's number.

    Raises:
        ValueError: there is more text than any code holds (2331 bytes).
    """
    code = segno.make(text, error="m", micro=False, encoding="utf-8")
    rows = code.matrix_iter(border=QUIET_ZONE)
    return QrMatrix(text, tuple(tuple(map(bool, row)) for row in rows))
