"""Choice among the languages of a pack."""

from __future__ import annotations

from collections.abc import Sequence  # noqa: TC003


def closest(tag: str, known: Sequence[str]) -> str | None:
    """`tag` among `known`, ignoring case, else the first of the same main language.

    Args:
        tag: a language tag in any notation: "es", "ES-mx", "es_MX".
        known: the language tags to choose from.

    Returns: one of `known`, or None.
    """
    plain = tag.replace("_", "-").casefold()
    by_tag = {name.casefold(): name for name in reversed(known)}
    by_main = {name.casefold().partition("-")[0]: name for name in reversed(known)}
    return by_tag.get(plain) or by_main.get(plain.partition("-")[0])
