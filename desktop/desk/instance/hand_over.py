"""One window for all starts: a later start hands its query to the first and ends.

Knows no Qt, so that a later start takes no longer than Python does. Its sockets are of AF_UNIX
only, which never leaves the machine: a test checks that.

Whoever holds the lock of a file is first; the kernel takes it away from a process
that is killed, so nothing stale can block. The first listens at once, long before its window
is there: later starts wait in its queue. The lock file has one byte while the first is starting
and none once it answers, so that a slow start and a window that hangs can be told apart.

A message is one line of JSON. The query is in it and nowhere on a disk.
"""

from __future__ import annotations

import hashlib
import os
import socket
import struct
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from desktop.base.lock import open_lock, try_lock
from desktop.base.private_folder import open_private_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAX_QUERY_CHARS: Final = 500  # characters; the search looks at fewer
LONGEST_LANG: Final = 35  # characters, RFC 5646 §4.4.1
LONGEST_MESSAGE: Final = 4096  # bytes; 500 escaped control characters take 3,000
HUNG_SECONDS: Final = 2.0  # a window that does not answer for so long gets a second beside it
START_SECONDS: Final = 20.0  # a start that takes longer is not waited for
_READ_SECONDS: Final = 0.25  # the window waits no longer for a line
_PAUSE_SECONDS: Final = 0.02
_QUEUE: Final = 128  # starts that can wait at once
_TAKEN: Final = b"taken\n"


class OpenRequest(Struct, frozen=True):
    """What a later start asks of the window that is open."""

    version: Literal[1]
    query: Annotated[str, Meta(max_length=MAX_QUERY_CHARS)]  # "" for none
    lang: Annotated[str, Meta(max_length=LONGEST_LANG)]  # language tag, "" for none
    show: bool  # whether to bring the window to the front


def make_request(query: str, lang: str, *, show: bool) -> OpenRequest:
    """A request for these words, cut to the lengths that are allowed."""
    tag = _sound(lang)
    return OpenRequest(
        1, _sound(query)[:MAX_QUERY_CHARS], tag if len(tag) <= LONGEST_LANG else "", show
    )


def _sound(text: str) -> str:
    """`text` without what is no Unicode; the shell may pass on any bytes."""
    return text.encode("utf-8", "replace").decode()


def encode(request: OpenRequest) -> bytes:
    """The line that goes over the socket."""
    return msgspec.json.encode(request) + b"\n"


def decode(line: bytes) -> OpenRequest | None:
    """What `encode` wrote; None if this is anything else, or of another version."""
    if len(line) > LONGEST_MESSAGE or not line.endswith(b"\n"):
        return None
    try:
        return msgspec.json.decode(line, type=OpenRequest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class StartResult:
    """How a start goes on: it is over, or opens a window of its own."""

    handed_over: bool = False  # the open window took the request
    listener: InstanceListener | None = None  # where later starts knock; None: they open their own


def begin(request: OpenRequest, *, pack: Path | None, environ: Mapping[str, str]) -> StartResult:
    """Hand `request` to the window that is open, or become the one that others hand theirs to.

    Windows on another pack or another screen do not count. Where there is no private folder,
    and on systems without AF_UNIX in Python, each start has its own window.

    Args:
        request: what to hand over.
        pack: the pack to show; None for the one shipped with the program.
        environ: the environment variables of the process.
    """
    if sys.platform != "linux" or (folder := open_private_folder(environ)) is None:
        return StartResult()
    start = StartResult()
    with suppress(OSError, RuntimeError):  # full disk, endless link: better two windows than none
        start = _meet(request, folder, instance_name(pack, environ))
    if start.listener is None:
        os.close(folder)
    return start


def instance_name(pack: Path | None, environ: Mapping[str, str]) -> str:
    """A file name for windows on this pack and screen; it does not tell which these are."""
    screen = (environ.get("WAYLAND_DISPLAY", ""), environ.get("DISPLAY", ""))
    what = "\0".join((str(pack.resolve()) if pack else "", *screen))
    return hashlib.blake2b(what.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


class InstanceListener:
    """The lock and the socket of the first start; it is first until this is closed."""

    def __init__(self, lock: int, folder: int, name: str) -> None:
        """Listen; the lock is held.

        Args:
            lock: descriptor of the lock file, ours from now on.
            folder: descriptor of the folder of both files, ours from now on.
            name: of both files, without their endings.

        Raises:
            OSError: the folder takes no socket; both descriptors stay the caller's.
        """
        self._lock, self._folder, self._file = lock, folder, f"{name}.sock"
        os.ftruncate(lock, 1)
        with suppress(FileNotFoundError):  # of one that was killed
            os.unlink(self._file, dir_fd=folder)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.bind(_address(folder, name))
            self._socket.listen(_QUEUE)
            self._socket.settimeout(0)
        except OSError:
            self._socket.close()
            raise

    def fileno(self) -> int:
        """The descriptor that becomes readable when another start knocks."""
        return self._socket.fileno()

    def mark_ready(self) -> None:
        """From now on requests are answered at once, or the window hangs."""
        os.ftruncate(self._lock, 0)

    def take(self) -> OpenRequest | None:
        """Read and acknowledge one request, without waiting to speak of.

        Returns: the request; None if nobody knocks, or it is no sound one of this user, or who
            sent it has given up waiting and opened another window.
        """
        with suppress(OSError):
            caller, _ = self._socket.accept()
            with caller:
                caller.settimeout(_READ_SECONDS)
                # One read: the kernel passes so short a line on in one piece.
                line = caller.recv(LONGEST_MESSAGE + 1) if is_same_user(caller) else b""
                if request := decode(line):
                    caller.sendall(_TAKEN)
                    return request
        return None

    def close(self) -> None:
        """Let the next start be the first; closing again does nothing.

        The lock file stays: were it removed, two starts could lock two files of its name.
        """
        if self._socket.fileno() < 0:
            return
        with suppress(OSError):
            os.unlink(self._file, dir_fd=self._folder)
        self._socket.close()
        os.close(self._lock)
        os.close(self._folder)


def is_same_user(other: socket.socket) -> bool:
    """Whether the process at the other end belongs to this user, as the kernel knows it."""
    credentials = other.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _pid, uid, _gid = struct.unpack("3i", credentials)
    return bool(uid == os.geteuid())


def _address(folder: int, name: str) -> str:
    """Path of the socket through the open folder: short enough, and surely in that folder."""
    return f"/proc/self/fd/{folder}/{name}.sock"


def _meet(request: OpenRequest, folder: int, name: str) -> StartResult:
    lock = open_lock(name, folder)
    start = StartResult()
    try:
        start = _compete(request, lock, folder, name)
    finally:
        if start.listener is None:
            os.close(lock)
    return start


def _compete(request: OpenRequest, lock: int, folder: int, name: str) -> StartResult:
    patience = _ConnectTimeout(lock)
    while patience.lasts():
        if try_lock(lock):
            return StartResult(listener=InstanceListener(lock, folder, name))
        with suppress(OSError):  # not listening yet, or just gone: look again
            if _hand_over(request, _address(folder, name), patience):
                return StartResult(handed_over=True)
        time.sleep(_PAUSE_SECONDS)
    return StartResult()


def _hand_over(request: OpenRequest, address: str, patience: _ConnectTimeout) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as first:
        first.settimeout(_READ_SECONDS)
        first.connect(address)
        if not is_same_user(first):
            return False
        first.sendall(encode(request))
        while patience.lasts():
            with suppress(TimeoutError):
                return first.recv(len(_TAKEN)) == _TAKEN
    return False


class _ConnectTimeout:
    """How long to wait for the first: longer while it is starting."""

    def __init__(self, lock: int) -> None:
        self._lock = lock
        self._end = time.monotonic() + START_SECONDS
        self._hung = time.monotonic() + HUNG_SECONDS

    def lasts(self) -> bool:
        now = time.monotonic()
        if os.fstat(self._lock).st_size:
            self._hung = now + HUNG_SECONDS
        return now < min(self._hung, self._end)
