"""Readability of a text: counts of words, sentences and syllables, and a score.

The formulas are in the language files. Proper names and numbers are excluded. A text has no score
if its language has no formula or no syllable counter. A score measures short words, not sense.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from desktop.languages.language import Readability, Sentences, united
from desktop.languages.loader import language, tags
from desktop.pack import markup
from desktop.pack.check.syllables import COUNTERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping


FORMULAS: Final[Mapping[str, Readability]] = {
    tag: scale for tag in tags() if (scale := language(tag).readability)
}
"""The formula of each language that has one, by main language."""


@dataclass(frozen=True, slots=True)
class ReadabilityResult:
    """Counts and score of a text.

    Attributes:
        words: without proper names and numbers.
        sentences: those with such a word.
        syllables: of these words; 0 without a syllable counter.
        score: score, one decimal; None without a formula or words.
    """

    words: int
    sentences: int
    syllables: int
    score: float | None


def measure(text: str, lang: str) -> ReadabilityResult:
    """Count and score `text`, plain text in which each line ends a sentence.

    Args:
        text: a brief, or the `prose` of an answer.
        lang: language tag; only its main language is used.
    """
    sentences = [words for sentence in split_sentences(text) if (words := _words(sentence))]
    names = _names(sentences)
    counted = [_without_names(words, names) for words in sentences]
    counted = [words for words in counted if words]
    total = sum(map(len, counted))
    main = lang.partition("-")[0]
    count, scale = COUNTERS.get(main), FORMULAS.get(main)
    syllables = sum(count(word) for words in counted for word in words) if count else 0
    score = None
    if scale and syllables:
        score = round(scale.score(total / len(counted), syllables / total), 1)
    return ReadabilityResult(total, len(counted), syllables, score)


def lengths(text: str) -> tuple[int, ...]:
    """Number of words of each sentence of `text`, including proper names and numbers."""
    counts = (len(_words(sentence)) for sentence in split_sentences(text))
    return tuple(count for count in counts if count)


def prose(blocks: Iterable[markup.Block]) -> str:
    """The running text of an answer, one paragraph or item per line, without headings.

    Each item of a list is a sentence, as in most word processors.

    Args:
        blocks: of the answer, `markup.parse(answer)[0]`.
    """
    headings = (markup.BlockKind.HEADING2, markup.BlockKind.HEADING3)
    return "\n".join(block.text for block in blocks if block.kind not in headings)


# Sentences --------------------------------------------------------------------------------

_WORD: Final = re.compile(r"\w+(?:['\u2019\u2010\u2011.,:-]\w+)*")
_QUOTED: Final = re.compile(r"[\"“«\u2018¿¡]\w")  # capitalized at the start of a quotation
_STOP: Final = re.compile(r"(?<![.!?…])[.!?…]+[\"”»\u2019')\]]*(?=\s+[\"“«\u2018'(\[¿¡]*(\w*))")
_INITIALS: Final = re.compile(r"(?:\w{1,2}\.)+\w{1,2}")
_LAST: Final = re.compile(r"(\S+)\Z")


@cache
def _of_sentences() -> Sentences:
    """The union of all languages, because the language of a text may be unknown."""
    return united(Sentences, (language(tag).sentences for tag in tags()))


def _words(sentence: str) -> list[str]:
    return _WORD.findall(_QUOTED.sub(lambda found: found[0].lower(), sentence))


def split_sentences(text: str) -> list[str]:
    """The sentences of `text`; the end of a line ends one, a point in "U.S. law" does not."""
    found = []
    for line in text.splitlines():
        start = 0
        for stop in _STOP.finditer(line):
            if _ends(line[max(start, stop.start() - 20) : stop.start()], stop):
                found.append(line[start : stop.end()].strip())
                start = stop.end()
        found.append(line[start:].strip())
    return [sentence for sentence in found if sentence]


def _ends(before: str, stop: re.Match[str]) -> bool:
    """Whether `stop`, after the text `before`, ends a sentence."""
    following = stop[1]
    if following[:1].islower():
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    last = _LAST.search(before)
    word = last[1].lower().lstrip("(\"“«'") if last else ""
    known = _of_sentences()
    is_number = word in known.number_abbreviations and following[:1].isdigit()
    if word in known.abbreviations or is_number:
        return False
    is_initials = len(word) == 1 or word in known.initials or _INITIALS.fullmatch(word) is not None
    return not is_initials or following.lower() in known.sentence_starters


# Proper names -----------------------------------------------------------------------------


def _names(sentences: Collection[list[str]]) -> set[str]:
    """Words that are capitalized somewhere other than at the start of a sentence."""
    lower = {word for words in sentences for word in words if word[0].islower()}
    inner = {word for words in sentences for word in words[1:] if _is_capital(word)}
    inner |= {
        words[0]
        for words in sentences
        if len(words) > 1 and _is_capital(words[0]) and _is_capital(words[1])
    }
    return {word for word in inner if word.lower() not in lower | _of_sentences().sentence_starters}


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word not in _of_sentences().capitals


def _without_names(words: list[str], names: Collection[str]) -> list[str]:
    """`words` without numbers, names, words in capitals and words with a point."""
    return [
        word
        for at, word in enumerate(words)
        if not any(letter.isdigit() or letter == "." for letter in word)
        and not (len(word) > 1 and word.isupper())
        and word not in names
        and (at == 0 or not _is_capital(word))
    ]
