"""Words that hold a sentence together, and words that ask: they never decide a search.

Hand-made closed classes of English and Spanish, folded as `analysis.fold` does. Weights
1 / 0.7 / 0.4 were the best of those measured on four FAQ collections: asking words keep
more, because "how many" and "who" do tell questions apart.
"""

from __future__ import annotations

from typing import Final

CONTENT: Final = 1.0
QUESTION: Final = 0.7
FUNCTION: Final = 0.4

_QUESTION: Final = {
    "en": """
        how what whats when where which who whom whose why can could may might should would
        will do does did shall
        """,
    "es": """
        como cual cuales cuando cuanta cuantas cuanto cuantos donde que quien quienes puedo
        puede pueden podria debo debe deberia
        """,
}
_FUNCTION: Final = {
    "en": """
        a about after again all also am an and any are arent as at be because been before being
        between both but by cant cannot couldnt didnt doesnt doing done dont down during each
        either else ever every for from further get gets getting got had has hasnt have havent
        having he her here hers herself hes him himself his i if im in into is isnt it
        its itself ive just kind let lets like many me more most much my myself neither no nor
        not of off on once one only onto or other our ours ourselves out over own per please
        pls same she shes so some somebody someone something sort such
        anybody anyone anything everybody everyone everything nobody nothing than that thats
        the their theirs them themselves then there theres these they theyre this those
        through thru to too u under until up upon ur us very was wasnt we were werent weve wont
        wouldnt yet you your youre yours yourself yourselves with within without
        """,
    "es": """
        a al algo algun alguien alguna algunas algunos ante antes aqui asi aun aunque cada casi
        con contra cosa cosas de del desde despues donde durante e el ella ellas ello ellos en
        entre era eran eres es esa esas ese eso esos esta estaba estamos estan estar estas este
        esto estos estoy fue fueron ha habia han has hasta hay haya he hemos la las le les lo los
        mas me mi mia mio mis misma mismo mucha muchas mucho muchos muy nada ni ningun ninguna
        no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero
        poco por porque pues se sea sean ser si sido siempre sin sobre sois solo somos son soy
        su sus suya suyo tal tambien tampoco tan tanto te tener tengo ti tiene tienen toda todas
        todo todos tu tus un una unas uno unos usted ustedes va van vosotros voy y ya yo
        """,
}
_ARTICLE: Final = "a an the of in on el la los las un una unos unas de del en"

ARTICLES: Final = frozenset(_ARTICLE.split())
"""Left out wherever a wording of several words is compared."""


def weights_of(language: str) -> dict[str, float]:
    """Weight of each function or asking word of `language` ("en"); all others weigh 1."""
    weights = dict.fromkeys(_FUNCTION.get(language, "").split(), FUNCTION)
    weights.update(dict.fromkeys(_QUESTION.get(language, "").split(), QUESTION))
    return weights
