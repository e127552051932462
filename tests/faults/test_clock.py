"""A clock that goes back an hour or a year, and the hour that comes twice: what happened later stays later (E8)."""

from datetime import timedelta

import pytest

from console.desk import intake, logbook, todos, triage, undoing
from console.domain.decision import Act, Verb
from tests.console.desk.conftest import NOW

BACK = (timedelta(hours=1), timedelta(days=365))
TWICE = """\
25-10-2026 01:50 - Anja: voor de eerste keer twee uur
25-10-2026 02:30 - Bram: half drie, zomertijd
25-10-2026 02:55 - Anja: bijna drie uur
25-10-2026 02:05 - Bram: en toen was het weer twee uur
25-10-2026 02:30 - Anja: half drie, wintertijd
25-10-2026 03:10 - Bram: voorbij
"""


@pytest.mark.parametrize("back", BACK)
def test_decisions_stay_in_the_order_in_which_they_were_taken(console, chat, clock, back):
    first, second = chat.flag("Bel 06-12345678"), chat.flag("Bel 06-87654321")
    triage.decide(console, first, Act(Verb.FINE))
    clock.moment -= back
    triage.decide(console, second, Act(Verb.PRIVATE, text="Dag"))
    newest, oldest = logbook.entry_rows(console, list(logbook.entry_ids(console))).values()
    by_id = sorted((newest, oldest), key=lambda entry: entry.id)
    assert [entry.verb for entry in by_id] == [Verb.FINE, Verb.PRIVATE]
    assert [*logbook.entry_ids(console)] == [by_id[1].id, by_id[0].id]
    undoing.undo(console)  # the last one that was taken, whatever the clock said
    assert [item.id for item in triage.week(console)] == [second]
    assert todos.todos(console) == ()
    undoing.redo(console)
    assert triage.week(console) == ()


@pytest.mark.parametrize("back", BACK)
def test_what_waits_until_a_day_is_not_lost(console, chat, clock, back):
    item = chat.flag("Bel 06-12345678")
    triage.decide_later(console, item, NOW + timedelta(days=2))
    clock.moment -= back
    assert triage.week(console) == ()
    clock.moment = NOW + timedelta(days=2, hours=1)
    assert [one.id for one in triage.week(console)] == [item]


def test_the_hour_that_comes_twice_keeps_the_order_of_the_chat_and_is_known_again(console, clock):
    taken = intake.import_text(console, TWICE, "Kade", judge=False)
    again = intake.import_text(console, TWICE, "Kade", judge=False)
    assert (taken.new, again.new, again.known) == (6, 0, 6)
    with console.store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT text, sent_at FROM messages ORDER BY position").all()
    assert [text for text, _at in rows] == [line.partition(": ")[2] for line in TWICE.splitlines()]
    moments = [at for _text, at in rows]
    assert moments == sorted(moments)
    assert moments[4] - moments[1] == 3600  # the same on the clock, an hour apart
