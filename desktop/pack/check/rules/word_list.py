"""Harmful words, and phrases of text generators, each with its reason.

Sources are guides on language about trafficking: the Office for Victims of Crime's Human
Trafficking Task Force e-Guide, the Freedom Network, and Associated Press on migration and
addiction. The patterns ignore case and are applied to one paragraph at a time. They exclude other
senses: "search and rescue", "tráfico de drogas".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from desktop.pack.check.rules.base import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


class WordCategory(Enum):
    """Categories of discouraged words."""

    BLAME = auto()
    RESCUE = auto()
    SHOCK = auto()


@dataclass(frozen=True, slots=True)
class DiscouragedWord:
    """A word to avoid.

    Attributes:
        kind: its category.
        pattern: matches all its forms.
        reason: the second half of a sentence.
        better: what to write, to follow "Write".
    """

    kind: WordCategory
    pattern: re.Pattern[str]
    reason: str
    better: str


@dataclass(frozen=True, slots=True)
class GeneratedPhrase:
    """A phrase of a text generator, a template or a draft.

    Attributes:
        pattern: matches it.
        reason: why it does not belong here, to follow the phrase.
        remedy: what to do, a sentence.
        severity: an error if it cannot be intended.
    """

    pattern: re.Pattern[str]
    reason: str
    remedy: str
    severity: Severity


def _words(kind: WordCategory, *rows: tuple[str, str, str]) -> tuple[DiscouragedWord, ...]:
    return tuple(
        DiscouragedWord(kind, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), reason, better)
        for pattern, reason, better in rows
    )


# Reasons, each to follow the word.
_CHILD: Final = "a child cannot agree to it; the law calls it exploitation"
_DONE_TO: Final = "it names a person by what was done to them"
_NO_CRIME: Final = "an act can be illegal, a person cannot"
_DISASTER: Final = "it makes people a disaster"
_ILLNESS: Final = "it makes a person their illness"
_SUICIDE: Final = 'one "commits" crimes'
_FAULT: Final = "it puts the blame on the person who was harmed"
_FEAR: Final = "it overlooks fear and threats"
_WAIT: Final = "people get out with help; nobody has to wait for a hero"
_HERO: Final = "it makes the helper the hero"
_VOICE: Final = "people who were exploited have a voice and a will"
_FRIGHT: Final = "it frightens and tells nothing"
_BEAST: Final = "it makes traffickers creatures; most are people the person knows"
_CHAINS: Final = "most people it happens to see no chains and will not know themselves"
_SIZE: Final = "it claims a size nobody has measured"

_ENGLISH: Final = (
    *_words(
        WordCategory.BLAME,
        (
            r"(?:child|teen(?:age)?|juvenile|underage|minor) prostitut(?:e|es|ion)",
            _CHILD,
            '"sexually exploited child" or "child sex trafficking"',
        ),
        (
            r"(?<!child )(?<!teen )(?<!teenage )(?<!underage )(?<!juvenile )prostitutes?|hookers?"
            r"|whores?|sluts?",
            _DONE_TO,
            '"a person who sells sex" or "a person made to sell sex"',
        ),
        (
            r"illegals|illegal (?:aliens?|immigrants?|migrants?|workers?)|anchor bab(?:y|ies)"
            r"|wetbacks?",
            _NO_CRIME,
            '"people without papers" or "undocumented immigrants"',
        ),
        (
            r"(?:flood|invasion|swarm|horde|wave)s? of (?:im)?migrants|border invasion",
            _DISASTER,
            "how many people, and who counted them",
        ),
        (
            r"(?:drug )?addicts?|junkies|junkie|crackheads?|alcoholics?",
            _ILLNESS,
            '"a person with an addiction"',
        ),
        (
            r"committed suicide|commits? suicide",
            _SUICIDE,
            '"died by suicide" or "to take one\'s life"',
        ),
        (
            r"(?:willing|real|true|perfect|so-called) victims?|let themselves be"
            r"|(?:brought|bring) it on (?:themselves|herself|himself)|asked for it"
            r"|(?:gullible|naive|promiscuous) (?:people|girls?|women|victims?|teens?|youth)"
            r"|should have known better|fell? for (?:his|her|their|the) (?:lies?|tricks?)",
            _FAULT,
            "what the trafficker did",
        ),
        (
            r"(?:are|is|be|being|more) prone to (?:being )?(?:traffick\w+|exploit\w+)",
            "it looks for the cause in the person",
            '"at higher risk because others exploit …"',
        ),
        (
            r"refus(?:e|es|ed|ing) to (?:cooperate|testify)",
            _FEAR,
            '"did not feel safe to …"',
        ),
    ),
    *_words(
        WordCategory.RESCUE,
        (
            r"(?<!search and )(?<!fire and )rescu(?:e|es|ed|ing|ers?)"
            r"(?! (?:crews?|teams?|squads?|breathing|inhalers?|medicine|dogs?))",
            _WAIT,
            '"help", "find" or "got out"',
        ),
        (
            r"sav(?:e|es|ed|ing) (?:the |these |those |all )?(?:victims?|girls|survivors?|children)"
            r"|savio(?:u)?rs?",
            _HERO,
            '"support" or "help to leave"',
        ),
        (
            r"voice (?:to|for|of) the voiceless|the voiceless|(?:help|defen[cs]e)less victims?",
            _VOICE,
            "what they need or want",
        ),
    ),
    *_words(
        WordCategory.SHOCK,
        (
            r"horrific(?:ally)?|horrif(?:y|ying|ied)|gruesome|grisly|brutal(?:ly|ity|ized)?"
            r"|savage(?:ly|s)?|unspeakabl[ey]|unimaginabl[ey]|heinous|sickening|shocking(?:ly)?"
            r"|barbaric|nightmar\w+|living hell|house of horrors?",
            _FRIGHT,
            "what happened, in plain words, or nothing",
        ),
        (
            r"monsters?|(?:sexual )?predators?|preying|preyed|preys? (?:up)?on|evil",
            _BEAST,
            '"trafficker", or what they do',
        ),
        (
            r"sex slaves?|modern[- ]day slaves?|enslaved (?:girls|women|children)|in chains"
            r"|shackled|caged|sold like (?:cattle|animals|meat)",
            _CHAINS,
            '"a person who is trafficked"',
        ),
        (
            r"epidemic of (?:human |sex )?trafficking|trafficking (?:epidemic|hotspots?|hot spots?)"
            r"|skyrocket\w*",
            _SIZE,
            "a figure with its year and source",
        ),
    ),
)

_SPANISH: Final = (
    *_words(
        WordCategory.BLAME,
        (
            r"prostitución (?:infantil|de menores)|prostitutas? (?:infantil(?:es)?|menor(?:es)?)"
            r"|(?:niñ[ao]s?|menores) prostitut\w+",
            _CHILD,
            "«explotación sexual de menores»",
        ),
        (
            r"prostitut[ao]s?(?! (?:infantil|menor))|putas?|rameras?",
            _DONE_TO,
            "«persona que vende sexo» or «persona obligada a vender sexo»",
        ),
        (
            r"(?:los|las|unos|unas|un|una|estos|esos) ilegales?"
            r"|(?:in)?migrantes? ilegal(?:es)?|extranjer[oa]s? ilegal(?:es)?"
            r"|trabajador(?:es|as?)? ilegal(?:es)?|mojad[oa]s|espaldas? mojadas?",
            _NO_CRIME,
            "«personas sin papeles» or «indocumentadas»",
        ),
        (
            r"(?:ola|oleada|avalancha|invasión)s? de (?:in)?migrantes",
            _DISASTER,
            "how many people, and who counted them",
        ),
        (
            r"drogadict[oa]s?|adict[oa]s|(?:un|una|el|la) adict[oa]|yonquis?|borrach[oa]s",
            _ILLNESS,
            "«persona con una adicción»",
        ),
        (
            r"cometi(?:ó|eron) suicidio|cometer suicidio",
            _SUICIDE,
            "«murió por suicidio» or «quitarse la vida»",
        ),
        (
            r"víctimas? (?:verdaderas?|reales|voluntarias?|perfectas?)|se lo busc(?:ó|aron)"
            r"|se dej(?:ó|aron) (?:engañar|explotar)|(?:chicas?|niñas?|mujeres|víctimas?) ingenuas?"
            r"|cay(?:ó|eron) en (?:su|la) trampa",
            _FAULT,
            "what the trafficker did",
        ),
        (
            r"se neg(?:ó|aron) a (?:cooperar|colaborar|declarar)",
            _FEAR,
            "«no se sintió segura para …»",
        ),
        (
            r"trata de blancas",
            "it is an old name, and a racist one",
            "«trata de personas»",
        ),
        (
            r"tráfico (?:de personas|de seres humanos|humano)",
            "in Spanish this is easily taken for smuggling, which is another crime",
            "«trata de personas», or «tráfico de migrantes» if it is that",
        ),
    ),
    *_words(
        WordCategory.RESCUE,
        (
            r"(?<!búsqueda y )rescat(?:e|es|ar|arl[oa]s?|ad[oa]s?|ó|aron|an?|ando|istas?)"
            r"(?! (?:de montaña|financiero|bancario))",
            _WAIT,
            "«ayudar», «encontrar» or «salió»",
        ),
        (
            r"salv(?:ar|ó|aron|ando) (?:a )?(?:las |los )?(?:víctimas?|niñ[ao]s|mujeres)"
            r"|salvador(?:es|as?)?",
            _HERO,
            "«apoyar» or «ayudar a salir»",
        ),
        (
            r"voz (?:a|de) (?:los|las|quienes) (?:que )?(?:no tienen|sin) voz"
            r"|víctimas? indefensas?",
            _VOICE,
            "what they need or want",
        ),
    ),
    *_words(
        WordCategory.SHOCK,
        (
            r"horrible(?:s|mente)?|horros[oa]s?|horroros[oa]s?|horripilantes?|espeluznantes?"
            r"|escalofriantes?|brutal(?:es|mente|idad)?|salvaj(?:e|es|emente|ismo)|macabr[oa]s?"
            r"|atroz|atroces|aterrador(?:es|as?)?|inimaginables?|pesadillas?|infiernos?",
            _FRIGHT,
            "what happened, in plain words, or nothing",
        ),
        (
            r"monstruos?|depredador(?:es|as?)?|malvad[oa]s?|desalmad[oa]s?",
            _BEAST,
            "«tratante», or what they do",
        ),
        (
            r"esclav[ao]s? sexual(?:es)?|esclav[ao]s? modern[ao]s?|encadenad[ao]s?|enjaulad[ao]s?"
            r"|como (?:ganado|animales)",
            _CHAINS,
            "«una persona en situación de trata»",
        ),
        (
            r"(?:epidemia|plaga|flagelo|lacra) de (?:la )?trata|(?:flagelo|lacra) social",
            _SIZE,
            "a figure with its year and source",
        ),
    ),
)

WORDS: Final[Mapping[str, tuple[DiscouragedWord, ...]]] = {"en": _ENGLISH, "es": _SPANISH}
"""Words to avoid, by main language."""


# Leftovers --------------------------------------------------------------------------------


def _leftovers(
    severity: Severity, reason: str, remedy: str, *patterns: str, flags: int = re.IGNORECASE
) -> tuple[GeneratedPhrase, ...]:
    return tuple(GeneratedPhrase(re.compile(p, flags), reason, remedy, severity) for p in patterns)


_SPEAKER: Final = ("is a text generator speaking", "Remove the sentence, and check its facts.")
_FILLER: Final = ("is a stock phrase that says nothing", "Remove it and say what is meant.")
_DRAFT: Final = ("is a mark of a draft", "Put in what is missing, or remove it.")
_CITATION: Final = (
    "points to a list of sources that is not here",
    "Remove it; name the source in the entry.",
)

LEFTOVERS: Final[Mapping[str, tuple[GeneratedPhrase, ...]]] = {
    "": (
        *_leftovers(
            Severity.ERROR,
            *_CITATION,
            r"\[\d{1,3}(?:[,;\u2013-] ?\d{1,3})*\]|[【】]|†source|:?contentReference\b|\boaicite\b"
            r"|\bturn\d+(?:search|view|news)\d+|\[citation needed\]|\[cita requerida\]",
            r"utm_source=\w+",
        ),
        *_leftovers(Severity.ERROR, *_DRAFT, r"\blorem ipsum\b", r"\?{3,}"),
        *_leftovers(Severity.ERROR, *_DRAFT, r"\b(?:FIXME|TBD|XXX+|TODO:|TODO\()", flags=0),
    ),
    "en": (
        *_leftovers(
            Severity.ERROR,
            *_SPEAKER,
            r"\bas an? (?:AI|artificial intelligence|(?:large )?language model)\b",
            r"\bas an expert\b(?! witness)",
            r"\b(?:as of|up to|until) my (?:last|latest|most recent)?\s?(?:knowledge )?"
            r"(?:update|training|cut-?off)\b|\bmy (?:knowledge|training) (?:cut-?off|data)\b",
            r"\bI hope (?:this|that) (?:helps|answers|information)\b",
            r"\bI(?:'m| am) sorry, but I\b",
            r"\bI (?:cannot|can['\u2019]t) (?:browse|provide|assist)\b",
            r"\b(?:feel free to|don['\u2019]t hesitate to) ask me\b|\blet me know if you\b",
            r"^(?:certainly|sure|of course)[!,] (?:here|I|below)\b",
            r"\bhere(?:'s| is) (?:a|the|your) (?:revised|rewritten|updated|improved) version",
        ),
        *_leftovers(Severity.ERROR, *_DRAFT, r"\bTODO\b", flags=0),
        *_leftovers(
            Severity.ERROR,
            *_DRAFT,
            r"\[(?:insert|your|name|add|enter|phone|date|city|placeholder)\b[^\]]{0,40}\]",
        ),
        *_leftovers(
            Severity.WARNING,
            *_FILLER,
            r"\bit(?:'s|\u2019s| is) (?:also )?(?:important|crucial|essential|vital|worth|critical)"
            r"(?: to)? (?:note|noting|remember|recognize|understand|mention\w*|acknowledge)\b",
            r"\bin (?:conclusion|summary)\b|\bto (?:sum up|summarize)\b",
            r"\bdelv(?:e|es|ed|ing)\b|\b(?:rich )?tapestry\b|\bmultifaceted\b",
            r"\bnavigat(?:e|ing) the complexities\b|\bin today['\u2019]s (?:\w+-?\w* )?world\b",
            r"\bplays? an? (?:crucial|vital|pivotal|significant|key) role\b",
        ),
    ),
    "es": (
        *_leftovers(
            Severity.ERROR,
            *_SPEAKER,
            r"\bcomo (?:una? )?(?:IA|inteligencia artificial|modelo de lenguaje)\b",
            r"\bcomo (?:una? )?expert[oa] en\b",
            r"\bmi (?:última actualización|fecha de corte|conocimiento llega)\b",
            r"\bespero que (?:esto|esta información|le|te)\b[^.]{0,20}\b(?:ayude|sirva|útil)\b",
            r"\blo siento, pero no puedo\b",
            r"\bno dud(?:e|es) en (?:preguntarme|consultarme|decirme)\b",
            r"^(?:claro|por supuesto|desde luego)[!,] (?:aquí|le|te)\b",
            r"\baquí (?:tiene|tienes|está) (?:la|una) versión\b",
        ),
        *_leftovers(
            Severity.ERROR,
            *_DRAFT,
            r"\[(?:insert[ae]r?|su|nombre|añadir|agregar|teléfono|fecha|ciudad)\b[^\]]{0,40}\]",
        ),
        *_leftovers(
            Severity.WARNING,
            *_FILLER,
            r"\b(?:es (?:también )?(?:importante|crucial|fundamental|esencial)|cabe|vale la pena"
            r"|conviene) (?:destacar|señalar|mencionar|resaltar|recordar|tener en cuenta|notar)\b",
            r"\ben (?:conclusión|resumen|definitiva)\b|\bpara (?:concluir|resumir)\b",
            r"\b(?:juega|desempeña|tiene) un (?:papel|rol) (?:crucial|fundamental|vital|clave)\b",
            r"\ben el mundo (?:actual|de hoy)\b|\b(?:adentr|sumerj)(?:émonos|ámonos)\b"
            r"|\bmultifacétic[oa]s?\b",
        ),
    ),
}
"""Leftovers by main language; "" for all."""
