"""Every screen of the kiosk: words whole and in their language, targets large, named and steady."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.base.resources import flagship_pack
from desktop.pack import reader
from desktop.search.engine import SearchEngine
from tests.desk.test_every_word import ENGLISH, is_clipped, plain, seen, words_of
from tests.kiosk_screens import STATES, Look, bring_about, opened, settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.kiosk.operator.operator import Operator
    from desktop.kiosk.shell import Shell
    from desktop.ui.look.translations import Translations

    Kiosk = tuple[Shell, Operator]

Open = Callable[[str, tuple[int, int], int], "Kiosk"]
ROOMS = [((1280, 800), 100), ((1024, 600), 200), ((768, 1024), 200)]
OF_NO_VISIT = ("attract", "curtain", "pin", "panel")  # in all languages, or in the first
LEAST = 60  # pixels: what a finger hits; less one for a border


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine(reader.read(flagship_pack()))


@pytest.fixture
def kiosk(
    engine: SearchEngine, speaker: Translations, tmp_path: Path, qapp: QApplication
) -> Iterator[Open]:
    kiosks: list[Kiosk] = []

    def make(lang: str, size: tuple[int, int], text: int) -> Kiosk:
        look = Look(lang, "light", size, text)
        shell, operator = opened(look, reader.read(flagship_pack()), speaker, tmp_path)
        kiosks.append((shell, operator))
        shell.set_search(lambda words, tag: engine.search(words, lang=tag))
        return shell, operator

    yield make
    for shell, _ in kiosks:
        shell.close()
        shell.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def faults_of_words(root: QWidget, lang: str) -> Iterator[tuple[str, str]]:
    for widget in seen(root):
        if is_clipped(widget):
            yield "clipped", plain(widget)[:60]
        if lang == "es" and plain(widget) in ENGLISH:
            yield "English", plain(widget)[:60]
    if lang == "es":
        for any_widget in root.findChildren(QWidget):
            yield from (("English", words) for words in words_of(any_widget) if words in ENGLISH)


def faults_of_targets(shell: Shell) -> Iterator[tuple[str, str]]:
    for button in shell.findChildren(QAbstractButton):
        if button.isVisible() and min(button.width(), button.height()) < LEAST - 1:
            yield f"{button.width()}x{button.height()}", button.objectName()
        if button.isVisible() and not (button.accessibleName() or button.text().strip()):
            yield "nameless", button.objectName()


@pytest.mark.parametrize(("size", "text"), ROOMS)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_screen(kiosk: Open, lang: str, size: tuple[int, int], text: int) -> None:
    shell, operator = kiosk(lang, size, text)
    faults = []
    for state in STATES:
        bring_about(shell, operator, state, lang)
        said = "en" if state in OF_NO_VISIT else lang
        settle()
        shell.grab()  # as a paint does, it sends what is pending of a window not on the screen
        faults += [(state, *fault) for fault in faults_of_words(shell.shown.currentWidget(), said)]
        faults += [(state, *fault) for fault in faults_of_targets(shell)]
    assert not faults


def sizes_of(widget: QWidget) -> Iterator[object]:
    """What size `widget` asks for at rest, with the focus, below the pointer and below a finger."""

    def size() -> object:
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # buttons keep an old one
        return widget.sizeHint().toTuple()

    yield size()
    widget.setFocus()
    yield size()
    widget.clearFocus()
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    yield size()
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    if isinstance(widget, QAbstractButton):
        widget.setDown(True)
        yield size()
        widget.setDown(False)


@pytest.mark.parametrize(("size", "text"), [((1280, 800), 100), ((1024, 600), 200)])
def test_no_control_changes_its_size_when_it_is_used(
    kiosk: Open, qtbot: QtBot, size: tuple[int, int], text: int
) -> None:
    shell, operator = kiosk("en", size, text)
    shell.hide()
    shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)  # or none has the focus
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    tried, faults = set(), []
    for state in STATES:
        bring_about(shell, operator, state, "en")
        settle()
        for widget in shell.findChildren(QWidget):
            name = widget.objectName()
            takes_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
            if name in tried or not takes_focus or not widget.isVisible():
                continue
            if widget.minimumSize() != widget.maximumSize() and len(set(sizes_of(widget))) > 1:
                faults.append((state, name))
            tried.add(name)
    assert {"larger", "leave", "actionLearn", "stay", "contactCard"} <= tried
    assert not faults
