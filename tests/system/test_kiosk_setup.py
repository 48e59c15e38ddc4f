"""docs/kiosk.md by the letter: its commands on a fresh minimal Debian 12, and what comes of them.

The boxes marked `sh` are taken out of the document and run, in their order. Then systemd's own
user manager starts the kiosk there as its account would, on a private screen. What is missing is
the boot: logind, getty and Xorg need a computer of their own.
"""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import ROOT
from tests.system.conftest import need, need_root, unless_ci
from tests.system.xserver import private_xserver

if TYPE_CHECKING:
    from collections.abc import Iterator

MANUAL = (ROOT / "docs" / "kiosk.md").read_text("utf-8")
BARE_ROOT = ROOT / ".ci" / "bare-root"
FOLDER = ROOT / "dist" / "luminaria-folder"
BOX = re.compile(r"^( *)```sh\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
PIN = "480213"
SEEN = ("Account", "Automatic login", "Service", "Screen stays on", "Keys of the X server")
AT_MOST = 300  # seconds for one box; packages are loaded

# What a new root lacks of an installed system: the programs that the installer brings.
INSTALLED = """
echo force-unsafe-io >/etc/dpkg/dpkg.cfg.d/quick
export DEBIAN_FRONTEND=noninteractive
apt-get -qq update
apt-get -qq install --yes --no-install-recommends sudo systemd >/dev/null
"""

BEFORE = """\
mount -t devpts -o gid=5,mode=620,ptmxmode=666 none /dev/pts  # for sudo and xterm
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
"""

ALONE = ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]

# A screen, a group of processes and a run-time folder, as logind would give the session.
MOUNTS = """
set -e
root=$1; shift
mkdir -p "$root/tmp/.X11-unix" && chmod 1777 "$root/tmp" "$root/tmp/.X11-unix"
touch "$root/tmp/.X11-unix/X0"
mount --bind "/tmp/.X11-unix/X${DISPLAY#:}" "$root/tmp/.X11-unix/X0"
mount -t tmpfs none "$root/run" && mkdir -p "$root/run/systemd/system" "$root/run/user/1000"
chown 1000:1000 "$root/run/user/1000" && chmod 700 "$root/run/user/1000"
mount -t tmpfs none "$root/sys" && mkdir -p "$root/sys/fs/cgroup"
mount -t cgroup2 none "$root/sys/fs/cgroup"
group=$(mktemp -d "$root/sys/fs/cgroup/kiosk-XXXXXX")
mkdir "$group/user" && chmod 755 "$group" && chown -R 1000:1000 "$group/user"
code=0
sh -c 'echo $$ >"$0/cgroup.procs"; exec "$@"' "$group/user" timeout 120 "$@" || code=$?
echo 1 >"$group/cgroup.kill"
for _ in $(seq 50); do  # what still ends holds its group for a moment
    find "$group" -depth -type d -exec rmdir {} + 2>/dev/null && break
    sleep 0.1
done
exit $code
"""

SESSION = """
state() { as-kiosk systemctl --user show --property="$1" --value luminaria-kiosk.service; }
until_is() {
    for _ in $(seq 120); do
        test "$(state "$1")" = "$2" && echo "$1: $2" && return
        sleep 0.25
    done
    echo "$1: $(state "$1"), not $2"
}
runs() { grep -lxs "$1" /proc/[0-9]*/comm >/dev/null && echo "$1 runs" || echo "$1 does not run"; }
as-kiosk /lib/systemd/systemd --user 2>/dev/null &
for _ in $(seq 100); do
    as-kiosk systemctl --user is-active default.target >/dev/null 2>&1 && break
    sleep 0.1
done
as-kiosk /usr/local/lib/kiosk/session 2>/dev/null &
session=$!
until_is ActiveState active
until_is StatusText 'kiosk shell, restarts: 0'
runs openbox
as-kiosk luminaria kiosk check
echo '# the interface is killed'
kill -9 $(grep -lzs -e '^--kiosk-shell$' /proc/[0-9]*/cmdline | cut -d/ -f3)
until_is StatusText 'kiosk shell, restarts: 1'
echo '# the supervisor is killed'
as-kiosk systemctl --user kill --kill-who=main --signal=KILL luminaria-kiosk.service
until_is NRestarts 1
until_is ActiveState active
runs xterm
echo '# the kiosk is left'
as-kiosk systemctl --user stop luminaria-kiosk.service
for _ in $(seq 40); do runs xterm | grep -q 'xterm runs' && break; sleep 0.25; done
runs xterm
kill $(grep -lxs xterm /proc/[0-9]*/comm | cut -d/ -f3)
wait $session || true  # xterm was killed
echo 'the session ended'
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A root file system to run commands in."""

    root: Path

    def command(self, script: str) -> list[str]:
        """What runs `script` inside."""
        return [str(BARE_ROOT), "inside", str(self.root), "sh", "-ec", f"{BEFORE}{script}"]

    def run(self, script: str) -> str:
        """What `script` prints.

        Raises: AssertionError: it failed.
        """
        done = subprocess.run(
            self.command(script),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=AT_MOST,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout[-3000:]}"
        return done.stdout

    def type_pin(self, script: str) -> str:
        """What `script` prints at a terminal at which a PIN is typed twice."""
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            self.command(script), stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
        ) as process:
            os.close(theirs)
            said = _answer(ours, times=2)
        os.close(ours)
        assert process.returncode == 0, said
        return said

    def on_a_screen(self, script: str) -> str:
        """What `script` prints, with an X server as :0 and no network."""
        with private_xserver() as server:
            done = subprocess.run(
                [*ALONE, "sh", "-c", MOUNTS, "sh", str(self.root), *self.command(script)],
                env=os.environ | {"DISPLAY": server.display},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
                timeout=AT_MOST,
            )
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-3000:]}"
        return done.stdout


def _answer(terminal: int, *, times: int) -> str:
    """Type the PIN after each prompt; what was said until the end."""
    said, until = "", time.monotonic() + AT_MOST
    with suppress(OSError):  # Linux, when the last program has closed its end
        while time.monotonic() < until and (part := _read(terminal)):
            said += part
            if part.endswith(": ") and times:
                os.write(terminal, f"{PIN}\n".encode())
                times -= 1
    return said


def _read(terminal: int) -> str:
    ready, _, _ = select.select([terminal], [], [], AT_MOST)
    return os.read(terminal, 4096).decode() if ready else ""


def boxes(first: str, last: str) -> list[str]:
    """The commands between two headings of the document."""
    part = MANUAL.split(f"\n## {first}\n", 1)[1].split(f"\n## {last}\n", 1)[0]
    found = [re.sub(rf"^{indent}", "", text, flags=re.M) for indent, text in BOX.findall(part)]
    assert found
    return found


def put_program(place: Path) -> None:
    """The folder build; where there is none, the one file in a folder of the same form."""
    if FOLDER.is_dir():
        shutil.copytree(FOLDER, place, symlinks=True)
        return
    if not (executable := ROOT / "dist" / "luminaria").is_file():
        unless_ci("dist/luminaria is not built: make build")
    place.mkdir(parents=True)
    shutil.copy2(executable, place)
    shutil.copytree(ROOT / "assets" / "linux", place / "_internal" / "assets" / "linux")


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A Debian that has just been installed, with the stick mounted."""
    need_root()
    need("mmdebstrap", "chroot", "Xvfb")
    root = tmp_path_factory.mktemp("kiosk") / "root"
    if bare := os.environ.get("LUMINARIA_BARE_ROOT"):
        subprocess.run(["cp", "-a", bare, root], check=True)
        (root / "opt" / "luminaria").unlink(missing_ok=True)  # another test's one file
    else:
        made = subprocess.run([BARE_ROOT, "make", root], capture_output=True, check=False)
        if made.returncode:
            unless_ci("no minimal root can be made here")
    for name in ("resolv.conf", "hosts"):
        shutil.copy(Path("/etc") / name, root / "etc" / name)
    put_program(root / "mnt" / "luminaria-folder")
    inside = Machine(root)
    inside.run(INSTALLED)
    yield inside
    subprocess.run(["rm", "-rf", "--one-file-system", root], check=True)


@pytest.fixture(scope="module")
def kiosk(machine: Machine) -> Machine:
    """The same after steps 1 to 6."""
    for box in boxes("1. The program", "7. Settings and PIN"):
        machine.run(box)
    init, _check = boxes("7. Settings and PIN", "8. Try to break out")
    assert "kiosk.toml is written" in machine.type_pin(init)
    return machine


def test_the_account_has_no_way_in_and_no_rights(kiosk: Machine) -> None:
    name, password, *_ = kiosk.run("getent shadow kiosk").split(":")
    assert (name, password) == ("kiosk", "*")
    assert kiosk.run("id -nG kiosk").split() == ["kiosk"]
    assert kiosk.run("getent passwd kiosk").strip().endswith(":/usr/local/lib/kiosk/login")
    assert "may not run sudo" in kiosk.run("sudo -l -U kiosk").replace("not allowed to", "may not")


def test_the_account_can_change_nothing_that_starts_it(kiosk: Machine) -> None:
    places = "/opt/luminaria /usr/local /etc/systemd /etc/X11 /etc/sysctl.d"
    assert not kiosk.run(f"find {places} ! -user root -o ! -type l -perm -o+w")
    assert kiosk.run("stat -c %a ~kiosk ~kiosk/.config/luminaria/kiosk-pin") == ("700\n600\n")


@pytest.mark.parametrize(
    "units", ["--user luminaria-kiosk.service kiosk-session.target", "getty@tty1.service"]
)
def test_systemd_is_content_with_the_units(kiosk: Machine, units: str) -> None:
    said = kiosk.run(f"XDG_RUNTIME_DIR=/run systemd-analyze --man=no verify {units} 2>&1")
    assert not said


def test_nothing_but_the_kiosk_starts(kiosk: Machine) -> None:
    masked = kiosk.run("systemctl is-enabled ctrl-alt-del.target swap.target || true").split()
    assert masked == ["masked", "masked"]
    assert kiosk.run("systemctl get-default").strip() == "multi-user.target"
    login = kiosk.run("systemd-analyze cat-config systemd/logind.conf")
    assert "\nHandlePowerKey=ignore\n" in login


def test_a_login_that_is_not_at_the_first_console_ends(kiosk: Machine) -> None:
    assert kiosk.run("su - kiosk -c 'echo in' 2>&1 || echo refused").strip() == "refused"


def test_the_service_keeps_the_kiosk_until_it_is_left(kiosk: Machine) -> None:
    said = kiosk.on_a_screen(SESSION)
    told = [line for line in said.splitlines() if line and not line.startswith(" ")]
    assert [line for line in said.splitlines() if line.startswith("  fail")] == []
    for line in (
        "Account",
        "Automatic login",
        "Service",
        "Screen stays on",
        "Keys of the X server",
    ):
        assert re.search(rf"^  ok +{line}:", said, re.M)
    assert [line for line in told if ": " in line or " run" in line or "ended" in line] == [
        "ActiveState: active",
        "StatusText: kiosk shell, restarts: 0",
        "openbox runs",
        "StatusText: kiosk shell, restarts: 1",
        "NRestarts: 1",
        "ActiveState: active",
        "xterm does not run",
        "xterm runs",
        "the session ended",
    ]


def test_the_commands_of_later_run(kiosk: Machine) -> None:
    """After the kiosk was seen: they replace the program and give it another name."""
    for title, following in (
        ("Updates", "Tallies"),
        ("A discreet kiosk", "Printing"),
        ("Printing", "Sound"),
    ):
        for box in boxes(title, following):
            kiosk.run(box)
    assert "/opt/information/information" in kiosk.run("readlink -f /usr/local/bin/luminaria")
    assert kiosk.run("as-kiosk luminaria ask --limit 1 passport")
