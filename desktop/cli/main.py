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
    describe_error,
    print_error,
    printable,
    silence_stdout,
)
from desktop.kiosk.watch.backoff import ChildMode
from desktop.pack.errors import PackErrors

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_SCREEN: Final = (
    "luminaria: there is no screen to open a window on. "
    'To get an answer here, use: luminaria ask "your question"'
)
_KIOSK_OPTIONS: Final = {"--kiosk", *(screen.value for screen in ChildMode)}
"""Options that open a kiosk. All but the first are for its supervisor only."""
_COMMANDS: Final = ("ask", "pack", "kiosk")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command, and return the exit code.

    `argv` are the arguments without the program's name; by default those of the process.
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
        print_error("\n".join(printable(line) for line in str(error).splitlines()))
        return WRONG_USE
    except Exception as error:  # last handler before the user
        if os.environ.get("LUMINARIA_DEBUG"):
            raise
        if isinstance(error, OSError):  # a full disk would fail again at the end
            silence_stdout()
        hint = "Set LUMINARIA_DEBUG=1 to see the details."
        print_error(f"luminaria: something went wrong ({describe_error(error)}). {hint}")
        return WRONG_USE
    return code


def _run(words: list[str]) -> int:
    # Each command is imported where it begins: `ask` waits neither for msgspec and the rules of
    # packs nor for tomllib and the start of processes, and the others need no search.
    options = words[: words.index("--")] if "--" in words else words
    if not _KIOSK_OPTIONS.isdisjoint(options):
        from desktop.cli.kiosk import open_kiosk  # noqa: PLC0415  # see above

        return open_kiosk(words)
    at = _place_of_command(words)
    match "" if at is None else words.pop(at):
        case "ask":
            from desktop.cli.ask import run  # noqa: PLC0415  # see above
        case "pack":
            from desktop.cli.pack import run  # noqa: PLC0415  # see above
        case "kiosk":
            from desktop.cli.kiosk import run  # noqa: PLC0415  # see above
        case _:
            return _window(words)
    return run(words)


def _place_of_command(words: list[str]) -> int | None:
    """Index of a command, if it is the first word that is not an option."""
    at = 0
    while at < len(words) and words[at].startswith("-") and words[at] != "--":
        at += 2 if words[at] in ("--pack", "--lang") else 1
    return at if at < len(words) and words[at] in _COMMANDS else None


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
        print_error(NO_SCREEN)
        return WRONG_USE
    query = as_query(args.query)
    # Imported here: it brings msgspec, which the supervisor of a kiosk does not need.
    from desktop.desk.instance.single_instance import hand_over_or_listen, make_request  # noqa: PLC0415

    request = make_request(query, args.lang or "", show=not args.background)
    start = hand_over_or_listen(request, pack=args.pack, environ=os.environ)
    if start.handed_over:
        return FINE
    from desktop.desk.start import run_window  # noqa: PLC0415  # brings Qt

    return run_window(
        pack_path=args.pack,
        lang=args.lang,
        query=query,
        listener=start.listener,
        background=args.background,
    )
