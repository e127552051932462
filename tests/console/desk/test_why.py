"""Waarom?: the steps behind a judgement."""

import pytest

from console.desk.corrections import correct
from console.desk.judging import judge_pending
from console.desk.why import why
from console.domain.judgement import Category, Flag, Judgement, Label
from console.errors import ExpectedError
from console.store.queries.judgements import judgement_for

FINE, IBAN = "Wat een mooie avond was het gisteren", "Kees betaalt altijd met NL91ABNA0417164300"


def test_every_reason_is_a_step_after_what_the_message_is_about(console, chat):
    message = chat.say(IBAN, needs_judging=True)
    judge_pending(console)
    reasoning = why(console, message)
    with console.store.reading() as connection:
        assert reasoning.judgement == judgement_for(connection, message)
    about, *steps = reasoning.steps
    assert about.flag is None
    assert about.nl.startswith("Dit gaat over ")
    (reason,) = reasoning.judgement.reasons
    assert [(step.flag, step.sentence("nl"), step.spans) for step in steps] == [
        (Flag.PERSONAL_DATA, reason.nl, reason.spans)
    ]


def test_a_message_without_reasons_says_so(console, chat):
    message = chat.say(FINE, needs_judging=True)
    judge_pending(console)
    assert why(console, message).steps[-1].en == "Nothing here asks for your attention."


def test_a_lesson_from_a_message_like_it_is_a_step_but_not_what_was_said_of_itself(console, chat):
    corrected, alike = (chat.say(text, judgement=Judgement(Category.SOCIAL)) for text in (FINE, f"{FINE} zeg"))
    correct(console, corrected, {Label.STIGMA: "youth"})
    told = [step.nl for step in why(console, alike).steps if step.flag is Flag.STIGMA]
    assert told == [f"Het lijkt op een bericht dat een beheerder op 15-11-2026 verbeterde: “{FINE}”"]
    told = [step.nl for step in why(console, corrected).steps if step.flag is Flag.STIGMA]
    assert told == ["Een beheerder zei dat dit stigmatiserend is."]


def test_what_was_not_judged_or_is_gone_has_no_reasons(console, chat):
    for message, key in ((chat.say(FINE), "not_judged"), (404, "message_gone")):
        with pytest.raises(ExpectedError) as refused:
            why(console, message)
        assert refused.value.key == key
