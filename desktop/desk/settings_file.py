"""Opens the settings; a damaged or missing file never stops the start.

`QSettings` accepts nearly any file and overwrites it at the end. So the bytes are checked before.
"""

from __future__ import annotations

import codecs
import os
import re
from enum import Enum, auto
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QSettings

from desktop.base.files import FileDamaged, FileNotWritten, StateFile
from desktop.base.folders import config_folder, may_write_in

LARGEST: Final = 1_000_000  # bytes; ours have a few hundred
# A path below a device has no folder: all stays in memory, and Qt reports no error.
_NOWHERE: Final = Path(os.devnull) / "luminaria.ini"

_SECTION: Final = re.compile(r"\[[\w%.\- ]+\]")
# The format of QSettings: quotes close on the same line, and no escape hides a line break.
_SETTING: Final = re.compile(r'[\w%.\-\\/]+=(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*')
_COMMENT: Final = re.compile(r"[;#].*")


class SettingsError(Enum):
    """Error of the settings file."""

    NONE = auto()
    DAMAGED = auto()  # renamed as a backup; its valid lines are kept
    UNWRITABLE = auto()  # changes last until the program ends


def open_settings() -> tuple[QSettings, SettingsError]:
    """Open the settings of this user; in memory only where they cannot be stored.

    Returns: the settings, and the error of their file.
    """
    try:
        path = config_folder() / "luminaria.ini"
        error = SettingsError.DAMAGED if repair(path) else SettingsError.NONE
    except (RuntimeError, OSError, FileNotWritten):  # RuntimeError: no home folder
        return _store(_NOWHERE), SettingsError.UNWRITABLE
    store = _store(path)
    if store.status() != QSettings.Status.NoError:
        return _store(_NOWHERE), SettingsError.UNWRITABLE
    if not may_write_in(path.parent):  # Qt writes a temporary file beside it and renames that
        error = SettingsError.UNWRITABLE
    return store, error


def settings_error_text(error: SettingsError) -> str:
    """Message to the person, in the language of the program; "" for none."""
    match error:
        case SettingsError.DAMAGED:
            return QCoreApplication.translate(
                "SettingsFile",
                "The settings file was damaged. It was set aside, and some settings may be as"
                " they were at first. The answers are not affected.",
            )
        case SettingsError.UNWRITABLE:
            return QCoreApplication.translate(
                "SettingsFile",
                "Settings cannot be saved on this computer. You can still change them; they"
                " last until you close the program.",
            )
        case SettingsError.NONE:
            return ""


def repair(path: Path) -> bool:
    """Rename a damaged settings file to `NAME.damaged-N.ini` beside it; return whether it was.

    Its valid lines stay at `path`, so that one bad line does not reset, for example, the text size.

    Raises:
        OSError: it is damaged, and cannot be renamed.
        FileNotWritten: it was renamed, and its valid lines are lost.
    """
    file = StateFile(path, LARGEST)
    try:
        valid = file.read(valid_lines)
    except (FileDamaged, OSError):  # too large, a folder, or not readable
        valid = b""
    if valid is None:
        return False
    file.set_aside()
    if valid.strip():
        file.write(valid)
    return True


def valid_lines(data: bytes) -> bytes | None:
    """Valid lines of a settings file; None if all are valid."""
    lines = data.removeprefix(codecs.BOM_UTF8).split(b"\n")
    valid = [line for line in lines if _is_valid(line)]
    return None if len(valid) == len(lines) else b"\n".join([*valid, b""])


def _is_valid(line: bytes) -> bool:
    try:
        text = line.decode().strip()
    except UnicodeDecodeError:
        return False
    if any(char < " " and char != "\t" for char in text):
        return False
    return not text or any(form.fullmatch(text) for form in (_SECTION, _SETTING, _COMMENT))


def _store(path: Path) -> QSettings:
    return QSettings(str(path), QSettings.Format.IniFormat)
