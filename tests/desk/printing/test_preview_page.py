from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.content.booklet.document import Document
from desktop.desk.printing.preview_page import PreviewPage
from desktop.desk.printing.print_status import PrintState
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.printing.page_size import Paper
from desktop.ui.printing.paper import CupsPrograms, Printers
from tests.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.translations import Translations
    from desktop.ui.widgets.choices import ChoiceButtons

WAIT_MS = 20_000
Open = Callable[..., PreviewPage]


@pytest.fixture
def office(tmp_path: Path) -> CupsPrograms:
    """Programs that stand in for CUPS, with a printer that writes into a file."""
    bodies = {
        "lpstat": "echo Office; echo Desk",
        "lp": f'echo "$*" > "{tmp_path}/words"; cat > "{tmp_path}/printed"',
    }
    for name, body in bodies.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    return CupsPrograms(str(tmp_path / "lpstat"), str(tmp_path / "lp"))


@pytest.fixture
def open_page(flagship: Pack, speaker: Translations, qtbot: QtBot) -> Open:
    def make(
        programs: CupsPrograms | None = None,
        entry: str = "signs",
        lang: str = "en",
        pack: Pack | None = None,
    ) -> PreviewPage:
        speaker.install(lang)
        printers = Printers(programs or CupsPrograms("", ""))
        page = PreviewPage(
            pack or flagship, entry, lang, printers, paper=Paper.LETTER, today=lambda: TODAY
        )
        qtbot.addWidget(page)
        page.printers_of_test = printers  # type: ignore[attr-defined]  # kept alive
        apply_look(page, Look())
        page.resize(900, 560)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        wait_for_pages(page, qtbot)
        qtbot.waitUntil(lambda: printers.is_known, timeout=WAIT_MS)
        return page

    return make


def wait_for_pages(page: PreviewPage, qtbot: QtBot) -> None:
    done = (PrintState.QUIET, PrintState.NO_PRINTER)
    qtbot.waitUntil(lambda: page.status.state in done, timeout=WAIT_MS)


def offered(choices: ChoiceButtons) -> list[QPushButton]:
    return choices.findChildren(QPushButton, "choice")


def words(choices: ChoiceButtons) -> list[str]:
    return [button.accessibleName() for button in offered(choices)]


def click(qtbot: QtBot, page: PreviewPage, choices: ChoiceButtons, at: int) -> None:
    page.area.ensureWidgetVisible(offered(choices)[at])
    qtbot.mouseClick(offered(choices)[at], Qt.MouseButton.LeftButton)
    wait_for_pages(page, qtbot)


def press(qtbot: QtBot, page: PreviewPage, button: QWidget) -> None:
    page.area.ensureWidgetVisible(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_answer_on_the_screen_is_shown_first(open_page: Open) -> None:
    page = open_page()
    assert words(page.scopes) == ["This answer", "All of this topic", "Everything, as a booklet"]
    assert words(page.languages) == ["English", "Español", "All languages"]
    assert (page.scopes.index, page.languages.index) == (0, 0)
    assert 2 <= page.viewer.view.page_count <= 6


def test_a_choice_changes_the_pages(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    counts = [page.viewer.view.page_count]
    for at in (1, 2):
        click(qtbot, page, page.scopes, at)
        counts.append(page.viewer.view.page_count)
    click(qtbot, page, page.languages, 2)
    counts.append(page.viewer.view.page_count)
    assert counts == sorted(set(counts))
    assert counts[-1] > 100


def test_saving_hands_out_a_pdf(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    with qtbot.waitSignal(page.saveRequested, timeout=WAIT_MS) as saved:
        press(qtbot, page, page.save)
    pdf = bytes(saved.args[0])
    assert pdf.startswith(b"%PDF-1.7")
    assert pdf.count(b"/Type /Page\n") == page.viewer.view.page_count


def test_keys_alone_save(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    page.area.setFocus()
    for _ in range(20):
        if page.save.hasFocus():
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.saveRequested, timeout=WAIT_MS):
        qtbot.keyClick(page.save, Qt.Key.Key_Space)


def test_what_was_chosen_since_is_not_saved(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    click(qtbot, page, page.scopes, 2)
    with qtbot.assertNotEmitted(page.saveRequested):
        press(qtbot, page, page.save)
        click(qtbot, page, page.scopes, 0)
        qtbot.waitUntil(lambda: page.viewer.view.page_count < 10, timeout=WAIT_MS)


def test_only_the_newest_document_counts(
    open_page: Open, answer: Document, booklet: Document, qtbot: QtBot, qapp: QApplication
) -> None:
    page, gate = open_page(), threading.Event()
    page._run(lambda: gate.wait(20) and booklet, page._start_typesetting)
    older = page._background
    page._run(lambda: answer, page._start_typesetting)
    qtbot.waitUntil(lambda: page._document is answer, timeout=WAIT_MS)
    gate.set()
    older._thread.join()
    qapp.processEvents()
    wait_for_pages(page, qtbot)
    assert not page._turns.isActive()


def test_pages_of_an_earlier_choice_are_not_shown(
    open_page: Open, answer: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    shown: list[Document] = []
    monkeypatch.setattr(page.viewer, "show_layout", lambda setting: shown.append(setting.document))
    page._start_typesetting(answer)
    click(qtbot, page, page.scopes, 2)
    assert answer not in shown
    assert shown


def test_a_document_that_cannot_be_made_is_told(
    open_page: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page()
    monkeypatch.delattr(Document, "__init__")
    qtbot.mouseClick(offered(page.scopes)[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.status.state is PrintState.NOT_MADE, timeout=WAIT_MS)


def test_without_a_printer_the_page_says_what_to_do(open_page: Open) -> None:
    page = open_page()
    assert page.status.state is PrintState.NO_PRINTER
    assert "save a PDF" in page.status.text()
    assert not page.print.isEnabled()
    assert page.save.isEnabled()


def test_printing_sends_a_pdf_under_a_neutral_name(
    open_page: Open, office: CupsPrograms, qtbot: QtBot, tmp_path: Path
) -> None:
    page = open_page(office)
    click(qtbot, page, page.names, 1)
    press(qtbot, page, page.print)
    qtbot.waitUntil(lambda: page.status.state is PrintState.SENT, timeout=WAIT_MS)
    assert (tmp_path / "printed").read_bytes().startswith(b"%PDF-1.7")
    assert (tmp_path / "words").read_text("utf-8") == "-d Desk -t Questions and answers -\n"
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix) == []


def test_a_printer_that_fails_is_told(open_page: Open, office: CupsPrograms, qtbot: QtBot) -> None:
    page = open_page(CupsPrograms(office.lpstat, "/bin/false"))
    press(qtbot, page, page.print)
    qtbot.waitUntil(lambda: page.status.state is PrintState.NOT_TAKEN, timeout=WAIT_MS)
    assert page.print.isEnabled()


def test_one_printer_needs_no_choice(open_page: Open, office: CupsPrograms, tmp_path: Path) -> None:
    (tmp_path / "lpstat").write_text("#!/bin/sh\necho Office\n", "utf-8")
    page = open_page(office)
    assert page.names.isHidden()
    assert page.print.isEnabled()


def test_closing_the_page_lets_the_printer_go_on(
    open_page: Open, office: CupsPrograms, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    slow = tmp_path / "slow"
    slow.write_text(
        f'#!/bin/sh\ncat; while [ ! -e "{tmp_path}/go" ]; do sleep 0.02; done\n', "utf-8"
    )
    slow.chmod(0o755)
    page = open_page(CupsPrograms(office.lpstat, str(slow)))
    printers: Printers = page.printers_of_test  # type: ignore[attr-defined]
    press(qtbot, page, page.print)
    qtbot.waitUntil(lambda: page.status.state is PrintState.SENDING, timeout=WAIT_MS)
    (tmp_path / "go").touch()
    with qtbot.waitSignal(printers.sent, timeout=WAIT_MS):
        page.deleteLater()
        qapp.sendPostedEvents(page, QEvent.Type.DeferredDelete)


def test_closing_the_page_drops_a_pdf_that_is_being_made(
    open_page: Open, qtbot: QtBot, qapp: QApplication
) -> None:
    page = open_page()
    saved: list[bytes] = []
    page.saveRequested.connect(saved.append)
    press(qtbot, page, page.save)
    making = page._background
    page.deleteLater()
    qapp.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not making.is_running, timeout=WAIT_MS)
    qapp.processEvents()
    assert saved == []


def test_the_language_of_the_window_changes_words_and_pages(
    open_page: Open, speaker: Translations, qtbot: QtBot
) -> None:
    page = open_page()
    speaker.install("es")
    page.set_language("es")
    wait_for_pages(page, qtbot)
    assert page.languages.index == 1
    document = page._document
    assert document.languages == ("es",)


def test_both_languages_stay_both(open_page: Open, qtbot: QtBot) -> None:
    page = open_page()
    click(qtbot, page, page.languages, 2)
    page.set_language("es")
    assert page.languages.index == 2


def test_without_an_answer_everything_is_offered(open_page: Open) -> None:
    page = open_page(entry="")
    assert words(page.scopes) == ["Everything, as a booklet"]
    assert page.viewer.view.page_count > 40


def test_what_cannot_be_printed_at_once_says_so(
    flagship: Pack, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.content.booklet.document.MAX_ENTRIES", 3)
    page = PreviewPage(flagship, "", "en", Printers(CupsPrograms("", "")))
    qtbot.addWidget(page)
    assert page.status.state is PrintState.NOTHING
    assert not page.save.isEnabled()


@pytest.mark.parametrize("size", [100, 200, 300])
@pytest.mark.parametrize("width", [512, 952])
def test_everything_fits_the_width(open_page: Open, qtbot: QtBot, width: int, size: int) -> None:
    page = open_page()
    apply_look(page, Look(text_size=size))
    page.resize(width, 400)
    parts = (page.scopes, page.save, page.print, page.viewer.view, page.viewer.forward)

    def fits() -> bool:
        ends = [part.mapTo(page, part.rect().topRight()).x() for part in parts]
        return 0 < min(ends) <= max(ends) < width

    qtbot.waitUntil(fits)
    assert page.viewer.view.width() >= 200


def test_every_control_has_a_name(open_page: Open, office: CupsPrograms) -> None:
    page = open_page(office)
    reached = [each for each in page.findChildren(QWidget) if each.isVisible()]
    focusable = [each for each in reached if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(focusable) > 8
    nameless = [each for each in focusable if not each.accessibleName() and each is not page.area]
    assert nameless == []
