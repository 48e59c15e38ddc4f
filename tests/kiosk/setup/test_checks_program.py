from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop.base.resources import flagship_pack
from desktop.kiosk.operator.pin import PinFile
from desktop.kiosk.setup import checks_program
from desktop.kiosk.setup.check_result import CheckStatus
from desktop.kiosk.setup.config import Config, ConfigIssue, LoadedConfig
from desktop.pack.errors import PackErrors
from desktop.pack.reader import decode_pack, read
from desktop.search import open_pack
from tests.kiosk.made_computers import TODAY, made_computer
from tests.pack.conftest import build_pack

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pack.model import Pack


def made_pack(**manifest: Any) -> Pack:
    pack = build_pack()
    pack["manifest"] |= manifest
    return decode_pack(json.dumps(pack).encode(), file="small.json")


def with_ages(*days: int | None) -> Pack:
    """A pack whose contacts were checked so many days before `TODAY`."""
    pack = build_pack()
    (contact,) = pack["contacts"]
    del contact["checked_on"]
    pack["contacts"] = [
        contact
        | ({} if at == 0 else {"id": f"c{at}"})
        | ({} if age is None else {"checked_on": str(TODAY - dt.timedelta(days=age))})
        for at, age in enumerate(days)
    ]
    return decode_pack(json.dumps(pack).encode(), file="small.json")


def test_a_sound_configuration() -> None:
    assert [found.state for found in checks_program.configuration(LoadedConfig(Config()))] == [
        CheckStatus.OK
    ]


def test_each_fault_of_the_configuration() -> None:
    faults = (ConfigIssue("f", 3, "A is b.", "Do c."), ConfigIssue("f", 0, "D.", "E."))
    found = list(checks_program.configuration(LoadedConfig(Config(), faults)))
    assert {finding.state for finding in found} == {CheckStatus.FAIL}
    assert [(finding.message, finding.remedy) for finding in found] == [
        ("Line 3: A is b.", "Do c."),
        ("D.", "E."),
    ]


def test_pin(tmp_path: Path) -> None:
    path = tmp_path / "kiosk-pin"
    assert checks_program.pin(path).state is CheckStatus.FAIL
    PinFile(path).set("480213")
    assert checks_program.pin(path).state is CheckStatus.OK
    path.chmod(0o644)
    assert "not private" in checks_program.pin(path).message
    path.chmod(0o600)
    path.write_text("480213")
    assert checks_program.pin(path).message == "Its file is damaged."


def test_a_sound_pack() -> None:
    found = checks_program.pack_is_valid(made_pack(created="2026-02-01"), Config())
    assert (found.state, found.message) == (
        CheckStatus.OK,
        '"small", version 1, made on 2026-02-01.',
    )


def test_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackErrors) as caught:
        read(tmp_path / "none.json")
    found = checks_program.pack_is_valid(caught.value, Config(pack=tmp_path / "none.json"))
    assert found.state is CheckStatus.FAIL
    assert "no such file" in found.message
    assert 'file = ""' in found.remedy


@pytest.mark.parametrize(
    ("ages", "state", "count"),
    [
        ((0, 180), CheckStatus.OK, "All 2 "),
        ((0, 181, 365), CheckStatus.WARN, "2 of 3 "),
        ((0, 181, 366), CheckStatus.FAIL, "1 of 3 "),
        ((0, None), CheckStatus.FAIL, "1 of 2 "),
        ((366,) * 7, CheckStatus.FAIL, "7 of 7 "),
    ],
)
def test_contacts(ages: tuple[int | None, ...], state: CheckStatus, count: str) -> None:
    found = checks_program.contacts_are_fresh(with_ages(*ages), TODAY)
    assert found.state is state
    assert found.message.startswith(count)
    assert found.message.endswith("c4 and 2 more.") == (len(ages) == 7)


@pytest.mark.parametrize(
    ("known", "wanted", "state"),
    [
        (("en", "es"), "", CheckStatus.OK),
        (("en", "es-MX"), "es", CheckStatus.OK),
        (("en", "es"), "fr", CheckStatus.FAIL),
        (("en",), "", CheckStatus.WARN),
    ],
)
def test_languages(known: tuple[str, ...], wanted: str, state: CheckStatus) -> None:
    found = checks_program.languages(made_pack(languages=known), Config(language=wanted))
    assert found.state is state


@pytest.mark.parametrize(
    ("name", "listing", "state", "remedy"),
    [
        ("", None, CheckStatus.OK, ""),
        ("Lobby", "Office\nLobby\n", CheckStatus.OK, ""),
        ("Lobbi", "Office\nLobby\n", CheckStatus.FAIL, 'Did you mean "Lobby"?'),
        ("Lobby", "", CheckStatus.FAIL, "Add it to this computer"),
        ("Lobby", None, CheckStatus.FAIL, "Install CUPS"),
    ],
)
def test_printer(
    tmp_path: Path, name: str, listing: str | None, state: CheckStatus, remedy: str
) -> None:
    computer = made_computer(tmp_path, outputs={"lpstat": listing})
    found = checks_program.printer(Config(printer=name), computer)
    assert found.state is state
    assert found.remedy.startswith(remedy)


@pytest.mark.parametrize(
    ("wanted", "program", "state"),
    [
        (True, "espeak-ng", CheckStatus.OK),
        (True, "", CheckStatus.WARN),
        (False, "", CheckStatus.OK),
    ],
)
def test_voice(tmp_path: Path, wanted: bool, program: str, state: CheckStatus) -> None:
    computer = made_computer(tmp_path, which={program: "/usr/bin/x"}.get)
    assert checks_program.voice(Config(read_aloud=wanted), computer).state is state


def test_a_small_pack_needs_no_index() -> None:
    for pack in (None, flagship_pack()):
        assert not list(checks_program.index(Config(pack=pack)))


def test_a_large_pack_needs_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_pack, "LARGE", 1000)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    config = Config(pack=flagship_pack())
    (found,) = checks_program.index(config)
    assert (found.state, "kiosk check" in found.remedy) == (CheckStatus.WARN, True)
    open_pack.open_indexed(flagship_pack())
    (found,) = checks_program.index(config)
    assert found.state is CheckStatus.OK
