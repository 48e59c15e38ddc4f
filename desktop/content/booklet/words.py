"""The program's own words on paper, and dates.

Paper may be in another language than the window, so these do not go through Qt's translator.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class BookletStrings:
    """Words of one language; `%1` and `%2` stand for what changes.

    Attributes:
        document: title of a document of a pack without a neutral title.
        contents: over the table of contents.
        page: at the foot of each page.
        edition: version of the pack.
        publisher: who publishes it.
        licence: on which terms.
        brief: over the brief.
        call: over the contacts.
        sources: over the sources.
        facts_checked: when an answer was checked.
        checked: when a contact was checked.
        may_have_changed: about a contact that was checked long ago.
        violence: before an answer that describes violence.
        untranslated: before an answer in another language.
        out_of_date: before an answer whose original is newer.
        months: the names of the months, January first.
        month: a month, as a format string of `year` and `month`.
        day: a date, as a format string of `year`, `month` and `day`.
    """

    document: str
    contents: str
    page: str
    edition: str
    publisher: str
    licence: str
    brief: str
    call: str
    sources: str
    facts_checked: str
    checked: str
    may_have_changed: str
    violence: str
    untranslated: str
    out_of_date: str
    months: tuple[str, ...]
    month: str
    day: str


_WORDS = {
    "en": BookletStrings(
        document="Document",
        contents="Contents",
        page="Page %1 of %2",
        edition="Edition %1",
        publisher="Published by %1",
        licence="License: %1",
        brief="In brief",
        call="Who you can call",
        sources="Sources",
        facts_checked="Facts checked %1",
        checked="Checked %1",
        may_have_changed="This may have changed since then.",
        violence="This answer speaks about violence and abuse.",
        untranslated="The full answer is not translated yet. Here it is in another language.",
        out_of_date="The original text was changed after this translation.",
        months=(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        month="{month} {year}",
        day="{month} {day}, {year}",
    ),
    "es": BookletStrings(
        document="Documento",
        contents="Contenido",
        page="Página %1 de %2",
        edition="Edición %1",
        publisher="Publicado por %1",
        licence="Licencia: %1",
        brief="En pocas palabras",
        call="A quién puede llamar",
        sources="Fuentes",
        facts_checked="Datos comprobados en %1",
        checked="Comprobado en %1",
        may_have_changed="Puede haber cambiado desde entonces.",
        violence="Esta respuesta habla de violencia y abuso.",
        untranslated=(
            "La respuesta completa todavía no está en español. Aquí la tiene en otro idioma."
        ),
        out_of_date="El texto original cambió después de esta traducción.",
        months=(
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ),
        month="{month} de {year}",
        day="{day} de {month} de {year}",
    ),
}


def words_in(lang: str) -> BookletStrings:
    """The words of a BCP 47 tag, those of English where there are none."""
    return _WORDS.get(lang.partition("-")[0].lower(), _WORDS["en"])


def month(date: dt.date, lang: str) -> str:
    """Month and year of `date`, as written in `lang`."""
    return _written(date, words_in(lang).month, lang)


def day(date: dt.date, lang: str) -> str:
    """`date` in full, as written in `lang`."""
    return _written(date, words_in(lang).day, lang)


def _written(date: dt.date, pattern: str, lang: str) -> str:
    name = words_in(lang).months[date.month - 1]
    return pattern.format(year=date.year, month=name, day=date.day)
