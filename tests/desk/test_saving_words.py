from __future__ import annotations

from pathlib import Path

import pytest

from desktop.base.files import FileNotWritten, WriteFault
from desktop.desk.bookmarks.bookmarks import BookmarkFault, BookmarkNotice, ToggleResult
from desktop.desk.saving_words import SavingMessages


@pytest.mark.parametrize("fault", WriteFault)
def test_each_fault_of_a_file_says_what_is_safe_and_what_to_do(fault: WriteFault) -> None:
    words = SavingMessages().not_written(FileNotWritten(Path("folder", "a%1.txt"), fault))
    assert words.startswith("“a%1.txt”")
    assert "not changed" in words or "Nothing was changed" in words
    assert words.count(".") >= 3


@pytest.mark.parametrize("fault", BookmarkFault)
def test_each_fault_of_the_bookmarks_names_the_file(fault: BookmarkFault) -> None:
    assert "“b.json”" in SavingMessages().notice(BookmarkNotice(fault, "b.json"))


@pytest.mark.parametrize("what", ToggleResult)
def test_what_became_of_a_bookmark_has_words(what: ToggleResult) -> None:
    assert SavingMessages().toggled(what)


def test_no_two_are_told_alike() -> None:
    words = SavingMessages()
    told = {words.not_written(FileNotWritten(Path("a"), fault)) for fault in WriteFault}
    assert len(told) == len(WriteFault)
