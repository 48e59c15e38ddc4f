"""Entry point of the command line: dispatches to the window, `ask`, `pack` and `kiosk`.

Exit codes: 0 success; 1 nothing found, or problems in a pack; 2 wrong use, unreadable input
or an unexpected error; 130 interrupted. A traceback is shown only if LUMINARIA_DEBUG is set.
Qt is imported only to open the window, so that `ask` and `pack` start at once and run
without a display.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from desktop import __version__
from desktop.base.display import has_screen
from desktop.cli.terminal import (
    FINE,
    INTERRUPTED,
    WRONG_USE,
    Parser,
    accept_any_text,
    add_pack_options,
    as_query,
    complain,
    printable,
    reason,
    silence_stdout,
)
from desktop.kiosk.watch.backoff import ChildMode
from desktop.pack.errors import PackErrors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

NO_SCREEN: Final = (
    "luminaria: there is no screen to open a window on. "
    'To get an answer here, use: luminaria ask "your question"'
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: arguments without the program's name; by default those of the process.

    Returns: the exit code.
    """
    accept_any_text(sys.stdout)
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where a closed pipe is still caught
    except SystemExit as stop:  # argparse: 0 after --help, 2 after a wrong option
        return stop.code if isinstance(stop.code, int) else WRONG_USE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        silence_stdout()
        return FINE
    except PackErrors as error:
        complain("\n".join(printable(line) for line in str(error).splitlines()))
        return WRONG_USE
    except Exception as error:  # last handler before the user
        if os.environ.get("LUMINARIA_DEBUG"):
            raise
        if isinstance(error, OSError):  # a full disk would fail again at the end
            silence_stdout()
        complain(f"luminaria: something went wrong ({reason(error)}). {_DEBUG_HINT}")
        return WRONG_USE
    return code


_DEBUG_HINT: Final = "Set LUMINARIA_DEBUG=1 to see the details."


def _run(words: list[str]) -> int:
    options = words[: words.index("--")] if "--" in words else words
    if not _KIOSK_OPTIONS.isdisjoint(options):
        from desktop.cli.kiosk import open_kiosk  # noqa: PLC0415  # see `_kiosk`

        return open_kiosk(words)
    at = _place_of_command(words)
    command = _window if at is None else _COMMANDS[words.pop(at)]
    return command(words)


_KIOSK_OPTIONS: Final = {"--kiosk", *(screen.value for screen in ChildMode)}
"""Options that open a kiosk. All but the first are for its supervisor only."""


def _place_of_command(words: list[str]) -> int | None:
    """Index of `ask`, `pack` or `kiosk`, if it is the first word that is not an option."""
    at = 0
    while at < len(words) and words[at].startswith("-") and words[at] != "--":
        at += 2 if words[at] in ("--pack", "--lang") else 1
    return at if at < len(words) and words[at] in _COMMANDS else None


# The window -------------------------------------------------------------------------------


def _window(words: list[str]) -> int:
    parser = Parser(
        prog="luminaria",
        description="Ask the pack a question; every answer is on this computer.",
        epilog=(
            "Commands: luminaria ask WORDS… answers in the terminal; luminaria pack check FILE "
            "and luminaria pack schema help authors; luminaria --kiosk opens an unattended "
            "screen, and luminaria kiosk init, pin and check help its operator. Words that are a "
            "command or begin with a hyphen stand after --."
        ),
    )
    add_pack_options(parser)
    parser.add_argument("--version", action="version", version=f"Luminaria {__version__}")
    parser.add_argument(
        "--background",
        action="store_true",
        help="stay out of sight, ready for the next start, which then opens at once",
    )
    parser.add_argument("query", nargs="*", metavar="QUERY", help="open on the results for this")
    args = parser.parse(words)
    if not has_screen(os.environ):
        complain(NO_SCREEN)
        return WRONG_USE
    query = as_query(args.query)
    # Imported here: it brings msgspec, which the supervisor of a kiosk does not need.
    from desktop.desk.instance.hand_over import begin, make_request  # noqa: PLC0415

    request = make_request(query, args.lang or "", show=not args.background)
    start = begin(request, pack=args.pack, environ=os.environ)
    if start.handed_over:
        return FINE
    from desktop.desk.start import run  # noqa: PLC0415  # brings Qt

    return run(
        pack_path=args.pack,
        lang=args.lang,
        query=query,
        listener=start.listener,
        background=args.background,
    )


# The other commands -----------------------------------------------------------------------


def _ask(words: list[str]) -> int:
    from desktop.cli.ask import run  # noqa: PLC0415  # others need not wait for the search

    return run(words)


def _pack(words: list[str]) -> int:
    from desktop.cli.pack import run  # noqa: PLC0415  # brings msgspec and the rules of packs

    return run(words)


def _kiosk(words: list[str]) -> int:
    # Imported here: `ask` does not wait for tomllib and for what starts processes.
    from desktop.cli.kiosk import run  # noqa: PLC0415

    return run(words)


_COMMANDS: Final[dict[str, Callable[[list[str]], int]]] = {
    "ask": _ask,
    "pack": _pack,
    "kiosk": _kiosk,
}
