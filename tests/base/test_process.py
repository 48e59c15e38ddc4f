from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests import ROOT

NAMED = """
import sys
from desktop.base.process import set_process_name
set_process_name(sys.argv[1])
print(open("/proc/self/comm").read(), end="")
"""
PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]])
child.wait()
"""
CHILD = """
import os, signal
from desktop.base.process import end_with_parent
end_with_parent()
print(os.getpid(), flush=True)
signal.pause()
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("info", "info"), ("a" * 99, "a" * 15), ("información ñu", "información ñ"), ("a\0b", "ab")],
)
def test_the_kernel_knows_the_name(name: str, shown: str) -> None:
    program = NAMED.replace("sys.argv[1]", repr(name))  # no word of a command line has a null
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().strip() == shown


def test_a_child_ends_with_its_parent() -> None:
    command = [sys.executable, "-c", PARENT, CHILD]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as parent:
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
        assert parent.stdout.read() == b""  # ends only when the last holder of the pipe does
        os.close(child)
