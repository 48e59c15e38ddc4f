"""What can be got back after leaving quickly: nothing. One test for each way (S-7).

A visit is made with keys and clicks, ends with Shift three times, and the window is shown
again, as it is after the cover or when it was kept ready in the background.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCompleter,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from desktop.ui.widgets.wrapping import WrappingButton, WrappingLabel
from tests.text_fields import unregistered_text_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from desktop.desk.window import Window
    from tests.conftest import Press

Places = Callable[[], dict[str, bytes]]
Start = list[tuple[int, object, tuple[str, ...], tuple[bool, ...]]]

QUERY, SOUGHT = "signs", "hour"
TRACES = ("signs", "hour", "services", "pay", "wages")  # typed, or ids of what was read


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A home and a temporary folder of our own; tells every file in them, byte for byte."""
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    (home / "letter.txt").write_text("of the person")
    names = {
        "CONFIG": ".config",
        "CACHE": ".cache",
        "DATA": ".local/share",
        "STATE": ".local/state",
    }
    for name, below in names.items():
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / below))
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", None)  # Python looks once and remembers

    def every_file() -> dict[str, bytes]:
        files = [path for folder in (home, temporary) for path in folder.rglob("*")]
        return {str(path): path.read_bytes() if path.is_file() else b"" for path in files}

    return every_file


@pytest.fixture
def clean_clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("")
    yield clipboard
    clipboard.setText("")


def visit(window: Window, press: Press, qtbot: QtBot) -> None:
    """Search, open, go on, copy, find, go back and mark a word."""
    qtbot.keyClicks(window.search.box.edit, QUERY)
    press("Return")
    related = window.answer.findChildren(WrappingButton)[0]
    qtbot.waitUntil(related.isVisible)
    qtbot.mouseClick(related, Qt.MouseButton.LeftButton)
    assert window.answer.entry_id == "pay"
    press("Ctrl+Shift+C")
    press("Ctrl+F")
    qtbot.keyClicks(window.answer.find_bar.edit, SOUGHT)
    press("Alt+Left")
    assert window.answer.entry_id == "signs"
    words = window.answer.area.widget().findChild(WrappingLabel, "question")
    qtbot.waitUntil(lambda: words.isVisible() and words.width() > 100)
    qtbot.mouseDClick(words, Qt.MouseButton.LeftButton, pos=QPoint(10, words.height() // 2))
    assert words.selectedText() == "What"


def bring_up(window: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def seen(part: QAccessibleInterface, depth: int = 0) -> Start:
    """What a screen reader meets, from the window down; where the focus is does not count."""
    state = part.state()
    if state.invisible:
        return []
    kinds = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    texts = tuple(part.text(kind) for kind in kinds)
    flags = (bool(state.selected), bool(state.expanded), bool(state.disabled))
    found: Start = [(depth, part.role(), texts, flags)]
    for at in range(part.childCount()):
        found += seen(part.child(at), depth + 1)
    return found


@pytest.fixture
def start(window: Window, clean_clipboard: QClipboard) -> Start:
    """What a fresh window tells."""
    return seen(QAccessible.queryAccessibleInterface(window))


@pytest.fixture
def left(start: Start, window: Window, press: Press, qtbot: QtBot) -> Window:
    """The window after somebody was there and left."""
    visit(window, press, qtbot)
    with qtbot.waitSignal(window.leaveRequested):
        for _ in range(3):
            QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    return window


@pytest.fixture
def again(left: Window, qtbot: QtBot) -> Window:
    """The same window, shown again."""
    other = QWidget()  # without a window manager, the focus would stay where nothing is
    qtbot.addWidget(other)
    bring_up(other, qtbot)
    bring_up(left, qtbot)
    return left


def test_the_visit_leaves_what_these_tests_look_for(
    window: Window, press: Press, qtbot: QtBot, clean_clipboard: QClipboard
) -> None:
    visit(window, press, qtbot)
    assert window.search.box.edit.text() == QUERY
    assert window.answer.find_bar.edit.text() == SOUGHT
    assert window.search.hits.rowCount()
    assert button(window, "forward").isEnabled()
    assert clean_clipboard.text()


def button(window: Window, name: str) -> QToolButton:
    found = window.findChild(QToolButton, name)
    assert isinstance(found, QToolButton)
    return found


# -- reading


@pytest.mark.parametrize(("name", "keys"), [("back", "Alt+Left"), ("forward", "Alt+Right")])
def test_back_and_forward(again: Window, press: Press, name: str, keys: str) -> None:
    assert not button(again, name).isEnabled()
    press(keys)
    assert again.answer.entry_id == ""


def test_reopening_is_a_fresh_start(again: Window, start: Start, qtbot: QtBot) -> None:
    assert seen(QAccessible.queryAccessibleInterface(again)) == start


def test_nothing_is_seen_while_it_is_away(left: Window) -> None:
    assert seen(QAccessible.queryAccessibleInterface(left)) == []


# -- what was typed


@pytest.mark.parametrize("keys", ["", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+V", "Down"])
def test_no_field_gives_a_text_back(again: Window, press: Press, keys: str) -> None:
    fields = again.frame.page.findChildren(QLineEdit)  # the calendar of the cover has a year
    assert len(fields) >= 2
    for field in fields:
        QTest.keySequence(field, keys)
        assert (field.text(), field.isUndoAvailable(), field.isRedoAvailable()) == (
            "",
            False,
            False,
        )


def test_every_field_is_one_that_is_emptied(again: Window) -> None:
    assert unregistered_text_fields(again) == []


def test_no_completer_knows_a_word(again: Window) -> None:
    completers = [field.completer() for field in again.findChildren(QLineEdit)]
    for completer in (*filter(None, completers), *again.findChildren(QCompleter)):
        assert (completer.completionPrefix(), completer.completionCount()) == ("", 0)


def test_the_find_bar_is_gone(again: Window, press: Press) -> None:
    assert again.answer.find_bar.isHidden()
    press("Ctrl+F")
    assert again.answer.find_bar.edit.text() == ""


def test_no_results_are_kept(again: Window) -> None:
    assert again.search.hits.rowCount() == 0
    assert again.search.tree.isVisible()


# -- what was marked or copied


def test_no_words_are_marked(again: Window) -> None:
    assert not [label for label in again.findChildren(QLabel) if label.hasSelectedText()]
    assert not [field for field in again.findChildren(QLineEdit) if field.selectedText()]


def test_no_row_is_chosen(again: Window) -> None:
    views = [v for v in again.frame.page.findChildren(QAbstractItemView) if v.selectionModel()]
    assert not [view for view in views if view.selectedIndexes()]


def test_the_clipboard_is_empty(left: Window, clean_clipboard: QClipboard) -> None:
    assert clean_clipboard.text() == ""
    data = clean_clipboard.mimeData()
    assert data is None or not data.hasHtml()


def test_the_marked_words_of_x11_are_gone(left: Window, clean_clipboard: QClipboard) -> None:
    if not clean_clipboard.supportsSelection():
        pytest.skip("only X11 keeps what was marked with the mouse")
    assert clean_clipboard.text(QClipboard.Mode.Selection) == ""


# -- what is on the disk


def content(store: QSettings) -> bytes:
    store.sync()
    path = Path(store.fileName())
    return path.read_bytes() if path.exists() else b""


@pytest.mark.parametrize("closing", [False, True])
def test_the_settings_tell_nothing(
    window: Window, press: Press, store: QSettings, qtbot: QtBot, closing: bool
) -> None:
    before = content(store)
    visit(window, press, qtbot)
    window.leaving.leave()
    assert content(store) == before
    if closing:  # size and place are kept
        window.close()
    kept = content(store).decode("ascii").casefold()
    assert not [word for word in TRACES if word in kept]


def test_no_file_comes_goes_or_changes(
    places: Places, window: Window, press: Press, qtbot: QtBot
) -> None:
    before = places()
    visit(window, press, qtbot)
    window.leaving.leave()
    window.close()
    assert places() == before
    assert any(path.endswith("letter.txt") for path in before)
