"""The shipped pack, documents on pages, and a page in a visible window."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from desktop.base.resources import flagship_pack
from desktop.content.booklet.document import Document, compose
from desktop.content.booklet.scope import Scope
from desktop.pack import reader
from desktop.ui.printing.page_layout import Setting, set_all
from desktop.ui.printing.page_size import sheet_of
from desktop.ui.printing.pdf import Job, pdf_of
from desktop.ui.takeaway.wallet_card import Paper

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pack.model import Pack

TODAY = dt.date(2026, 12, 1)
Poppler = Callable[..., str]
Composed = Callable[..., Document]


@pytest.fixture(scope="session")
def flagship() -> Pack:
    return reader.read(flagship_pack())


@pytest.fixture(scope="session")
def composed(flagship: Pack) -> Composed:
    """Puts a document of the shipped pack together."""

    def make(scope: Scope, *languages: str, entry: str = "signs") -> Document:
        return compose(flagship, scope, entry, languages or ("en",), today=TODAY)

    return make


@pytest.fixture(scope="session")
def answer(composed: Composed) -> Document:
    return composed(Scope.ANSWER, "en")


@pytest.fixture(scope="session")
def booklet(composed: Composed) -> Document:
    return composed(Scope.ALL, "en", "es")


@pytest.fixture(scope="session")
def set_booklet(booklet: Document, _fonts: None) -> Setting:
    return set_all(booklet, sheet_of(Paper.LETTER))


@pytest.fixture(scope="session")
def set_answer(answer: Document, _fonts: None) -> Setting:
    return set_all(answer, sheet_of(Paper.LETTER))


@pytest.fixture(scope="session")
def booklet_pdf(booklet: Document, _fonts: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "booklet.pdf"
    path.write_bytes(pdf_of(Job(booklet, Paper.LETTER)))
    return path


@pytest.fixture(scope="session")
def poppler() -> Poppler:
    """Runs a program of poppler (Debian: poppler-utils) and returns what it prints."""

    def run(program: str, *words: str) -> str:
        if shutil.which(program) is None:
            pytest.fail(f"{program} is missing: install poppler-utils")
        done = subprocess.run([program, *words], capture_output=True, check=True, timeout=60)
        assert not done.stderr, done.stderr
        return done.stdout.decode()

    return run
