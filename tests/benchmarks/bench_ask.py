"""What `ask --batch` costs: `python -m tests.benchmarks.bench_ask [luminaria …]`.

Prints ratios of one run, which compare across computers, and the memory at its highest,
which has a limit. Without words it measures `python -m desktop`; give it the command of the
built executable to measure that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time

from tests import ROOT

MANY, FEW, LIMIT_MB = 10_000, 1_000, 200
QUERIES = (
    "my boss took my passport",
    "what are the signs",
    "señales de trata",
    "traficking of drugs",
    "zzzz qqqq",
    "ley y penas",
    "",
)


def ask(command: list[str], lines: int) -> tuple[float, float]:
    """Seconds and megabytes (at their highest) that `lines` queries take."""
    queries = "".join(f"{QUERIES[at % len(QUERIES)]}\n" for at in range(lines))
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as answers:
        asked.write(queries.encode())
        asked.seek(0)
        start = time.perf_counter()
        process = subprocess.Popen([*command, "ask", "--batch"], stdin=asked, stdout=answers)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        answers.seek(0)
        assert process.returncode == 0
        assert sum("hits" in json.loads(line) for line in answers) == lines
    unit = 1 if sys.platform == "darwin" else 1024
    return seconds, usage.ru_maxrss * unit / 1e6


def main(command: list[str]) -> int:
    """Print the figures; 1 if the memory is over its limit."""
    start, _ = ask(command, 0)
    few, few_mb = ask(command, FEW)
    many, many_mb = ask(command, MANY)
    ratio = (many - start) / (few - start)
    each = (many - start) / MANY
    sys.stdout.write(
        f"start: {start * 1000:.0f} ms; one query: {each * 1000:.2f} ms\n"
        f"queries x{MANY // FEW}: time x{ratio:.1f}, memory x{many_mb / few_mb:.2f}\n"
        f"memory for {MANY} queries: {many_mb:.0f} MB (limit {LIMIT_MB} MB)\n"
    )
    return int(many_mb > LIMIT_MB)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main(sys.argv[1:] or [sys.executable, "-m", "desktop"]))
