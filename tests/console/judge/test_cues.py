"""Cues match words, not letters; wildcards and gaps do what the lexicon says."""

import tomllib
from collections import Counter

import pytest

from console.assets import resource
from console.judge.cues import Cues
from console.judge.lexicon import cues


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


@pytest.mark.parametrize("name", ["signals", "topics", "stigma"])
def test_no_list_of_the_lexicon_names_a_cue_twice(name: str) -> None:
    tree = tomllib.loads(resource("lexicon", f"{name}.toml").read_text(encoding="utf-8"))

    lists = {key: words for section in tree.values() for key, words in section.items() if isinstance(words, list)}
    twice = {key: [word for word, times in Counter(words).items() if times > 1] for key, words in lists.items()}
    assert {key: words for key, words in twice.items() if words} == {}


def test_the_lexicon_of_the_judge_compiles() -> None:
    reading = cues().read("Een inbreker voelt nu aan de deur, die kutpolen weer")

    assert all(map(reading.has, ("topic.urgent", "time.now", "act.break_in", "slur.origin")))
