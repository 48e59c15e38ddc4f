"""Terminal input and output for all commands."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import NoReturn, TextIO

FINE, FOUND_PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes."""


class Parser(argparse.ArgumentParser):
    """Parser for options and words in any order; its errors end with a hint."""

    def __init__(self, **options: str) -> None:
        super().__init__(allow_abbrev=False, **options)  # type: ignore[arg-type]

    def parse(self, words: list[str]) -> argparse.Namespace:
        """Options and words of `words`; each argument after "--" is a word."""
        cut = words.index("--") if "--" in words else len(words)
        args = self.parse_intermixed_args(words[:cut])
        args.query += words[cut + 1 :]
        return args

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and exit."""
        hint = f'Try "{self.prog} --help"; words that begin with a hyphen come after --.'
        print_error(f"{self.prog}: {message}\n{hint}")
        raise SystemExit(WRONG_USE)


def add_pack_options(parser: argparse.ArgumentParser) -> None:
    """Add the options for the pack and its language."""
    parser.add_argument("--pack", type=Path, metavar="FILE", help="a pack other than the bundled")
    parser.add_argument("--lang", metavar="L", help='language, such as "en" or "es"')


def as_query(words: list[str]) -> str:
    """Join `words` into one query; undecodable bytes of the command line become "�"."""
    joined = " ".join(words).strip()
    return joined.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def printable(text: str) -> str:
    """`text` without control characters, since a pack must not control the terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def print_lines(text: str) -> None:
    """Print `text` as lines of standard output."""
    if sys.stdout is not None:  # a windowed executable has none
        sys.stdout.write(f"{text}\n")


def print_error(text: str) -> None:
    """Print `text` as lines of standard error."""
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


def describe_error(error: Exception) -> str:
    """Type of `error` with the system's message, never its own, which may contain a query."""
    words = error.strerror if isinstance(error, OSError) else None
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def accept_any_text(stream: TextIO | None) -> None:
    """Replace characters that the terminal's encoding lacks by "?"."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="replace")


def silence_stdout() -> None:
    """Redirect a standard output without a reader, so that the flush at exit does not fail."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return  # not a real file, nothing is flushed
