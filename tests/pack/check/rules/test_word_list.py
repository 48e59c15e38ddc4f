from __future__ import annotations

import pytest

from desktop.pack.check.rules.word_list import LEFTOVERS, WORDS, DiscouragedWord, GeneratedPhrase

EVERYDAY = (
    "Call the state police if the illegal search, the drug addiction or saved evidence matters. "
    "La policía del estado busca la salvación de la salud y el adictivo tráfico de drogas. "
    "Note: it is important. Conclude, expert, update, help, hope. Todo bien; todos, un método."
)


@pytest.mark.parametrize("word", [word for words in WORDS.values() for word in words])
def test_each_word_has_a_reason_and_a_better_one(word: DiscouragedWord) -> None:
    assert not word.pattern.search(EVERYDAY)
    assert not word.pattern.search("")
    assert word.reason[0].islower() or word.reason.startswith("in Spanish")
    assert word.better
    assert not word.reason.endswith(".")
    assert not word.better.endswith(".")


@pytest.mark.parametrize("leftover", [left for some in LEFTOVERS.values() for left in some])
def test_each_leftover_has_a_reason_and_a_remedy(leftover: GeneratedPhrase) -> None:
    assert not leftover.pattern.search(EVERYDAY)
    assert not leftover.pattern.search("")
    assert leftover.reason
    assert leftover.remedy.endswith(".")


@pytest.mark.parametrize("word", [word for words in WORDS.values() for word in words])
def test_no_better_word_is_a_word_to_avoid(word: DiscouragedWord) -> None:
    everything = [other for words in WORDS.values() for other in words]
    assert not [other.reason for other in everything if other.pattern.search(word.better)]
