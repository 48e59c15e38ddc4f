"""Detects and repairs damaged settings files.

`QSettings` accepts nearly any file and overwrites it at the end. So the bytes are checked
before. Does not import Qt.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from desktop.base.files import FileDamaged, StateFile

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 1_000_000  # bytes; ours have a few hundred

_SECTION: Final = re.compile(r"\[[\w%.\- ]+\]")
# The format of QSettings: quotes close on the same line, and no escape hides a line break.
_SETTING: Final = re.compile(r'[\w%.\-\\/]+=(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*')
_COMMENT: Final = re.compile(r"[;#].*")


def sound_part(data: bytes) -> bytes | None:
    """Valid lines of a settings file.

    Args:
        data: of the file.

    Returns: None if all lines are valid.
    """
    lines = data.removeprefix(codecs.BOM_UTF8).split(b"\n")
    sound = [line for line in lines if _is_sound(line)]
    return None if len(sound) == len(lines) else b"\n".join([*sound, b""])


def _is_sound(line: bytes) -> bool:
    try:
        text = line.decode().strip()
    except UnicodeDecodeError:
        return False
    if any(char < " " and char != "\t" for char in text):
        return False
    return not text or any(form.fullmatch(text) for form in (_SECTION, _SETTING, _COMMENT))


def mend(path: Path) -> bool:
    """Rename a damaged settings file to `NAME.damaged-N.ini` beside it.

    Its valid lines stay at `path`, so that one bad line does not reset, for example, the text size.

    Args:
        path: of the settings; it may not exist.

    Returns: whether it was damaged.

    Raises:
        OSError: it is damaged, and cannot be renamed.
        FileNotWritten: it was renamed, and its valid lines are lost.
    """
    file = StateFile(path, LARGEST)
    try:
        sound = file.read(sound_part)
    except (FileDamaged, OSError):  # too large, a folder, or not readable
        sound = b""
    if sound is None:
        return False
    file.set_aside()
    if sound.strip():
        file.write(sound)
    return True
