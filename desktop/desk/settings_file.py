"""Opens the settings whatever has become of their file: a bad one never stops the start."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSettings

from desktop.base.files import FileNotWritten
from desktop.base.folders import is_folder, may_write_in
from desktop.desk import settings
from desktop.desk.ini import mend

if TYPE_CHECKING:
    from collections.abc import Mapping


class SettingsTrouble(Enum):
    """What a person is told about the settings."""

    NONE = auto()
    DAMAGED = auto()  # set aside; what was sound in it is kept
    UNWRITABLE = auto()  # changes last until the program ends


@dataclass(frozen=True, slots=True)
class OpenedSettings:
    """The settings, and what was wrong with them."""

    store: QSettings
    trouble: SettingsTrouble


# Below a device there is no folder: everything lives in memory, and Qt reports no error aloud.
_NOWHERE: Final = f"{os.devnull}/luminaria.ini"


def open_settings(environ: Mapping[str, str]) -> OpenedSettings:
    """The settings of this user; in memory only where they cannot be kept.

    Args:
        environ: the environment variables of the process.
    """
    if not _has_place(environ):
        return OpenedSettings(_in_memory(), SettingsTrouble.UNWRITABLE)
    store = settings.open_store()
    path = Path(store.fileName())
    try:
        mended = mend(path)
    except (OSError, FileNotWritten):
        return OpenedSettings(_in_memory(), SettingsTrouble.UNWRITABLE)
    if mended:
        store = settings.open_store()
    if store.status() != QSettings.Status.NoError:
        return OpenedSettings(_in_memory(), SettingsTrouble.UNWRITABLE)
    if not may_write_in(path.parent):  # Qt writes another file beside it and renames that
        return OpenedSettings(store, SettingsTrouble.UNWRITABLE)
    return OpenedSettings(store, SettingsTrouble.DAMAGED if mended else SettingsTrouble.NONE)


def trouble_words(trouble: SettingsTrouble) -> str:
    """What to tell the person, in the language of the program; "" for nothing."""
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


def _in_memory() -> QSettings:
    return QSettings(_NOWHERE, QSettings.Format.IniFormat)


def _has_place(environ: Mapping[str, str]) -> bool:
    """Whether there is a home, so that no folder is made at the root in its stead."""
    if os.name == "nt" or Path(environ.get("XDG_CONFIG_HOME") or ".").is_absolute():
        return True
    home = Path(environ.get("HOME") or ".")
    return home.is_absolute() and is_folder(home)
