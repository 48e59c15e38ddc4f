"""Starts Luminaria: `python -m desktop`, the console script and the built executable."""

from __future__ import annotations

import gc
import sys

# A start makes thousands of objects that stay; looking through them ten times finds nothing.
gc.set_threshold(20_000, 20, 20)

from desktop import cli  # noqa: E402


def main() -> int:
    """Run the command line and return the exit code of the process."""
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
