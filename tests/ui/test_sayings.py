"""What a person can say about a judgement, in words and in the values of the label guide."""

import pytest

from console.domain.judgement import (
    Abuse,
    Call112,
    Category,
    Feedback,
    Flag,
    Judgement,
    Label,
    PersonalData,
    Reason,
    Stigma,
)
from ui import sayings


def judged(*flags, **values):
    reasons = tuple(Reason(flag, f"{flag}.test", "Zin.", "Sentence.") for flag in flags)
    return Judgement(Category.SUSPICIOUS, reasons=reasons, **values)


@pytest.mark.parametrize(
    ("judgement", "said"),
    [
        (judged(Flag.STIGMA, stigma=Stigma.SLUR), [(Label.STIGMA, "none", "Dit is niet stigmatiserend")]),
        (judged(Flag.CALL112, call112=Call112.UNCLEAR), [(Label.CALL112, "none", "Hier hoeft 112 niet bij")]),
        (judged(Flag.ABUSE, abuse=Abuse.INSULT), [(Label.ABUSE, "none", "Dit is geen belediging")]),
        (judged(Flag.ABUSE, abuse=Abuse.THREAT), [(Label.ABUSE, "none", "Dit is geen dreigement")]),
        (judged(vigilantism=True), [(Label.VIGILANTISM, "no", "Dit is geen oproep om zelf in te grijpen")]),
        (
            judged(Flag.FEEDBACK, feedback=Feedback.REQUEST),
            [(Label.FEEDBACK, "none", "Dit is geen vraag over een melding")],
        ),
        (
            judged(Flag.PERSONAL_DATA, personal_data=(PersonalData.PHONE, PersonalData.PLATE)),
            [
                (Label.PERSONAL_DATA, "phone", "Dit is geen persoonsgegeven: telefoonnummer"),
                (Label.PERSONAL_DATA, "plate", "Dit is geen persoonsgegeven: kenteken"),
            ],
        ),
        (judged(Flag.OFF_TOPIC, off_topic=True), []),  # that follows from what it is about
        (judged(call112=Call112.UNCLEAR), []),  # nobody raised it
    ],
)
def test_each_thing_that_the_judge_says_can_be_denied(dutch, judgement, said):
    assert [(one.label, one.value, one.text) for one in sayings.denials(judgement)] == said


def test_what_was_said_already_was_not_missed(dutch):
    judgement = judged(Flag.STIGMA, stigma=Stigma.SLUR, personal_data=(PersonalData.PHONE,))
    missed = {one.label: [value for value, _text in one.choices] for one in sayings.misses(judgement)}
    assert Label.STIGMA not in missed
    assert "phone" not in missed[Label.PERSONAL_DATA]
    assert missed[Label.CALL112] == ["not_called"]
    assert missed[Label.VIGILANTISM] == ["yes"]
    assert missed[Label.ABUSE] == ["coarse", "insult", "threat"]
    assert missed[Label.FEEDBACK] == ["ack", "result", "advice", "request"]


def test_kinds_of_personal_data_stand_in_the_order_of_the_guide():
    assert sayings.personal_data({"name", "phone"}) == "phone,name"
    assert sayings.personal_data(set()) == "none"


@pytest.mark.parametrize(
    ("label", "value", "text"),
    [
        (Label.CATEGORY, "liveability", "gaat over: leefbaarheid"),
        (Label.STIGMA, "none", "niet stigmatiserend"),
        (Label.STIGMA, "youth", "stigmatiserend: jongeren als groep"),
        (Label.ABUSE, "threat", "een dreigement"),
        (Label.VIGILANTISM, "no", "geen oproep om zelf in te grijpen"),
        (Label.VIGILANTISM, "yes", "een oproep om zelf in te grijpen"),
        (Label.PERSONAL_DATA, "phone,name", "persoonsgegevens: telefoonnummer, naam"),
        (Label.CALL112, "none", "112 hoeft niet"),
        (Label.CALL112, "called", "112 is gebeld"),
        (Label.CALL112, "unclear", "het gebeurt nu, zonder 112"),
        (Label.FEEDBACK, "none", "geen antwoord of vraag over een melding"),
    ],
)
def test_correction_is_said_in_few_words(dutch, label, value, text):
    assert sayings.taught(label, value) == text
