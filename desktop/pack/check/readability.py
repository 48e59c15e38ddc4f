"""How hard a text is to read: words, sentences and syllables, and the grade made of them.

English: Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975, Navy report 8-75):
0.39 words a sentence + 11.8 syllables a word - 15.59; the school year that can read it.
Spanish: Fernández Huerta (1959), as corrected since: 206.84 - 60 syllables a word - 1.02 words
a sentence; 100 is easiest. Proper names and numbers are left out of both. Texts of other
languages have no mark. A mark rewards short words, not sense: it is an alarm, no proof.

"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.pack import markup
from desktop.pack.check.syllables import COUNTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Scale:
    """How a language is marked.

    Attributes:
        name: of the mark.
        mark: of words a sentence and syllables a word.
        warn: from here on a text is hard.
        fail: from here on it is too hard.
        higher_is_harder: whether a harder text has a higher mark.
    """

    name: str
    mark: Callable[[float, float], float]
    warn: float
    fail: float
    higher_is_harder: bool

    def passes(self, mark: float, limit: float) -> bool:
        """Whether `mark` is beyond `limit` on the hard side."""
        return mark > limit if self.higher_is_harder else mark < limit


SCALES: Final[Mapping[str, Scale]] = {
    "en": Scale(
        "Flesch-Kincaid grade",
        lambda words, syllables: 0.39 * words + 11.8 * syllables - 15.59,
        warn=8,
        fail=10,
        higher_is_harder=True,
    ),
    "es": Scale(
        "Fernández Huerta mark",
        lambda words, syllables: 206.84 - 60 * syllables - 1.02 * words,
        warn=70,
        fail=60,
        higher_is_harder=False,
    ),
}
"""The scale of each language that has one, by main language."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted in a text.

    Attributes:
        words: without proper names and numbers.
        sentences: those that have such a word.
        syllables: of these words; 0 where nobody can count them.
        mark: on the scale of the language, one decimal; None without scale or words.
    """

    words: int
    sentences: int
    syllables: int
    mark: float | None


def measure(text: str, lang: str) -> Measure:
    """Count and mark `text`, plain text in which each line ends a sentence.

    Args:
        text: a brief as it is; of an answer its `prose`.
        lang: language tag; its main language decides.
    """
    sentences = [words for sentence in split(text) if (words := _words(sentence))]
    names = _names(sentences)
    counted = [_without_names(words, names) for words in sentences]
    counted = [words for words in counted if words]
    total = sum(map(len, counted))
    language = lang.partition("-")[0]
    count, scale = COUNTERS.get(language), SCALES.get(language)
    syllables = sum(count(word) for words in counted for word in words) if count else 0
    mark = scale.mark(total / len(counted), syllables / total) if scale and total else None
    return Measure(total, len(counted), syllables, None if mark is None else round(mark, 1))


def lengths(text: str) -> tuple[int, ...]:
    """Words of each sentence of `text`, proper names and numbers with them."""
    counts = (len(_words(sentence)) for sentence in split(text))
    return tuple(count for count in counts if count)


def prose(blocks: Iterable[markup.Block]) -> str:
    """The running text of an answer in restricted Markdown: a paragraph or item a line.

    Headings are left out. Each item of a list is a sentence, as in most word processors.

    Args:
        blocks: of the answer, `markup.parse(answer)[0]`.
    """
    headings = (markup.BlockKind.HEADING2, markup.BlockKind.HEADING3)
    return "\n".join(block.text for block in blocks if block.kind not in headings)


# Sentences --------------------------------------------------------------------------------

_WORD: Final = re.compile(r"\w+(?:['\u2019\u2010\u2011.,:-]\w+)*")
_QUOTED: Final = re.compile(r"[\"“«\u2018¿¡]\w")  # owes its capital to the quotation it begins
_STOP: Final = re.compile(r"(?<![.!?…])[.!?…]+[\"”»\u2019')\]]*(?=\s+[\"“«\u2018'(\[¿¡]*(\w*))")
_LAST: Final = re.compile(r"(\S+)\Z")
_SHORT: Final = (
    "art arts ave blvd bros ch co corp dept dr dra ed ee e.g esq ext fig gov i.e inc jr lic "
    "ltd mr mrs ms mt núm ph.d prof p.ej pág rep rev sec sen sr sra srta st tel ud uds v vs"
)
_ABBREVIATIONS: Final = frozenset(_SHORT.split())
_FIRST: Final = (
    "a ambos an and are at but call do for he how if in is it its many most no nobody of on one "
    "or people she since some that the their then there these they this those to under we what "
    "when where who you your al algunas algunos aunque como con cuando de desde donde el ella "
    "ellas ellos en es esa ese esta estas este esto estos hay la las le les llame lo los más "
    "muchas muchos nadie ni no o para pero por quien se si sin son su sus también un una usted y"
)
_STARTERS: Final = frozenset(_FIRST.split())
"""Words that begin a sentence after "U.S.": any other capital there belongs to a name."""


def _words(sentence: str) -> list[str]:
    return _WORD.findall(_QUOTED.sub(_lower, sentence))


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()


def split(text: str) -> list[str]:
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
    if word in _ABBREVIATIONS or (word == "no" and following[:1].isdigit()):
        return False
    is_initials = len(word) == 1 or re.fullmatch(r"(?:\w{1,2}\.)+\w{1,2}|uu", word) is not None
    return not is_initials or following.lower() in _STARTERS


# Proper names -----------------------------------------------------------------------------


def _names(sentences: Collection[list[str]]) -> set[str]:
    """Words that stand somewhere with a capital they do not owe to the start of a sentence."""
    lower = {word for words in sentences for word in words if word[0].islower()}
    inner = {word for words in sentences for word in words[1:] if _is_capital(word)}
    inner |= {
        words[0]
        for words in sentences
        if len(words) > 1 and _is_capital(words[0]) and _is_capital(words[1])
    }
    return {word for word in inner if word.lower() not in lower | _STARTERS}


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word not in _ENGLISH_I


_ENGLISH_I: Final = {
    "I",
    *(f"I{mark}{end}" for mark in "'\u2019" for end in ("m", "d", "ll", "ve")),
}


def _without_names(words: list[str], names: Collection[str]) -> list[str]:
    """The words that count: no number or name, nothing in capitals or with a point in it."""
    return [
        word
        for at, word in enumerate(words)
        if not any(letter.isdigit() or letter == "." for letter in word)
        and not (len(word) > 1 and word.isupper())
        and word not in names
        and (at == 0 or not _is_capital(word))
    ]
