from __future__ import annotations

import pytest

from desktop.languages.language import Search, united
from desktop.languages.loader import language
from desktop.search.query.synonyms import Synonyms
from tests.search.index.test_lexicon import lexicon

SYNONYMS = Synonyms(
    [["boss", "the employer"], ["escape", "get out"], ["trafficking", "slavery"],
     ["trafficker", "pimp"], ["police", "law enforcement"]],
    lexicon([]),
    united(Search, [language("en").search]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("wording", "stems", "others"),
    [
        (("boss",), ("boss",), [("employ",)]),
        (("bosses",), ("boss",), [("employ",)]),
        (("get", "out"), ("get", "out"), [("escap",)]),
        (("escape",), ("escap",), []),
        (("trafficking",), ("traffick",), [("slaveri",)]),
        (("police",), ("polic",), [("law", "enforc")]),
        (("law", "enforcement"), ("law", "enforc"), [("polic",)]),
        (("law",), ("law",), []),
    ],
)
def test_synonyms(
    wording: tuple[str, ...], stems: tuple[str, ...], others: list[tuple[str, ...]]
) -> None:
    assert list(SYNONYMS.of(wording, stems)) == others
