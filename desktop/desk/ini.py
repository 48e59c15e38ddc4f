"""Settings files that are damaged: found, set aside, and what is sound in them kept.

`QSettings` takes nearly anything for a settings file, and writes over it at the end. So the
bytes are looked at before. Knows no Qt.
"""

from __future__ import annotations

import codecs
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

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
    if len(data) > LARGEST:
        return b""
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
    """
    try:
        sound = sound_part(_head(path))
    except FileNotFoundError:
        return False
    except NotADirectoryError:  # a folder above it is a file: nothing of ours is there
        return False
    except OSError:  # a folder, or one that we may not read
        sound = b""
    if sound is None:
        return False
    path.rename(_free_name(path))
    if sound.strip():
        _write(path, sound)
    return True


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _free_name(path: Path) -> Path:
    number = 1
    while os.path.lexists(name := path.with_name(f"{path.stem}.damaged-{number}{path.suffix}")):
        number += 1
    return name


def _write(path: Path, data: bytes) -> None:
    number, name = tempfile.mkstemp(prefix="draft-", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(number)
        Path(name).replace(path)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        raise
