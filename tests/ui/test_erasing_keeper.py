"""Once a day what was kept long enough goes, and the window says so."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from console.store.tables import members, memberships
from tests.console.desk.conftest import NOW
from tests.ui.conftest import settle
from ui import words
from ui.erasing_keeper import DAY_MS, ErasingKeeper


@pytest.fixture
def keeper(qtbot, jobs, make_group):
    """The keeper beside a group that somebody left long ago."""
    make_group().member("Bram", joined_at=NOW - timedelta(days=300), left_at=NOW - timedelta(days=200))
    made = ErasingKeeper(jobs)
    made.sentences = []
    made.told.connect(made.sentences.append)
    return made


def _erased(console):
    with console.store.reading() as connection:
        return connection.scalar(select(func.count()).where(members.c.erased_at.is_not(None)))


def test_what_is_to_go_is_told_a_week_before_and_then_goes(qtbot, jobs, keeper, clock, console):
    keeper.start()
    settle(qtbot, jobs)
    day = words.day((NOW + timedelta(days=7)).astimezone().date())
    assert keeper.sentences == [
        f"On {day} the program erases what was kept long enough: 1 oud-lid. "
        "Look at it under Settings, Keeping and forgetting."
    ]
    assert _erased(console) == 0
    clock.forward(days=7)
    keeper.timer.timeout.emit()
    settle(qtbot, jobs)
    assert keeper.sentences[1:] == ["Erased, because it was kept long enough: 1 oud-lid."]
    assert _erased(console) == 1
    keeper.start()
    settle(qtbot, jobs)
    assert len(keeper.sentences) == 2  # nothing more to tell
    assert (keeper.timer.isActive(), keeper.timer.interval()) == (True, DAY_MS)
    keeper.leave()
    assert not keeper.timer.isActive()


def test_who_is_here_is_no_news(qtbot, jobs, keeper, console):
    with console.store.writing() as connection:
        connection.execute(update(memberships).values(left_at=None))
    keeper.start()
    settle(qtbot, jobs)
    assert keeper.sentences == []


def test_what_only_a_clock_that_jumped_says_is_due_waits_and_is_told(qtbot, jobs, keeper, clock, console, make_group):
    make_group("Haven").member("Zoë", joined_at=NOW - timedelta(days=90), left_at=NOW - timedelta(days=60))
    keeper.start()
    settle(qtbot, jobs)
    clock.forward(days=40)
    keeper.start()
    settle(qtbot, jobs)
    assert _erased(console) == 1  # Bram, who was due at the moment before too
    day = words.day((clock.moment + timedelta(days=7)).astimezone().date())
    assert keeper.sentences[1:] == [
        "Erased, because it was kept long enough: 1 oud-lid. "
        f"The clock of this computer may be wrong. So this waits until {day}: 1 oud-lid. "
        "Is the clock right? Then erase it yourself under Settings, Keeping and forgetting."
    ]


def test_nothing_goes_in_the_demo(qtbot, jobs, keeper, clock, console):
    jobs.console = replace(console, is_demo=True)
    keeper.start()
    clock.forward(days=30)
    keeper.start()
    settle(qtbot, jobs)
    assert (keeper.sentences, _erased(console)) == ([], 0)
