"""Text analysis of packs and queries: folding, tokenization, stemming.

Folding removes case, accents, compatibility forms and invisible characters (Unicode general
categories Cc, Cf, Cs). It maps single code points, so that each folded letter has an origin.
Stems are Snowball's (Porter 2001), by tantivy. Folding comes first; otherwise a fifth of the
accented Spanish words are not found when typed without accents.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from desktop.languages.language import Spelling, united
from desktop.languages.loader import language, tags

if TYPE_CHECKING:
    from collections.abc import Iterator

# Weights of words, the best of those measured on four FAQ collections: "how many" and "who" do
# distinguish questions.
CONTENT: Final = 1.0
INTERROGATIVE: Final = 0.7
FUNCTION: Final = 0.4

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
    if category == "No":  # a footnote's raised number is not part of the word before it
        return " "
    folded = _plain(char, "NFKD" if category[0] in "LMN" else "NFD")
    if len(_LETTERS_AND_DIGITS.findall(folded)) > 1:  # a ligature of words gives two one position
        folded = _plain(char, "NFD")
    return folded if folded == char else "".join(map(_fold_char, folded))


def _plain(char: str, form: Literal["NFD", "NFKD"]) -> str:
    bare = _MARKS.sub("", unicodedata.normalize(form, char.casefold()))
    return "".join(_LETTERS.get(c, c) for c in bare)


class _FoldTable(dict[int, str]):
    """Folded form of each code point, computed lazily."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


_FOLDED: Final = _FoldTable()


def fold(text: str) -> str:
    """`text` without case, accents and invisible characters. Folding twice changes nothing."""
    return text.lower() if text.isascii() and text.isprintable() else text.translate(_FOLDED)


# Chinese and Japanese write no spaces: each sign is a word. `\w` excludes Indic vowel signs.
_SIGN: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_PLAIN_WORD: Final = rf"(?:[0-9a-z]++|(?![{_SIGN}])[^\W_]|[\u0900-\u0963\u0966-\u0eff])+"
_LETTERS_AND_DIGITS: Final = re.compile(rf"[{_SIGN}]|{_PLAIN_WORD}")


@cache
def _word_pattern() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A pattern of folded words of any language, and the possessive endings."""
    spelling = united(Spelling, (language(tag).spelling for tag in tags()))
    listed = map(re.escape, sorted(spelling.contractions | spelling.possessives))
    endings = "|".join(listed) or "(?!)"
    pattern = rf"[{_SIGN}]|{_PLAIN_WORD}(?:'(?:{endings})(?![^\W_]))?"
    return re.compile(pattern), tuple(f"'{end}" for end in spelling.possessives)


_NOT_PLAIN: Final = re.compile(r"[^\W_]*[^\W\x00-\x7f][^\W_]*")


def _bare(word: str, possessives: tuple[str, ...]) -> str:
    """Read "boss's" as "boss" and "don't" as "dont"."""
    return word.partition("'")[0] if word.endswith(possessives) else word.replace("'", "")


def tokenize(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    pattern, possessives = _word_pattern()
    found = pattern.findall(fold(text))
    return [_bare(word, possessives) if "'" in word else word for word in found]


def spellings(text: str) -> Iterator[tuple[str, str]]:
    """Words of `text` with letters beyond ASCII: folded, and as written."""
    if text.isascii():
        return
    for written in _NOT_PLAIN.findall(unicodedata.normalize("NFC", text)):
        if len(folded := tokenize(written)) == 1:
            yield folded[0], written.lower()


# Text in which each code point folds to exactly one, like nearly all English and Spanish.
_ONE_TO_ONE: Final = re.compile(
    "[ -~\xa0-\xac\xae-\xc5\xc7-\xdd\xe0-\xe5\xe7-\xfd\xff\u2013\u2014\u2018-\u201d\u2026]*"
)


class Token(NamedTuple):
    """A word and its half-open span [start, end), in code points of the text."""

    text: str
    start: int
    end: int


def token_offsets(text: str) -> list[tuple[int, int]]:
    """The half-open span of each of `tokenize(text)` in `text`, in code points."""
    pattern, _ = _word_pattern()
    if _ONE_TO_ONE.fullmatch(text):
        return [word.span() for word in pattern.finditer(fold(text))]
    folded: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        piece = _FOLDED[ord(char)]
        folded.append(piece)
        origin.extend([at] * len(piece))
    return [
        (origin[word.start()], _mark_end(text, origin[word.end() - 1] + 1))
        for word in pattern.finditer("".join(folded))
    ]


def tokenize_with_offsets(text: str) -> list[Token]:
    """`tokenize(text)`, each with its span in `text`."""
    found = zip(tokenize(text), token_offsets(text), strict=True)
    return [Token(word, start, end) for word, (start, end) in found]


def _mark_end(text: str, end: int) -> int:
    """`end` moved behind the combining marks that belong to the letter before it."""
    while end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return end


def weights_of(tag: str) -> dict[str, float]:
    """Weight of each function word and interrogative of the language `tag`; others weigh 1."""
    if (listed := language(tag).search) is None:
        return {}
    weights = dict.fromkeys(listed.function_words, FUNCTION)
    return weights | dict.fromkeys(listed.question_words, INTERROGATIVE)


class Analyzer:
    """Stems and weights of the words of one language.

    Attributes:
        tag: BCP 47 tag. Words of a language without a stemmer are not stemmed.
        weights: of its function words and interrogatives; others weigh 1.
    """

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.weights = weights_of(tag)
        builder = TextAnalyzerBuilder(Tokenizer.whitespace())
        if name := language(tag).stemmer:
            builder = builder.filter(Filter.stemmer(name))
        self._analyzer = builder.build()

    def is_content(self, word: str) -> bool:
        """Whether `word` (folded) is a content word."""
        return word not in self.weights

    def weight(self, word: str) -> float:
        """The weight of `word` (folded): 1 content word, 0.7 interrogative, 0.4 function word."""
        return self.weights.get(word, CONTENT)

    def stems(self, words: list[str]) -> list[str]:
        """The stem of each word; `tokenize` are folded."""
        stems = self._analyzer.analyze(" ".join(words))
        return stems if len(stems) == len(words) else words
