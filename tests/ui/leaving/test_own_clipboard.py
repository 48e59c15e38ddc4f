from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.ui.leaving.own_clipboard import HISTORY_OPT_OUT, OwnClipboard, empty_clipboard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

WORDS = "my boss took it"
MARKED = QClipboard.Mode.Selection


@pytest.fixture
def clipboard(qtbot: QtBot) -> Iterator[QClipboard]:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("")
    yield clipboard
    clipboard.setText("")


@pytest.fixture
def ours(clipboard: QClipboard) -> Iterator[OwnClipboard]:
    ours = OwnClipboard()
    yield ours
    ours.deleteLater()


def test_what_was_put_there_is_there(ours: OwnClipboard, clipboard: QClipboard) -> None:
    ours.put_text(WORDS)
    assert clipboard.text() == WORDS


def test_rich_text_with_its_plain_text(ours: OwnClipboard, clipboard: QClipboard) -> None:
    data = QMimeData()
    data.setHtml(f"<b>{WORDS}</b>")
    data.setText(WORDS)
    ours.put(data)
    assert clipboard.mimeData().html() == f"<b>{WORDS}</b>"
    ours.wipe()
    assert not clipboard.mimeData().hasHtml()
    assert clipboard.text() == ""


def test_histories_are_asked_not_to_keep_it(ours: OwnClipboard, clipboard: QClipboard) -> None:
    ours.put_text(WORDS)
    told = {form: bytes(clipboard.mimeData().data(form).data()) for form in HISTORY_OPT_OUT}
    assert told == HISTORY_OPT_OUT


def test_ours_is_wiped(ours: OwnClipboard, clipboard: QClipboard) -> None:
    ours.put_text(WORDS)
    ours.wipe()
    assert clipboard.text() == ""
    assert WORDS not in repr(vars(ours))


def test_what_came_after_stays(
    ours: OwnClipboard, clipboard: QClipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours.put_text(WORDS)
    monkeypatch.setattr(clipboard, "ownsClipboard", lambda: False)  # as if by another program
    clipboard.setText("of somebody else")
    ours.wipe()
    assert clipboard.text() == "of somebody else"


def test_a_picture_of_somebody_else_stays(
    ours: OwnClipboard, clipboard: QClipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "ownsClipboard", lambda: False)
    clipboard.setImage(QImage(1, 1, QImage.Format.Format_RGB32))
    ours.wipe()
    assert clipboard.mimeData().hasImage()


def on_x11() -> bool:
    return QGuiApplication.platformName() == "xcb"


@pytest.fixture
def _x11(qtbot: QtBot) -> None:
    if not on_x11():
        pytest.skip("only X11 tells whose clipboard it is, and keeps marked words")


@pytest.mark.usefixtures("_x11")
def test_a_copy_by_key_is_ours(ours: OwnClipboard, clipboard: QClipboard, qtbot: QtBot) -> None:
    field = QLineEdit(WORDS)
    qtbot.addWidget(field)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == WORDS
    ours.wipe()
    assert clipboard.text() == ""


@pytest.mark.usefixtures("_x11")
def test_a_copy_that_a_manager_took_over_is_ours(
    ours: OwnClipboard, clipboard: QClipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard.setText(WORDS)  # not by `put`: a key in a field
    monkeypatch.setattr(clipboard, "ownsClipboard", lambda: False)
    ours.wipe()
    assert clipboard.text() == ""


@pytest.mark.usefixtures("_x11")
def test_marked_words_are_ours(ours: OwnClipboard, clipboard: QClipboard, qtbot: QtBot) -> None:
    label = QLabel(WORDS)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    qtbot.addWidget(label)
    with qtbot.waitExposed(label):
        label.show()
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton)
    assert clipboard.text(MARKED) in WORDS.split()
    ours.wipe()
    assert clipboard.text(MARKED) == ""


SEEN_BY_OTHERS = """
from PySide6.QtGui import QClipboard, QGuiApplication
app = QGuiApplication([])
print([app.clipboard().text(mode) for mode in (QClipboard.Clipboard, QClipboard.Selection)])
"""


def seen_by_another(qtbot: QtBot) -> str:
    """What another program finds; this one must go on meanwhile to answer it."""
    command = [sys.executable, "-c", SEEN_BY_OTHERS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        qtbot.waitUntil(lambda: other.poll() is not None, timeout=60_000)
        return other.communicate()[0].strip()


@pytest.mark.usefixtures("_x11")
def test_other_programs_see_nothing_either(
    ours: OwnClipboard, clipboard: QClipboard, qtbot: QtBot
) -> None:
    ours.put_text(WORDS)
    clipboard.setText(WORDS, MARKED)
    assert seen_by_another(qtbot) == str([WORDS, WORDS])
    ours.wipe()
    assert seen_by_another(qtbot) == str(["", ""])


def test_a_machine_without_a_user_of_its_own_keeps_nothing(clipboard: QClipboard) -> None:
    clipboard.setText("of another program")
    empty_clipboard()
    assert clipboard.text() == ""
