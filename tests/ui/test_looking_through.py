"""What waits for the judge is judged behind the person's back."""

import pytest

from console.desk import groups as desk
from console.desk import triage
from console.desk.intake import import_text
from tests.ui.conftest import settle
from ui.looking_through import LookingThrough

URGENT = "12-11-2026 20:00 - Anja: Er wordt NU ingebroken op de Kade 18!!\n"


@pytest.fixture
def looking_through(jobs):
    return LookingThrough(jobs, jobs)


def test_an_import_that_was_cut_short_is_judged_when_the_console_opens(qtbot, jobs, looking_through):
    import_text(jobs.console, URGENT, "Alarm", "wabp_alarm", judge=False)
    with qtbot.waitSignal(jobs.changed):
        looking_through.start()
    assert len(triage.week(jobs.console)) == 1


def test_a_group_of_another_kind_is_judged_again(qtbot, jobs, looking_through):
    """A broad group does not ask after 112, an alarm group does."""
    result = import_text(jobs.console, URGENT, "Alarm", "broad")
    assert triage.week(jobs.console) == ()
    jobs.ask(desk.change_group, result.group_id, profile="wabp_alarm")
    settle(qtbot, jobs)
    assert len(triage.week(jobs.console)) == 1
