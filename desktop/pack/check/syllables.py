"""Syllable counters for English and Spanish.

Suitable libraries need a GPL dictionary or a download; see
docs/decisions/006-own-syllable-counters.md, also for the accuracy.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@lru_cache(maxsize=10_000)
def english(word: str) -> int:
    """Syllables of an English word, at least 1.

    Groups of vowels are counted, with corrections for silent e, -ed, -es, -tion and hiatus. The
    method is that of G. Fast's Lingua::EN::Syllable; the corrections are our own, tested with the
    CMU Pronouncing Dictionary.
    """
    return sum(map(_english_part, re.split("[-\u2010\u2011]", word.lower())))


def _english_part(word: str) -> int:
    """Syllables of a word without hyphens."""
    bare = re.sub("['\u2019]s$", "", word)
    letters = re.sub("[^a-z]", "", unicodedata.normalize("NFKD", bare))
    if letters in _EXCEPTIONS:
        return _EXCEPTIONS[letters]
    count = len(_GROUP.findall(letters))
    count -= sum(1 for pattern in _SILENT if re.search(pattern, letters))
    count += sum(len(re.findall(pattern, letters)) for pattern in _BREAKS)
    return max(1, count)


_GROUP: Final = re.compile("[aeiouy]+")
_SILENT: Final = (
    "[^aeiouy]e$(?<![^aeiouyrlw]le)",  # make, whole; not table
    "[^aeiouytd]ed$(?<![^aeiouyrlw]led)(?<!dred)(?<!cred)",  # called; not wanted, settled
    "[^aeiouycsgxz]es$(?<!ches)(?<!shes)(?<![^aeiouyrlw]les)",  # times; not places
    "[^aeiouy]e(?:less|ness|ful)|[^aeiouy]ely$|ically$",  # homeless, safely, basically
    "[^aeiouyl]ements?$(?<!^cement)",  # statement; not element
    "(?:every|some|where|there)(?=[a-z])|(?:fore|gate|guide|home|house|life|line|live|pipe"
    "|base|safe|time|place|face|wide|note|game|smoke|frame|name|space|ware)"
    "(?=[bcfghkmpsw][a-z]{2})",
    "[aeiou][gq]ues?$|business|wednes|evening",
)
"""Groups of vowels that are silent."""

_BREAKS: Final = (
    "[aeo]y(?=[aiou]|e(?!d$|s?$))|yone$|yi(?=ng)",  # loyal, player, anyone, studying
    "(?<![tscgxln])io|(?<![tscg])ia(?!ge|men)|iu|(?<=[cs])iat|l?io(?=li)",  # period, media
    "(?<!c)(?<!t)ien(?=[tc])|(?<=[rlpsvnch])ier(?=s?$)|iet",  # client, earlier, quiet
    "(?<![gq])u(?:a|e(?=l|nc|nt|t)|ou)|(?<![gqb])ui(?=n|d|cid|ty)",  # usual, fluent, ruin
    "(?<=[cd])rea(?=t[eio])|(?<=r)ea(?=ct|lit|ssu|ppe|ffi)|ea(?=s?$)(?<=[dr]ea)",  # create
    "(?<!rg)(?<!ng)eo(?!pl|rge)|(?<=c)oe|coo(?=per|rd)|(?<=p)oe",  # video, coercion, poet
    "[aeou](?=ing)|(?<=[a-z])sms?$|[dsx]nt$",  # being, capitalism, didn't
)
"""Groups of vowels with two syllables, and syllabic consonants."""

_ODD: Final = {
    1: "bruise dread eye eyes juan pier plea pleas real sea tea year years",
    2: "cashier chaos chocolate conscience lion maybe naked naive ninety safety science somewhere"
    " therefore wicked",
    3: "area areas everywhere forever recipe somebody theater theatre wherever whoever",
    4: "coalition",
}
_EXCEPTIONS: Final = {word: count for count, words in _ODD.items() for word in words.split()}


@lru_cache(maxsize=10_000)
def spanish(word: str) -> int:
    """Syllables of a Spanish word, at least 1.

    Each run of vowels has a syllable for every strong one (a, e, o) and for every accented
    i or u next to a strong one; a run of weak ones alone has one. The u of que, qui, gue and
    gui is silent, that of güe is not; h is silent; a y is a vowel if no vowel follows it, the
    hu of hueso a consonant. Source: Ortografía de la lengua española (RAE, 2010).
    """
    letters = unicodedata.normalize("NFC", word.lower())
    letters = re.sub("(?<!c)hu(?=[aeioáéíó])", "w", letters)
    letters = re.sub("(?<=q)u|(?<=g)u(?=[eiéí])|h", "", letters)
    letters = re.sub("y(?![aeiouáéíóúü])", "i", letters)
    return max(1, sum(_nuclei(run) for run in _VOWELS.findall(letters)))


_VOWELS: Final = re.compile("[aeiouáéíóúü]+")
_STRONG: Final = re.compile("[aeoáéó]|(?<=[aeoáéó])[íú]|[íú](?=[aeoáéó])")


def _nuclei(run: str) -> int:
    """Syllables of a run of vowels."""
    return len(_STRONG.findall(run)) or 1 + ("ii" in run or "uu" in run)


COUNTERS: Final[Mapping[str, Callable[[str], int]]] = {"en": english, "es": spanish}
"""The counter of each language that has one."""
