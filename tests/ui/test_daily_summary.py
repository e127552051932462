"""The one notification of a day: when it comes, what it says, and when it does not come."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget
from sqlalchemy import insert

from console.desk.preferences import Settings
from console.domain.judgement import Attention, Flag
from console.store.tables import feedback, feedback_groups, professionals
from tests.ui.conftest import flag, settle
from ui.daily_summary import DailySummary, is_due, is_quiet
from ui.notifier import Notifier

WISHES = Settings(daily_summary=True, summary_at=time(19), quiet_from=time(21), quiet_until=time(8))
EVENING = datetime(2026, 11, 15, 19, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begin", "end", "quiet", "loud"),
    [
        (21, 8, (21, 23, 0, 7), (8, 12, 20)),  # past midnight
        (9, 17, (9, 16), (8, 17, 23)),
        (0, 0, (), (0, 12, 23)),  # the same time twice: none
    ],
)
def test_quiet_hours(begin, end, quiet, loud):
    wishes = Settings(quiet_from=time(begin), quiet_until=time(end))
    assert all(is_quiet(time(hour), wishes) for hour in quiet)
    assert not any(is_quiet(time(hour), wishes) for hour in loud)


@pytest.mark.parametrize(
    ("changed", "is_told"),
    [
        ({}, True),
        ({"daily_summary": False}, False),
        ({"summary_at": time(20)}, False),  # not yet
        ({"quiet_from": time(19, 15)}, False),
        ({"summary_told_on": date(2026, 11, 14)}, True),
        ({"summary_told_on": date(2026, 11, 15)}, False),
        ({"summary_told_on": date(2026, 11, 16)}, False),  # the clock was put back
    ],
)
def test_when_it_is_due(changed, is_told):
    assert is_due(EVENING, replace(WISHES, **changed)) is is_told


@pytest.fixture
def evening():
    """The clock of the wall, which a test moves."""
    return [EVENING]


@pytest.fixture
def summary(qtbot, jobs, dutch, evening):
    """A summary for a window that is not the active one; what it told and kept stands in lists."""
    window = QWidget()
    qtbot.addWidget(window)
    made = DailySummary(jobs, window, now=lambda: evening[0])
    made.sentences, made.days = [], []
    made.told.connect(made.sentences.append)
    made.told_on.connect(made.days.append)
    made.told_on.connect(lambda day: made.follow(replace(made._wishes, summary_told_on=day)))
    made.follow(WISHES)
    yield made
    made.follow(Settings(daily_summary=False))  # a timer that goes on would tell the next test
    made.deleteLater()


@pytest.fixture
def waiting(make_group):
    chat = make_group("Kade")
    flag(chat, "Brand bij Piet", "Brand", flag=Flag.CALL112, attention=Attention.NOW)
    flag(chat, "Bel 06-12345678", "06")


def look(qtbot, summary):
    summary.look()
    settle(qtbot, summary._jobs)


def test_it_says_how_much_waits_and_names_nobody(qtbot, summary, waiting):
    look(qtbot, summary)
    assert summary.sentences == ["Er wachten 2 dingen op u. 1 daarvan vraagt nu aandacht."]


def test_it_says_that_an_overview_can_go_and_to_nobody_by_name(qtbot, jobs, summary, make_group):
    chat = make_group("Kade")
    with jobs.console.store.writing() as connection:
        (he,) = connection.execute(insert(professionals).values(name="Peter")).inserted_primary_key
        line = {"what": "Gat", "state": "asked", "professional_id": he}
        line["since"] = jobs.console.now() - timedelta(days=7)
        (made,) = connection.execute(insert(feedback).values(line)).inserted_primary_key
        connection.execute(insert(feedback_groups).values(feedback_id=made, group_id=chat.group_id))
    look(qtbot, summary)
    assert summary.sentences == ["Er kan 1 overzicht naar een professional."]


def test_it_comes_once_a_day_also_after_a_restart(qtbot, jobs, summary, waiting, evening):
    look(qtbot, summary)
    evening[0] += timedelta(minutes=30)
    look(qtbot, summary)
    assert summary.days == [date(2026, 11, 15)]
    again = DailySummary(jobs, QWidget(), summary, now=lambda: evening[0])
    again.told.connect(summary.sentences.append)
    again.follow(replace(WISHES, summary_told_on=summary.days[-1]))  # as it comes back from the file
    look(qtbot, again)
    assert len(summary.sentences) == 1
    evening[0] += timedelta(days=1)
    look(qtbot, again)
    assert len(summary.sentences) == 2


def test_the_day_is_kept_before_anything_is_told(qtbot, summary, waiting):
    order = []
    summary.told_on.connect(lambda _day: order.append("kept"))
    summary.told.connect(lambda _sentence: order.append("told"))
    look(qtbot, summary)
    assert order == ["kept", "told"]


def test_nothing_waits_nothing_is_told(qtbot, summary):
    look(qtbot, summary)
    assert summary.sentences == []
    assert summary.days == [date(2026, 11, 15)]


def test_who_has_the_window_before_him_is_not_told(qtbot, summary, waiting):
    with qtbot.waitActive(summary._window):
        summary._window.show()
        summary._window.activateWindow()
    look(qtbot, summary)
    assert summary.sentences == []
    assert summary.days == [date(2026, 11, 15)]


def test_the_demo_and_a_closed_console_tell_nothing(qtbot, summary, waiting, jobs):
    jobs.console = replace(jobs.console, is_demo=True)
    look(qtbot, summary)
    jobs.console = None
    look(qtbot, summary)
    assert (summary.sentences, summary.days) == ([], [])


def test_the_clock_is_looked_at_only_when_it_may_be_told(summary):
    assert summary._timer.isActive()
    summary.follow(replace(WISHES, daily_summary=False))
    assert not summary._timer.isActive()


def test_where_the_system_shows_nothing_the_window_tells_it(qtbot, qapp):
    notifier = Notifier(qapp, QIcon())
    with qtbot.waitSignal(notifier.not_shown) as shown:
        notifier.show("Er wacht 1 bericht op u.")
    assert shown.args == ["Er wacht 1 bericht op u."]
    notifier.clear()
    notifier.deleteLater()
