"""How far back a new group's history is work: decided where its last message was judged, whoever had it judged."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from console.desk import judging, triage
from console.desk.console import Console
from console.desk.corrections import correct
from console.desk.intake import import_text
from console.domain.judgement import Label
from console.errors import CancelledError
from console.jobs import CancelToken, Progress
from console.store.tables import groups

from .conftest import ALL_RIGHT

URGENT = "Er wordt NU ingebroken op de Kade 18!!"


def days(*moments: str) -> str:
    """An urgent message on each day, ``"01-02"`` for 1 February."""
    return "".join(f"{moment}-2026 20:00 - Anja: {URGENT}\n" for moment in moments)


FEW = days("05-01", "06-01", "12-11")
MANY = days(*(f"{day:02d}-01" for day in range(1, 11)), "12-11")


def take_in(console: Console, said: str, group: str = "Alarm", **wish) -> None:
    """Take an export in as the window does: the judge comes later."""
    import_text(console, said, group, "wabp_alarm", judge=False, **wish)


def queued(console: Console) -> list[str]:
    return sorted(f"{item.at:%d-%m}" for item in triage.week(console))


class Stop(Progress):
    """Stops the judge after its first batch."""

    def __init__(self, token: CancelToken) -> None:
        super().__init__()
        self._token = token

    def report(self, stage: str, fraction: float | None, count: int) -> None:
        self._token.cancel()


def judge_one_batch(console: Console) -> None:
    token = CancelToken()
    with pytest.raises(CancelledError):
        judging.judge_pending(console, progress=Stop(token), cancel=token)


def test_few_flags_are_all_work_once_the_last_is_judged(console, monkeypatch):
    monkeypatch.setattr(judging, "BATCH", 1)
    take_in(console, FEW)
    judge_one_batch(console)
    judge_one_batch(console)
    assert queued(console) == ["12-11"]
    judging.judge_pending(console)
    assert queued(console) == ["05-01", "06-01", "12-11"]
    assert triage.older_flags(console) == 0


def test_many_flags_are_history(console):
    take_in(console, MANY)
    judging.judge_pending(console)
    assert queued(console) == ["12-11"]
    assert triage.older_flags(console) == 10


def test_program_that_was_killed_decides_at_its_next_start(console, monkeypatch, restarted):
    monkeypatch.setattr(judging, "BATCH", 1)
    take_in(console, FEW)
    judge_one_batch(console)
    console = restarted()
    judging.judge_waiting(console)
    assert len(queued(console)) == 3


def test_each_group_is_decided_about_when_its_own_last_message_is_judged(console, monkeypatch):
    monkeypatch.setattr(judging, "BATCH", 2)
    take_in(console, days("10-10", "11-11"), "Kade")
    take_in(console, days("05-01", "20-09", "12-11"), "Dijk")
    judge_one_batch(console)
    assert queued(console) == ["11-11", "12-11"]
    judge_one_batch(console)
    assert queued(console) == ["10-10", "11-11", "12-11"]
    judging.judge_pending(console)
    assert len(queued(console)) == 5


def test_message_that_a_correction_judged_counts_too(console, monkeypatch):
    """The judge saw it first; the correction judges it again, and the others finish what is left."""
    monkeypatch.setattr(judging, "BATCH", 1)
    take_in(console, days("05-01", "12-11"))
    judge_one_batch(console)
    correct(console, triage.week(console)[0].subject_id, {Label.CALL112: "none", Label.CATEGORY: "social"})
    assert queued(console) == []
    judging.judge_pending(console)
    assert "12-11" not in queued(console)
    assert judging.has_waiting(console) is False


def test_what_a_person_decided_meanwhile_stays_decided(console, monkeypatch):
    monkeypatch.setattr(judging, "BATCH", 1)
    take_in(console, FEW)
    judge_one_batch(console)
    triage.decide(console, triage.week(console)[0].id, ALL_RIGHT)
    judging.judge_pending(console)
    assert queued(console) == ["05-01", "06-01"]


def test_person_who_says_from_when_is_heeded(console):
    take_in(console, FEW, review_from=datetime(2026, 1, 6, tzinfo=UTC))
    judging.judge_pending(console)
    assert queued(console) == ["06-01", "12-11"]


def test_person_who_says_from_when_with_a_second_export_is_heeded(console):
    take_in(console, FEW)
    take_in(console, FEW, review_from=datetime(2026, 11, 1, tzinfo=UTC))
    judging.judge_pending(console)
    assert queued(console) == ["12-11"]


def test_older_export_taken_in_meanwhile_is_history(console):
    take_in(console, FEW)
    take_in(console, days("01-01", "02-01", "03-01"))
    judging.judge_pending(console)
    assert queued(console) == ["05-01", "06-01", "12-11"]
    assert triage.older_flags(console) == 3


def test_later_export_does_not_decide_again(console):
    take_in(console, MANY)
    judging.judge_pending(console)
    with console.store.reading() as connection:
        before = connection.execute(select(groups.c.review_from, groups.c.history_from)).one()
    take_in(console, days("13-11"))
    judging.judge_pending(console)
    with console.store.reading() as connection:
        assert connection.execute(select(groups.c.review_from, groups.c.history_from)).one() == before
    assert before.history_from is None
    assert queued(console) == ["12-11", "13-11"]
