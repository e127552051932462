"""Judging what was taken in, while an import and a person go on beside it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from console.desk import judging, messages, triage
from console.desk.console import Console
from console.desk.groups import change_group
from console.domain.judgement import Category, Judgement, PersonalData
from console.store.queries.judgements import BY_HAND, judgement_for
from console.store.tables import judgements
from console.store.tables import messages as message_table

NOW = datetime(2026, 11, 15, 19, 0, tzinfo=UTC)
FINE, IBAN = "Wat een mooie avond was het", "Kees betaalt met NL91ABNA0417164300"


@pytest.fixture
def while_judging(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Have something happen once, after the judge was asked and before its answer is kept."""

    def arrange(happens: Callable[[], object]) -> None:
        really, left = judging.judge, [happens]

        def judge(*question):
            if left:
                left.pop()()
            return really(*question)

        monkeypatch.setattr(judging, "judge", judge)

    return arrange


def wait(console: Console, text: str | None = None) -> None:
    given = {} if text is None else {"text": text}
    with console.store.writing() as connection:
        connection.execute(update(message_table).values(needs_judging=True, **given))


def test_judge_hears_what_was_said_just_before(console, chat, make_group, monkeypatch):
    at = NOW - timedelta(days=1)
    chat.say("gisteren", at=at - timedelta(hours=4))
    for minute, text in enumerate(("een", "twee", "drie", "vier")):
        chat.say(text, at=at + timedelta(minutes=minute))
    chat.say("Foto weggelaten", kind="media", at=at + timedelta(minutes=5))
    make_group("Elders").say("van een ander", at=at + timedelta(minutes=6))
    chat.say("vijf", at=at + timedelta(minutes=7), needs_judging=True)
    chat.say("zes", at=at + timedelta(minutes=182), needs_judging=True)
    heard, really = {}, judging.judge
    monkeypatch.setattr(
        judging, "judge", lambda said, profile: (heard.update({said.text: said.context}), really(said, profile))[1]
    )
    judging.judge_pending(console)
    assert heard == {"vijf": ("twee", "drie", "vier"), "zes": ("drie", "vier", "vijf")}


def test_text_edited_meanwhile_is_judged_as_it_now_stands(console, chat, while_judging):
    message = chat.say(FINE, needs_judging=True)
    while_judging(lambda: wait(console, IBAN))
    assert judging.judge_pending(console) == 1
    assert [item.subject_id for item in triage.week(console)] == [message]


def test_category_corrected_meanwhile_is_kept(console, chat, while_judging):
    message = chat.say(FINE, judgement=Judgement(Category.SOCIAL), needs_judging=True)
    while_judging(lambda: messages.correct_category(console, message, Category.INFORMATION))
    judging.judge_pending(console)
    with console.store.reading() as connection:
        assert judgement_for(connection, message).category is Category.INFORMATION
        assert connection.scalar(select(judgements.c.judge)) == BY_HAND


def test_profile_changed_meanwhile_counts(console, chat, while_judging):
    chat.say(FINE, judgement=Judgement(Category.SOCIAL), needs_judging=True)
    while_judging(lambda: change_group(console, chat.group_id, profile="wabp_alarm"))
    judging.judge_pending(console)
    with console.store.reading() as connection:
        assert connection.scalar(select(judgements.c.profile)) == "wabp_alarm"
        assert not connection.scalar(select(message_table.c.needs_judging))


def test_undone_correction_does_not_bring_back_what_was_said_of_another_text(console, chat, clock):
    message = chat.say(FINE, judgement=Judgement(Category.SOCIAL))
    messages.correct_category(console, message, Category.INFORMATION)
    clock.forward(minutes=1)
    wait(console, IBAN)
    judging.judge_pending(console)
    triage.undo(console)
    with console.store.reading() as connection:
        assert judgement_for(connection, message).personal_data == (PersonalData.IBAN,)
        assert connection.scalar(select(judgements.c.judge)) != BY_HAND
    assert [item.subject_id for item in triage.week(console)] == [message]
