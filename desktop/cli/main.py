"""The command line: opens the window, answers in the terminal, leads to the pack tools.

Exit codes: 0 fine; 1 nothing found, or problems in a pack; 2 wrong use, unreadable input
or an unexpected error; 130 interrupted. Nobody sees a traceback, unless LUMINARIA_DEBUG is
set. Qt is imported only to open the window, so that `ask` and `pack` start at once and run
where there is no screen.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import textwrap
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from desktop import __version__
from desktop.base.display import has_screen
from desktop.cli.terminal import (
    FINE,
    FOUND_PROBLEMS,
    INTERRUPTED,
    WRONG_USE,
    Parser,
    accept_any_text,
    complain,
    printable,
    reason,
    say,
    silence_stdout,
)
from desktop.kiosk.watch.backoff import Screen
from desktop.pack.errors import PackError, PackErrors
from desktop.pack.tags import closest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from desktop.pack.model import Contact
    from desktop.pack.view import PackView
    from desktop.search.engine import Engine
    from desktop.search.results import Results

NO_SCREEN: Final = (
    "luminaria: there is no screen to open a window on. "
    'To get an answer here, use: luminaria ask "your question"'
)
_LONGEST_LINE: Final = 64 * 1024  # bytes of one batch query that are kept; no query is longer
_WIDEST: Final = 88  # columns; longer lines are hard to read


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the words after the program's name; by default those of the process.

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
    except (PackError, PackErrors) as error:
        complain("\n".join(printable(line) for line in str(error).splitlines()))
        return WRONG_USE
    except Exception as error:  # the last guard before the user
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


_KIOSK_OPTIONS: Final = {"--kiosk", *(screen.value for screen in Screen)}
"""Options that open a kiosk. All but the first are for its supervisor only."""


def _place_of_command(words: list[str]) -> int | None:
    """Where `ask`, `pack` or `kiosk` stands, if it is the first word that is no option."""
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
    _add_common(parser)
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
    query = _query(args.query)
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


# ask --------------------------------------------------------------------------------------


def _ask(words: list[str]) -> int:
    parser = Parser(prog="luminaria ask", description="Print the best answers to a question.")
    _add_common(parser)
    parser.add_argument("--json", action="store_true", help="print one line of JSON")
    parser.add_argument(
        "--batch",
        action="store_true",
        help="read one query a line from standard input (UTF-8), print one line of JSON for each",
    )
    parser.add_argument(
        "--limit", type=_count, default=5, metavar="N", help="answers at most (default: 5)"
    )
    parser.add_argument("query", nargs="*", metavar="WORDS", help="the question")
    args = parser.parse(words)
    query = _query(args.query)
    if args.batch and query:
        parser.error("--batch reads the queries from standard input; leave out the words")
    if not args.batch and not query:
        parser.error('a question is missing: luminaria ask "your question"')
    if args.batch and sys.stdin is None:
        parser.error("there is no standard input to read queries from")
    # Imported here: it brings msgspec, which the supervisor of a kiosk does not need.
    from desktop.search.open_pack import open_indexed  # noqa: PLC0415

    opened = open_indexed(args.pack)
    pack, engine = opened.pack, opened.make_engine()
    lang = _language(args.lang, pack.languages, os.environ)
    if lang is None:
        known = ", ".join(pack.languages)
        parser.error(f'the pack has no text in "{printable(args.lang)}"; it has: {known}')
    if args.batch:
        return _answer_batch(engine, lang, args.limit)
    explained = 0 if args.json else args.limit
    results = engine.search(query, lang=lang, limit=args.limit, explained=explained)
    if args.json:
        say(_as_json(results))
    else:
        say("\n\n".join(_paragraphs(pack, results)))
    return FINE if results.hits or results.help_contacts else FOUND_PROBLEMS


def _answer_batch(engine: Engine, lang: str, limit: int) -> int:
    for query in _lines(sys.stdin.buffer):
        say(_as_json(engine.search(query, lang=lang, limit=limit, explained=0)))
        sys.stdout.flush()  # so that a program may ask, wait and ask again
    return FINE


def _lines(stream: IO[bytes]) -> Iterator[str]:
    """The lines of `stream`, which end at LF or CR LF; an endless one does not fill memory."""
    while raw := stream.readline(_LONGEST_LINE):
        rest = raw
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(_LONGEST_LINE)
        yield raw.decode("utf-8", "replace").lstrip("\ufeff").rstrip("\r\n")


def _as_json(results: Results) -> str:
    """One line; pure ASCII, so that no locale and no shell can spoil it."""
    hits = [
        {"id": hit.entry_id, "lang": hit.lang, "score": round(hit.score, 4)} for hit in results.hits
    ]
    return json.dumps(
        {
            "query": results.query,
            "lang": results.lang,
            "hits": hits,
            "help": bool(results.help_contacts),
            "suggestions": [suggestion.text for suggestion in results.suggestions],
        }
    )


_PHRASES: Final = {
    "en": {
        "help": "Help now",
        "nothing": "Nothing found.",
        "try": "Try instead:",
        "call": "call",
        "text": "text",
        "call-or-text": "call or text",
        "tty": "TTY",
    },
    "es": {
        "help": "Ayuda ahora",
        "nothing": "No se encontró nada.",
        "try": "Pruebe con:",
        "call": "llame al",
        "text": "mensaje de texto al",
        "call-or-text": "llame o envíe un texto al",
        "tty": "TTY",
    },
}


def _paragraphs(pack: PackView, results: Results) -> Iterator[str]:
    """What `ask` prints for a person: help first, then the answers, or what else to try."""
    words = _PHRASES.get(results.lang.partition("-")[0], _PHRASES["en"])
    contacts = [pack.contact_by_id.get(name) for name in results.help_contacts]
    known = [contact for contact in contacts if contact]  # the checker names the others
    if known:
        lines = (_contact_lines(pack, contact, results.lang, words) for contact in known)
        yield "\n".join([words["help"], *chain.from_iterable(lines)])
    for hit in results.hits:
        entry = pack.entry_by_id[hit.entry_id]
        brief = pack.text(entry.brief, hit.lang) or hit.why.passage
        yield "\n".join([_wrapped(hit.question), *([_wrapped(brief, "  ")] if brief else [])])
    if not results.hits:
        yield words["nothing"]
    if results.suggestions and not results.hits:
        yield "\n".join([words["try"], *(_wrapped(one.text, "  ") for one in results.suggestions)])


def _contact_lines(
    pack: PackView, contact: Contact, lang: str, words: Mapping[str, str]
) -> Iterator[str]:
    yield _wrapped(pack.text(contact.name, lang), "  ")
    for phone in contact.phones:
        spelled = f" ({phone.spelled})" if phone.spelled else ""
        note = pack.text(phone.note, lang)
        number = f"{words[phone.kind]} {phone.number}{spelled}"
        yield _wrapped(f"{number}. {note}" if note else number, "    ")
    if hours := pack.text(contact.hours, lang):
        yield _wrapped(hours, "    ")


def _wrapped(text: str, indent: str = "") -> str:
    width = min(max(shutil.get_terminal_size().columns, 20), _WIDEST)
    return textwrap.fill(
        printable(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,  # a telephone number stays on one line
    )


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


# Options and words ------------------------------------------------------------------------


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pack", type=Path, metavar="FILE", help="a pack other than the bundled")
    parser.add_argument("--lang", metavar="L", help='language, such as "en" or "es"')


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 4 and 1 <= int(text) <= 1000):
        raise argparse.ArgumentTypeError(f'"{printable(text)}" is no number from 1 to 1000')
    return int(text)


def _query(words: list[str]) -> str:
    """The words as one query; bytes of the command line that are no text become "\ufffd"."""
    joined = " ".join(words).strip()
    return joined.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _language(wanted: str | None, known: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """The language of `known` to answer in, or None if it has not the one wanted.

    Nothing wanted, the locale decides ("es_MX.UTF-8" finds "es"), then the source language.
    """
    if wanted is not None:
        return closest(wanted, known)
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    return closest(locale.partition(".")[0].partition("@")[0], known) or known[0]
