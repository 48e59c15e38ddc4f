"""Runtime hook: prepares the process on Linux before the program starts.

PyInstaller runs this file as `__main__` at each start. It imports only `os` and `sys`, which are
already loaded.
"""

import os
import sys

MARKER = "luminaria-bundle.txt"
"""Name of the file that marks an unpacked bundle as one of Luminaria's."""

PLATFORMS = ("xcb", "offscreen")
"""Qt's platform plugins that the bundle has."""


def main() -> None:
    """Prepare environment and modules, and remove the bundles of killed runs."""
    # Plugins of the desktop, or a platform that is not in the bundle, would prevent the start.
    os.environ.pop("QT_PLUGIN_PATH", None)
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] not in PLATFORMS:
        os.environ.pop("QT_QPA_PLATFORM", None)
    replace_saxutils()
    bundle = getattr(sys, "_MEIPASS", "")
    if os.path.basename(bundle).startswith("_MEI") and os.path.isdir("/proc/self"):
        try:
            remove_leftovers(os.path.realpath(bundle))
        except OSError:
            pass


def replace_saxutils() -> None:
    """Provide stubs for two functions that segno imports for SVG files, which are not used.

    The real functions would import the network modules in `excludes.EXCLUDES`.
    """
    module = type(sys)("xml.sax.saxutils")
    vars(module).update(escape=not_in_the_bundle, quoteattr=not_in_the_bundle)
    sys.modules[module.__name__] = module


def not_in_the_bundle(*_: object) -> str:
    """Stub of a function of `xml`.

    Raises: NotImplementedError: always.
    """
    raise NotImplementedError("xml is not in the bundle")


def remove_leftovers(bundle: str) -> None:
    """Remove the unpacked bundles of killed runs.

    Args:
        bundle: real path of the folder of this run; the others are beside it.

    Raises: OSError: the folder of the bundles cannot be read.
    """
    for entry in os.scandir(os.path.dirname(bundle)):
        if entry.path != bundle and is_leftover(entry):
            import shutil

            shutil.rmtree(entry.path, ignore_errors=True)


def is_leftover(entry: os.DirEntry[str]) -> bool:
    """Whether a folder is a marked bundle of this user whose process has ended.

    The bootloader names it "_MEI", the id of its process as eight hexadecimal digits, and a suffix.
    """
    if not entry.name.startswith("_MEI") or entry.is_symlink():
        return False
    try:
        pid = int(entry.name[4:12], 16)
        own = entry.stat().st_uid == os.getuid()
    except (OSError, ValueError):
        return False
    marked = os.path.isfile(os.path.join(entry.path, MARKER))
    return own and marked and not os.path.exists(f"/proc/{pid}")


if __name__ == "__main__":
    main()
