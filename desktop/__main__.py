"""Starts Luminaria: `python -m desktop`, the console script and the built executable."""

import sys

from desktop.cli.main import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
