"""What a group makes of what was found: all of it from the profile, nothing from the kind of group."""

from dataclasses import replace

import pytest

from console.domain.judgement import (
    Abuse,
    Attention,
    Call112,
    Category,
    Feedback,
    Flag,
    PersonalData,
    Reason,
    Span,
    Stigma,
)
from console.judge import load_profile, policy, profile_keys
from console.judge.guide import Answer
from console.judge.personal_data import Owner, PersonalItem
from console.judge.reasons import explain
from console.texts import say

NONE, LATER, TODAY, NOW = Attention.NONE, Attention.LATER, Attention.TODAY, Attention.NOW
SPANS = (Span(0, 4),)
BROAD = load_profile("broad")


@pytest.mark.parametrize("key", profile_keys())
def test_what_does_not_belong_is_told_where_it_does(key: str) -> None:
    profile = load_profile(key)
    for category, to in profile.redirects.items():
        reason, attention = policy.weigh_off_topic(category, SPANS, profile)
        assert (reason.flag, reason.rule) == (Flag.OFF_TOPIC, f"off_topic.{key}.{category}")
        for language in ("nl", "en"):
            assert say(f"reasons.category.{category}", language) in reason.sentence(language)
            assert reason.sentence(language).endswith(say(f"redirects.{to}", language))
        assert attention is (NONE if category in {Category.REPLY, Category.SOCIAL} else LATER)


def test_without_a_better_place_only_the_subject_is_told() -> None:
    reason, _ = policy.weigh_off_topic(Category.TRADE, SPANS, replace(BROAD, redirects={}))
    assert reason.sentence("nl") == "Dit gaat over kopen, verkopen of een aanbeveling. Dat hoort niet in deze groep."


@pytest.mark.parametrize(
    ("weighed", "rule", "attention"),
    [
        (policy.weigh_call112(Call112.UNCLEAR, SPANS, BROAD), "call112.missing", NOW),
        (policy.weigh_call112(Call112.NOT_CALLED, SPANS, BROAD), "call112.asked", NOW),
        (policy.weigh_vigilantism(SPANS, BROAD), "vigilantism.own_action", NOW),
        (policy.weigh_abuse(Abuse.COARSE, SPANS, BROAD), "abuse.coarse", TODAY),
        (policy.weigh_abuse(Abuse.INSULT, SPANS, BROAD), "abuse.insult", TODAY),
        (policy.weigh_abuse(Abuse.THREAT, SPANS, BROAD), "abuse.threat", NOW),
        (policy.weigh_stigma(Stigma.YOUTH, Answer.NO_TRAIT, SPANS, BROAD), "stigma.youth.no_trait", TODAY),
        (policy.weigh_feedback(Feedback.REQUEST, SPANS, BROAD), "feedback.request", LATER),
        (policy.weigh_feedback(Feedback.ACK, SPANS, BROAD), "feedback.ack", NONE),
        (policy.weigh_feedback(Feedback.RESULT, SPANS, BROAD), "feedback.result", NONE),
        (policy.weigh_feedback(Feedback.ADVICE, SPANS, BROAD), "feedback.advice", NONE),
        (policy.weigh_language(BROAD), "language.not_dutch", NONE),
    ],
)
def test_what_is_found_asks_for_the_attention_of_its_flag(
    weighed: policy.Weighed, rule: str, attention: Attention
) -> None:
    reason, asked_for = weighed
    assert (reason.rule, asked_for) == (rule, attention)
    assert reason.nl
    assert reason.en
    assert reason.spans == (() if reason.flag is Flag.LANGUAGE else SPANS)


def item(kind: PersonalData, owner: Owner, start: int) -> PersonalItem:
    return PersonalItem(kind, owner, Span(start, start + 1))


def test_personal_data_is_one_reason_a_type_and_owner() -> None:
    found = (
        item(PersonalData.PHONE, Owner.OTHER, 0),
        item(PersonalData.PHONE, Owner.OWN, 2),
        item(PersonalData.PHONE, Owner.OTHER, 4),
        item(PersonalData.ADDRESS, Owner.PLACE, 6),
    )
    weighed = policy.weigh_personal_data(found, BROAD)

    assert [(reason.rule, len(reason.spans), attention) for reason, attention in weighed] == [
        ("personal_data.phone", 2, TODAY),
        ("personal_data.phone.own", 1, NONE),
        ("personal_data.address.place", 1, NONE),
    ]


def test_personal_data_that_no_word_shows_is_told_without_words() -> None:
    nowhere = PersonalItem(PersonalData.NAME, Owner.OTHER, Span(0, 0))
    ((reason, attention),) = policy.weigh_personal_data((nowhere,), BROAD)
    assert (reason.rule, reason.spans, attention) == ("personal_data.name", (), TODAY)


@pytest.mark.parametrize(
    "rule",
    [
        "call112.asked",
        "vigilantism.own_action",
        "personal_data.plate",
        "stigma.slur.slur",
        "abuse.insult",
        "feedback.request",
        "off_topic.broad.trade",
    ],
)
def test_a_group_that_asks_for_no_attention_gets_none(rule: str) -> None:
    flag = Flag(rule.split(".", maxsplit=1)[0])
    reason = Reason(flag, rule, "", "")
    assert policy.attention_of(reason, BROAD) is not NONE
    calm = replace(BROAD, attention=BROAD.attention | {flag: NONE})
    assert policy.attention_of(reason, calm) is NONE


def test_reasons_stand_by_attention_and_then_in_the_order_of_work() -> None:
    weighed = [
        (explain(Flag.FEEDBACK, "feedback.request"), LATER),
        (explain(Flag.ABUSE, "abuse.coarse"), TODAY),
        (explain(Flag.PERSONAL_DATA, "personal_data.phone"), TODAY),
        (explain(Flag.ABUSE, "abuse.threat"), NOW),
        (explain(Flag.CALL112, "call112.missing"), NOW),
        (explain(Flag.PERSONAL_DATA, "personal_data.phone.own"), NONE),
    ]
    reasons, attention = policy.conclude(weighed)

    assert [reason.rule for reason in reasons] == [
        *("call112.missing", "abuse.threat", "personal_data.phone", "abuse.coarse", "feedback.request"),
        "personal_data.phone.own",
    ]
    assert attention is NOW
    assert policy.conclude([]) == ((), NONE)
