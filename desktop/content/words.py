"""The program's own words on what is handed over.

A hand-out may be in another language than the window (the person across the table reads
Spanish while the window speaks English), so these do not go through Qt's translator.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HandoutStrings:
    """Words of one language.

    Attributes:
        text: beside a number that takes text messages only.
        call_or_text: beside a number that takes both.
        tty: beside a number for teletypewriters.
        turn: on the button that turns the page to the other side of the table.
        card: title of a wallet card in a pack that has no neutral title.
        cut: beside a wallet card with one face.
        cut_and_fold: beside a wallet card with two.
    """

    text: str
    call_or_text: str
    tty: str
    turn: str
    card: str
    cut: str
    cut_and_fold: str

    def how(self, kind: str) -> str:
        """The words for a kind of phone; "" where calling goes without saying."""
        return {"text": self.text, "call-or-text": self.call_or_text, "tty": self.tty}.get(kind, "")


_WORDS = {
    "en": HandoutStrings(
        text="text message",
        call_or_text="call or text",
        tty="TTY and relay",
        turn="Turn the page",
        card="Card",
        cut="Cut along the marks.",
        cut_and_fold="Cut along the marks. Fold on the dashed line, words outside.",
    ),
    "es": HandoutStrings(
        text="mensaje de texto",
        call_or_text="llamada o mensaje",
        tty="TTY y servicio de retransmisión",
        turn="Voltear la página",
        card="Tarjeta",
        cut="Corte por las marcas.",
        cut_and_fold="Corte por las marcas. Doble por la línea, con las letras hacia afuera.",
    ),
}


def words_in(lang: str) -> HandoutStrings:
    """The words of a BCP 47 tag, those of English where there are none."""
    return _WORDS.get(lang.partition("-")[0].lower(), _WORDS["en"])
