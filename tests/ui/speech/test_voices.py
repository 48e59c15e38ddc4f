from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.speech.voices import SpeechEngine, Voice, find_voices

ESPEAK = Voice(SpeechEngine.ESPEAK, "/usr/bin/espeak-ng")
DISPATCHER = Voice(SpeechEngine.SPEECH_DISPATCHER, "/usr/bin/spd-say")


@pytest.mark.parametrize(
    ("installed", "found"),
    [
        ((), ()),
        (("espeak-ng",), (ESPEAK,)),
        (("espeak-ng", "spd-say"), (DISPATCHER, ESPEAK)),
        (("spd-say", "espeak"), (DISPATCHER,)),
    ],
)
def test_the_voice_of_the_desktop_comes_first(
    installed: tuple[str, ...], found: tuple[Voice, ...]
) -> None:
    places = {name: f"/usr/bin/{name}" for name in installed}
    assert find_voices(places.get) == found


@pytest.mark.parametrize(
    ("lang", "name"),
    [("en", "en-us"), ("es", "es-419"), ("es-MX", "es-419"), ("nv", "nv")],
)
def test_espeak_speaks_as_people_here_do(lang: str, name: str) -> None:
    assert ESPEAK.arguments(lang) == ["--stdin", "-v", name, "-s", "160"]


def test_speech_dispatcher_speaks_at_the_usual_speed() -> None:
    assert DISPATCHER.arguments("es-MX")[-4:] == ["--language", "es", "--rate", "0"]


@given(st.text())
def test_a_sentence_is_one_line_and_no_command(text: str) -> None:
    line = DISPATCHER.stdin_data(text).decode("utf-8")
    assert line.endswith("\n")
    assert len(line.splitlines()) == 1
    assert not line.startswith("!-!")
    assert line.split() == text.split()


def test_only_speech_dispatcher_has_to_be_told_to_be_silent() -> None:
    assert DISPATCHER.cancel_arguments == ["--cancel"]
    assert ESPEAK.cancel_arguments == []
