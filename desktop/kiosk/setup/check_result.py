"""Result of one check of the pre-flight."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import partial


class CheckStatus(Enum):
    """Status of a check; the value is the word shown for it."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    UNKNOWN = "unknown"  # could not be determined here


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Result of one check, as text for the operator."""

    state: CheckStatus
    name: str  # subject of the check, a few words
    message: str  # result, a sentence
    remedy: str = ""  # how to correct it, sentences


ok = partial(CheckResult, CheckStatus.OK)
warn = partial(CheckResult, CheckStatus.WARN)
fail = partial(CheckResult, CheckStatus.FAIL)
unknown = partial(CheckResult, CheckStatus.UNKNOWN)
