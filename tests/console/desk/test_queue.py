"""Which messages wait for a person, in which order, and why."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from console.desk import queue, triage
from console.desk.queue import JudgedMessage, Rank, rank_of
from console.domain.judgement import Abuse, Attention, Category, Flag, Judgement, Reason
from console.store.tables import items

from .conftest import ALL_RIGHT, NOW, Chat, flagged

CALM = Judgement(Category.SOCIAL)


def judged(chat: Chat, message_id: int, judgement: Judgement, at=NOW) -> JudgedMessage:
    return JudgedMessage(message_id, chat.group_id, at, judgement)


def enqueue(chat: Chat, *rows: JudgedMessage) -> int:
    with chat.console.store.writing() as connection:
        return queue.enqueue_messages(connection, rows)


@pytest.mark.parametrize(
    ("judgement", "rank"),
    [
        (flagged(Flag.CALL112), Rank.URGENT),
        (flagged(Flag.VIGILANTISM), Rank.THREAT),
        (flagged(Flag.ABUSE, abuse=Abuse.THREAT), Rank.THREAT),
        (flagged(Flag.PERSONAL_DATA), Rank.PERSONAL_DATA),
        (flagged(Flag.STIGMA), Rank.STIGMA),
        (flagged(Flag.ABUSE, abuse=Abuse.INSULT), Rank.ABUSE),
        (flagged(Flag.OFF_TOPIC), Rank.OFF_TOPIC),
        (flagged(Flag.FEEDBACK), Rank.FEEDBACK),
        (Judgement(Category.SOCIAL, attention=Attention.LATER), Rank.OTHER),
    ],
)
def test_rank_follows_the_order_of_the_screens(judgement, rank):
    assert rank_of(judgement) == rank


def test_every_flag_has_a_rank():
    assert {rank_of(flagged(flag)) for flag in Flag} <= set(Rank)


def test_week_stands_in_the_order_of_the_screens(console, chat):
    """One of each rank, said in the wrong order."""
    judgements = {
        "antwoord": flagged(Flag.FEEDBACK, Attention.LATER),
        "kattenvoer": flagged(Flag.OFF_TOPIC, Attention.LATER),
        "schelden": flagged(Flag.ABUSE, abuse=Abuse.INSULT),
        "stigma": flagged(Flag.STIGMA),
        "nummer": flagged(Flag.PERSONAL_DATA),
        "dreigen": flagged(Flag.ABUSE, Attention.NOW, abuse=Abuse.THREAT),
        "inbreker": flagged(Flag.CALL112, Attention.NOW),
    }
    for text, judgement in judgements.items():
        chat.say(text, judgement=judgement)
    assert [item.text for item in triage.week(console)] == list(judgements)[::-1]


def test_what_may_still_go_on_stands_newest_first_and_the_rest_oldest_first(console, chat):
    for name in ("urgent 1", "urgent 2"):
        chat.say(name, judgement=flagged(Flag.CALL112, Attention.NOW))
    for name in ("nummer 1", "nummer 2"):
        chat.say(name, judgement=flagged())
    assert [item.text for item in triage.week(console)] == ["urgent 2", "urgent 1", "nummer 1", "nummer 2"]


def test_messages_of_one_minute_keep_the_order_of_the_export(console, chat):
    first, second = chat.say("een", at=NOW), chat.say("twee", at=NOW)
    enqueue(chat, judged(chat, second, flagged()))
    enqueue(chat, judged(chat, first, flagged()))
    assert [item.text for item in triage.week(console)] == ["een", "twee"]


def test_why_and_place_come_from_the_first_reason_in_the_language_of_the_console(console, chat):
    threat = Reason(Flag.ABUSE, "b", "Hier staat een dreigement.", "This is a threat.")
    remark = Reason(Flag.CALL112, "a", "Hier is 112 gebeld.", "112 was called.")
    judgement = flagged(attention=Attention.NOW, abuse=Abuse.THREAT)
    judgement = replace(judgement, reasons=(threat, remark))
    assert rank_of(judgement) == Rank.THREAT
    chat.say(judgement=judgement)
    (item,) = triage.week(console)
    assert item.why == "Hier staat een dreigement."
    english = type(console)(console.store, console.now, "en", "Anja")
    assert triage.week(english)[0].why == "This is a threat."


def test_an_item_without_reason_still_says_something(console, chat):
    chat.say(judgement=Judgement(Category.SOCIAL, attention=Attention.LATER))
    assert triage.week(console)[0].why == "De beoordeling vraagt uw aandacht voor dit bericht."


def test_long_text_is_cut_in_the_list(console, chat):
    chat.say("x" * 5000, judgement=flagged())
    assert triage.week(console)[0].text == "x" * 300


def test_calm_messages_do_not_wait(console, chat):
    chat.say("Dank je", judgement=CALM)
    assert triage.week(console) == ()


def test_messages_from_before_the_review_are_not_queued_but_counted(console, make_group):
    chat = make_group(review_from=NOW - timedelta(days=14))
    chat.say("oud", judgement=flagged(), at=NOW - timedelta(days=14, seconds=1))
    chat.say("oud en rustig", judgement=CALM, at=NOW - timedelta(days=20))
    chat.say("op de grens", judgement=flagged(), at=NOW - timedelta(days=14))
    chat.say("", judgement=flagged(), at=NOW - timedelta(days=100), forgotten_at=NOW)
    assert [item.text for item in triage.week(console)] == ["op de grens"]
    assert triage.older_flags(console) == 1


def test_judging_again_moves_an_open_item_and_does_not_double_it(console, chat):
    message = chat.say(judgement=flagged(Flag.OFF_TOPIC, Attention.LATER))
    assert enqueue(chat, judged(chat, message, flagged(Flag.CALL112, Attention.NOW))) == 1
    (item,) = triage.week(console)
    assert item.attention is Attention.NOW
    with console.store.reading() as connection:
        assert connection.execute(select(items.c.rank)).scalars().all() == [Rank.URGENT]


def test_judging_again_never_reopens_what_was_decided(console, chat):
    message = chat.say(judgement=flagged())
    triage.decide(console, chat.item(message), ALL_RIGHT)
    assert enqueue(chat, judged(chat, message, flagged(Flag.CALL112, Attention.NOW))) == 0
    assert triage.week(console) == ()


def test_an_item_that_asks_for_nothing_any_more_leaves_the_queue(console, chat):
    message = chat.say(judgement=flagged())
    assert enqueue(chat, judged(chat, message, CALM)) == 0
    assert triage.week(console) == ()


def test_an_item_that_a_person_worked_on_stays_until_he_is_done(console, chat):
    message = chat.say(judgement=flagged())
    triage.add_note(console, chat.item(message), "Gevraagd of dit mag")
    enqueue(chat, judged(chat, message, CALM))
    assert len(triage.week(console)) == 1


def test_many_messages_are_queued_at_once(console, chat):
    message_ids = [chat.say() for _ in range(3)]
    rows = [judged(chat, message_id, flagged()) for message_id in message_ids]
    calm = [judged(chat, 10_000 + n, CALM) for n in range(1200)]
    assert enqueue(chat, *rows, *calm) == 3
    with console.store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(items)).scalar_one() == 3


def test_nothing_to_queue_is_no_trouble(console, chat):
    assert enqueue(chat) == 0
