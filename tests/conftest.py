"""What tests of several parts share: packs, the real window on one, documents, a QR reader."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from traceback import extract_stack
from typing import TYPE_CHECKING, TypeVar

import msgspec
import pytest
import zxingcpp
from PySide6.QtCore import QEvent, QLocale, QObject, QSettings
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from desktop.base.resources import flagship_pack
from desktop.content.booklet.document import Document, PrintScope, compose_document
from desktop.desk.window import Window
from desktop.pack import reader
from desktop.pack.model import Pack, Topic
from desktop.search.engine import SearchEngine
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look, load_fonts
from desktop.ui.look.translations import Translations
from desktop.ui.printing.page_layout import PageLayout, lay_out
from desktop.ui.printing.page_size import Paper, page_geometry
from desktop.ui.printing.pdf import pdf_of
from desktop.ui.running.input_pipeline import InputPipeline, InputStage, See
from tests import ROOT
from tests.system.xserver import private_xserver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.widgets.page import Page

TODAY = dt.date(2026, 12, 1)
P = TypeVar("P", bound="Page")
Press = Callable[[str], None]
Opened = Callable[[P], P]
Scan = Callable[[QImage], str]
Poppler = Callable[..., str]
Composed = Callable[..., Document]
MakeWindow = Callable[[], Window]

_EVERY_LINK = (
    "See [the signs](entry:signs), [the hotline](contact:hotline) or [the report](source:report)."
)
_PACK = {
    "manifest": {
        "format": 1,
        "id": "small",
        "version": 1,
        "title": {"en": "Work and rights", "es": "Trabajo y derechos"},
        "languages": ["en", "es"],
        "disclaimer": {"en": "This is not legal advice.", "es": "Esto no es asesoría legal."},
        "help": ["emergency", "hotline"],
    },
    "topics": [
        {
            "id": "getting-help",
            "title": {"en": "Getting help", "es": "Cómo recibir ayuda"},
            "icon": "life-buoy",
            "entries": ["signs", "services"],
        },
        {
            "id": "knowing",
            "title": {"en": "Knowing your rights", "es": "Conocer sus derechos"},
            "icon": "book-open",
            "children": [
                {"id": "law", "title": {"en": "Law & courts", "es": "Leyes y tribunales"}},
            ],
            "entries": ["pay"],
        },
        {"id": "past", "title": {"en": "How it was", "es": "Cómo era antes"}},
    ],
    "entries": [
        {
            "id": "signs",
            "topic": "getting-help",
            "question": {"en": "What are the signs?", "es": "¿Cuáles son las señales?"},
            "brief": {
                "en": "Someone else holds the papers and the pay.",
                "es": "Otra persona guarda los papeles y el pago.",
            },
            "answer": {
                "en": "## At work\n\nLook **closely**.\n\n- no pay\n- no rest\n\n1. ask\n2. wait",
                "es": "## En el trabajo\n\nMire **bien**.\n\n- sin pago\n- sin descanso",
            },
            "contacts": ["hotline"],
            "sources": ["report"],
            "related": ["pay", "law-book"],
            "reviewed_on": "2024-05-31",
        },
        {
            "id": "services",
            "topic": "getting-help",
            "question": {"en": "Where is a safe bed?", "es": "¿Dónde hay una cama segura?"},
            "brief": {"en": "Two shelters are free.", "es": "Hay dos refugios gratuitos."},
            "answer": {"en": _EVERY_LINK, "es": "Vea [las señales](entry:signs)."},
            "contacts": ["hotline"],
            "sources": ["report"],
        },
        {
            "id": "pay",
            "topic": "knowing",
            "question": {"en": "Who owes me wages?", "es": "¿Quién me debe el salario?"},
            "brief": {"en": "Whoever hired you.", "es": "Quien la contrató."},
            "answer": {"en": "Every hour counts.", "es": "Cuenta cada hora."},
        },
        {
            "id": "law-book",
            "topic": "law",
            "question": {"en": "Which law protects me?", "es": "¿Qué ley me protege?"},
            "answer": {"en": "The labor law.\n\n" * 60, "es": "La ley laboral.\n\n" * 60},
        },
        {
            "id": "history",
            "topic": "past",
            "question": {"en": "How old is this problem?", "es": "¿Qué tan viejo es esto?"},
            "answer": {"en": "Centuries."},
        },
        {
            "id": "tags",
            "topic": "past",
            "question": {"en": "<p >Is <b>this</b> bold?", "es": "<p >¿<b>Esto</b> es negrita?"},
            "brief": {"en": "<i>No</i> & never.", "es": "<i>No</i> y nunca."},
            "answer": {"en": "A <u>tag</u> is text.", "es": "Un <u>tag</u> es texto."},
        },
    ],
    "contacts": [
        {
            "id": "emergency",
            "name": {"en": "Police <b>and</b> ambulance", "es": "Policía <b>y</b> ambulancia"},
            "short_name": {"en": "In <b>danger</b>", "es": "En <b>peligro</b>"},
            "phones": [{"number": "911"}],
        },
        {
            "id": "hotline",
            "name": {"en": "State hotline", "es": "Línea estatal"},
            "short_name": {"en": "Hotline", "es": "Línea"},
            "place": "Santa Fe",
            "phones": [
                {"number": "505-555-0100", "kind": "call-or-text", "spelled": "505-GET-HELP"},
                {"number": "233733", "kind": "text"},
                {"number": "711", "kind": "tty"},
            ],
            "hours": {"en": "Day and night", "es": "Día y noche"},
            "web": "hotline.example",
            "checked_on": "2024-05-31",
        },
    ],
    "sources": [
        {
            "id": "report",
            "title": {"en": "Yearly report", "es": "Informe anual"},
            "publisher": "The State",
            "date": "2024-05",
            "address": "report.example/2024",
        }
    ],
    "urgent": [
        {
            "id": "now",
            "phrases": {"en": ["help me"], "es": ["ayúdeme"]},
            "contacts": ["emergency", "hotline"],
        }
    ],
}


# What a person would see; of the kiosk, the rest is the same on every platform.
ON_SCREEN = [
    *(ROOT / "tests" / part for part in ("ui", "desk")),
    *(ROOT / "tests/kiosk" / part for part in ("guard", "keyboard", "screens", "visit")),
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--split", action="store_true", help="on X what is seen on the screen, elsewhere the rest"
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if not config.getoption("--split") or collection_path.suffix != ".py":
        return None
    is_seen = collection_path.parent == ROOT / "tests/kiosk" or any(
        collection_path.is_relative_to(folder) for folder in ON_SCREEN
    )
    return True if is_seen != _is_on_x() else None


def _is_on_x() -> bool:
    return os.environ.get("QT_QPA_PLATFORM") == "xcb"


def pytest_configure(config: pytest.Config) -> None:
    """On X, give each process of the run a server of its own, where no other takes the focus."""
    is_process_of_tests = hasattr(config, "workerinput") or not config.getoption("numprocesses")
    if _is_on_x() and is_process_of_tests:
        running = ExitStack()
        config.add_cleanup(running.close)
        os.environ["DISPLAY"] = running.enter_context(private_xserver()).display


class WindowsSeen(QObject):
    """Notes each window that is shown, from now on, even for a moment."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.names: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def our_calls() -> list[str]:
    """Names of the functions of the program that are being called, the outermost first."""
    ours = str(ROOT / "desktop")
    return [frame.name for frame in extract_stack() if frame.filename.startswith(ours)]


@contextmanager
def input_through(stages: dict[InputStage, See]) -> Iterator[None]:
    """Have all events pass these stages, as they do in a shell."""
    app = QApplication.instance()
    assert app is not None
    pipeline = InputPipeline(app, stages)
    yield
    delete(pipeline)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return msgspec.convert(_PACK, Pack)


@pytest.fixture
def many_topics(pack: Pack) -> Pack:
    """The pack with a hundred topics beside one another, and a hundred in the first of these."""
    within, beside = (
        tuple(Topic(id=f"{name}-{n}", title={"en": f"{name} {n}"}) for n in range(100))
        for name in ("within", "beside")
    )
    first = msgspec.structs.replace(beside[0], children=within)
    return msgspec.structs.replace(pack, topics=(first, *beside[1:]), entries=())


@pytest.fixture(scope="session")
def engine(pack: Pack) -> SearchEngine:
    return SearchEngine(pack)


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> Iterator[None]:
    """The style and fonts of `desktop.ui.running.application.create_application`."""
    qapp.setStyle("Fusion")
    load_fonts()
    yield
    # Offscreen, what was copied would outlive Python, and its end would be a crash.
    QGuiApplication.clipboard().setText("")


@pytest.fixture
def speaker(qapp: QApplication) -> Iterator[Translations]:
    before = QLocale()
    speaker = Translations(qapp)
    yield speaker
    for translator in (speaker._translator, speaker._of_qt):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def _is_active(window: Window) -> bool:
    """Ask for the focus until it comes: offscreen, a second window may be refused it once."""
    if not window.isActiveWindow():
        window.activateWindow()
    return window.isActiveWindow()


@pytest.fixture
def make_window(
    pack: Pack,
    engine: SearchEngine,
    store: QSettings,
    speaker: Translations,
    qtbot: QtBot,
    qapp: QApplication,
) -> Iterator[MakeWindow]:
    """Opens windows on the same settings, active and ready for keys."""
    windows: list[Window] = []

    def make() -> Window:
        window = Window(pack, store, speaker)
        windows.append(window)
        window.set_search(lambda text, tag: engine.search(text, lang=tag))
        window.show()
        qtbot.waitUntil(lambda: _is_active(window))
        qtbot.waitUntil(window.search.box.edit.hasFocus)
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def window(make_window: MakeWindow) -> Window:
    return make_window()


@pytest.fixture
def press(window: Window, qapp: QApplication) -> Press:
    """Presses keys where the focus is, such as "Ctrl+K"."""

    def press_keys(keys: str) -> None:
        QTest.keySequence(qapp.focusWidget() or window, QKeySequence(keys))

    return press_keys


@pytest.fixture(scope="session")
def flagship() -> Pack:
    return reader.read(flagship_pack())


@pytest.fixture(scope="session")
def scan() -> Scan:
    """Reads the code in a picture as a phone does; "" where it sees none."""

    def read(picture: QImage) -> str:
        grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        seen = zxingcpp.read_barcode(grey, text_mode=zxingcpp.TextMode.Plain)
        return seen.text if seen else ""

    return read


@pytest.fixture
def opened(qtbot: QtBot, speaker: Translations) -> Callable[[P], P]:
    """Shows a page as a sheet would: 712 by 480 pixels, active."""

    def show(page: P) -> P:
        speaker.install("en")
        qtbot.addWidget(page)
        apply_look(page, Look())
        page.resize(712, 480)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return show


@pytest.fixture(scope="session")
def composed(flagship: Pack) -> Composed:
    """Puts a document of the shipped pack together."""

    def make(scope: PrintScope, *languages: str, entry: str = "signs") -> Document:
        return compose_document(flagship, scope, entry, languages or ("en",), today=TODAY)

    return make


@pytest.fixture(scope="session")
def answer(composed: Composed) -> Document:
    return composed(PrintScope.ANSWER, "en")


@pytest.fixture(scope="session")
def booklet(composed: Composed) -> Document:
    return composed(PrintScope.ALL, "en", "es")


@pytest.fixture(scope="session")
def set_booklet(booklet: Document, fonts: None) -> PageLayout:
    return lay_out(booklet, page_geometry(Paper.LETTER))


@pytest.fixture(scope="session")
def set_answer(answer: Document, fonts: None) -> PageLayout:
    return lay_out(answer, page_geometry(Paper.LETTER))


@pytest.fixture(scope="session")
def booklet_pdf(booklet: Document, fonts: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "booklet.pdf"
    path.write_bytes(pdf_of(booklet, Paper.LETTER))
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
