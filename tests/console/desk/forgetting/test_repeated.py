"""An answer owed repeats the words of the message that reported it: they go with the person who wrote them."""

import pytest
from sqlalchemy import insert, select, update

from console.desk import triage
from console.desk.feedback import changing, lines
from console.desk.feedback.stories import stories
from console.desk.forgetting import proof, retention
from console.desk.forgetting.repeated import repeats
from console.desk.one_person import finding, forgetting
from console.desk.reports import threads
from console.domain.decision import Act, Verb
from console.domain.feedback import Channel, LineState
from console.domain.report import Result
from console.store.tables import feedback_groups, forwards, outbox, report_messages, reports, todos
from tests.console.desk.conftest import NOW

SAID = "Bij de Zevenblad op nummer 3 brandt de lantaarn al weken niet"
GONE = "[tekst gewist]"


def test_forgetting_the_reporter_takes_his_words_out_of_the_question_and_nothing_else(console, chat):
    own = chat.say(SAID, author="Jan de Vries", needs_placing=False)
    reply = chat.say("Hier ook, bij ons op de hoek", author="Anja Smit", needs_placing=False)
    other = chat.say("De bank in het park is kapot", author="Anja Smit", needs_placing=False)
    with console.store.writing() as connection:
        told = {"group_id": chat.group_id, "started_at": NOW, "nature": "other", "talk_minutes": 12}
        (report,) = connection.execute(insert(reports).values(told | {"needs_telling": False})).inserted_primary_key
        for place, message in enumerate((own, reply)):
            link = [] if place == 0 else [{"kind": "words", "to": own, "words": ["op"]}]
            row = {"message_id": message, "report_id": report, "is_primary": place == 0, "links": link}
            connection.execute(insert(report_messages).values(row))
    question, in_own_words = changing.open_by_hand(console, own), changing.open_by_hand(console, own, what="lamp stuk")
    about_other = changing.open_by_hand(console, other)
    (line,) = (one for one in lines.lines(console) if one.id == question.line_id)
    triage.decide(console, line.item_id, Act(Verb.OFFICER, text=f"Beste Peter, hoe staat het hiermee? {SAID}"))
    with console.store.writing() as connection:
        sent = {"feedback_id": line.id, "group_id": chat.group_id, "channel": "mail", "recipient": "Gemeente"}
        connection.execute(insert(forwards).values(sent | {"body": SAID, "payload": {"text": SAID}, "created_at": NOW}))
    (jan,) = finding.find(console, "Jan de Vries")

    before = forgetting.preview(console, jan)
    assert [one.count for one in before.going if one.kind == "line"] == [1]
    assert next(iter(lines.lines(console, states={LineState.ASKED}))).what == SAID  # nothing of a preview is kept
    forgetting.erase(console, jan)

    assert proof.count(console, ["Zevenblad", "al weken niet"]) == {"Zevenblad": 0, "al weken niet": 0}
    found = {one.id: one for one in lines.lines(console)}
    assert [found[one.line_id].what for one in (question, in_own_words, about_other)] == [
        GONE,
        "lamp stuk",
        "De bank in het park is kapot",
    ]
    assert found[question.line_id].state is LineState.ASKED  # somebody still waits for the answer
    report = threads.detail(console, report)
    assert ([one.text for one in report.messages], report.talk_minutes) == (
        [GONE, "Hier ook, bij ons op de hoek"],
        12,
    )
    with console.store.reading() as connection:
        left = [*connection.scalars(select(todos.c.text)), *connection.scalars(select(outbox.c.body))]
    assert set(left) == {None}


def test_the_answer_of_who_is_forgotten_goes_and_nothing_is_told_of_what_nobody_knows(console, chat, clock):
    asked = chat.say("De lantaarn bij de brug is kapot", author="Anja Smit", needs_placing=False)
    answer = chat.say("Zevenblad heeft hem vanmorgen gemaakt", author="Jan de Vries", needs_placing=False)
    opened = changing.open_by_hand(console, asked, state=LineState.ASKED)
    (line,) = lines.lines(console)
    said = {"channel": Channel.GROUP.value, "result": Result.SOLVED.value, "message_id": answer}
    triage.decide(console, line.item_id, Act(Verb.ANSWERED, text="Zevenblad heeft hem vanmorgen gemaakt.", **said))
    with console.store.writing() as connection:
        connection.execute(update(feedback_groups).values(group_told_at=NOW, reporter_told_at=NOW))
    assert len(stories(console)) == 1
    (jan,) = finding.find(console, "Jan de Vries")
    forgetting.erase(console, jan)
    assert proof.count(console, ["Zevenblad"]) == {"Zevenblad": 0}
    (line,) = lines.lines(console)
    assert (line.id, line.what, line.answer) == (opened.line_id, "De lantaarn bij de brug is kapot", "")
    (anja,) = finding.find(console, "Anja Smit")
    forgetting.erase(console, anja)
    assert stories(console) == ()
    clock.forward(days=400)
    retention.run(console)  # a line without words lapses too, when nobody touched it for so long
    (line,) = lines.lines(console)
    assert (line.what, line.state) == (GONE, LineState.LAPSED)


@pytest.mark.parametrize(
    ("text", "other", "expected"),
    [
        ("Er is ingebroken bij nummer 3", "Gisteren: er is INGEBROKEN bij nummer 3!", True),
        ("Inbraak", "Inbraak!", True),
        ("lamp stuk", SAID, False),
        ("Er is ingebroken", "Er is gisteren bij ons ingebroken", False),
        ("Kapot", "", False),
    ],
)
def test_four_words_in_a_row_are_a_repeat_and_all_of_few(text, other, expected):
    assert repeats(text, other) is expected
