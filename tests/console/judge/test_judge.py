"""One message in one group: what the judge says, and what it leaves unsaid."""

import pytest

from console.domain.judgement import Attention, Call112, Flag, Role, Statement, Stigma
from console.judge import JUDGE_VERSION, judge, load_profile, profile_keys
from tests.console.judge.cases import read

CASES = read("messages")


@pytest.mark.parametrize("case", CASES, ids=[f"{case['profile']}-{case['text'][:40]}" for case in CASES])
def test_judgement_of_a_case(case: dict) -> None:
    statement = Statement(case["text"], Role(case["role"]), tuple(case["context"]))

    judgement = judge(statement, load_profile(case["profile"]))

    for field, expected in case["expect"].items():
        if field == "rules":
            assert [reason.rule for reason in judgement.reasons] == expected
        elif field == "personal_data":
            assert list(judgement.personal_data) == expected
        else:
            assert getattr(judgement, field) == expected, field


def test_reasons_stand_in_the_order_of_work() -> None:
    text = "Inbreker in de tuin!! Pak hem en bel haar 06-12345678"

    judgement = judge(Statement(text), load_profile("hic"))

    assert [reason.flag for reason in judgement.reasons] == [Flag.CALL112, Flag.VIGILANTISM, Flag.PERSONAL_DATA]
    assert judgement.attention is Attention.NOW


def test_a_reason_marks_the_words_that_decided() -> None:
    text = "Er is NU een Inbréker bij de buren!"

    (reason,) = judge(Statement(text), load_profile("hic")).reasons

    assert [text[slice(*span)] for span in reason.spans] == ["NU", "Inbréker"]
    assert reason.sentence("nl") == "Dit gebeurt nu en er staat niet bij dat 112 is gebeld."
    assert reason.sentence("en").startswith("This is happening now")


def test_an_off_topic_reason_says_where_it_does_belong() -> None:
    text = "Overal hondenpoep op het grasveld en vuilnis naast de container"

    (reason,) = judge(Statement(text), load_profile("hic")).reasons

    assert reason.flag is Flag.OFF_TOPIC
    assert "gemeente" in reason.nl
    assert "municipality" in reason.en
    assert reason.spans


def test_a_question_in_between_does_not_count_as_a_call() -> None:
    statement = Statement("Hij rent nu weg richting het spoor", context=("Inbreker!", "112 gebeld?? wie belt 112?"))

    judgement = judge(statement, load_profile("hic"))

    assert judgement.call112 is Call112.UNCLEAR
    assert judgement.attention is Attention.NOW


@pytest.mark.parametrize("group", ["Marokkaanse", "Poolse", "Nederlandse", "oude", "jonge"])
def test_the_same_conduct_is_judged_the_same_for_every_group(group: str) -> None:
    profile = load_profile("hic")
    plain = judge(Statement("Twee mannen voelen nu aan de deuren, 112 gebeld"), profile)

    named = judge(Statement(f"Twee {group} mannen voelen nu aan de deuren, 112 gebeld"), profile)

    assert (named.category, named.attention, named.stigma) == (plain.category, plain.attention, Stigma.NONE)


def test_the_version_names_the_rules() -> None:
    assert JUDGE_VERSION.startswith("rules-")
    assert len(profile_keys()) == 6
