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
    """Result of one check, as text for the operator.

    Attributes:
        state: the status.
        name: the subject of the check, a few words.
        told: the result, a sentence.
        remedy: how to correct it, sentences; "" if there is nothing to do.
    """

    state: CheckStatus
    name: str
    told: str
    remedy: str = ""


ok = partial(CheckResult, CheckStatus.OK)
warn = partial(CheckResult, CheckStatus.WARN)
fail = partial(CheckResult, CheckStatus.FAIL)
unknown = partial(CheckResult, CheckStatus.UNKNOWN)
