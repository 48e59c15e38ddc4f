from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from tantivy import Filter

from desktop.languages.language import Groups, Language, Phrases, Sounds, Words
from desktop.languages.loader import UNKNOWN, LanguageError, language, read, section, tags
from desktop.languages.program_strings import HandoutStrings, Names, PaperStrings
from desktop.search.index.analysis import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OF_PROGRAM = {"speech", "handout", "paper", "terminal", "wording"}
OF_TEXTS = {"stemmer", "readability", "sentences", *OF_PROGRAM}
LINKS = 'function_words = ""\nquestion_words = ""\narticles = ""\nlinks = "of and"\n'
WAYS = 'call = ""\ntext = ""\ncall-or-text = ""\ntty = ""\n'
SPEECH = f'[speech]\nabbreviations = ""\nsigns = {{}}\ndigits = "un, deux"\n[speech.ways]\n{WAYS}'
SPELLING = 'contractions = ""\npossessives = ""\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "xx.toml"


def words_in(value: Any) -> Iterator[str]:
    """All words of a language, or of a part of one, that are compared with a query."""
    if isinstance(value, msgspec.Struct):
        parts = msgspec.structs.asdict(value).items()
        value = [own for name, own in parts if name not in OF_TEXTS]
    if isinstance(value, str):
        yield value
    elif value is not None and not isinstance(value, Sounds | re.Pattern):
        for own in value:
            yield from words_in(own)


def test_each_file_is_a_language() -> None:
    assert {"en", "es"} <= set(tags())
    assert UNKNOWN not in map(language, tags())


@pytest.mark.parametrize("tag", tags())
def test_words_are_written_as_a_query_is_folded(tag: str) -> None:
    assert [word for word in sorted(words_in(language(tag))) if fold(word) != word] == []


@pytest.mark.parametrize("tag", tags())
def test_there_is_such_a_stemmer(tag: str) -> None:
    Filter.stemmer(language(tag).stemmer)


@pytest.mark.parametrize("tag", ["en", "es"])
def test_what_search_has_of_english_it_has_of_spanish(tag: str) -> None:
    sections = {name for name, own in msgspec.structs.asdict(language(tag)).items() if own}
    assert sections >= {"stemmer", "forms", "search", "spelling", "grammar"}


@pytest.mark.parametrize("tag", ["en", "es"])
def test_the_languages_of_the_program_have_its_words(tag: str) -> None:
    assert {name for name in OF_PROGRAM if getattr(language(tag), name) is None} == set()


@pytest.mark.parametrize("tag", ["es-MX", "ES"])
def test_the_primary_subtag_decides(tag: str) -> None:
    assert language(tag) is language("es")
    assert section(PaperStrings, tag) is language("es").paper


@pytest.mark.parametrize("tag", ["nv", "fr", ""])
def test_words_that_a_language_lacks_are_english(tag: str) -> None:
    assert section(PaperStrings, tag) is language("en").paper
    assert section(HandoutStrings, tag) is language("en").handout


def test_names_may_have_spaces() -> None:
    paper = language("es").paper
    assert paper
    assert paper.months[:2] == Names(["enero", "febrero"])


@pytest.mark.parametrize("tag", ["nv", "", "../languages/en", "*"])
def test_a_language_without_a_file_is_empty(tag: str) -> None:
    assert language(tag) == Language(stemmer="")


def test_a_file_may_leave_sections_out(path: Path) -> None:
    path.write_text('stemmer = ""')
    assert read(path) == UNKNOWN


def test_words_phrases_and_groups(path: Path) -> None:
    path.write_text(f'stemmer = ""\nforms = "take took,\\n be is,"\n[search]\n{LINKS}')
    found = read(path)
    assert found.forms == Groups([("take", "took"), ("be", "is")])
    assert found.search
    assert found.search.links == Words(["of", "and"])
    assert found.search.articles == Words()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "missing required field `stemmer`"),
        ("stemmer = 3", r"Expected `str`, got `int` - at `\$.stemmer`"),
        ('stemmer = ""\nstopwords = ""', "unknown field `stopwords`"),
        ('stemmer = ""\n[search]\nlinks = "of"', r"missing required field .* - at `\$.search`"),
        (f'stemmer = ""\n[search]\n{LINKS}more = ""', r"unknown field `more` - at `\$.search`"),
        ('stemmer = ""\n[search]\nfunction_words = ["of"]', r"`str`.*\['of'\].*search.function"),
        (f'stemmer = ""\n[spelling]\n{SPELLING}sounds = ""', r"a table.*spelling.sounds"),
        (f'stemmer = ""\n[spelling]\n{SPELLING}sounds.k = "c("', r"regular expression.*sounds"),
        ('stemmer = ""\n[enclitics]\npattern = "("\npronoun = ""', "regular expression.*pattern"),
        (f'stemmer = ""\n[spelling]\n{SPELLING}sounds.k = "(c)"', "without groups.*sounds"),
        ('stemmer = ""\n[enclitics]\npattern = "c"\npronoun = ""', "the groups.*enclitics"),
        ('stemmer = ""\n[readability]\nname = 1', r"got `int` - at `\$.readability.name`"),
        (f'stemmer = ""\n{SPEECH}', r"ten `digits`, got 2 .*speech"),
        (f'stemmer = ""\n{SPEECH}fax = ""', r"unknown field `fax` .*speech.ways"),
        ('stemmer = ""\n[paper]\npage = ""', r"missing required field .* - at `\$.paper`"),
        ('stemmer = ""\n[wording]\nfiller = ""', r"Expected `array`, got `str` .*wording.filler"),
        ('stemmer = "english\n', "line 1"),
    ],
)
def test_a_fault_names_file_key_and_expectation(path: Path, text: str, problem: str) -> None:
    path.write_text(text)
    with pytest.raises(LanguageError, match=rf"^xx.toml: .*{problem}"):
        read(path)


def test_phrases_of_the_shipped_files_are_split_at_commas() -> None:
    grammar = language("en").grammar
    assert grammar
    assert isinstance(grammar.questions, Phrases)
    assert ("how", "many") in grammar.questions
