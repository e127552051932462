"""What is asked for or told once more: nobody is asked on two lines, nobody hears an answer twice."""

from dataclasses import replace

import pytest

from console.desk import triage
from console.desk.feedback import lines
from console.domain.decision import Act, Verb
from console.domain.feedback import LineState, Owing
from console.domain.telling import Audience
from tests.console.desk.conftest import NOW
from tests.console.desk.feedback.conftest import refused
from tests.console.desk.feedback.test_acting import ANSWER, ASK, tell, to_do, waiting


@pytest.fixture
def line(chat, opened, officer):
    """A line that was asked, about what Bram reported."""
    return opened(chat, chat.say("De lantaarn is kapot", author="Bram"), owing=officer)


def test_nobody_hears_an_answer_twice_from_two_windows(console, chat, line):
    triage.decide(console, line.item_id, ANSWER)
    triage.decide(console, line.item_id, Act(Verb.TELL, tellings=(tell(chat, Audience.GROUP),)))
    both = (tell(chat, Audience.REPORTER), tell(chat, Audience.GROUP))
    with refused("changed_meanwhile"):
        triage.decide(console, line.item_id, Act(Verb.TELL, tellings=both))
    assert len(to_do(console)) == 1


def test_who_heard_the_first_answer_hears_the_next_one_too(console, chat, line):
    triage.decide(console, line.item_id, replace(ANSWER, tellings=(tell(chat, Audience.GROUP),)))
    triage.decide(console, line.item_id, ANSWER)  # the same words once more are no other answer
    assert len(lines.untold(lines.line(console, line.id))) == 1
    after = replace(ANSWER, text="Toch niet: hij komt in mei.", tellings=(tell(chat, Audience.REPORTER),))
    triage.decide(console, line.item_id, after)
    now = lines.line(console, line.id)
    assert [audience for _, audience in lines.untold(now)] == [Audience.GROUP]
    assert (now.state, now.answer) == (LineState.ANSWERED, after.text)
    triage.decide(console, line.item_id, Act(Verb.TELL, tellings=(tell(chat, Audience.GROUP),)))
    assert lines.line(console, line.id).state is LineState.TOLD
    for _ in range(2):
        triage.undo(console)
    before = lines.line(console, line.id)
    assert (before.answer, [audience for _, audience in lines.untold(before)]) == (ANSWER.text, [Audience.REPORTER])


def test_all_of_a_group_can_hear_the_next_answer_at_once(console, chat, line):
    triage.decide(console, line.item_id, replace(ANSWER, tellings=(tell(chat, Audience.GROUP),)))
    both = (tell(chat, Audience.GROUP), tell(chat, Audience.REPORTER))
    triage.decide(console, line.item_id, replace(ANSWER, text="Toch niet.", tellings=both))
    assert lines.line(console, line.id).state is LineState.TOLD
    triage.undo(console)
    assert lines.line(console, line.id).groups[0].group_told_at == NOW


def test_asking_about_a_message_of_which_an_answer_is_waited_for_opens_no_second_line(console, chat, opened, officer):
    item_id = chat.flag()
    message_id = triage.week(console)[0].subject_id
    known = opened(chat, message_id, owing=Owing(), state=LineState.TO_ASK)
    triage.decide(console, item_id, ASK)
    (line,) = lines.lines(console)
    assert (line.id, line.state, line.owing, line.asked_at) == (known.id, LineState.ASKED, officer, NOW)
    assert (waiting(console), len(to_do(console))) == ([], 1)
    triage.undo(console)
    assert lines.lines(console) == (known,)
    assert (waiting(console), to_do(console)) == ([known.id], [])


def test_what_another_service_owes_is_another_line(console, chat, opened, officer):
    item_id = chat.flag()
    opened(chat, triage.week(console)[0].subject_id)
    triage.decide(console, item_id, ASK)
    assert [line.owing for line in lines.lines(console)] == [Owing(service="gemeente"), officer]
