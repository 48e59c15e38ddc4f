"""Run every benchmark, one after the other: `python -m tests.benchmarks`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.system.xserver import private_xserver

HERE = Path(__file__).parent


def main() -> int:
    """Run all that is named `bench_*.py`, each in a fresh process; 1 if one of them failed."""
    failed = []
    for path in sorted(HERE.glob("bench_*.py")):
        print(f"\n== {path.stem.removeprefix('bench_')} ==", flush=True)  # noqa: T201
        with private_xserver() as server:
            done = subprocess.run(
                [sys.executable, "-m", f"tests.benchmarks.{path.stem}"],
                cwd=HERE.parents[1],
                env={**os.environ, "DISPLAY": server.display},
                check=False,
            )
        if done.returncode:
            failed.append(path.stem)
    if failed:
        print(f"\nfailed: {', '.join(failed)}")  # noqa: T201
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
