"""What waits for the judge is judged behind the person's back."""

import threading
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt

from console.desk import groups as desk
from console.desk import triage
from console.desk.corrections import correct
from console.desk.intake import import_text
from console.desk.judging import judge_waiting
from console.desk.messages import MessageFilter, message_ids
from console.domain.changes import Changes
from console.domain.decision import Act, Verb
from console.domain.judgement import Label
from tests.console.desk.conftest import NOW
from tests.ui.conftest import flag, press, settle
from ui.jobs import Lane
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


def say_many(chat, count):
    """Messages that wait for the judge; the last is the newest and urgent."""
    for number in range(count - 1):
        chat.say(f"Goedemorgen {number}", needs_judging=True)
    chat.say("Er wordt NU ingebroken op de Kade 18!!", needs_judging=True)


def test_like_messages_are_judged_again_after_a_correction(qtbot, jobs, looking_through):
    line = "{0}-11-2026 20:00 - Anja: Bel Piet Jansen maar, zijn nummer is 06-12345678\n"
    chat = "".join(line.format(day) for day in (11, 12, 13))
    import_text(jobs.console, chat, "Kade", review_from=NOW - timedelta(days=30))
    assert len(triage.week(jobs.console)) == 3
    first = message_ids(jobs.console, MessageFilter())[0]
    jobs.ask(correct, first, {Label.PERSONAL_DATA: "none"})
    settle(qtbot, jobs)
    assert triage.week(jobs.console) == ()


def test_progress_says_how_many_of_how_many(qtbot, jobs, looking_through, make_group):
    say_many(make_group("Kade", profile="wabp_alarm"), 12)
    seen = []
    looking_through.progressed.connect(lambda *numbers: seen.append(numbers))
    with qtbot.waitSignal(looking_through.ended):
        looking_through.start()
    assert seen[-1] == (12, 12)


def test_person_stops_it_and_goes_on_later(qtbot, jobs, looking_through, make_group):
    say_many(make_group("Kade", profile="wabp_alarm"), 12)
    may_begin = threading.Event()
    jobs.run(may_begin.wait, 10, lane=Lane.CPU)
    looking_through.start()
    with qtbot.waitSignal(looking_through.stopped):
        looking_through.stop()
        may_begin.set()
    jobs.changed.emit(Changes(messages=True))
    assert jobs.is_idle  # he said stop
    with qtbot.waitSignal(looking_through.ended):
        looking_through.start()
    assert len(triage.week(jobs.console)) == 1


def test_it_gives_way_to_what_a_person_waits_for_and_goes_on_behind_it(qtbot, jobs, looking_through, make_group):
    chat = make_group("Kade", profile="wabp_alarm")
    say_many(chat, 30)
    may_begin, order = threading.Event(), []
    jobs.run(may_begin.wait, 10, lane=Lane.CPU)
    looking_through.start()
    looking_through.ended.connect(lambda: order.append("judged"))
    jobs.run(int, lane=Lane.CPU, done=lambda _: order.append("taken in"))
    may_begin.set()
    settle(qtbot, jobs)
    assert order == ["taken in", "judged"]
    assert len(triage.week(jobs.console)) == 1


def test_another_console_does_not_wait_for_it(qtbot, jobs, looking_through, make_group):
    say_many(make_group("Kade"), 30)
    may_begin = threading.Event()
    jobs.run(may_begin.wait, 10, lane=Lane.CPU)
    looking_through.start()
    with qtbot.waitSignal(looking_through.ended):
        looking_through.leave()
    may_begin.set()
    settle(qtbot, jobs)
    assert triage.week(jobs.console) == ()


def test_week_fills_meanwhile_without_moving_the_reader(qtbot, window, make_group, open_page, dutch):
    chat = make_group("Kade", review_from=NOW - timedelta(days=30))
    for number in range(12):
        flag(chat, f"Bel 06-1234567{number % 10}", "06-1234567", at=NOW - timedelta(days=9, minutes=number))
    page = open_page("week")
    for _ in range(6):
        press(qtbot, window, Qt.Key.Key_Space)
        settle(qtbot, window.jobs)
    queue = page.parts.queue
    before = queue.visualRect(queue.currentIndex()), page.rows.row(queue.current_row).item.id
    other = make_group("Akker", review_from=NOW - timedelta(days=30))
    for number in range(7):
        flag(other, f"Nieuw 06-8765432{number}", "06-8765432")
    seen = []
    page.parts.conversation.model().modelReset.connect(lambda: seen.append("conversation"))
    window.jobs.tell_kept()
    settle(qtbot, window.jobs)
    assert page.rows.rowCount() == 19
    assert (queue.visualRect(queue.currentIndex()), page.rows.row(queue.current_row).item.id) == before
    assert seen == []


def test_pages_look_at_what_is_kept_at_most_every_two_seconds(qtbot, jobs):
    told = []
    jobs.changed.connect(told.append)
    for _ in range(50):
        jobs.tell_kept()
    assert len(told) == 1


def test_what_goed_zo_taught_is_applied_when_the_person_rests(qtbot, jobs, looking_through, make_group):
    alarm = make_group("Alarm", profile="wabp_alarm")
    adverts = [alarm.say("Te koop: bankstel in goede staat, ophalen", needs_judging=True) for _ in range(7)]
    judge_waiting(jobs.console)
    for minute, message in enumerate(adverts[:6]):
        now = replace(jobs.console, now=partial(later, minute))
        jobs.run(triage.decide, now, alarm.item(message), Act(Verb.FINE))
        settle(qtbot, jobs)
        assert looking_through.rest.isActive()
    assert len(triage.week(jobs.console)) == 1  # still: nothing ran while there were decisions to make
    looking_through.rest.setInterval(0)
    with qtbot.waitSignal(looking_through.ended):
        looking_through.rest.start()
    settle(qtbot, jobs)
    assert triage.week(jobs.console) == ()


def later(minutes: int):
    return NOW + timedelta(minutes=minutes)
