"""Cues match words, not letters; wildcards and gaps do what the lexicon says."""

import pytest

from console.judge.cues import Cues
from console.judge.lexicon import cues, topic_weights


def found(cue: str, text: str) -> list[str]:
    reading = Cues({"list": [cue]}).read(text)
    return [reading.folded.as_written(hit.start, hit.end) for hit in reading.found("list")]


@pytest.mark.parametrize(
    ("cue", "text", "expected"),
    [
        ("mes", "Een mes, nog een MES!", ["mes", "MES"]),
        ("mes", "kermes en messen", []),
        ("*container", "De vuilcontainer en containers", ["vuilcontainer"]),
        ("inbre*", "inbreker of inbraak", ["inbreker"]),
        ("*fiets*", "fietsendief op een bakfiets", ["fietsendief", "bakfiets"]),
        ("112 gebeld", "ik heb 112 al gebeld, 112 gebeld", ["112 gebeld"]),
        ("heb ... gebeld", "ik heb net de politie gebeld", ["heb net de politie gebeld"]),
        ("heb ... gebeld", "heb een twee drie vier gebeld", []),
        ("deel zijn kop*", "deel zijn koppie overal", ["deel zijn koppie"]),
        ("bel ze af", "bel ze", []),
        ("< foto", "<foto> kijk", ["<foto"]),
        ("❤", "lief ❤️ hoor", ["❤"]),
        ("wéér", "weer en wéér", ["weer", "wéér"]),
    ],
)
def test_a_cue_is_found_where_it_should(cue: str, text: str, expected: list[str]) -> None:
    assert found(cue, text) == expected


def test_cues_of_several_lists_are_told_apart() -> None:
    reading = Cues({"now": ["nu"], "past": ["gisteren", "nu en dan"]}).read("nu en dan, gisteren")

    assert reading.has("now")
    assert [hit.cue for hit in reading.found("past")] == ["nu en dan", "gisteren"]
    assert not reading.has("other")


def test_is_before_looks_back_no_further_than_its_reach() -> None:
    reading = Cues({"cue": ["kenteken"]}).read("kenteken    AB")

    assert reading.is_before("cue", 12, 4)
    assert not reading.is_before("cue", 12, 3)
    assert not reading.is_before("cue", 5, 40)


@pytest.mark.parametrize("cue", ["", "   ", "...", "*", "... gebeld", "bel * nu"])
def test_a_cue_that_would_match_anything_is_refused(cue: str) -> None:
    with pytest.raises(ValueError, match="not a cue"):
        Cues({"list": [cue]})


def test_the_lexicon_compiles_and_names_no_cue_twice_in_a_category() -> None:
    assert cues().read("inbreker").has("topic.urgent")
    for category, words in topic_weights().cues.items():
        assert len(words) > 100, category
        assert all(step > 0 for step in words.values())
