"""What a program asked of the kernel, as strace saw it, and what of that a kiosk may not do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TRACED: Final = (
    *("open", "openat", "openat2", "creat", "truncate"),
    *("rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat"),
    *("link", "linkat", "symlink", "symlinkat", "mknod", "mknodat"),
    *("execve", "execveat", "socket", "bind", "connect"),
)
_OPENS: Final = {"open", "openat", "openat2", "creat"}
_SOCKETS: Final = {"socket", "bind", "connect"}
_LINE: Final = re.compile(r"^(?:\d+ +)?(\w+)\((.*)$")
_PATH: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITES: Final = re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)")


def strace(log: Path) -> list[str]:
    """The words before a command that write its calls, and those of its children, to `log`."""
    return [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-I",
        "2",
        "-o",
        str(log),
        "-e",
        ",".join(TRACED),
    ]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a program may do with files, programs and other computers.

    Attributes:
        read: starts of paths that it may read.
        write: starts of paths that it may also write, remove and rename.
        run: paths of programs that it may start.
        connect: parts of addresses of sockets that it may use; they must be local ones.
    """

    read: tuple[str, ...]
    write: tuple[str, ...] = ()
    run: tuple[str, ...] = ()
    connect: tuple[str, ...] = ()

    def breaches(self, lines: Iterator[str]) -> Iterator[str]:
        """Lines of strace that tell of something else; each once."""
        seen: set[str] = set()
        for line in lines:
            call = _LINE.match(line)
            if call and call[1] in TRACED and not self._allows(call[1], call[2]):
                told = f"{call[1]}({call[2]}".strip()
                if told not in seen:
                    seen.add(told)
                    yield told

    def _allows(self, name: str, rest: str) -> bool:
        paths = _PATH.findall(rest)
        if name in _SOCKETS:
            return "AF_UNIX" in rest and (
                name == "socket" or any(part in rest for part in self.connect)
            )
        if name.startswith("execve"):
            return bool(paths) and paths[0] in self.run
        if name in _OPENS and name != "creat" and not _WRITES.search(_PATH.sub("", rest)):
            return all(path.startswith((*self.read, *self.write)) for path in paths)
        return bool(paths) and all(path.startswith(self.write) for path in paths)
