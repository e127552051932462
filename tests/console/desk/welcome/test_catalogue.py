"""The rules and their words: complete in every language, and every sentence short enough to be read to its end."""

import re
import tomllib
from collections import Counter

import pytest

from console.assets import resource
from console.desk.welcome import catalogue, checked_languages
from console.domain.welcome import LANGUAGES, RULE_CHARACTERS
from console.judge import profile_keys

_BLANK = re.compile(r"\{(\w*)\}")
_PARTS = (".dates.", ".who_is_in.list")  # of a sentence: how to write a moment, what stands between names
MOST_WORDS = 12  # of a sentence (domain/onboarding.md, T1)


def leaves(tree: object, path: str = "") -> dict[str, str]:
    """Every text of a file, by the path of its keys."""
    if isinstance(tree, str):
        return {path: tree}
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return {key: text for name, one in pairs for key, text in leaves(one, f"{path}.{name}").items()}


@pytest.fixture(scope="module")
def texts() -> dict[str, dict[str, str]]:
    """By language, every text of its file."""
    return {
        language: leaves(tomllib.loads(resource("onboarding", f"{language}.toml").read_text(encoding="utf-8")))
        for language in LANGUAGES
    }


def test_the_rules_are_those_of_the_table_and_every_language_says_each_of_them():
    rules = catalogue.rules()
    assert [rule.number for rule in rules] == list(range(1, 43))
    for language in LANGUAGES:
        words = catalogue.words(language)
        assert list(words.rules) == [rule.id for rule in rules], language
        assert set(words.purposes) == set(profile_keys()), language
    assert {key for rule in rules for key in rule.profiles} <= set(profile_keys())
    assert all(0 < rule.weight <= 100 and rule.source for rule in rules)
    assert {rule.is_dont for rule in rules} == {True, False}


def test_every_language_has_the_same_texts_with_the_same_blanks(texts):
    dutch = texts["nl"]
    for language, said in texts.items():
        assert said.keys() == dutch.keys(), language
        for key, text in said.items():
            assert text.strip() == text or key.startswith(_PARTS), (language, key)
            assert text, (language, key)
            assert Counter(_BLANK.findall(text)) == Counter(_BLANK.findall(dutch[key])), (language, key)
            assert text.count("{") == text.count("}") == len(_BLANK.findall(text)), (language, key)


def test_it_is_said_in_words_where_each_rule_comes_from():
    keys = {one.split()[0] for rule in catalogue.rules() for one in rule.source.split(";")}
    named = tomllib.loads(resource("text", "nl.toml").read_text(encoding="utf-8"))["welcome_sources"]
    assert named.keys() == keys


def test_what_stands_under_a_cross_forbids_something(texts):
    donts = [f".rules.{rule.id}" for rule in catalogue.rules() if rule.is_dont]
    donts += [key for key in texts["nl"] if key.startswith(".variants.no_")]
    for key in donts:
        assert re.search(r"\b(geen|niet|niemand)\b", texts["nl"][key]), key  # "Geef die alleen aan de politie" does not


def test_no_rule_is_longer_than_one_that_a_person_may_write(texts):
    of_rules = {
        (language, key): text for language, said in texts.items() for key, text in said.items() if "rules" in key
    }
    assert max(map(len, of_rules.values())) <= RULE_CHARACTERS


def test_of_dutch_no_sentence_has_more_than_twelve_words(texts):
    long = {
        sentence
        for key, text in texts["nl"].items()
        if not key.startswith(_PARTS)
        for sentence in re.split(r"(?<=[.?!:])\s", text)
        if len(sentence.split()) > MOST_WORDS
    }
    assert long == set()


def test_arabic_reads_from_the_right_and_keeps_its_numbers_the_right_way_round(texts):
    assert {language: catalogue.words(language).direction for language in LANGUAGES} == {
        **dict.fromkeys(LANGUAGES, "ltr"),
        "ar": "rtl",
    }
    whole = {key: text for key, text in texts["ar"].items() if not key.startswith(_PARTS)}
    for key, text in whole.items():
        assert text.count("\u2068") == text.count("\u2069"), key
        loose = re.sub("\u2068[^\u2069]*\u2069", "", text)
        assert not re.search(r"\d-\d|\{(?:police|municipality|day|place)\}", loose), (key, text)


def test_a_language_that_is_not_there_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="xx"):
        catalogue.words("xx")


def test_a_language_counts_as_checked_when_somebody_says_who_read_it(console):
    assert checked_languages.unchecked(console) == tuple(one for one in LANGUAGES if one != "nl")
    assert checked_languages.set_checked(console, "tr", " Ayşe  Demir ").welcome
    assert checked_languages.checked_by(console) == dict.fromkeys(LANGUAGES) | {"nl": "", "tr": "Ayşe Demir"}
    checked_languages.set_checked(console, "tr", None)
    assert "tr" in checked_languages.unchecked(console)
