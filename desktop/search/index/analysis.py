"""Text to words: fold, split, stem; always the same way for packs and for queries.

Folding removes what a hurried hand leaves out: case, accents, compatibility forms, and
what cannot be seen (Unicode general categories Cc, Cf, Cs). It works on one code point at a
time, so each folded letter knows where it came from. Stems are Snowball's (Porter 2001), by
tantivy; folding comes first, or a fifth of the accented Spanish words are missed when typed
plain.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from desktop.languages.language import Spelling, united
from desktop.languages.loader import language, tags
from desktop.search.query.function_words import CONTENT, weights_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS: Final = {
    "ø": "o",
    "æ": "ae",
    "œ": "oe",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "þ": "th",
    "ı": "i",  # noqa: RUF001
    "ـ": "",  # Arabic tatweel only stretches a word
    "‘": "'",  # noqa: RUF001
    "’": "'",  # noqa: RUF001
    "ʼ": "'",  # noqa: RUF001
}
# Accents, Hebrew points, Arabic vowel signs, kana voicing, variation selectors; others spell words.
_MARKS: Final = re.compile("[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u3099\u309a\ufe00-\ufe0f]")


def _fold_char(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Cs"):
        return " " if char.isspace() else ""
    if category == "No":  # a footnote's raised number is no part of the word before it
        return " "
    folded = _plain(char, "NFKD" if category[0] in "LMN" else "NFD")
    if len(_LETTERS_AND_DIGITS.findall(folded)) > 1:  # a ligature of words would give two one place
        folded = _plain(char, "NFD")
    return folded if folded == char else "".join(map(_fold_char, folded))


def _plain(char: str, form: Literal["NFD", "NFKD"]) -> str:
    bare = _MARKS.sub("", unicodedata.normalize(form, char.casefold()))
    return "".join(_LETTERS.get(c, c) for c in bare)


class _FoldTable(dict[int, str]):
    """What each code point folds to, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


_FOLDED: Final = _FoldTable()


def fold(text: str) -> str:
    """`text` without case, accents and invisible characters. Folding twice changes nothing."""
    return text.translate(_FOLDED)


# Chinese and Japanese write no spaces: each sign is a word. Indic vowel signs are no `\w`.
_SIGN: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_PLAIN_WORD: Final = rf"(?:(?![{_SIGN}])[^\W_]|[\u0900-\u0963\u0966-\u0eff])+"
_LETTERS_AND_DIGITS: Final = re.compile(rf"[{_SIGN}]|{_PLAIN_WORD}")


class _Words(NamedTuple):
    """How words are told apart in texts of any language: which it is may not be known yet.

    Attributes:
        pattern: of a folded word.
        possessives: endings of it that are left out.
    """

    pattern: re.Pattern[str]
    possessives: tuple[str, ...]


@cache
def _words() -> _Words:
    spelling = united(Spelling, (language(tag).spelling for tag in tags()))
    listed = map(re.escape, sorted(spelling.contractions | spelling.possessives))
    endings = "|".join(listed) or "(?!)"
    pattern = rf"[{_SIGN}]|{_PLAIN_WORD}(?:'(?:{endings})(?![^\W_]))?"
    return _Words(re.compile(pattern), tuple(f"'{end}" for end in spelling.possessives))


_NOT_PLAIN: Final = re.compile(r"[^\W_]*[^\W\x00-\x7f][^\W_]*")


def _bare(word: str, possessives: tuple[str, ...]) -> str:
    """Read "boss's" as "boss" and "don't" as "dont": the way they are typed in haste."""
    return word.partition("'")[0] if word.endswith(possessives) else word.replace("'", "")


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    pattern, possessives = _words()
    return [
        _bare(word, possessives) if "'" in word else word for word in pattern.findall(fold(text))
    ]


def spellings(text: str) -> Iterator[tuple[str, str]]:
    """Words of `text` that are written with more than plain letters: folded, and as written."""
    if text.isascii():
        return
    for written in _NOT_PLAIN.findall(unicodedata.normalize("NFC", text)):
        if len(folded := words(written)) == 1:
            yield folded[0], written.lower()


# Text of which each code point folds to exactly one, as nearly all English and Spanish does.
_ONE_TO_ONE: Final = re.compile(
    "[ -~\xa0-\xac\xae-\xc5\xc7-\xdd\xe0-\xe5\xe7-\xfd\xff\u2013\u2014\u2018-\u201d\u2026]*"
)


class Token(NamedTuple):
    """A word and its place: half-open [start, end), in code points of the text it is from."""

    text: str
    start: int
    end: int


def places(text: str) -> list[tuple[int, int]]:
    """Where each of `words(text)` stands in `text`: half-open, in code points."""
    if _ONE_TO_ONE.fullmatch(text):
        return [word.span() for word in _words().pattern.finditer(fold(text))]
    folded: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        piece = _FOLDED[ord(char)]
        folded.append(piece)
        origin.extend([at] * len(piece))
    return [
        (origin[word.start()], _mark_end(text, origin[word.end() - 1] + 1))
        for word in _words().pattern.finditer("".join(folded))
    ]


def tokens(text: str) -> list[Token]:
    """`words(text)`, each with its place in `text`."""
    found = zip(words(text), places(text), strict=True)
    return [Token(word, start, end) for word, (start, end) in found]


def _mark_end(text: str, end: int) -> int:
    """`end` moved behind the combining marks that belong to the letter before it."""
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end


class Analyzer:
    """Analyzes the words of one language: their stems, and which never decide.

    Attributes:
        tag: BCP 47 tag. A language without a stemmer keeps its folded words as they are.
        weights: of its function and asking words; all others weigh 1.
    """

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.weights = weights_of(tag)
        builder = TextAnalyzerBuilder(Tokenizer.whitespace())
        if name := language(tag).stemmer:
            builder = builder.filter(Filter.stemmer(name))
        self._analyzer = builder.build()

    def weight(self, word: str) -> float:
        """How much `word` (folded) decides: 1 content, 0.7 asking, 0.4 function."""
        return self.weights.get(word, CONTENT)

    def stems(self, words: list[str]) -> list[str]:
        """The stem of each word; `words` are folded."""
        stems = self._analyzer.analyze(" ".join(words))
        return stems if len(stems) == len(words) else words
