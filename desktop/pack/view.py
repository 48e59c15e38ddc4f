"""The type of packs in memory and on disk."""

from __future__ import annotations

from typing import TypeAlias

from desktop.pack.model import Pack
from desktop.pack.stored import StoredPack

PackView: TypeAlias = Pack | StoredPack
"""A pack: a `Pack`, or a `StoredPack` that reads entries on access."""
