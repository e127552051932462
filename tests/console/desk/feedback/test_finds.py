"""What a person says of a find: it is so, or it is not; both can be taken back, also after a restart."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from console.desk import logbook, professionals, triage
from console.desk.feedback import finds, lines
from console.desk.feedback.recognising import look_at
from console.domain.decision import ItemKind
from console.domain.feedback import Channel, FindKind, LineKind, LineSource, LineState
from console.domain.judgement import Category, Feedback, Judgement
from console.domain.professional import Presence
from console.domain.report import Result
from console.store.tables import messages
from tests.console.desk.conftest import NOW
from tests.console.desk.feedback.conftest import refused

RESULT = Judgement(Category.REPLY, feedback=Feedback.RESULT)
ASKS = Judgement(Category.REPLY, feedback=Feedback.REQUEST)
ANSWER = "De lantaarn aan de Kadelaan brandt weer, hij is gemaakt."


@pytest.fixture
def found(console, chat):
    """Say something, look at it, and return the only find."""

    def found(text, **values):
        message_id = chat.say(text, **values)
        with console.store.writing() as connection:
            look_at(connection, console, [message_id])
        return next(find for find in finds.open_finds(console) if find.message_id == message_id)

    return found


@pytest.fixture
def lamp(chat, opened):
    """A line about a lamp that was asked yesterday."""
    message_id = chat.say("De lantaarnpaal aan de Kadelaan is kapot", author="Bram")
    return opened(chat, message_id, what="Lantaarn Kadelaan kapot", asked_at=NOW - timedelta(days=1))


@pytest.fixture
def answer(chat, lamp, found):
    """A message that seems to answer it."""
    chat.member("Wijkagent Peter", role="professional")
    return found(ANSWER, author="Wijkagent Peter", judgement=RESULT, at=NOW - timedelta(hours=1))


def waiting(console):
    return [item.subject_id for item in triage.week(console) if item.kind is ItemKind.FEEDBACK]


def test_an_answer_that_is_right_answers_the_line(console, lamp, answer):
    accepted = finds.accept(console, answer.id)
    assert (accepted.line_id, accepted.changes.feedback) == (lamp.id, True)
    now = lines.line(console, lamp.id)
    assert (now.state, now.answer, now.result, now.channel) == (
        LineState.ANSWERED,
        ANSWER,
        Result.SOLVED,
        Channel.GROUP,
    )
    assert (now.answer_message_id, now.answered_at) == (answer.message_id, answer.at)
    assert finds.open_finds(console) == ()


def test_it_is_taken_back_with_one_key_also_after_a_restart(console, lamp, answer, restarted):
    finds.accept(console, answer.id)
    console = restarted()
    triage.undo(console)
    assert lines.line(console, lamp.id).state is LineState.ASKED
    assert [find.id for find in finds.open_finds(console)] == [answer.id]
    triage.redo(console)
    assert lines.line(console, lamp.id).state is LineState.ANSWERED
    assert finds.open_finds(console) == ()


def test_a_person_may_say_it_in_other_words_and_about_another_line(console, chat, opened, lamp, answer):
    other = opened(chat, what="Paal voor nummer 12")
    finds.accept(console, answer.id, other.id, text="De paal is gemaakt.", result=Result.NOTHING_FOUND)
    now = lines.line(console, other.id)
    assert (now.answer, now.result) == ("De paal is gemaakt.", Result.NOTHING_FOUND)
    assert lines.line(console, lamp.id).state is LineState.ASKED


def test_an_answer_that_was_taken_back_in_the_chat_is_none(console, lamp, answer):
    with console.store.writing() as connection:
        connection.execute(update(messages).where(messages.c.id == answer.message_id).values(deleted_at=NOW))
    assert finds.open_finds(console, line_id=lamp.id) == ()
    now = lines.line(console, lamp.id)
    assert (now.finds, "lijkt" in now.why) == (0, False)
    with refused("find_gone"):
        finds.accept(console, answer.id)


def test_what_is_not_so_lets_the_line_wait_on(console, lamp, answer):
    assert waiting(console) == [lamp.id]
    changes = finds.decline(console, answer.id)
    assert changes.feedback
    assert (waiting(console), finds.open_finds(console)) == ([], ())
    triage.undo(console)
    assert (waiting(console), len(finds.open_finds(console))) == ([lamp.id], 1)


def test_a_line_with_another_find_stays_in_sight(console, lamp, answer, found):
    asks = found("Al iets gehoord over de lantaarn Kadelaan?", author="Joke", judgement=ASKS)
    finds.decline(console, answer.id)
    assert waiting(console) == [lamp.id]
    finds.decline(console, asks.id)
    assert waiting(console) == []


def test_a_question_without_a_line_opens_one_about_its_report(console, chat, report):
    first = chat.say("Grofvuil naast de container", author="Bram", judgement=Judgement(Category.LIVEABILITY))
    asks_id = chat.say("Is daar al iets mee gedaan?", author="Joke", judgement=ASKS)
    report(chat, first, asks_id)
    with console.store.writing() as connection:
        look_at(connection, console, [asks_id])
    (find,) = finds.open_finds(console, group_id=chat.group_id)
    accepted = finds.accept(console, find.id)
    line = lines.line(console, accepted.line_id)
    assert (line.what, line.kind, line.state, line.source) == (
        "Grofvuil naast de container",
        LineKind.LIVEABILITY,
        LineState.TO_ASK,
        LineSource.HAND,
    )
    assert (line.groups[0].reporter, waiting(console)) == ("Bram", [line.id])
    triage.undo(console)
    assert lines.lines(console) == ()
    assert [one.line_id for one in finds.open_finds(console)] == [None]


def test_a_question_of_which_a_line_was_opened_since_opens_no_second_one(console, chat, report, opened):
    first = chat.say("Grofvuil naast de container", author="Bram", judgement=Judgement(Category.LIVEABILITY))
    asks_id = chat.say("Is daar al iets mee gedaan?", author="Joke", judgement=ASKS)
    report(chat, first, asks_id)
    with console.store.writing() as connection:
        look_at(connection, console, [asks_id])
    line = opened(chat, first)
    (find,) = finds.open_finds(console)
    assert finds.accept(console, find.id).line_id == line.id
    assert [one.id for one in lines.lines(console)] == [line.id]
    triage.undo(console)
    assert [one.line_id for one in finds.open_finds(console)] == [None]


def test_a_question_may_be_said_to_be_about_a_line(console, lamp, found):
    asks = found("Doet de gemeente nog iets met onze klacht over het lawaai?", author="Joke", judgement=ASKS)
    assert asks.line_id is None
    assert finds.accept(console, asks.id, lamp.id).line_id == lamp.id
    assert waiting(console) == [lamp.id]


def test_who_takes_it_up_or_was_promised_owes_the_answer(console, chat, officer, found, report):
    chat.member("Anja", role="admin")
    promised = found("Ik vraag het aan de wijkagent.", author="Anja")
    line = lines.line(console, finds.accept(console, promised.id).line_id)
    assert (line.owing, line.state) == (officer, LineState.TO_ASK)
    chat.member("Peter Smit", role="professional")
    first = chat.say("Er wordt gedeald bij de boxen", judgement=Judgement(Category.SUSPICIOUS))
    said = chat.say("Ik zoek het uit en kom erop terug.", author="Peter Smit")
    report(chat, first, said)
    with console.store.writing() as connection:
        look_at(connection, console, [said])
    (takes,) = finds.open_finds(console)
    taken = lines.line(console, finds.accept(console, takes.id).line_id)
    assert (taken.owing, taken.state, taken.source) == (officer, LineState.ASKED, LineSource.PASSED_ON)
    with console.store.reading() as connection:
        at = connection.scalar(select(messages.c.sent_at).where(messages.c.id == said))
    assert taken.asked_at == at
    assert taken.id not in waiting(console)


def test_who_signed_becomes_a_professional_of_the_group(console, chat, found):
    signed = found("Er is extra toezicht. Groet, Fatima, wijkagent Kralingen", author="Fatima")
    accepted = finds.accept(console, signed.id)
    assert (accepted.line_id, accepted.changes.groups) == (None, True)
    (known,) = professionals.of_group(console, chat.group_id)
    facts = known.facts
    assert (facts.name, facts.job, facts.presence) == ("Fatima", "community_officer", Presence.TAKES_PART)
    assert [name for _, name in professionals.in_chat(console, chat.group_id)] == ["Fatima"]
    triage.undo(console)
    assert professionals.of_group(console, chat.group_id) == ()
    assert professionals.in_chat(console, chat.group_id) == ()
    assert len(finds.open_finds(console)) == 1


def test_who_signed_and_was_known_already_is_linked(console, chat, officer, found):
    signed = found("Groet, Peter, wijkagent", author="Peter")
    assert signed.professional_id == officer.professional_id
    finds.accept(console, signed.id)
    (known,) = professionals.of_group(console, chat.group_id)
    assert (known.facts.name, known.person) == ("Peter Smit", "Peter")


def test_what_was_said_stands_in_the_logbook(console, answer):
    finds.decline(console, answer.id)
    (newest, *_) = logbook.entry_ids(console)
    assert logbook.entry_rows(console, [newest])[newest].text == "Klopt niet: een antwoord in de groep"


def test_a_find_is_said_of_once_and_a_closed_line_asks_nothing(console, chat, lamp, answer):
    finds.decline(console, answer.id)
    with refused("find_gone"):
        finds.accept(console, answer.id)
    triage.undo(console)
    finds.accept(console, answer.id)
    with refused("find_gone"):
        finds.decline(console, answer.id)


def test_sentences_are_in_the_language_of_who_reads(console, answer):
    (find,) = finds.open_finds(replace(console, language="en"))
    assert find.because == ("Both are about 'kadelaan'.", "Both mention 'lantaarn'.")
    assert find.kind is FindKind.ANSWER
