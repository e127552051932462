"""A clock that is wrong erases nothing too early, and says so; one that is right is believed in the end."""

from datetime import timedelta

import pytest

from console.desk.forgetting import clock as forgetting_clock
from console.desk.forgetting import retention
from console.domain.retention import Kept
from tests.console.desk.conftest import NOW

DAY = timedelta(days=1)


@pytest.fixture
def used(console, clock):
    """A console that is opened every day, past its first week."""
    for _ in range(9):
        retention.run_daily(console)
        clock.forward(days=1)
    return console


def say(chat, text, at):
    return chat.say(text, at=at, needs_placing=False)


def test_a_clock_that_jumps_a_year_ahead_erases_nothing_and_warns(used, chat, clock):
    say(chat, "Van vandaag", clock())
    say(chat, "Van lang geleden", clock() - 90 * DAY)
    clock.forward(days=365)
    erased = retention.run_daily(used)
    assert (erased.due.count(Kept.TEXT), erased.held.count(Kept.TEXT)) == (1, 1)  # what was due anyhow, and the rest
    assert erased.believed_at == clock() + 7 * DAY
    assert "klok" in retention.warning_of(erased, "nl")
    clock.forward(days=-365)
    assert retention.warning_of(retention.run_daily(used), "nl") is None
    assert not retention.run_daily(used).held


def test_a_script_erases_at_once_where_nobody_looked_before_and_then_does_not_believe_a_leap(console, chat, clock):
    say(chat, "Van lang geleden", clock() - 90 * DAY)
    assert retention.run_unattended(console).due.count(Kept.TEXT) == 1
    say(chat, "Van vandaag", clock())
    clock.forward(days=365)
    erased = retention.run_unattended(console)
    assert (erased.due.count(Kept.TEXT), erased.held.count(Kept.TEXT)) == (0, 1)
    assert retention.warning_of(erased, "nl") is not None
    clock.forward(days=7)
    assert retention.run_unattended(console).due.count(Kept.TEXT) == 1


@pytest.mark.parametrize("hours", [1, 24 * 365])
def test_a_clock_that_is_put_back_erases_nothing_extra(used, chat, clock, hours):
    say(chat, "Bijna lang genoeg bewaard", clock() - 89 * DAY)
    clock.forward(hours=-hours)
    assert not retention.run_daily(used).due
    clock.forward(hours=hours)
    assert not retention.run_daily(used).due
    clock.forward(days=1)
    assert retention.run_daily(used).due.count(Kept.TEXT) == 1


def test_after_a_holiday_it_goes_a_week_later_or_when_a_person_says_so_or_a_new_message_shows_it(used, chat, clock):
    say(chat, "Vakantie", clock() - 80 * DAY)
    clock.forward(days=21)
    assert retention.run_daily(used).held.count(Kept.TEXT) == 1
    clock.forward(days=3)
    assert retention.run_daily(used).held
    clock.forward(days=4)
    assert retention.run_daily(used).due.count(Kept.TEXT) == 1

    say(chat, "Nog een", clock() - 80 * DAY)
    clock.forward(days=21)
    say(chat, "Weer thuis", clock())
    assert retention.run_daily(used).due.count(Kept.TEXT) == 1

    say(chat, "En nog een", clock() - 80 * DAY)
    clock.forward(days=21)
    assert retention.run_daily(used).held
    assert retention.run(used).due.count(Kept.TEXT) == 1
    assert not retention.run_daily(used).believed_at


def test_the_hour_that_comes_twice_is_one_hour(console, clock):
    with console.store.writing() as connection:
        for minutes in (0, 30, 60, 90):
            at = NOW + timedelta(minutes=minutes)
            assert forgetting_clock.look(connection, at) == forgetting_clock.Believed(at)
