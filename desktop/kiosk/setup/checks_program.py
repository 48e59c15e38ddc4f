"""Pre-flight checks of the program: configuration, PIN, pack, printer, voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.kiosk.operator.pin import PinError, PinFile
from desktop.kiosk.setup.check_result import CheckResult, fail, ok, warn
from desktop.pack.errors import PackErrors
from desktop.pack.freshness import MAY_HAVE_CHANGED, TOO_OLD, check_dates
from desktop.pack.model import closest_language
from desktop.pack.problem import did_you_mean
from desktop.search.open_index import find_index
from desktop.search.open_pack import is_large
from desktop.ui.speech.voices import find_voices

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.kiosk.setup.config import Config, LoadedConfig
    from desktop.kiosk.setup.probes import Computer
    from desktop.pack.view import PackView

_WRITTEN_FOR: Final = ("en", "es")
_SHOWN: Final = 5  # names in one sentence


def configuration(read: LoadedConfig) -> Iterator[CheckResult]:
    """Check the configuration; one result for each error."""
    name = "Configuration"
    if not read.problems:
        yield ok(name, "It can be read, and all of it makes sense.")
    for problem in read.problems:
        where = f"Line {problem.line}: " if problem.line else ""
        yield fail(name, f"{where}{problem.expected}", problem.remedy)


def pin(path: Path) -> CheckResult:
    """Check whether the file at `path` has a PIN that nobody else can read."""
    name = "PIN"
    remedy = 'Set a new one with "luminaria kiosk pin".'
    match PinFile(path).error:
        case None:
            return ok(name, "It is set, and only this account can read it.")
        case PinError.MISSING:
            message = "There is none, so nobody can open the panel or end the kiosk."
            return fail(name, message, remedy)
        case PinError.EXPOSED:
            message = "Its file is not private: others may have read or changed it."
            return fail(name, message, f"{remedy} Do not use the old one again.")
        case _:
            return fail(name, "Its file is damaged.", remedy)


def pack_is_valid(pack: PackView | PackErrors, config: Config) -> CheckResult:
    """Check whether the pack can be shown."""
    name = "Pack"
    if isinstance(pack, Exception):
        other = ' Or write file = "" for the one that came with the program.' * bool(config.pack)
        return fail(name, str(pack.errors[0]), f"Correct the pack.{other}")
    manifest = pack.manifest
    made = f", made on {manifest.created}" if manifest.created else ""
    return ok(name, f'"{manifest.id}", version {manifest.version}{made}.')


def contacts_are_fresh(pack: PackView, today: dt.date) -> CheckResult:
    """Check whether the pack's contacts were verified recently enough."""
    name = "Contacts"
    ages = {
        contact: TOO_OLD + 1 if date is None else (today - date).days
        for contact, date in check_dates(pack).items()
    }
    remedy = "Call them, see what changed, and put a newer pack on this kiosk."
    for result, limit in ((fail, TOO_OLD), (warn, MAY_HAVE_CHANGED)):
        if old := [contact for contact, age in ages.items() if age > limit]:
            message = (
                f"{len(old)} of {len(ages)} not checked for more than {limit} days: {_few(old)}."
            )
            return result(name, message, remedy)
    message = f"All {len(ages)} were checked within {MAY_HAVE_CHANGED} days."
    return ok(name, message)


def _few(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def languages(pack: PackView, config: Config) -> CheckResult:
    """Check whether the pack has the configured language."""
    name = "Languages"
    known = pack.languages
    message = f"The pack has {', '.join(known)}."
    if config.language and not closest_language(config.language, known):
        remedy = 'Change "language" under [pack].'
        return fail(name, f'{message} "{config.language}" is set.', remedy)
    if missing := [lang for lang in _WRITTEN_FOR if not closest_language(lang, known)]:
        remedy = "Use a pack in the languages that people speak here."
        return warn(name, f"{message} It lacks {', '.join(missing)}.", remedy)
    return ok(name, message)


def index(config: Config) -> Iterator[CheckResult]:
    """Check whether the index of a large pack is ready; a small one needs none."""
    name = "Index"
    if config.pack is None or not is_large(config.pack):
        return
    if _has_index(config.pack):
        yield ok(name, "The pack is large, and its index is ready.")
        return
    message = "The pack is large and has no index, so each start takes long and needs much memory."
    remedy = 'See that the disk has room, then run "luminaria kiosk check": it makes the index.'
    yield warn(name, message, remedy)


def _has_index(path: Path) -> bool:
    try:
        return find_index(path) is not None
    except PackErrors:  # the pack was removed in the meantime
        return False


def printer(config: Config, computer: Computer) -> CheckResult:
    """Check whether the configured printer exists."""
    name = "Printer"
    if not config.printer:
        return ok(name, "None is named, so nothing is printed.")
    listing = computer.run(["lpstat", "-e"])
    if listing is None:
        remedy = "Install CUPS, the print service, or name no printer."
        return fail(name, f'"{config.printer}" cannot be asked for.', remedy)
    known = listing.split()
    if config.printer in known:
        return ok(name, f'"{config.printer}" is there.')
    usual = 'Add it to this computer, or change "printer" under [take-away].'
    remedy = did_you_mean(config.printer, known, usual)
    return fail(name, f'There is no "{config.printer}".', remedy)


def voice(config: Config, computer: Computer) -> CheckResult:
    """Check whether there is a voice, if reading aloud is on."""
    name = "Reading aloud"
    if not config.read_aloud:
        return ok(name, "It is switched off.")
    if voices := find_voices(computer.which):
        return ok(name, f"{voices[0].engine.value} is there.")
    remedy = 'Install the package "espeak-ng", or set read-aloud = false.'
    return warn(name, "There is no voice, so it is not offered.", remedy)
