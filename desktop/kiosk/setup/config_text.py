"""The commented configuration file that `luminaria kiosk init` writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from desktop.kiosk.setup.config_keys import CONFIG_OPTIONS, TABLES

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.kiosk.setup.config import Config

_HEAD: Final = """\
# Luminaria: the settings of this kiosk.
#
# Change what stands right of an equals sign, and save. Text stands in quotes; numbers, true
# and false stand without. Lines that begin with "#" are notes. Then type:
#
#     luminaria kiosk check
#
# It names what is wrong and what to do. While anything is wrong in this file, the kiosk starts
# as it was delivered. The PIN does not stand here; to set a new one: luminaria kiosk pin
"""

_TABLE_NOTES: Final = {
    "pack": "What the kiosk shows.",
    "look": "How it looks.",
    "visit": "What happens while somebody is there.",
    "take-away": "What people can take with them. The code for a phone is always there.",
    "operator": "What is for you alone.",
}

_NOTES: Final = {
    "pack": 'A pack of your own, such as "packs/my-town.json"; write / between folders, also on\n'
    'Windows. "" shows the pack that came with the program.',
    "language": "The first screen shows all languages. A visitor who touches it anywhere begins\n"
    'in this one, such as "en" or "es". "" is the first language of the pack.',
    "name": "The name that others may see: on the window, in lists of programs, at the printer.\n"
    "Choose one that tells nothing about the subject. 1 to 40 characters.",
    "theme": 'Colours: "light", "dark" or "contrast" (for people who see little).',
    "text_size": "Size of the text in per cent: 100, 125, 150 or 200. 100 is large already.",
    "idle_seconds": "Seconds without a touch until the kiosk asks whether somebody is there:\n"
    "30 to 900. 0 never asks, and then nothing is wiped when a visitor just walks away.",
    "warning_seconds": "Seconds that it waits for the answer, then wipes everything: 20 to 120.",
    "read_aloud": "true offers to read aloud, if this computer has a voice. Others may hear it.",
    "printer": 'The printer that visitors may use, as "lpstat -e" names it. "" prints nothing.\n'
    "Paper left lying there can put somebody in danger.",
    "corner": 'The corner that you tap to be asked for the PIN: "top-left", "top-right",\n'
    '"bottom-left" or "bottom-right".',
    "corner_taps": "How many taps it takes: 3 to 10.",
    "tallies": "true counts how often each answer is opened, per day, and nothing else.\n"
    "In a small place even that can tell on somebody, so think before you switch it on.",
}


def template(config: Config) -> str:
    """Render `config` as a file that its operator can read and change.

    Args:
        config: as `read_config` returns it for the file; relative paths of packs are resolved
            against the file's folder.
    """
    parts = [_HEAD]
    for table in TABLES:
        parts.append(f"\n{_comment(_TABLE_NOTES[table])}\n[{table}]\n")
        for key in CONFIG_OPTIONS:
            if key.table == table:
                value = _toml(getattr(config, key.field))
                parts.append(f"\n{_comment(_NOTES[key.field])}\n{key.name} = {value}\n")
    return "".join(parts)


def _comment(text: str) -> str:
    return "\n".join(f"# {line}" for line in text.split("\n"))


def _toml(value: Path | str | int | None) -> str:
    """Format a value; JSON's printable text, numbers and booleans are valid TOML too."""
    plain = value if isinstance(value, str | int) else str(value or "")
    return json.dumps(plain, ensure_ascii=False)
