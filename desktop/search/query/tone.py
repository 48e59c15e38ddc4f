"""Who a query speaks of, and whether it asks about the world: closed classes of words.

An urgent phrase is only urgent if someone is in it. "He took my passport" is; "do traffickers
take passports" and "what is forced labor" are questions. Hand-made for English and Spanish,
folded as `analysis.fold` does; both languages together, because people mix them. What is urgent
is not in here: a pack brings that in its phrases. Only the words for kinds of people lean
towards packs about harm ("victims", "traffickers").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


NOT: Final = _set("""
    no not never cant cannot couldnt dont wont wouldnt didnt doesnt isnt arent aint havent hasnt
    nobody none neither nor without t cnt dnt wnt dun ni nada nadie nunca jamas sin tampoco
    """)
"""Negations; in a phrase each stands for all of them."""

SUBJECT: Final = _set("""
    i im ive iam we weve am yo estoy toy soy tengo estuve fui estamos somos tenemos estabamos
    """)
"""The speaker, as who does or is something."""

OBJECT: Final = _set("me us nos conmigo")
"""The speaker, as to whom it is done."""

OWNER: Final = _set("my mine our ours mi mis mio mia mios mias nuestro nuestra nuestros nuestras")
"""The speaker, as whose it is."""


def _frames(text: str) -> frozenset[tuple[str, ...]]:
    frames = text.replace("\n", "/").split("/")
    return frozenset(tuple(frame.split()) for frame in frames if frame.split())


LIGHT: Final = _set("""
    he she they it hes shes theyre am is are was were be been being will would to of that this
    here and so just now a an the el ella ellos se lo la le les los las que de y ya esta estan
    estoy estaba es fue ha han va van un una en aqui
    """)
"""Small words of which a phrase needs none."""

_ONE: Final = _set("""
    girl boy woman man lady guy kid child baby teen teenager someone somebody person friend sister
    brother cousin daughter son niece nephew mom mother dad wife coworker neighbor student patient
    client guest roommate classmate maid nanny worker nina nino muchacha muchacho chica chico
    mujer hombre senora senor bebe alguien persona joven amiga amigo hermana hermano prima primo
    hija hijo sobrina sobrino mama papa esposa companera companero vecina vecino alumna alumno
    estudiante paciente huesped empleada
    """)

OTHER_SUBJECT: Final = (
    OWNER
    | _ONE
    | _set("""
    she he shes hes hell shell they theyre theyll who ella el ellas ellos esta estan es son fue
    estaba
    """)
)
"""Someone else, as who does or is something."""

OTHER_OBJECT: Final = (
    OWNER
    | _ONE
    | _set("""
    her him them le les la lo las los ella el su sus
    """)
)
"""Someone else, as to whom it is done."""

OTHER_OWNER: Final = _set("her his their hers theirs su sus")
"""Someone else, as whose it is."""

_NEAR: Final = (
    OWNER
    | SUBJECT
    | _set("""
    they theyre she shes her hers him he hes me us this that theres these those here ella yo nos
    vi veo oigo oi escuche creo conozco aqui ahi alla lado vecino vecinos estan tengo debo puedo
    quiero voy vivo duermo gano mando vine llegue
    """)
)
_SOMEONE: Final = _ONE - _set("someone somebody person alguien persona joven")
_INDEFINITE: Final = _set("a an una un another otra otro")
_SCENE: Final = _set("""
    here there theres next neighbor neighbors neighbour saw see hear screaming think room now
    outside aqui ahi alla hay vi veo oigo oi escuche creo vecino vecinos vecina lado ahora ahorita
    """)
_NAMED: Final = _set("me us him her she he hes shes hell me nos ella")
_WE: Final = ("amos", "emos", "imos")  # what "we" do needs no other word in Spanish
_OPENING: Final = 6  # words a question takes to show, where it is about someone
_SPEAKER: Final = SUBJECT | _set("""
    me us nos puedo debo hago llamo podemos salgo dejo escapo libero
    """)
_KIND: Final = _set("""
    people persons victim victims survivor survivors women children kids girls boys minors workers
    employees immigrants migrants teens teenagers youth youths runaways trafficker traffickers
    employers companies businesses gangs cartels pimps families abusers adults citizens humans
    personas gente victima victimas sobreviviente sobrevivientes mujeres ninos ninas muchachas
    muchachos chicas jovenes menores adolescentes trabajadores trabajadoras empleados migrantes
    inmigrantes tratante tratantes padrotes empresas negocios pandillas carteles patrones familias
    adultos humanos
    """)
_REQUESTS: Final = _frames("""
    tell me/give me/show me/teach me/let me know/remind me/explain to me/help me find
    help me write/help me understand/help me with/help me learn/want to help/wants to help
    want to know/wants to know/wants to be/we want/we are a/want to learn/wants to learn
    want to become/want to be a/want to report/want to understand/look for/looking for
    interested in/near me/what must i/ask about/asks about/what do i say/without my name/book club
    give my name/studying to/studies to/would like/need info/need a/need some/need the
    need to know/need to report/need to find/need numbers/need facts/raising money/preparing a
    making a/told me about/told me to read/told me to look/wants us to/asked us to/asked me to
    wants me to learn/we want to/dime/digame/dame/deme/muestrame/ensename/explicame/expliqueme
    me explica/me explicas/me puedo/puedo llamar/puedo reportar/me puede/me puedes/me pueden
    me podria/me podrian/me gustaria/me interesa/me recomienda/me recomiendan/me dice donde
    me dices/me ayuda a/me ayudas a/me ayudan a/dar mi nombre/sin mi nombre/preguntan sobre
    pregunta sobre/que les digo/si me equivoco/una charla/club de/estudia para/estudio para
    una platica/quiero una/quiero un/quiere una/me llamo/me dedico/me informa/me informan
    me pregunto/me encanta/me sirve/me pidieron un/me pidio un/me dejaron un/me dejaron de
    me toca hacer/me toca dar/me toca exponer/me manda informacion/me da informacion
    me dan informacion/en que me fijo/me fijo/do i look for/ayudame a/ayudeme a/ayudenme a
    ayudame con/ayudeme con/quiero ayudar/quiere ayudar/quiero saber/quiere saber/quiero aprender
    quiere aprender/quiero ser/quiere ser/quiero entender/queremos/busco/buscamos/necesito un
    necesito una/necesito informacion/necesito saber/necesito datos/necesito encontrar
    nos pidieron/nos gustaria/nos interesa
    """)
"""How people ask for information or offer help, without a question."""

_ADVICE: Final = _frames("""
    how do i/how can/how should/how does/what should/what can/what are/what is/i teach/como puedo
    como puede/como pueden/como les/como le hago/cuales son/donde esta/donde hay/cual es/que puedo
    que debo/que debe
    """)
"""How they ask for advice, unless it is about someone: "what can I do, he has my baby"."""

_INFORMATION: Final = _set("""
    penalty penalties punishment punishments sentence sentences law laws statute statutes define
    definition meaning mean means statistics statistic stats rate rates percent percentage data
    study studies studying essay homework thesis presentation powerpoint documentary movie movies
    film films book books novel article articles news history prevention training lesson lessons
    explain explained difference versus vs example examples convicted prosecuted sentenced crime
    crimes felony policy policies requirements campaign donate volunteer volunteering awareness
    trained prevent fundraiser confidential confidencial assignment poster write writing story
    stories resources services information info programs rules reporting curious comparing compare
    debate trivia quiz research journalist song lyrics pena penas castigo castigos condena
    condenas condenado condenados ley leyes delito delitos definicion significa significado
    definir estadistica estadisticas tasa tasas cifras porcentaje datos estudio estudios
    estudiando estudiar ensayo tarea tesis presentacion exposicion investigacion documental
    pelicula peliculas libro libros novela articulo articulos noticia noticias reportaje historia
    prevencion prevenir capacitacion entrenamiento leccion explicar explica explicacion diferencia
    diferencias ejemplo ejemplos crimen crimenes politica donar donacion letrero asignatura
    reporte escribir escribiendo cuento recursos informacion programas reglas multa curiosidad
    comparar comparemos debatir interpretes capacitar capacitarme voluntaria voluntario periodista
    cancion caso casos
    """)
_QUESTIONS: Final = _frames("""
    what is/what are/what was/what were/what does/what counts/what happens/how many/how common
    how often/how long/how old/how do i know/how do you know/how can i tell/how do i tell
    how can you tell/how to tell/how to know/how to spot/how can a/how does a/how do people
    how do you/how would a/why do/why does/why dont/why are/why is/why would/why cant people
    signs of/signs that/signs a/sign of/is it true/is it trafficking/is that true/i read
    i heard that/i heard people/a report/report on/report about/my report/a paper/paper on
    paper about/my paper/project on/project about/school project/a project/for class/for school
    my class is/my class has/my church/my school is/que es/que son/es trata/es trafico
    que significa/que quiere decir/que pasa/que le pasa/que les pasa/que castigo/a quien acusan
    a quienes/que dice/que cuenta/cual es/cuales son/cuantas/cuantos/que tan/como se sabe
    como se si/como saber/como se puede/como se prueba/como reconocer/como se queda/como puede una
    como puede un/por que los/por que las/por que alguien/por que no/por que la/por que el
    por que una/por que un/senales de/senal de/es verdad/es cierto/sera cierto/lei que
    dicen que la/dicen que los/dicen que hay/trabajo de la escuela/trabajo escolar/para la escuela
    para mi clase/mi clase esta/mi clase va/mi iglesia
    """)
_LONGEST_FRAME: Final = max(map(len, _QUESTIONS | _REQUESTS))
_ASKING: Final = _set("""
    what who whom whose which when where why how is are was do does did can could should would
    will has have que quien quienes cual cuales cuando donde como cuanto cuanta cuantos cuantas
    por puede pueden es son
    """)
CALLS: Final = _set("""
    help helps save sos 911 emergency police cops policia ayuda ayudas ayuden ayudar ayudame
    ayudenme ayudeme ayudenos ayudanos alluda alludenme auxilio socorro emergencia
    """)
"""Words that call for help and say nothing of the danger."""

_AROUND_A_CALL: Final = CALLS | _set("""
    need want please pls plz plse plese pleas plis someone somebody anybody anyone call send come
    get give manden mande manda vengan venga necesito necesitamos quiero favor porfa porfavor
    porfabor ocupo ocupamos xfa xfavor alguien llama llamen llame now right asap urgent urgently
    quick quickly fast today tonight hurry omg god oh hey hi hello sir there really bad badly so
    very much here ahora ahorita ya rapido urgente urgentemente pronto hoy dios hola oiga oigan
    mucha mucho x k q pero aqui
    """)


_SMALL: Final = frozenset().union(
    NOT, SUBJECT, OBJECT, OWNER, OTHER_SUBJECT, OTHER_OBJECT, OTHER_OWNER, _AROUND_A_CALL
)


def is_small(word: str) -> bool:
    """Whether `word` is in a closed class, and so no slip of another."""
    return word in _SMALL


def adds_nothing(word: str) -> bool:
    """Whether `word` adds nothing to a call for help ("please", "now")."""
    return word in _AROUND_A_CALL


class Tone:
    """How a query speaks, whatever about.

    Attributes:
        asks: about the world: a law, a number, a meaning; or an asking word begins it and
            nobody says "I".
        general: it speaks of kinds of people, and of nothing that is seen or heard.
        near: it speaks of someone in particular.
        tells: it tells what happens to someone in particular.
    """

    def __init__(self, words: Sequence[str]) -> None:
        said = frozenset(words)
        begins = bool(words) and words[0] in _ASKING
        named = not _NAMED.isdisjoint(said)
        self.asks = (
            not _INFORMATION.isdisjoint(said)
            or _has_frame(words[:_OPENING] if named else words, _QUESTIONS)
            or (begins and _SPEAKER.isdisjoint(said))
        )
        self.general = not _KIND.isdisjoint(said) and _SCENE.isdisjoint(said)
        someone = not _SOMEONE.isdisjoint(said) and not _INDEFINITE.isdisjoint(said)
        we = any(len(word) > 5 and word.endswith(_WE) for word in said)
        self.near = not _NEAR.isdisjoint(said) or someone or we
        self.tells = (
            self.near
            and not self.asks
            and (named or not begins)
            and (named or not self.general)
            and (named or not _has_frame(words, _ADVICE))
            and not _has_frame(words, _REQUESTS)
        )


def _has_frame(words: Sequence[str], frames: frozenset[tuple[str, ...]]) -> bool:
    return any(
        tuple(words[at : at + length]) in frames
        for at in range(len(words))
        for length in range(1, _LONGEST_FRAME + 1)
    )


_FORMS: Final = {
    "en": """
        i im ive we weve|he hes|she shes|they theyre theyll|me us|my our|take took taken takin|
        keep kept|hold held|hide hid hidden|sell sold sellin|beat beaten beats|steal stole stolen|
        make made makin|let lets lettin|leave left|get got gotten|give gave given|
        throw threw thrown|break broke broken|tear tore torn ripped|choke strangle|hurt hurting|
        burn burnt|feed fed|bring brought|pay paid|buy bought|find found|come came|run ran|
        go going went gone gonna|want wanna wants|die dying dies|say said says|tell told|
        shoot shot|put putting|send sent|cut cutting|see saw seen|sleep slept|force forced forcing|
        have has had having|boyfriend bf|girlfriend gf|trap trapped|
        threaten threat threatened threats|kidnap kidnapped abducted abduct|touch touchin|
        stuck stuk|picture pictures pic pics photo photos|phone cell cellphone
        """,
    "es": """
        me nos|mi mis nuestro nuestra nuestros nuestras|quitar kitar kita kito kitaron|
        vender vendio vendi vendo|encerrar encierra encierran encierro|esconder escondio escondi|
        morir muero muera muere murio muriera|salir salgo sale salga salirme|
        ir irme irse irnos voy vaya vamos|forzar fuerza fuerzan fuerzo|
        querer quiero quiere quieren queria quiso quieras|decir dice dicen dijo dijeron digo diga|
        seguir sigue siguen siguio sigo|perseguir persigue persiguen|
        hacer hace hacen hizo hicieron hago haga hacerme haciendo|pedir pide piden pidio pido|
        golpear golpearon golpeo golpea golpeado golpeada golpean golpes|
        tener tengo tiene tienen tenia tenian tenemos tuvo|poder puedo puede pueden podemos podia|
        deber debo debe deben debia|traer trae traen trajo trajeron|dormir duermo dormimos duerme|
        mandar manda mandan mando|matar mato mata maten|romper rompio rompe rompieron roto|
        perder perdio perdi|suicidar suicidio suicida suicidarme suicidarse suicido|
        devolver devuelve devuelven devuelva devolvieron devolvio regresa regresan regresar
        regreso regresaron regrese|
        saber sabe saben|soltar suelta sueltan|tocar toca toco tocan toque toquen|
        amenazar amenaza amenazas amenazo amenazan|ayudar ayuda ayude ayuden|
        sacar saca saque saquen sake saken|conocer conocio conozco|
        desaparecer desaparecio desaparecida desaparecido desaparecieron|
        venir viene vienen vengan venga vino vinieron|dar da dan dio doy darle|temer temo|
        pegar pega pego pegan|poner pone ponen puso pongo|llevar lleva llevo llevaron llevan|
        violar violo violaron violada violado|gritar grita gritos gritando|cortar corto cortando|
        herir hirio herido herida|acostar acuesto acueste acostarme|
        obligar obligo obliga obligada obligado obligan obligando|robar robo robaron roban|
        rentar renta rentan|foto fotos nudes pack fotografias|celular cel telefono cell phone
        """,
}


def forms(language: str) -> Iterable[list[str]]:
    """Groups of forms of one word that stemming keeps apart; the word itself first."""
    return [group.split() for group in _FORMS.get(language, "").split("|") if group.strip()]
