"""A private X server whose screen can be read as pixels, and a command to run under one.

`python -m tests.system.xserver COMMAND…` runs COMMAND with DISPLAY set and passes on its code.
"""

from __future__ import annotations

import mmap
import os
import select
import struct
import subprocess
import sys
import tempfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH, HEIGHT = 1366, 768
START_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class XServer:
    """A running server: its address and its picture."""

    display: str  # ":77"
    memory: mmap.mmap  # the screen as an XWD file, which the server keeps up to date
    offset: int  # bytes before the first pixel
    stride: int  # bytes of a row

    def pixels(self) -> bytes:
        """The screen now, row after row, four bytes (blue, green, red, unused) a pixel."""
        return self.memory[self.offset : self.offset + self.stride * HEIGHT]

    def pixel(self, x: int, y: int) -> bytes:
        """The four bytes of one pixel: quick enough to ask a thousand times a second."""
        at = self.offset + y * self.stride + 4 * x
        return self.memory[at : at + 4]

    def save(self, path: Path, picture: bytes | None = None) -> None:
        """Keep the screen as it is now, or an earlier picture of it, as a PNG."""
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = self.pixels() if picture is None else picture
        rows = bytearray()
        for top in range(0, self.stride * HEIGHT, self.stride):
            row = raw[top : top + 4 * WIDTH]
            colours = bytearray(3 * WIDTH)
            colours[0::3], colours[1::3], colours[2::3] = row[2::4], row[1::4], row[0::4]
            rows += b"\0" + colours
        header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks))


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


@contextmanager
def private_xserver() -> Iterator[XServer]:
    """Start Xvfb on a free display; end it with the block.

    `-noreset` keeps the server as it is when its last client leaves: without it the next
    window is sometimes missed.
    """
    with tempfile.TemporaryDirectory(prefix="xserver-") as folder:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-noreset", "-nolisten", "tcp"]
        screen = ["-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder]
        process = subprocess.Popen([*command, *screen], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        try:
            number = _first_line(read)
            with (Path(folder) / "Xvfb_screen0").open("rb") as file:
                memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            # XWDFileHeader: 25 big-endian words; the 13th is the row's length, the 20th the
            # number of colours, which follow the header at 12 bytes each.
            words = struct.unpack(">25I", memory[:100])
            yield XServer(f":{number}", memory, words[0] + 12 * words[19], words[12])
        finally:
            os.close(read)
            process.terminate()
            process.wait()


def _first_line(descriptor: int) -> str:
    """What Xvfb writes once it listens: the number of its display.

    Raises: RuntimeError: it ended, or wrote nothing in time.
    """
    text = b""
    while not text.endswith(b"\n"):
        ready, _, _ = select.select([descriptor], [], [], START_SECONDS)
        part = os.read(descriptor, 16) if ready else b""
        if not part:
            raise RuntimeError("Xvfb did not start.")
        text += part
    return text.decode().strip()


def main() -> int:
    """Run the command line's command under a private X server."""
    with private_xserver() as server:
        environment = {**os.environ, "DISPLAY": server.display}
        return subprocess.run(sys.argv[1:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
