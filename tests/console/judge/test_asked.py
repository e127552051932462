"""A person's word above what the judge found, and the rest as it follows from it."""

from datetime import UTC, datetime

import pytest

from console.domain.judgement import (
    Abuse,
    Attention,
    Call112,
    Category,
    Correction,
    Feedback,
    Flag,
    Judgement,
    Label,
    PersonalData,
    Role,
    Span,
    Statement,
    Stigma,
)
from console.judge import judge_all, load_profile, why
from console.judge.asked import Asked, as_written, settle, value_of
from console.judge.lessons import Lessons
from console.judge.reasons import explain

PHONE = explain(Flag.PERSONAL_DATA, "personal_data.phone", (Span(0, 5),))
PLATE = explain(Flag.PERSONAL_DATA, "personal_data.plate", (Span(6, 9),))
OWN = explain(Flag.PERSONAL_DATA, "personal_data.email.own", (Span(1, 2),))
THREAT = explain(Flag.ABUSE, "abuse.threat", (Span(2, 4),))
NO_CALL = explain(Flag.CALL112, "call112.missing", (Span(0, 3),))
FOUND = Judgement(
    Category.SOCIAL,
    personal_data=(PersonalData.PHONE, PersonalData.EMAIL, PersonalData.PLATE),
    abuse=Abuse.THREAT,
    attention=Attention.NOW,
    reasons=(THREAT, PHONE, PLATE, OWN),
)


def asked(text: str = "Hallo allemaal", profile: str = "broad", role: Role = Role.MEMBER, lessons=(), **said) -> Asked:
    labels = {Label(label): value for label, value in said.items()}
    return Asked(Statement(text, role), load_profile(profile), Lessons(tuple(lessons)), labels)


def flags(judgement: Judgement) -> list[Flag]:
    return [reason.flag for reason in judgement.reasons]


def test_without_a_word_of_anybody_the_judgement_stands():
    assert settle(FOUND, asked()) is FOUND


def test_what_is_denied_goes_with_its_reason_and_its_attention():
    settled = settle(FOUND, asked(abuse="none"))
    assert settled.abuse is Abuse.NONE
    assert settled.reasons == (PHONE, PLATE, OWN)
    assert settled.attention is Attention.TODAY
    calm = settle(FOUND, asked(abuse="none", personal_data="email"))
    assert (calm.reasons, calm.attention) == ((OWN,), Attention.NONE)


def test_what_is_confirmed_keeps_its_own_reason():
    assert settle(FOUND, asked(abuse="threat", personal_data="phone,email,plate")) == FOUND


def test_types_of_personal_data_are_kept_dropped_and_added():
    settled = settle(FOUND, asked(personal_data="plate,minor"))
    assert settled.personal_data == (PersonalData.PLATE, PersonalData.MINOR)
    assert [reason.rule for reason in settled.reasons] == ["abuse.threat", "personal_data.plate", "personal_data.said"]


@pytest.mark.parametrize(
    ("said", "flag", "attention", "field", "value"),
    [
        ({"stigma": "slur"}, Flag.STIGMA, Attention.TODAY, "stigma", Stigma.SLUR),
        ({"abuse": "insult"}, Flag.ABUSE, Attention.TODAY, "abuse", Abuse.INSULT),
        ({"abuse": "threat"}, Flag.ABUSE, Attention.NOW, "abuse", Abuse.THREAT),
        ({"vigilantism": "yes"}, Flag.VIGILANTISM, Attention.NOW, "vigilantism", True),
        ({"personal_data": "photo"}, Flag.PERSONAL_DATA, Attention.TODAY, "personal_data", (PersonalData.PHOTO,)),
        ({"feedback": "request"}, Flag.FEEDBACK, Attention.LATER, "feedback", Feedback.REQUEST),
        ({"feedback": "advice"}, Flag.FEEDBACK, Attention.NONE, "feedback", Feedback.ADVICE),
    ],
)
def test_what_was_missed_is_raised_as_the_profile_says(said, flag, attention, field, value):
    settled = settle(Judgement(Category.SOCIAL), asked(**said))
    assert getattr(settled, field) == value
    assert flags(settled) == [flag]
    assert settled.attention is attention
    assert settled.reasons[0].nl.startswith("Een beheerder zei dat ")


def test_another_kind_of_stigma_has_another_reason():
    found = Judgement(Category.SOCIAL, stigma=Stigma.SLUR, reasons=(explain(Flag.STIGMA, "stigma.said"),))
    assert settle(found, asked(stigma="youth")).stigma is Stigma.YOUTH
    assert len(settle(found, asked(stigma="youth")).reasons) == 1


# --- what follows from the category ----------------------------------------------------------------------------------


def test_off_topic_follows_from_the_category_and_asks_for_no_attention():
    away = settle(Judgement(Category.SUSPICIOUS), asked(profile="wabp_alarm", category="trade"))
    assert (away.off_topic, flags(away), away.attention) == (True, [Flag.OFF_TOPIC], Attention.NONE)
    back = settle(away, asked(profile="wabp_alarm", category="suspicious"))
    assert (back.off_topic, back.reasons) == (False, ())
    of_admin = settle(Judgement(Category.SUSPICIOUS), asked(profile="wabp_alarm", role=Role.ADMIN, category="trade"))
    assert not of_admin.off_topic


def test_nothing_but_urgent_needs_112():
    found = Judgement(
        Category.URGENT, call112=Call112.UNCLEAR, attention=Attention.NOW, reasons=(NO_CALL,), primary=False
    )
    for said in ({"category": "suspicious"}, {"category": "suspicious", "call112": "unclear"}):
        settled = settle(found, asked(profile="wabp_alarm", **said))
        assert (settled.call112, settled.reasons, settled.attention) == (None, (), Attention.NONE)
    needless = settle(found, asked(profile="wabp_alarm", call112="none"))
    assert (needless.category, needless.call112, needless.reasons) == (Category.URGENT, None, ())


@pytest.mark.parametrize(
    ("text", "call112", "is_flagged"),
    [
        ("Er klimt iemand over de schutting van de buren", Call112.UNCLEAR, True),
        ("Er klimt iemand over de schutting, 112 gebeld", Call112.CALLED, False),
        ("Er klimt iemand over de schutting, wie hem ziet: 112", Call112.UNCLEAR, False),
    ],
)
def test_urgent_asks_after_112_by_what_the_text_says(text, call112, is_flagged):
    settled = settle(Judgement(Category.SUSPICIOUS), asked(text, "wabp_alarm", category="urgent"))
    assert settled.call112 is call112
    assert (Flag.CALL112 in flags(settled)) is is_flagged


def test_a_missed_call_makes_the_message_urgent():
    settled = settle(Judgement(Category.SOCIAL), asked(profile="wabp_alarm", call112="not_called"))
    assert (settled.category, settled.call112, settled.off_topic) == (Category.URGENT, Call112.NOT_CALLED, False)
    assert (flags(settled), settled.attention) == ([Flag.CALL112], Attention.NOW)


def test_who_says_that_nobody_called_is_heard_also_where_the_judge_found_so_and_kept_silent():
    found = Judgement(Category.URGENT, call112=Call112.UNCLEAR)
    settled = settle(found, asked(profile="wabp_alarm", call112="unclear"))
    assert [reason.rule for reason in settled.reasons] == ["call112.said"]
    assert settled.attention is Attention.NOW
    raised = Judgement(Category.URGENT, call112=Call112.UNCLEAR, reasons=(NO_CALL,))
    assert settle(raised, asked(profile="wabp_alarm", call112="unclear")).reasons == (NO_CALL,)


# --- lessons, spelling and reasoning ---------------------------------------------------------------------------------


def test_what_was_said_of_an_equal_text_counts_unless_this_message_has_a_word_of_its_own():
    taught = [Correction("Hallo allemaal!", Label.STIGMA, "youth", datetime(2026, 11, 1, tzinfo=UTC))]
    (settled,) = judge_all([asked("hallo, allemaal!", lessons=taught)])
    assert settled.stigma is Stigma.YOUTH
    (settled,) = judge_all([asked("hallo, allemaal!", lessons=taught, stigma="none")])
    assert settled.stigma is Stigma.NONE


def test_many_are_judged_in_the_order_in_which_they_were_asked():
    judged = judge_all([asked(category=category.value) for category in Category])
    assert [judgement.category for judgement in judged] == list(Category)


@pytest.mark.parametrize("label", [label for label in Label if label is not Label.OFF_TOPIC])
def test_every_value_is_read_back_as_it_was_written(label):
    written = {
        Label.PERSONAL_DATA: ["none", *PersonalData, "phone,name"],
        Label.VIGILANTISM: ["yes", "no"],
        Label.CALL112: ["none", *Call112],
        Label.CATEGORY: list(Category),
        Label.STIGMA: list(Stigma),
        Label.ABUSE: list(Abuse),
        Label.FEEDBACK: list(Feedback),
    }[label]
    for value in written:
        said = {label.value: value} | ({"category": "urgent"} if label is Label.CALL112 else {})
        assert as_written(label, value) == value
        assert value_of(settle(FOUND, asked(**said)), label) == value


def test_personal_data_has_one_spelling():
    assert as_written(Label.PERSONAL_DATA, " minor , phone,phone") == "phone,minor"


@pytest.mark.parametrize("label", Label)
@pytest.mark.parametrize("value", ["", "Ja", "phone,", "none,phone"])
def test_a_value_that_the_guide_does_not_know_is_refused(label, value):
    with pytest.raises(ValueError, match="not a value"):
        as_written(label, value)


def test_the_reasoning_begins_with_the_subject_and_follows_the_flags():
    reasoning = why(asked("Bel Kees op 06-12345678, hij rijdt in 12-ABC-3", stigma="slur", vigilantism="yes"))
    said = [step.flag for step in reasoning.steps]
    assert said[0] is None
    assert [flag for flag in Flag if flag in said] == [flag for flag in dict.fromkeys(said) if flag is not None]
    assert {Flag.STIGMA, Flag.VIGILANTISM, Flag.PERSONAL_DATA} <= set(said)
    assert all(step.sentence("nl") and step.sentence("en") for step in reasoning.steps)
