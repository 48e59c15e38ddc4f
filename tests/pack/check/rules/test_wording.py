from __future__ import annotations

import pytest

from tests.pack.conftest import answer, changed, findings


def rules(lang: str, text: str) -> list[str]:
    """Rules about words that find something in an answer with `text`."""
    found = findings(changed("entries", answer=answer(**{lang: text})))
    names = ("blaming-word", "rescue-word", "shock-word", "generated-text")
    return [finding.rule for finding in found if finding.rule in names]


@pytest.mark.parametrize(
    ("lang", "text", "rule"),
    [
        ("en", "Some illegal immigrants were found.", "blaming-word"),
        ("en", "She was a child prostitute.", "blaming-word"),
        ("en", "Prostitutes and addicts are at risk.", "blaming-word"),
        ("en", "Police rescued four women.", "rescue-word"),
        ("en", "We give a voice to the voiceless.", "rescue-word"),
        ("en", "A horrific crime.", "shock-word"),
        ("en", "Sex slaves live among us.", "shock-word"),
        ("es", "Los ilegales trabajan ahí.", "blaming-word"),
        ("es", "La trata de blancas existe.", "blaming-word"),
        ("es", "El tráfico de personas es un delito.", "blaming-word"),
        ("es", "La policía rescató a cuatro mujeres.", "rescue-word"),
        ("es", "Es un crimen atroz.", "shock-word"),
    ],
)
def test_words_that_hurt_are_found(lang: str, text: str, rule: str) -> None:
    assert set(rules(lang, text)) == {rule}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It is illegal to keep a passport. Illegal work is a crime."),
        ("en", "Promoting prostitution is a crime under state law."),
        ("en", "No person is illegal. Nobody is a child prostitute."),
        ("en", 'Do not say "illegal immigrant".'),
        ("en", "“Illegal aliens” is an insult."),
        ("en", "Do not try to rescue anyone yourself."),
        ("en", "Call the International Rescue Committee. Rescue Mission Albuquerque helps too."),
        ("en", "The search and rescue team came. A rescue inhaler is medicine."),
        ("en", "Survivors are not helpless victims."),
        ("en", "Save the number of the hotline. The evidence was saved."),
        ("en", "The addiction center treats alcoholism. The dog was a slave to habit."),
        ("es", "Es ilegal quitarle el pasaporte. Un trabajo ilegal no le quita derechos."),
        ("es", "Ninguna persona es ilegal."),
        ("es", "El tráfico de drogas es otro delito. También el tráfico de migrantes."),
        ("es", "La trata no es lo mismo que el tráfico de personas."),
        ("es", "No intente rescatar a nadie. El Comité Internacional de Rescate ayuda."),
        ("es", "La adicción es una enfermedad. Promover la prostitución es delito."),
        ("es", "Guarde el número. Un lugar seguro."),
    ],
)
def test_the_same_words_in_their_place_are_not(lang: str, text: str) -> None:
    assert not rules(lang, text)


@pytest.mark.parametrize(
    ("lang", "text", "severity"),
    [
        ("en", "As an AI language model, I know.", "error"),
        ("en", "As an expert in this field, I know.", "error"),
        ("en", "As of my last update, it holds.", "error"),
        ("en", "I hope this helps!", "error"),
        ("en", "It is true [1].", "error"),
        ("en", "It is true【4†source】.", "error"),
        ("en", "Lorem ipsum dolor.", "error"),
        ("en", "TODO add the number.", "error"),
        ("en", "Call [insert number here].", "error"),
        ("en", "It is important to note that it holds.", "warning"),
        ("en", "In conclusion, ask.", "warning"),
        ("en", "Let us delve into it.", "warning"),
        ("es", "Como modelo de lenguaje, no sé.", "error"),
        ("es", "Espero que esta información le sirva.", "error"),
        ("es", "TODO: añadir el número.", "error"),
        ("es", "Es importante destacar que vale.", "warning"),
        ("es", "En conclusión, pregunte.", "warning"),
    ],
)
def test_leftovers_of_generated_text_are_found(lang: str, text: str, severity: str) -> None:
    found = findings(changed("entries", answer=answer(**{lang: text})), "generated-text")
    assert {str(finding.severity) for finding in found} == {severity}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "She spoke as an expert witness in court."),
        ("en", "It is important to stay calm. Note the number."),
        ("en", "Ask what the trial's conclusion was. Update your phone."),
        ("en", "[1](source:report) and [two](entry:signs)"),
        ("en", "Do all you can to do it. Todos los días."),
        ("es", "Ayudan a TODO el mundo."),
        ("es", "Es importante guardar el número. La conclusión fue otra."),
    ],
)
def test_plain_sentences_are_none(lang: str, text: str) -> None:
    assert not rules(lang, text)


def test_other_languages_and_words_of_visitors_are_let_pass() -> None:
    texts = {"en": ["illegal immigrants", "TODO", *"abc"], "es": [*"vwxyz"]}
    assert not findings(changed("entries", phrasings=texts))
    assert not findings(changed("entries", answer={"fr": "illegals, horrific " * 80}), "shock-word")


def test_topics_and_contacts_are_read_but_not_their_names() -> None:
    texts = {"en": "We rescue people", "es": "Texto"}
    assert findings(changed("topics", summary=texts), "rescue-word")
    assert findings(changed("contacts", what_happens=texts), "rescue-word")
    assert not findings(changed("contacts", name=texts), "rescue-word")
