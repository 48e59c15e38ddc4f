"""Settings files that are damaged: found, set aside, and what is sound in them kept.

`QSettings` takes nearly anything for a settings file, and writes over it at the end. So the
bytes are looked at before. Knows no Qt.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Final

from desktop.base.state_file import FileDamaged, StateFile

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 1_000_000  # bytes; ours have a few hundred

_SECTION: Final = re.compile(r"\[[\w%.\- ]+\]")
# As QSettings writes them: a quote is closed on its line, and nothing hides a line's end.
_SETTING: Final = re.compile(r'[\w%.\-\\/]+=(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*')
_COMMENT: Final = re.compile(r"[;#].*")


def sound_part(data: bytes) -> bytes | None:
    """The lines of a settings file that can be read.

    Args:
        data: of the file.

    Returns: None if all of it is sound.
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
    """Set a damaged settings file aside, as `NAME.damaged-N.ini` beside it.

    What is sound in it stays at `path`, so that nobody who needs large text loses it to one
    bad line.

    Args:
        path: of the settings; need not be there.

    Returns: whether it was damaged.

    Raises:
        OSError: it is damaged, and cannot be set aside.
        FileNotWritten: it was set aside, and what is sound in it is lost.
    """
    file = StateFile(path, LARGEST)
    try:
        sound = file.read(sound_part)
    except (FileDamaged, OSError):  # too large, a folder, or one that we may not read
        sound = b""
    if sound is None:
        return False
    file.set_aside()
    if sound.strip():
        file.write(sound)
    return True
