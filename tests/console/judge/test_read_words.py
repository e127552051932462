"""What members write when they read the rules, and what only looks like it."""

import tomllib
from pathlib import Path

import pytest

from console.judge.read_words import is_answer, says_read

LABELLED = Path(__file__).parents[2] / "data" / "welcome" / "confirmations.toml"


def test_of_the_labelled_lines_none_is_taken_for_a_confirmation_wrongly_and_most_are_found() -> None:
    lines = tomllib.loads(LABELLED.read_text(encoding="utf-8"))
    for part, name in enumerate(("looked at", "held back")):
        said, others = (
            [text for of_language in lines.values() for text in of_language[label][part::2]] for label in ("yes", "no")
        )
        found = [text for text in said if says_read(text, "Bram Bakker")]
        wrong = [text for text in others if says_read(text, "Bram Bakker")]
        precision = len(found) / (len(found) + len(wrong))
        print(
            f"{name}: {len(said)} + {len(others)} lines, precision {precision:.2f}, recall {len(found) / len(said):.2f}"
        )
        assert wrong == []
        assert len(found) >= 0.9 * len(said)


@pytest.mark.parametrize(
    ("text", "author", "is_said"),
    [
        ("Gelezen, Bram", "~ Bram de Boer", True),  # his own name
        ("Gelezen, Karel", "Bram", False),  # of whom else it may be
        ("Karel heeft het gelezen", "Karel", False),
        ("Gelezen. Wie is de wijkagent", "", True),  # what follows is his own affair
        ("Gelezen 112", "", False),
        ("Gelezen nr 12a", "", True),
        ("gelezen 👎", "", False),
        ("g\u200belezen", "", True),
        ("Hoi niet gelezen", "", False),
        ("Hoi niet, gelezen", "", True),  # a greeting is not read
        ("gelezen " * 60, "", False),
        ("", "", False),
        ("gelezen\x00", "", True),
        ("\u202egelezen", "", True),
    ],
)
def test_whole_sentences_count(text: str, author: str, is_said: bool) -> None:
    assert says_read(text, author) is is_said


def test_a_bare_thumb_is_an_answer_and_anything_with_words_is_none() -> None:
    assert all(map(is_answer, ("👍", "👍🏽", "👍👍", "✔️", " ✅ ", "تم", "👍✅")))
    assert not any(map(is_answer, ("", "👎", "👋", "👍 top", "ok", "تم الحل", "❤️", "!" * 400)))
