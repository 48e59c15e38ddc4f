"""`luminaria ask`: the best answers to a question, in the terminal. Loads no Qt."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import textwrap
from itertools import chain
from typing import IO, TYPE_CHECKING, Final

from desktop.base.local_date import today
from desktop.cli.terminal import (
    FINE,
    FOUND_PROBLEMS,
    Parser,
    add_pack_options,
    as_query,
    print_lines,
    printable,
)
from desktop.content.answer import present, present_contacts
from desktop.languages.loader import section
from desktop.languages.program_strings import TerminalStrings
from desktop.pack.model import closest_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.content.answer import ContactInfo
    from desktop.languages.program_strings import PhoneKinds
    from desktop.pack.view import PackView
    from desktop.search.engine import SearchEngine
    from desktop.search.results import Results

_LONGEST_LINE: Final = 64 * 1024  # bytes of one batch query that are read; no query is longer
_WIDEST: Final = 88  # columns; longer lines are hard to read


def run(words: list[str]) -> int:
    """`luminaria ask`; returns the exit code."""
    parser = Parser(prog="luminaria ask", description="Print the best answers to a question.")
    add_pack_options(parser)
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
    query = as_query(args.query)
    if args.batch and query:
        parser.error("--batch reads the queries from standard input; leave out the words")
    if not args.batch and not query:
        parser.error('a question is missing: luminaria ask "your question"')
    if args.batch and sys.stdin is None:
        parser.error("there is no standard input to read queries from")
    from desktop.search.open_pack import open_indexed  # noqa: PLC0415  # the help needs no search

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
        print_lines(_as_json(results))
    else:
        print_lines("\n\n".join(_paragraphs(pack, results)))
    return FINE if results.hits or results.help_contacts else FOUND_PROBLEMS


def _answer_batch(engine: SearchEngine, lang: str, limit: int) -> int:
    for query in _lines(sys.stdin.buffer):
        print_lines(_as_json(engine.search(query, lang=lang, limit=limit, explained=0)))
        sys.stdout.flush()  # so that a program may send a query, read the answer and send the next
    return FINE


def _lines(stream: IO[bytes]) -> Iterator[str]:
    """Lines of `stream`, ended by LF or CR LF; memory stays bounded if a line never ends."""
    while raw := stream.readline(_LONGEST_LINE):
        rest = raw
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(_LONGEST_LINE)
        yield raw.decode("utf-8", "replace").lstrip("\ufeff").rstrip("\r\n")


def _as_json(results: Results) -> str:
    """`results` as one line of ASCII JSON, safe for each locale and shell."""
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


def _paragraphs(pack: PackView, results: Results) -> Iterator[str]:
    """What `ask` prints for a person: help first, then the answers, or what else to try."""
    words = section(TerminalStrings, results.lang)
    contacts = present_contacts(pack, results.help_contacts, results.lang, today())
    if contacts:
        lines = (_contact_lines(contact, words.ways) for contact in contacts)
        yield "\n".join([words.help, *chain.from_iterable(lines)])
    for hit in results.hits:
        answer = present(pack, pack.entry_by_id[hit.entry_id], hit.lang, today())
        brief = answer.brief or hit.explanation.passage
        yield "\n".join([_wrapped(hit.question), *([_wrapped(brief, "  ")] if brief else [])])
    if not results.hits:
        yield words.nothing
    if results.suggestions and not results.hits:
        yield "\n".join([words.instead, *(_wrapped(one.text, "  ") for one in results.suggestions)])


def _contact_lines(contact: ContactInfo, ways: PhoneKinds) -> Iterator[str]:
    yield _wrapped(contact.name, "  ")
    for each in contact.numbers:
        spelled = f" ({each.spelled})" if each.spelled else ""
        number = f"{ways.of(each.kind)} {each.number}{spelled}"
        yield _wrapped(f"{number}. {each.note}" if each.note else number, "    ")
    if contact.hours:
        yield _wrapped(contact.hours, "    ")


def _wrapped(text: str, indent: str = "") -> str:
    width = min(max(shutil.get_terminal_size().columns, 20), _WIDEST)
    return textwrap.fill(
        printable(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,  # a telephone number stays on one line
    )


def _count(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 4 and 1 <= int(text) <= 1000):
        raise argparse.ArgumentTypeError(f'"{printable(text)}" is not a number from 1 to 1000')
    return int(text)


def _language(wanted: str | None, known: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """Language of `known` to answer in, or None if `wanted` is not among them.

    By default that of the locale ("es_MX.UTF-8" gives "es"), else the source language.
    """
    if wanted is not None:
        return closest_language(wanted, known)
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    return closest_language(locale.partition(".")[0].partition("@")[0], known) or known[0]
