"""Starts Luminaria: `python -m desktop`, the console script and the built executable."""

from __future__ import annotations

import sys

from desktop.cli import main as cli


def main() -> int:
    """Run the command line and return the exit code of the process."""
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
