"""What one check of the pre-flight found. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class CheckStatus(Enum):
    """How it stands; the value is the word for it."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    UNKNOWN = "unknown"  # it could not be found out here


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The result of one check, in words for the operator.

    Attributes:
        state: how it stands.
        name: what was looked at, a few words.
        told: what was found, a sentence.
        remedy: what to do about it, sentences; "" where there is nothing to do.
    """

    state: CheckStatus
    name: str
    told: str
    remedy: str = ""
