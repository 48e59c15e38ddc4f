"""Every word that is seen, in both languages and at three text sizes: translated, and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QWidget

from desktop.base.resources import asset, flagship_pack
from desktop.desk.window import Window
from desktop.pack.reader import read
from desktop.search.engine import SearchEngine
from desktop.ui.look.theme import Look
from tests.screens import STATES, bring_about, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.translations import Translations

SLACK = 3  # pixels: the last row of a letter's box is empty


def english_only() -> set[str]:
    """Texts of the program that Spanish words differently."""
    root = ElementTree.parse(asset("translations", "luminaria_es.ts")).getroot()  # noqa: S314
    pairs = [(m.findtext("source"), m.findtext("translation")) for m in root.iter("message")]
    return {source for source, said in pairs if source and said and source != said.strip()}


ENGLISH = english_only()


def plain(widget: QLabel | QAbstractButton) -> str:
    text = widget.text()
    if isinstance(widget, QLabel) and widget.textFormat() == Qt.TextFormat.RichText:
        return QTextDocumentFragment.fromHtml(text).toPlainText()
    return text.replace("\u00a0", "").strip()


def seen(root: QWidget) -> Iterator[QLabel | QAbstractButton]:
    labels, buttons = root.findChildren(QLabel), root.findChildren(QAbstractButton)
    widgets: list[QLabel | QAbstractButton] = [*labels, *buttons]
    for widget in widgets:
        if widget.isVisible() and widget.width() > 1 and plain(widget):
            yield widget


def is_clipped(widget: QLabel | QAbstractButton) -> bool:
    """Whether words do not fit into `widget`; a title cut with "…" has its whole name."""
    if plain(widget).endswith("…") and widget.accessibleName():
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QLabel.heightForWidth(widget, widget.width()) > widget.height() + SLACK
    hint = type(widget).sizeHint(widget)
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()) > widget.height() + SLACK
    return hint.width() > widget.width() + SLACK or hint.height() > widget.height() + SLACK


def words_of(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QMenu):
        yield widget.title()
        yield from (action.text() for action in widget.actions())


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine(read(flagship_pack()))


@pytest.fixture
def make(
    engine: SearchEngine, store: QSettings, speaker: Translations, qtbot: QtBot, qapp: QApplication
) -> Iterator[Window]:
    windows: list[Window] = []

    def open_window(lang: str, size: int) -> Window:
        window = Window(read(flagship_pack()), store, speaker, lang=lang)
        windows.append(window)
        window.set_search(lambda text, tag: engine.search(text, lang=tag))
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # no screen limits its size
        window.show()
        window.resize(1280, 800)
        window.looks.set_size(size)
        return window

    yield open_window  # type: ignore[misc]
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setFont(Look().font())


@pytest.mark.parametrize("size", [100, 200, 300])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_word_is_whole_and_in_its_language(make: object, lang: str, size: int) -> None:
    window: Window = make(lang, size)  # type: ignore[operator]
    faults = []

    def look(where: str) -> None:
        settle(window)
        for widget in seen(window):
            if is_clipped(widget):
                faults.append((where, "clipped", type(widget).__name__, plain(widget)[:60]))
            if lang == "es" and plain(widget) in ENGLISH:
                faults.append((where, "English", type(widget).__name__, plain(widget)[:60]))
        if lang == "es":
            for any_widget in window.findChildren(QWidget):
                found = [words for words in words_of(any_widget) if words in ENGLISH]
                faults.extend((where, "English", type(any_widget).__name__, w) for w in found)

    for state in STATES:
        bring_about(window, state, lang)
        look(state)
    assert not faults
