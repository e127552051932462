"""What is recognised in the chats about answers owed, what is not, and how often that is right."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select, update

from console.desk import professionals, triage
from console.desk.feedback import finds, lines
from console.desk.feedback.recognising import look_at
from console.domain.decision import ItemKind
from console.domain.feedback import FindKind, FindState, LineKind, LineSource, LineState, Owing
from console.domain.judgement import Category, Feedback, Judgement
from console.domain.professional import Job, ProfessionalFacts
from console.store.tables import decisions, feedback_finds, groups, members, messages, report_messages
from tests.console.desk.conftest import NOW
from tests.console.desk.feedback.labelled import measure

LAMP = Judgement(Category.LIVEABILITY)
RESULT = Judgement(Category.REPLY, feedback=Feedback.RESULT)
ASKS = Judgement(Category.REPLY, feedback=Feedback.REQUEST)


@pytest.fixture
def look(console):
    """Look at messages as if they were just placed."""

    def look(*message_ids) -> bool:
        with console.store.writing() as connection:
            return look_at(connection, console, message_ids)

    return look


def waiting(console):
    return [item.subject_id for item in triage.week(console) if item.kind is ItemKind.FEEDBACK]


@pytest.fixture
def lamp(chat, opened):
    """A line about a lamp, asked of the municipality."""
    message_id = chat.say("De lantaarnpaal aan de Kadelaan is kapot", author="Bram", judgement=LAMP)
    return opened(chat, message_id, what="Lantaarn Kadelaan kapot", asked_at=NOW - timedelta(days=1))


@pytest.fixture
def peter(chat):
    """A professional in the chat."""
    chat.member("Wijkagent Peter", role="professional")
    return "Wijkagent Peter"


def test_an_answer_of_a_professional_brings_its_line_back(console, chat, lamp, peter, look):
    assert waiting(console) == []
    said = chat.say("De lantaarn aan de Kadelaan brandt weer, hij is vandaag gemaakt.", author=peter, judgement=RESULT)
    assert look(said)
    (find,) = finds.open_finds(console, lamp.id)
    assert (find.kind, find.message_id, find.author, find.state) == (FindKind.ANSWER, said, peter, FindState.OPEN)
    assert find.because == ("Beide gaan over 'kadelaan'.", "Beide noemen 'lantaarn'.")
    assert waiting(console) == [lamp.id]
    assert lines.line(console, lamp.id).state is LineState.ASKED  # a person says whether it is so


def test_the_same_report_is_sure_and_thanks_are_no_answer(console, chat, lamp, peter, look, report):
    first = lamp.groups[0].message_id
    thanks = chat.say("Dank je wel voor de melding!", author=peter, judgement=LAMP)
    answer = chat.say("Dat is vanochtend opgelost door de aannemer.", author=peter, judgement=RESULT)
    report(chat, first, thanks, answer)
    look(thanks, answer)
    assert [(find.message_id, find.because) for find in finds.open_finds(console, lamp.id)] == [
        (answer, ("Het bericht hoort bij dezelfde melding.",))
    ]


def test_what_says_much_of_something_else_is_no_answer_wherever_it_was_put(console, chat, lamp, peter, look, report):
    first = lamp.groups[0].message_id
    text = "Inbraak via het kelderraam, sieraden en een laptop weg, twee verdachten aangehouden."
    said = chat.say(text, author=peter, judgement=RESULT)
    report(chat, first, said)
    look(said)
    assert finds.open_finds(console) == ()
    with console.store.writing() as connection:
        quote = [{"kind": "quote", "to": first}]
        connection.execute(update(report_messages).where(report_messages.c.message_id == said).values(links=quote))
    look(said)
    assert [find.because for find in finds.open_finds(console)] == [("Het bericht hoort bij dezelfde melding.",)]


def test_a_number_in_the_chat_is_sure(console, chat, lamp, peter, look):
    look(chat.say(f"Over {lamp.number}: de aannemer komt donderdag langs, het is bij ons bekend.", author=peter))
    assert [find.because for find in finds.open_finds(console)] == [(f"Het bericht noemt het nummer {lamp.number}.",)]


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("Bram", "De lantaarn aan de Kadelaan is gemaakt"),
        ("Wijkagent Peter", "De lampen aan de Beukenlaan zijn vervangen door de aannemer"),
        ("Wijkagent Peter", "Wie heeft een foto van de lantaarn aan de Kadelaan?"),
        ("Wijkagent Peter", "Morgen koffie met de wijkagent aan de Kadelaan"),
    ],
)
@pytest.mark.usefixtures("lamp", "peter")
def test_what_is_no_answer_to_it_is_not_proposed(console, chat, look, author, text):
    look(chat.say(text, author=author))
    assert finds.open_finds(console) == ()


def test_what_was_said_before_the_report_is_no_answer(console, chat, opened, peter, look):
    early = chat.say("De lantaarn aan de Kadelaan is gemaakt.", author=peter, judgement=RESULT)
    opened(chat, chat.say("De lantaarn aan de Kadelaan is weer kapot"), what="Lantaarn Kadelaan kapot")
    look(early)
    assert finds.open_finds(console) == ()


def test_a_linked_person_answers_under_any_name(console, chat, opened, officer, look):
    chat.member("Piet S")
    person_id = next(one for one, name in _people(console, chat) if name == "Piet S")
    facts = ProfessionalFacts("Peter Smit", job=Job.COMMUNITY_OFFICER, phone="06-23456789", person_id=person_id)
    professionals.change(console, chat.group_id, officer.professional_id, facts)
    line = opened(chat, chat.say("Fiets gestolen uit schuur Havenweg"), owing=officer, what="Fiets gestolen Havenweg")
    said = chat.say("De gestolen fiets van de Havenweg is gevonden.", author="Piet S", judgement=RESULT)
    look(said)
    (find,) = finds.open_finds(console, line.id)
    assert find.professional_id == officer.professional_id
    assert "Deze persoon zou antwoorden." in find.because


def _people(console, chat):
    with console.store.reading() as connection:
        of_group = select(members.c.person_id, members.c.name).where(members.c.group_id == chat.group_id)
        return connection.execute(of_group).all()


# --- a member asks ---------------------------------------------------------------------------------------------------


def test_a_question_for_news_raises_its_line(console, chat, lamp, look):
    look(chat.say("Hebben jullie al iets gehoord over de lantaarn Kadelaan?", author="Joke", judgement=ASKS))
    assert [(find.kind, find.line_id) for find in finds.open_finds(console)] == [(FindKind.ASKS, lamp.id)]
    assert waiting(console) == [lamp.id]
    assert lines.line(console, lamp.id).why == "Joke vraagt of er nieuws is."


def test_a_bare_question_is_about_the_only_line_and_about_none_of_two(console, chat, lamp, opened, look):
    look(chat.say("Hebben jullie al iets gehoord?", author="Joke", judgement=ASKS))
    (find,) = finds.open_finds(console)
    assert (find.line_id, find.because) == (lamp.id, ("Dit is de enige open vraag in deze groep.",))
    opened(chat, chat.say("Fiets weg"), what="Fiets gestolen")
    look(chat.say("Hebben jullie al iets gehoord?", author="Ans", judgement=ASKS))
    assert len(finds.open_finds(console)) == 1


def test_who_reported_it_asks_after_his_own_report(console, chat, lamp, opened, look):
    opened(chat, chat.say("Fiets weg", author="Ans"), what="Fiets gestolen")
    look(chat.say("Nog geen reactie van de gemeente. Weet iemand hoe ik ze bereik?", author="Bram", judgement=ASKS))
    (find,) = finds.open_finds(console)
    assert (find.line_id, find.because) == (lamp.id, ("Deze persoon heeft het gemeld.",))


@pytest.mark.usefixtures("lamp")
def test_who_asks_whether_112_was_called_asks_for_no_news(console, chat, look):
    look(chat.say("Is er al nieuws, heeft iemand 112 gebeld over de lantaarn?", author="Joke", judgement=ASKS))
    assert finds.open_finds(console) == ()


def test_a_question_without_a_line_offers_one_once(console, chat, look, report):
    first = chat.say("Grofvuil naast de container", author="Bram", judgement=LAMP)
    one = chat.say("Is daar al iets mee gedaan?", author="Joke", judgement=ASKS)
    two = chat.say("Al een reactie van de gemeente?", author="Ans", judgement=ASKS)
    report(chat, first, one, two)
    look(first, one, two)
    (find,) = finds.open_finds(console)
    assert (find.kind, find.line_id, find.message_id) == (FindKind.ASKS, None, one)


def test_a_question_after_somebody_is_none_of_ours(console, chat, lamp, look):
    look(chat.say("Hoe gaat het met je knie, Jan?", author="Joke"))
    look(chat.say("Wanneer komt het oud papier?", author="Joke"))
    assert finds.open_finds(console, lamp.id) == ()
    assert waiting(console) == []


# --- an administrator passed it on -----------------------------------------------------------------------------------


@pytest.fixture
def passed(console, chat, report):
    """A report about waste in which an administrator says something."""
    chat.member("Anja", role="admin")

    def said(text, judgement=LAMP):
        first = chat.say("Weer matrassen naast de container", author="Bram", judgement=judgement)
        last = chat.say(text, author="Anja")
        report(chat, first, last)
        return first, last

    return said


def test_passing_it_on_opens_a_line_by_itself(console, chat, officer, look, passed):
    first, last = passed("Ik heb het doorgegeven aan de wijkagent.")
    assert look(first, last)
    (line,) = lines.lines(console)
    assert (line.state, line.source, line.kind, line.owing) == (
        LineState.ASKED,
        LineSource.PASSED_ON,
        LineKind.LIVEABILITY,
        officer,
    )
    assert (line.what, line.groups[0].message_id) == ("Weer matrassen naast de container", first)
    with console.store.reading() as connection:
        at = connection.scalar(select(messages.c.sent_at).where(messages.c.id == last))
    assert (line.asked_at, line.remind_at) == (at, at + timedelta(days=7))
    assert finds.open_finds(console) == ()


def test_nobody_takes_it_back_by_mistake_but_in_the_logbook(console, look, passed):
    first, last = passed("Ik heb het doorgegeven aan de gemeente.")
    look(first, last)
    assert triage.undo(console) is None
    (line,) = lines.lines(console)
    assert line.owing == Owing(service="gemeente")
    with console.store.reading() as connection:
        decision = connection.execute(select(decisions)).one()
    assert decision.actor == "Beheerconsole"
    triage.undo_one(console, decision.id)
    assert lines.lines(console) == ()
    look(first, last)
    assert lines.lines(console) == ()  # a person said that it is not so


@pytest.mark.parametrize(
    "text",
    [
        "Heb je het al doorgegeven aan de gemeente?",
        "Ik heb het aan 112 doorgegeven",
        "Meld het zelf even bij de gemeente",
        "Ik geef het niet door aan de wijkagent",
        "Doorgestuurd van de politie: let op",
    ],
)
def test_what_is_not_passed_on_opens_nothing(console, look, passed, text):
    look(*passed(text))
    assert lines.lines(console) == finds.open_finds(console) == ()


def test_a_promise_and_danger_only_offer_a_line(console, look, passed):
    look(*passed("Ik vraag het aan de wijkagent."))
    look(*passed("Ik heb de politie gebeld.", Judgement(Category.URGENT)))
    assert lines.lines(console) == ()
    assert [find.kind for find in finds.open_finds(console)] == [FindKind.PASSED_ON] * 2


def test_a_report_has_one_line_only(console, chat, look, passed):
    first, last = passed("Ik heb het doorgegeven aan de gemeente.")
    look(first, last)
    again = chat.say("Heb het nog eens doorgegeven aan de gemeente", author="Anja")
    with console.store.writing() as connection:
        report_id = connection.scalar(select(report_messages.c.report_id))
        connection.execute(insert(report_messages).values(message_id=again, report_id=report_id))
    look(again)
    assert len(lines.lines(console)) == 1


def test_a_member_passes_nothing_on(console, chat, look, report):
    first = chat.say("Matrassen naast de container", author="Bram", judgement=LAMP)
    last = chat.say("Ik heb het doorgegeven aan de gemeente", author="Bram")
    report(chat, first, last)
    look(first, last)
    assert lines.lines(console) == finds.open_finds(console) == ()


def test_a_professional_who_takes_it_up_is_offered_as_a_line(console, chat, peter, look, report):
    first = chat.say("Matrassen naast de container", author="Bram", judgement=LAMP)
    last = chat.say("Ik neem het mee en kom erop terug.", author=peter)
    report(chat, first, last)
    look(first, last)
    assert [(find.kind, find.message_id, find.line_id) for find in finds.open_finds(console)] == [
        (FindKind.PASSED_ON, last, None)
    ]


# --- who signs, and what is never looked at --------------------------------------------------------------------------


def test_a_signature_is_offered_once(console, chat, look):
    signed = "Er is extra toezicht. Groet, Peter, wijkagent Kralingen"
    look(chat.say(signed, author="Peter"), chat.say(signed, author="Peter"), chat.say(signed, author="Bram"))
    (find,) = finds.open_finds(console)
    assert (find.kind, find.author) == (FindKind.SIGNATURE, "Peter")
    assert find.because == ("Het bericht is ondertekend met 'Groet, Peter, wijkagent Kralingen'.",)


def test_history_deleted_and_doubtful_messages_and_the_archive_are_let_be(console, chat, lamp, peter, look, clock):
    text = "De lantaarn aan de Kadelaan is gemaakt."
    said = [
        chat.say(text, author=peter, judgement=RESULT, **values)
        for values in ({"is_doubtful": True}, {"deleted_at": NOW})
    ]
    old = chat.say(text, author=peter, judgement=RESULT)
    with console.store.writing() as connection:
        connection.execute(update(groups).values(review_from=NOW))
    look(*said, old)
    with console.store.writing() as connection:
        connection.execute(update(groups).values(review_from=None, archived_at=NOW))
    look(old)
    assert _count(console) == 0


def test_each_message_is_looked_at_once(console, chat, lamp, peter, look):
    said = chat.say("De lantaarn aan de Kadelaan is gemaakt.", author=peter, judgement=RESULT)
    look(said)
    finds.decline(console, finds.open_finds(console)[0].id)
    assert not look(said)
    assert _count(console) == 1


def _count(console):
    with console.store.reading() as connection:
        return len(connection.execute(select(feedback_finds)).all())


# --- the labelled examples -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("task", "precision", "recall"),
    [("answer", 0.9, 0.75), ("asks", 0.85, 0.7), ("passed_on", 0.95, 0.9), ("signature", 0.95, 0.85)],
)
def test_the_held_examples_are_recognised_as_well_as_was_measured(console, task, precision, recall):
    found = measure(console, "held", task)
    assert found.precision >= precision
    assert found.recall >= recall
