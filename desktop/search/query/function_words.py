"""Words that hold a sentence together, and words that ask: they never decide a search.

They are listed in the language files. Weights 1 / 0.7 / 0.4 were the best of those measured on
four FAQ collections: asking words keep more, because "how many" and "who" do tell questions
apart.
"""

from __future__ import annotations

from typing import Final

from desktop.languages.loader import language

CONTENT: Final = 1.0
INTERROGATIVE: Final = 0.7
FUNCTION: Final = 0.4


def weights_of(tag: str) -> dict[str, float]:
    """Weight of each function or asking word of the language `tag`; all others weigh 1."""
    if (listed := language(tag).search) is None:
        return {}
    weights = dict.fromkeys(listed.function_words, FUNCTION)
    return weights | dict.fromkeys(listed.question_words, INTERROGATIVE)
