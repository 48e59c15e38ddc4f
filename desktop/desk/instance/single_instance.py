"""Single application instance: a later start passes its query to the first and ends.

Does not import Qt, so that a later start takes no longer than Python does. Its sockets are of
AF_UNIX only, which never leaves the machine: a test checks that.

The holder of a file lock is the first instance; the kernel releases the lock of a killed
process, so no stale lock can block. The first listens before its window exists: later starts
wait in its queue. The lock file has one byte while the first is starting and none once it
answers, which distinguishes a slow start from a window that hangs.

A message is one line of JSON. The query is in it and nowhere on a disk.
"""

from __future__ import annotations

import hashlib
import os
import socket
import struct
import sys
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from desktop.base.lock import open_lock, open_private_folder, try_lock

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MAX_QUERY_CHARS: Final = 500  # characters; the search looks at fewer
LONGEST_LANG: Final = 35  # characters, RFC 5646 §4.4.1
LONGEST_MESSAGE: Final = 4096  # bytes; 500 escaped control characters take 3,000
HUNG_SECONDS: Final = 2.0  # after this time without an answer a second window is opened
START_SECONDS: Final = 20.0  # after this time a start is not waited for
_READ_SECONDS: Final = 0.25  # maximal time for which the window blocks to read a line
_PAUSE_SECONDS: Final = 0.02
_QUEUE: Final = 128  # starts that can wait at once
_TAKEN: Final = b"taken\n"


class OpenRequest(Struct, frozen=True):
    """Request of a later start to the open window."""

    version: Literal[1]
    query: Annotated[str, Meta(max_length=MAX_QUERY_CHARS)]  # "" for none
    lang: Annotated[str, Meta(max_length=LONGEST_LANG)]  # language tag, "" for none
    show: bool  # whether to bring the window to the front


def make_request(query: str, lang: str, *, show: bool) -> OpenRequest:
    """Create a request; query and language are cut to the allowed lengths."""
    tag = _printable(lang)
    return OpenRequest(
        1, _printable(query)[:MAX_QUERY_CHARS], tag if len(tag) <= LONGEST_LANG else "", show
    )


def _printable(text: str) -> str:
    """`text` without surrogates; a shell may pass any bytes."""
    return text.encode("utf-8", "replace").decode()


def encode_request(request: OpenRequest) -> bytes:
    """Line that is sent over the socket."""
    return msgspec.json.encode(request) + b"\n"


def decode_request(line: bytes) -> OpenRequest | None:
    """Decode a line of `encode_request`; None if it is another text, or of another version."""
    if len(line) > LONGEST_MESSAGE or not line.endswith(b"\n"):
        return None
    try:
        return msgspec.json.decode(line, type=OpenRequest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class StartResult:
    """Result of `hand_over_or_listen`: the request was sent, or this start opens a window."""

    handed_over: bool = False  # the open window accepted the request
    listener: InstanceListener | None = None  # for later starts; None: each opens its own window


def hand_over_or_listen(
    request: OpenRequest, *, pack: Path | None, environ: Mapping[str, str]
) -> StartResult:
    """Pass `request` to the open window, or become the instance that receives later requests.

    Windows on another pack (None: the one shipped with the program) or another screen do not
    count. Without a private folder, and on systems without AF_UNIX in Python, each start has its
    own window.
    """
    if sys.platform != "linux" or (folder := open_private_folder(environ)) is None:
        return StartResult()
    # After an error, such as a full disk or an endless link: better two windows than none.
    with ExitStack() as opened, suppress(OSError, RuntimeError):
        opened.callback(os.close, folder)
        name = instance_name(pack, environ)
        lock = open_lock(name, folder)
        opened.callback(os.close, lock)
        start = _compete(request, lock, folder, name)
        if start.listener:
            opened.pop_all()  # the listener owns both descriptors
        return start
    return StartResult()


def instance_name(pack: Path | None, environ: Mapping[str, str]) -> str:
    """File name for windows on this pack and screen; it does not reveal which these are."""
    screen = (environ.get("WAYLAND_DISPLAY", ""), environ.get("DISPLAY", ""))
    what = "\0".join((str(pack.resolve()) if pack else "", *screen))
    return hashlib.blake2b(what.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


class InstanceListener:
    """Lock and socket of the first instance; it is first until this is closed."""

    def __init__(self, lock: int, folder: int, name: str) -> None:
        """Listen; the lock is held.

        Args:
            lock: descriptor of the lock file, owned from now on.
            folder: descriptor of the folder of both files, owned from now on.
            name: of both files, without their extensions.

        Raises:
            OSError: no socket can be created there; the caller still owns both descriptors.
        """
        self._lock, self._folder, self._file = lock, folder, f"{name}.sock"
        os.ftruncate(lock, 1)
        with suppress(FileNotFoundError):  # left by a killed process
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
        """Descriptor that becomes readable when another start connects."""
        return self._socket.fileno()

    def mark_ready(self) -> None:
        """Declare that requests are answered at once from now on, unless the window hangs."""
        os.ftruncate(self._lock, 0)

    def take(self) -> OpenRequest | None:
        """Read and acknowledge one request, without noticeable blocking.

        Returns: the request; None without a connection, if the request is invalid or of another
            user, or if its sender has stopped waiting and opened another window.
        """
        with suppress(OSError):
            caller, _ = self._socket.accept()
            with caller:
                caller.settimeout(_READ_SECONDS)
                # One read: the kernel delivers such a short line in one piece.
                line = caller.recv(LONGEST_MESSAGE + 1) if is_same_user(caller) else b""
                if request := decode_request(line):
                    caller.sendall(_TAKEN)
                    return request
        return None

    def close(self) -> None:
        """Release the lock; closing again does nothing.

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
    """Whether the process at the other end belongs to this user, according to the kernel."""
    credentials = other.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    _pid, uid, _gid = struct.unpack("3i", credentials)
    return bool(uid == os.geteuid())


def _address(folder: int, name: str) -> str:
    """Path of the socket through the descriptor of its folder: short, and surely in that folder."""
    return f"/proc/self/fd/{folder}/{name}.sock"


def _compete(request: OpenRequest, lock: int, folder: int, name: str) -> StartResult:
    timeout = _ConnectTimeout(lock)
    while timeout.lasts():
        if try_lock(lock):
            return StartResult(listener=InstanceListener(lock, folder, name))
        with suppress(OSError):  # not listening yet, or just closed: try again
            if _hand_over(request, _address(folder, name), timeout):
                return StartResult(handed_over=True)
        time.sleep(_PAUSE_SECONDS)
    return StartResult()


def _hand_over(request: OpenRequest, address: str, timeout: _ConnectTimeout) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as first:
        first.settimeout(_READ_SECONDS)
        first.connect(address)
        if not is_same_user(first):
            return False
        first.sendall(encode_request(request))
        while timeout.lasts():
            with suppress(TimeoutError):
                return first.recv(len(_TAKEN)) == _TAKEN
    return False


class _ConnectTimeout:
    """Timeout of a connection to the first instance: longer while it is starting."""

    def __init__(self, lock: int) -> None:
        self._lock = lock
        self._end = time.monotonic() + START_SECONDS
        self._hung = time.monotonic() + HUNG_SECONDS

    def lasts(self) -> bool:
        now = time.monotonic()
        if os.fstat(self._lock).st_size:
            self._hung = now + HUNG_SECONDS
        return now < min(self._hung, self._end)
