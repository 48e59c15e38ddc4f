"""Opens the settings; a damaged or missing file never stops the start."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QSettings

from desktop.base.files import FileNotWritten
from desktop.base.folders import config_folder, may_write_in
from desktop.desk.ini import mend


class SettingsTrouble(Enum):
    """Error of the settings file."""

    NONE = auto()
    DAMAGED = auto()  # renamed as a backup; its valid lines are kept
    UNWRITABLE = auto()  # changes last until the program ends


@dataclass(frozen=True, slots=True)
class OpenedSettings:
    """The settings, and the error of their file."""

    store: QSettings
    trouble: SettingsTrouble


# A path below a device has no folder: all stays in memory, and Qt reports no error.
_NOWHERE: Final = Path(os.devnull) / "luminaria.ini"


def open_settings() -> OpenedSettings:
    """Open the settings of this user; in memory only where they cannot be stored."""
    try:
        path = config_folder() / "luminaria.ini"
        mended = mend(path)
    except (RuntimeError, OSError, FileNotWritten):  # RuntimeError: no home folder
        return OpenedSettings(_store(_NOWHERE), SettingsTrouble.UNWRITABLE)
    store = _store(path)
    if store.status() != QSettings.Status.NoError:
        return OpenedSettings(_store(_NOWHERE), SettingsTrouble.UNWRITABLE)
    if not may_write_in(path.parent):  # Qt writes a temporary file beside it and renames that
        return OpenedSettings(store, SettingsTrouble.UNWRITABLE)
    return OpenedSettings(store, SettingsTrouble.DAMAGED if mended else SettingsTrouble.NONE)


def trouble_words(trouble: SettingsTrouble) -> str:
    """Message to the person, in the language of the program; "" for none."""
    match trouble:
        case SettingsTrouble.DAMAGED:
            return QCoreApplication.translate(
                "SettingsFile",
                "The settings file was damaged. It was set aside, and some settings may be as"
                " they were at first. The answers are not affected.",
            )
        case SettingsTrouble.UNWRITABLE:
            return QCoreApplication.translate(
                "SettingsFile",
                "Settings cannot be saved on this computer. You can still change them; they"
                " last until you close the program.",
            )
        case SettingsTrouble.NONE:
            return ""


def _store(path: Path) -> QSettings:
    return QSettings(str(path), QSettings.Format.IniFormat)
