"""The version file: the properties of the executable on Windows."""

from __future__ import annotations

_TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('FileDescription', 'Luminaria'),
      StringStruct('ProductName', 'Luminaria'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('ProductVersion', '{version}'),
      StringStruct('OriginalFilename', 'luminaria.exe'),
    ])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])]),
  ],
)
"""


def version_file(version: str) -> str:
    """The text of a file for the option `version` of EXE, which evaluates it.

    The strings are in US English (1033) and Unicode (1200, or 04B0 in hexadecimal).

    Args:
        version: three numbers with points between them, e.g. "0.1.0".

    Raises: ValueError: `version` has another form.
    """
    major, minor, patch = map(int, version.split("."))
    return _TEMPLATE.format(numbers=(major, minor, patch, 0), version=version)
