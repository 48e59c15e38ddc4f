"""State of translations, by a hash of their source text (`translations.LANG.source_hash`)."""

from __future__ import annotations

import hashlib
import unicodedata
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from desktop.pack.model import Entry


class TranslationState(StrEnum):
    """State of a text relative to its source."""

    SOURCE = "source"
    CURRENT = "current"
    OUT_OF_DATE = "out of date"
    UNKNOWN = "unknown"
    """It has no hash."""
    MISSING = "missing"
    """Question, brief or answer is in the source language only."""


def source_hash(entry: Entry, lang: str) -> str:
    """The hash of the texts of `entry` in `lang`, for its translations; 16 hex digits.

    It covers question, brief and answer, in Unicode form NFC without trailing white space.
    Phrasings and keywords are not translations.
    """
    texts = [_plain(texts.get(lang, "")) for texts in _texts(entry)]
    return hashlib.sha256(msgspec.json.encode(texts)).hexdigest()[:16]


def translation_state(entry: Entry, lang: str, *, source: str) -> TranslationState:
    """The state of the texts of `entry` in `lang` relative to the language `source`."""
    if lang == source:
        return TranslationState.SOURCE
    if any(
        texts.get(source, "").strip() and not texts.get(lang, "").strip() for texts in _texts(entry)
    ):
        return TranslationState.MISSING
    record = entry.translations.get(lang)
    if record is None or not record.source_hash.strip():
        return TranslationState.UNKNOWN
    is_current = record.source_hash.strip().lower() == source_hash(entry, source)
    return TranslationState.CURRENT if is_current else TranslationState.OUT_OF_DATE


def _texts(entry: Entry) -> tuple[dict[str, str], ...]:
    return entry.question, entry.brief, entry.answer


def _plain(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).strip().splitlines()
    return "\n".join(line.rstrip() for line in lines)
