"""A small pack in two languages, and the real window on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QEvent, QLocale, QSettings
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.desk.window import Window
from desktop.pack.model import Pack, Topic
from desktop.search.engine import Engine
from desktop.ui.look.language import Speaker
from desktop.ui.look.theme import Look, load_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Press = Callable[[str], None]
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
def engine(pack: Pack) -> Engine:
    return Engine(pack)


@pytest.fixture
def look() -> Look:
    return Look()


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> Iterator[None]:
    """The style and fonts of `desktop.desk.start.create_application`."""
    qapp.setStyle("Fusion")
    load_fonts()
    yield
    # Offscreen, what was copied would outlive Python, and its end would be a crash.
    QGuiApplication.clipboard().setText("")


@pytest.fixture
def speaker(qapp: QApplication) -> Iterator[Speaker]:
    before = QLocale()
    speaker = Speaker(qapp)
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
    engine: Engine,
    store: QSettings,
    speaker: Speaker,
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
