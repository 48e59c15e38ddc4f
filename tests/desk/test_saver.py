from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QWidget,
)

from desktop.base.files import FileNotWritten, WriteError
from desktop.desk.bookmarks.bookmarks import BookmarkError, BookmarkNotice, ToggleResult
from desktop.desk.saver import FileSaver, SavingMessages
from desktop.ui.running.application import keep_no_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

Key = Qt.Key


@pytest.fixture
def saver(qtbot: QtBot) -> FileSaver:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    saver = FileSaver(window)
    saver.window = window  # type: ignore[attr-defined]  # keeps it alive
    return saver


def shown() -> list[QFileDialog]:
    found = QApplication.topLevelWidgets()
    return [w for w in found if isinstance(w, QFileDialog) and w.isVisible()]


def dialog(qtbot: QtBot) -> QFileDialog:
    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def enter(path: Path | str, qtbot: QtBot) -> None:
    """Puts a name into the dialog and presses its button."""
    box = dialog(qtbot)
    box.findChild(QLineEdit, "fileNameEdit").setText(str(path))  # typing opens a list of files
    button = box.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_file_is_written_where_it_was_asked_for(
    saver: FileSaver, tmp_path: Path, qtbot: QtBot
) -> None:
    saver.ask("card.pdf", "PDF", lambda: b"content")
    with qtbot.waitSignal(saver.saved) as saved:
        enter(tmp_path / "mine.pdf", qtbot)
    assert (tmp_path / "mine.pdf").read_bytes() == b"content"
    assert saved.args == ["Saved: mine.pdf"]


def test_the_ending_is_added(saver: FileSaver, tmp_path: Path, qtbot: QtBot) -> None:
    saver.ask("card.pdf", "PDF", lambda: b"content")
    with qtbot.waitSignal(saver.saved):
        enter(tmp_path / "mine", qtbot)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.pdf"]


def test_cancelling_writes_nothing(saver: FileSaver, tmp_path: Path, qtbot: QtBot) -> None:
    saver.ask("card.pdf", "PDF", lambda: pytest.fail("was made"))
    box = dialog(qtbot)
    box.setDirectory(str(tmp_path))
    qtbot.keyClick(box, Key.Key_Escape)
    qtbot.waitUntil(lambda: not shown())
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_there_is_not_replaced_unasked(
    saver: FileSaver, tmp_path: Path, qtbot: QtBot
) -> None:
    old = tmp_path / "old.pdf"
    old.write_bytes(b"old")
    saver.ask("card.pdf", "PDF", lambda: b"new")
    box = dialog(qtbot)

    def say_no() -> None:
        asked = box.findChildren(QMessageBox)
        if asked:
            qtbot.keyClick(asked[0], Key.Key_Escape)
            said.append("no")
        else:
            QTimer.singleShot(10, say_no)

    said: list[str] = []
    QTimer.singleShot(0, say_no)
    enter(old, qtbot)
    assert said == ["no"]
    assert old.read_bytes() == b"old"
    assert box.isVisible()
    saver.close()


def test_a_place_that_cannot_be_written_to_is_told(
    saver: FileSaver, tmp_path: Path, qtbot: QtBot
) -> None:
    saver.ask("card.pdf", "PDF", lambda: b"content")
    box = dialog(qtbot)
    with qtbot.waitSignal(saver.failed) as told:
        box.fileSelected.emit(str(tmp_path / "gone" / "card.pdf"))
    assert "card.pdf" in told.args[0]
    saver.close()


def test_a_second_question_takes_the_place_of_the_first(saver: FileSaver, qtbot: QtBot) -> None:
    saver.ask("one.pdf", "PDF", lambda: b"")
    first = dialog(qtbot)
    saver.ask("two.pdf", "PDF", lambda: b"")
    assert not first.isVisible()
    assert dialog(qtbot).selectedFiles()[0].endswith("two.pdf")
    saver.close()


@pytest.fixture
def _restored() -> Iterator[None]:
    yield
    home = QStandardPaths.StandardLocation.GenericConfigLocation
    QSettings.setPath(
        QSettings.Format.NativeFormat,
        QSettings.Scope.UserScope,
        QStandardPaths.writableLocation(home),
    )


@pytest.mark.usefixtures("_restored")
def test_qt_keeps_no_list_of_places(saver: FileSaver, tmp_path: Path, qtbot: QtBot) -> None:
    QSettings.setPath(
        QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "config")
    )
    keep_no_places()
    saver.ask("card.pdf", "PDF", lambda: b"content")
    with qtbot.waitSignal(saver.saved):
        enter(tmp_path / "mine.pdf", qtbot)
    QSettings("QtProject").sync()
    assert not (tmp_path / "config").exists()


# -- messages


@pytest.mark.parametrize("fault", WriteError)
def test_each_fault_of_a_file_says_what_is_safe_and_what_to_do(fault: WriteError) -> None:
    words = SavingMessages().not_written(FileNotWritten(Path("folder", "a%1.txt"), fault))
    assert words.startswith("“a%1.txt”")
    assert "not changed" in words or "Nothing was changed" in words
    assert words.count(".") >= 3


@pytest.mark.parametrize("fault", BookmarkError)
def test_each_fault_of_the_bookmarks_names_the_file(fault: BookmarkError) -> None:
    assert "“b.json”" in SavingMessages().notice(BookmarkNotice(fault, "b.json"))


@pytest.mark.parametrize("what", ToggleResult)
def test_what_became_of_a_bookmark_has_words(what: ToggleResult) -> None:
    assert SavingMessages().toggled(what)


def test_no_two_are_told_alike() -> None:
    words = SavingMessages()
    told = {words.not_written(FileNotWritten(Path("a"), fault)) for fault in WriteError}
    assert len(told) == len(WriteError)
