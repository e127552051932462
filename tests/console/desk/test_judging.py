"""Judging what was taken in, while an import and a person go on beside it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from console.desk import judging, triage
from console.desk.console import Console
from console.desk.corrections import correct
from console.desk.groups import change_group
from console.domain.judgement import Category, Flag, Judgement, Label, Strictness
from console.errors import CancelledError
from console.jobs import CancelToken, Progress
from console.judge import JUDGE_VERSION, Asked
from console.store.queries.judgements import judgement_for
from console.store.tables import judgements
from console.store.tables import messages as message_table

from .conftest import ALL_RIGHT, flagged

NOW = datetime(2026, 11, 15, 19, 0, tzinfo=UTC)
FINE, IBAN = "Wat een mooie avond was het", "Kees betaalt met NL91ABNA0417164300"


@pytest.fixture
def while_judging(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Have something happen once, after the judge was asked and before its answer is kept."""

    def arrange(happens: Callable[[], object]) -> None:
        really, left = judging.judge_all, [happens]

        def judge_all(asked):
            if left:
                left.pop()()
            return really(asked)

        monkeypatch.setattr(judging, "judge_all", judge_all)

    return arrange


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """What the judge was asked, in order."""
    really, asked = judging.judge_all, []
    monkeypatch.setattr(judging, "judge_all", lambda batch: (asked.extend(batch), really(batch))[1])
    return asked


def wait(console: Console, text: str | None = None) -> None:
    given = {} if text is None else {"text": text}
    with console.store.writing() as connection:
        connection.execute(update(message_table).values(needs_judging=True, **given))


def waiting(console: Console) -> int:
    with console.store.reading() as connection:
        return connection.scalar(select(func.count()).where(message_table.c.needs_judging))


def versions(console: Console) -> dict[int, str]:
    with console.store.reading() as connection:
        return dict(connection.execute(select(judgements.c.message_id, judgements.c.judge)).all())


def test_judge_hears_what_was_said_just_before(console, chat, make_group, heard):
    at = NOW - timedelta(days=1)
    chat.say("gisteren", at=at - timedelta(hours=4))
    for minute, text in enumerate(("een", "twee", "drie", "vier")):
        chat.say(text, at=at + timedelta(minutes=minute))
    chat.say("Foto weggelaten", kind="media", at=at + timedelta(minutes=5))
    make_group("Elders").say("van een ander", at=at + timedelta(minutes=6))
    chat.say("vijf", at=at + timedelta(minutes=7), needs_judging=True)
    chat.say("zes", at=at + timedelta(minutes=182), needs_judging=True)
    judging.judge_pending(console)
    said = {asked.statement.text: asked.statement.context for asked in heard}
    assert said == {"vijf": ("twee", "drie", "vier"), "zes": ("drie", "vier", "vijf")}


def test_judge_hears_what_the_group_taught_and_how_strict_it_is(console, make_group, heard):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    change_group(console, kade.group_id, strictness={Flag.STIGMA: Strictness.STRICT})
    correct(console, kade.say(FINE, judgement=Judgement(Category.SOCIAL)), {Label.STIGMA: "youth"})
    heard.clear()
    for chat in (kade, dijk):
        chat.say(f"{FINE} gisteren", needs_judging=True)
    judging.judge_pending(console)
    elsewhere, here = sorted(heard, key=lambda asked: len(asked.profile.strictness))
    assert here.profile.strictness == {Flag.STIGMA: Strictness.STRICT}
    assert here.lessons.shift(Label.STIGMA, here.statement.text) > 1
    assert elsewhere.profile.strictness == {}
    assert elsewhere.lessons.shift(Label.STIGMA, elsewhere.statement.text) == 0


# --- in which order, and how far -------------------------------------------------------------------------------------


def test_newest_messages_are_judged_first_also_when_they_were_read_first(console, make_group, heard):
    kade, dijk = make_group("Kade"), make_group("Dijk")
    for name, chat, days in (("b", kade, 2), ("d", kade, 0), ("a", dijk, 3), ("c", dijk, 1)):
        chat.say(name, at=NOW - timedelta(days=days), needs_judging=True)
    dijk.say("c2", at=NOW - timedelta(days=1), needs_judging=True)
    judging.judge_pending(console)
    assert [asked.statement.text for asked in heard] == ["d", "c2", "c", "b", "a"]


class Watched(Progress):
    """Remembers every report; presses cancel after the first when it holds a token."""

    def __init__(self, token: CancelToken | None = None) -> None:
        super().__init__()
        self.told, self._token = [], token

    def report(self, stage: str, fraction: float | None, count: int) -> None:
        super().report(stage, fraction, count)
        self.told.append((count, self.total, fraction))
        if self._token is not None:
            self._token.cancel()


def test_progress_tells_how_many_of_how_many(console, chat, monkeypatch):
    monkeypatch.setattr(judging, "BATCH", 2)
    for _ in range(5):
        chat.say(FINE, needs_judging=True)
    progress = Watched()
    judging.judge_pending(console, progress=progress)
    assert progress.told == [(2, 5, 0.4), (4, 5, 0.8), (5, 5, 1.0)]


def test_what_comes_in_meanwhile_is_counted_too(console, chat, while_judging):
    chat.say(FINE, needs_judging=True)
    while_judging(lambda: chat.say(FINE, needs_judging=True))
    progress = Watched()
    judging.judge_pending(console, progress=progress)
    assert progress.told == [(1, 1, 1.0), (2, 2, 1.0)]


# --- a new version of the judge --------------------------------------------------------------------------------------


def test_what_an_older_judge_said_is_asked_anew_as_far_as_the_group_looks_back(console, make_group):
    looking_back = make_group("Kade", review_from=NOW - timedelta(days=14))
    always = make_group("Dijk")
    old = looking_back.say(FINE, at=NOW - timedelta(days=15), judgement=Judgement(Category.TRADE))
    new = looking_back.say(FINE, at=NOW - timedelta(days=13), judgement=Judgement(Category.TRADE))
    far = always.say(FINE, at=NOW - timedelta(days=900), judgement=Judgement(Category.TRADE))
    decided = always.say(FINE, judgement=flagged())
    triage.decide(console, always.item(decided), ALL_RIGHT)
    assert judging.judge_waiting(console).items
    assert versions(console) == {old: "test", new: JUDGE_VERSION, far: JUDGE_VERSION, decided: "test"}
    assert not judging.judge_waiting(console).items


def test_asking_anew_can_be_stopped_and_goes_on_at_the_next_start(console, chat, monkeypatch, restarted):
    monkeypatch.setattr(judging, "BATCH", 2)
    messages = [chat.say(FINE, judgement=Judgement(Category.TRADE)) for _ in range(5)]
    token = CancelToken()
    with pytest.raises(CancelledError):
        judging.judge_waiting(console, progress=Watched(token), cancel=token)
    assert [versions(console)[message] for message in messages] == ["test"] * 3 + [JUDGE_VERSION] * 2
    console = restarted()
    assert waiting(console) == 3
    judging.judge_waiting(console)
    assert set(versions(console).values()) == {JUDGE_VERSION}


def test_the_next_version_asks_anew_again(console, chat, monkeypatch):
    message = chat.say(FINE, needs_judging=True)
    judging.judge_waiting(console)
    monkeypatch.setattr(judging, "JUDGE_VERSION", "newer")
    judging.judge_waiting(console)
    assert versions(console) == {message: "newer"}


# --- what happens meanwhile ------------------------------------------------------------------------------------------


def test_text_edited_meanwhile_is_judged_as_it_now_stands(console, chat, while_judging):
    message = chat.say(FINE, needs_judging=True)
    while_judging(lambda: wait(console, IBAN))
    assert judging.judge_pending(console) == 1
    assert [item.subject_id for item in triage.week(console)] == [message]


def test_message_corrected_meanwhile_keeps_to_what_was_said(console, chat, while_judging):
    message = chat.say(FINE, judgement=Judgement(Category.SOCIAL), needs_judging=True)
    while_judging(lambda: correct(console, message, {Label.CATEGORY: "information"}))
    judging.judge_pending(console)
    with console.store.reading() as connection:
        assert judgement_for(connection, message).category is Category.INFORMATION


def test_lesson_of_another_message_meanwhile_counts(console, chat, while_judging):
    corrected = chat.say(FINE, judgement=Judgement(Category.SOCIAL))
    message = chat.say(FINE, needs_judging=True)
    while_judging(lambda: correct(console, corrected, {Label.STIGMA: "youth"}))
    judging.judge_pending(console)
    with console.store.reading() as connection:
        assert judgement_for(connection, message).stigma.value == "youth"


def test_profile_changed_meanwhile_counts(console, chat, while_judging):
    chat.say(FINE, judgement=Judgement(Category.SOCIAL), needs_judging=True)
    while_judging(lambda: change_group(console, chat.group_id, profile="wabp_alarm"))
    judging.judge_pending(console)
    with console.store.reading() as connection:
        assert connection.scalar(select(judgements.c.profile)) == "wabp_alarm"
        assert not connection.scalar(select(message_table.c.needs_judging))


def test_undone_correction_does_not_bring_back_what_was_said_of_another_text(console, chat, clock):
    message = chat.say(FINE, judgement=Judgement(Category.SOCIAL))
    correct(console, message, {Label.CATEGORY: "information"})
    clock.forward(minutes=1)
    wait(console, IBAN)
    judging.judge_pending(console)
    triage.undo(console)
    with console.store.reading() as connection:
        assert judgement_for(connection, message).personal_data == ("iban",)
    assert [item.subject_id for item in triage.week(console)] == [message]
