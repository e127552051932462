"""The shipped drafts: for everything, in two tones and languages, plain, and about nobody else."""

import re
import tomllib
from datetime import date

import pytest

from console.assets import resource
from console.desk import draft_texts
from console.desk.blanks import open_blanks
from console.domain.draft import Place, Tone
from console.domain.join_request import RefusalReason
from console.domain.joining import ASKABLE
from console.domain.judgement import Abuse, Category, Flag, Judgement, PersonalData, Reason, Stigma
from console.judge import profile_keys
from console.judge.guide import Answer

LONGEST_SENTENCE = 12  # words (domain/onboarding.md, B1 rules)


def tree(name: str) -> dict:
    return tomllib.loads(resource("drafts", f"{name}.toml").read_text(encoding="utf-8"))


def texts(language: str) -> list[tuple[str, str]]:
    drafts = [
        (f"{key}.{place}.{tone}", text)
        for key, places in tree(language)["drafts"].items()
        for place, tones in places.items()
        for tone, text in tones.items()
    ]
    small = [(f"{name}.{key}", text) for name in ("rules", "questions") for key, text in tree(language)[name].items()]
    return drafts + small


def rules() -> list[str]:
    """Every rule that a message can be flagged by."""
    return [
        "call112.missing",
        "call112.said",
        "vigilantism.own_action",
        *(f"abuse.{kind}" for kind in Abuse if kind is not Abuse.NONE),
        *(f"abuse.said.{kind}" for kind in Abuse if kind is not Abuse.NONE),
        *(f"personal_data.{kind}" for kind in PersonalData),
        "personal_data.said",
        *(f"stigma.{kind}.{answer}" for kind in Stigma if kind is not Stigma.NONE for answer in Answer),
        *(f"off_topic.hic.{category}" for category in Category),
        "feedback.request",
        "language.not_dutch",
    ]


@pytest.mark.parametrize("language", draft_texts.LANGUAGES)
def test_sentences_are_short(language: str) -> None:
    sentences = ((name, one) for name, text in texts(language) for one in re.split(r"(?<=[.!?])\s+", text))

    assert [(name, one) for name, one in sentences if len(one.split()) > LONGEST_SENTENCE] == []


def test_both_languages_have_the_same_drafts_in_both_tones() -> None:
    shapes = [
        {
            key: {place: sorted(tones) for place, tones in places.items()}
            for key, places in tree(language)["drafts"].items()
        }
        for language in draft_texts.LANGUAGES
    ]

    assert shapes[0] == shapes[1]
    assert {tuple(tones) for places in shapes[0].values() for tones in places.values()} == {("kind", "plain")}


@pytest.mark.parametrize("table", ["blanks", "purposes", "neighbours", "rules", "where", "rewrite", "questions"])
def test_both_languages_have_the_same_words(table: str) -> None:
    assert tree("nl")[table].keys() == tree("en")[table].keys()


@pytest.mark.parametrize("table", ["purposes", "neighbours"])
def test_every_kind_of_group_has_its_words(table: str) -> None:
    assert set(tree("nl")[table]) == set(profile_keys())


@pytest.mark.parametrize("language", draft_texts.LANGUAGES)
def test_two_tones_say_different_things(language: str) -> None:
    same = [
        key
        for key, places in tree(language)["drafts"].items()
        for tones in places.values()
        if len({*tones.values()}) < 2
    ]

    assert same == []


@pytest.mark.parametrize("language", draft_texts.LANGUAGES)
def test_a_draft_asks_a_person_for_little(language: str) -> None:
    """Two keys for a usual answer: what a person must fill in stands in the general draft and the removal only."""
    known = {f"[{name}]" for name in tree(language)["blanks"].values()}
    asking = {
        name.split(".")[0]
        for name, text in texts(language)
        for span in open_blanks(text)
        if text[slice(*span)] not in known
    }

    assert asking == {"general", "remove"}


@pytest.mark.parametrize("rule", rules())
@pytest.mark.parametrize("place", [Place.PRIVATE, Place.GROUP])
def test_every_rule_has_a_draft_of_its_own(rule: str, place: Place) -> None:
    flag = Flag.ABUSE if rule.startswith("abuse") else Flag(rule.split(".", maxsplit=1)[0])
    reason = Reason(flag, rule, "", "")
    key = draft_texts.key_for(Judgement(Category.SUSPICIOUS, reasons=(reason,)), reason, is_over=False)

    assert draft_texts.shipped([key], place, Tone.PLAIN, "nl").key == key != draft_texts.GENERAL


def test_behaviour_comes_first_where_somebody_is_suspected() -> None:
    text = draft_texts.shipped(["behaviour"], Place.PRIVATE, Tone.PLAIN, "nl").text

    assert text.index("Wat deed die persoon precies?") < text.index("achtergrond")


@pytest.mark.parametrize(
    ("kind", "key"),
    [(Stigma.ORIGIN_AS_SUSPICION, "behaviour"), (Stigma.SLUR, "contempt"), (Stigma.EXCLUSION, "contempt")],
)
def test_what_a_person_called_stigma_goes_by_its_kind(kind: Stigma, key: str) -> None:
    reason = Reason(Flag.STIGMA, "stigma.said", "", "")

    assert draft_texts.key_for(Judgement(Category.SOCIAL, stigma=kind), reason, is_over=False) == key


def test_days_are_told_in_words() -> None:
    assert draft_texts.told_day(date(2026, 11, 14), "nl") == "zaterdag 14 november"
    assert draft_texts.told_day(date(2026, 3, 2), "en") == "Monday 2 March"


def test_what_a_group_may_ask_has_a_question_and_every_refusal_a_text() -> None:
    assert set(tree("nl")["questions"]) == {kind.value for kind in ASKABLE}
    refusals = {f"request_refuse_{reason}" for reason in RefusalReason if reason is not RefusalReason.OTHER}
    assert refusals <= set(tree("nl")["drafts"])


def test_steps_with_a_text_of_their_own_are_steps_of_the_ladder() -> None:
    ladder = tomllib.loads(resource("ladder.toml").read_text(encoding="utf-8"))

    assert set(tree("choice")["rung"]) <= set(ladder["rung"])
