"""A text as the model reads it: one word for every group, nothing hidden, and every letter still findable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.judge.model.prepare import prepare


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twee Polen lopen door de straat", "Twee Marokkanen lopen door de straat"),
        ("die Turkse jongens", "die Nederlandse jongens"),
        ("Hij komt uit Polen", "Hij komt uit Marokko"),
        ("een Syriër bij de deur", "een Duitser bij de deur"),
        ("KUTMAROKKANEN", "kut polen"),
        ("moslims in de buurt", "joden in de buurt"),
        ("een islamitische school", "een christelijke school"),
    ],
)
def test_groups_are_read_alike(one: str, other: str) -> None:
    assert prepare(one).text.lower() == prepare(other).text.lower()


@pytest.mark.parametrize("text", ["Let op, ik let op het schot", "Noor en Frans komen", "zij spreekt geen Nederlands"])
def test_everyday_words_stay(text: str) -> None:
    assert prepare(text).text == text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("wat een k a n k e r b e n d e", "wat een kanker bende"),
        ("die h0er", "die hoer"),
        ("stelletje m4rokkanen", "stelletje belgen"),
        ("ca\u200bfé\u00ad", "café"),
        ("ｈｕｆｔｅｒ", "hufter"),
        ("heeeeeelp!!!!!!", "heelp!!"),
        ("IEDEREEN NAAR BUITEN NU", "iedereen naar buiten nu"),
        ("70jaar, Kerkstraat 12a, b2b", "70jaar, Kerkstraat 12a, b2b"),
    ],
)
def test_disguises_are_taken_off(written: str, read: str) -> None:
    assert prepare(written).text == read


def test_a_word_is_found_back_where_it_was_written() -> None:
    written = "Zeg die m a r o k k a n e n dat ze weg moeten, en die h0er ook"
    prepared = prepare(written)
    for word, origin in (("belgen", "m a r o k k a n e n"), ("hoer", "h0er"), ("weg", "weg")):
        start = prepared.text.index(word)
        span = prepared.span(start, start + len(word))
        assert written[span.start : span.end] == origin


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_prepared_and_every_character_has_an_origin(text: str) -> None:
    prepared = prepare(text)
    assert len(prepared.text) == len(prepared.origins)
    assert all(0 <= origin < len(text) for origin in prepared.origins)
