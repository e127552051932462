"""How long what is kept, and what stays of somebody when that is over: nothing by which he is known."""

from datetime import timedelta

import pytest
from sqlalchemy import func, insert, select, text, update

from console.desk import recruiting, triage
from console.desk import todos as todo_list
from console.desk.forgetting import retention
from console.desk.intake import import_file
from console.desk.joining import requests
from console.desk.logbook import entry, logbook
from console.desk.members import add_person_note, people_ids, people_rows, set_phone
from console.desk.messages import MessageFilter, message_ids
from console.domain.decision import Act, Verb
from console.domain.join_request import Applicant
from console.domain.member import PersonId
from console.domain.retention import Kept
from console.domain.start import Entry, Stage
from console.errors import ExpectedError
from console.store.tables import (
    decisions,
    groups,
    items,
    join_requests,
    members,
    memberships,
    messages,
    metadata,
    notes,
    outbox,
    people,
    prospects,
    refusal_marks,
    steps,
    todos,
)
from tests.console.desk.conftest import NOW

DAY = timedelta(days=1)
NAME = "Willemijn Terpstra"
PHONE = "+31612345677"
MESSAGE_TEXTS = {("messages", "text"), ("message_changes", "before"), ("message_changes", "after")}


def found_in(console, *words):
    """Return the columns of the decrypted store in which one of the words stands, but for the words of messages."""
    with console.store.reading() as connection:
        return {
            (table.name, column.name)
            for table in metadata.sorted_tables
            for column in table.c
            if (table.name, column.name) not in MESSAGE_TEXTS
            for word in words
            if connection.scalar(
                select(func.count()).select_from(table).where(text(f'CAST("{column.name}" AS TEXT) LIKE :word')),
                {"word": f"%{word}%"},
            )
        }


def request(console, chat, state="refused", decided_at=NOW, **values):
    """Store a request that was decided, with its item and all that an administrator wrote and sent about it."""
    row = {"group_id": chat.group_id, "name": NAME, "phone": PHONE, "email": "willemijn@terpstra.nl"}
    row |= {"street": "Lindenhof", "words": "Ik ben Willemijn", "source": "form", "received_at": NOW}
    row |= {"state": state, "decided_at": decided_at} | values
    with console.store.writing() as connection:
        (made,) = connection.execute(insert(join_requests).values(row)).inserted_primary_key
        item = {"kind": "request", "subject_id": made, "group_id": chat.group_id, "rank": 9, "at": NOW}
        (item_id,) = connection.execute(
            insert(items).values(item | {"attention": "later", "state": "done"})
        ).inserted_primary_key
        rows = [{"table": "join_requests", "id": made, "values": {"state": state, "reason": "Willemijn liegt"}}]
        entry_of = {"item_id": item_id, "verb": "refuse", "actor": "Anja", "decided_at": NOW, "note": "Dag Willemijn"}
        entry_of |= {"before": {"rows": rows}, "after": {"rows": rows}, "group_id": chat.group_id}
        (decision,) = connection.execute(insert(decisions).values(entry_of)).inserted_primary_key
        of_all = {"group_id": chat.group_id, "created_at": NOW, "decision_id": decision}
        connection.execute(insert(notes).values(of_all | {"text": "Belde Willemijn", "ends_at": NOW + 90 * DAY}))
        sent = {"group_id": chat.group_id, "created_at": NOW, "recipient": NAME, "action": "private"}
        connection.execute(insert(todos).values(sent | {"text": "Dag Willemijn", "request_id": made}))
        queued = {"idempotency_key": str(made), "carrier": "other", "body": "Dag Willemijn", "not_before": NOW}
        connection.execute(insert(outbox).values(sent | queued | {"request_id": made}))
        mark = {"group_id": chat.group_id, "request_id": made, "kind": "phone", "mark": f"{made:064x}"}
        mark |= {"refused_at": NOW, "ends_at": NOW + 365 * DAY, "reason_code": "outside_area"}
        connection.execute(insert(refusal_marks).values(mark))
    return made


def run_after(console, clock, **duration):
    clock.forward(**duration)
    return retention.run(console)


# --- join requests ---------------------------------------------------------------------------------------------------


def test_thirty_days_after_a_refusal_nothing_of_it_can_be_found_but_that_it_was(console, chat, clock):
    made = request(console, chat)
    assert found_in(console, "Willemijn", "Terpstra", PHONE)
    assert not run_after(console, clock, days=29, hours=23).due
    assert found_in(console, "Willemijn")

    erased = run_after(console, clock, hours=1)

    assert (erased.due.count(Kept.REQUEST), erased.changes.requests) == (1, True)
    assert found_in(console, "Willemijn", "Terpstra", PHONE) == set()
    with console.store.reading() as connection:
        row = connection.execute(select(join_requests)).one()
        assert (row.id, row.state, row.decided_at, row.source) == (made, "refused", NOW, "form")
        assert connection.scalar(select(func.count()).select_from(refusal_marks)) == 1
    assert not retention.run(console).due


def test_what_still_waited_on_the_phone_for_somebody_erased_waits_no_more(console, chat, clock):
    request(console, chat)
    run_after(console, clock, days=31)
    with console.store.reading() as connection:
        assert connection.scalars(select(todos.c.state)).all() == ["withdrawn"]
        assert connection.scalars(select(outbox.c.state)).all() == ["withdrawn"]


@pytest.mark.parametrize(
    ("state", "days"), [("refused", 30), ("redirected", 30), ("withdrawn", 30), ("admitted", 30), ("open", None)]
)
def test_whatever_was_decided_goes_after_its_term_and_who_waits_stays(console, chat, clock, state, days):
    request(console, chat, state, decided_at=None if days is None else NOW)
    clock.forward(days=400 if days is None else days - 1)
    assert not retention.due(console).count(Kept.REQUEST)
    clock.forward(days=1)
    assert retention.due(console).count(Kept.REQUEST) == (days is not None)


def test_a_group_may_keep_it_shorter_and_then_that_counts_for_what_was_decided_before_too(console, chat, clock):
    request(console, chat, ends_at=NOW + 30 * DAY)
    clock.forward(days=10)
    assert not retention.due(console)
    for days, words in ((10, "10 dagen"), (1, "1 dag")):
        with console.store.writing() as connection:
            connection.execute(update(groups).values(joining={"keep_refused_days": days}))
        assert retention.due(console).count(Kept.REQUEST) == 1
        assert f"Wie niet is toegelaten, wissen we na {words}." in retention.in_words(console, chat.group_id)[0]
    assert "Wie niet is toegelaten, wissen we na 30 dagen." in retention.in_words(console)[0]


def test_what_was_put_down_by_a_decision_that_was_undone_goes_too(console, chat, clock):
    request(console, chat, "withdrawn", decided_at=None, ends_at=NOW)
    assert not run_after(console, clock, days=29).due
    assert run_after(console, clock, days=1).due.count(Kept.REQUEST) == 1


def test_who_was_admitted_and_is_still_to_be_let_in_on_the_phone_waits_for_that(console, chat, clock):
    request_id = requests.add(console, chat.group_id, Applicant(NAME, phone=PHONE)).request_id
    triage.decide(console, requests.detail(console, request_id).request.item_id, Act(Verb.ADMIT))
    assert not run_after(console, clock, days=100).due
    (todo,) = todo_list.todos(console)
    assert todo.recipient == NAME
    todo_list.done(console, todo.id)
    assert retention.run(console).due.count(Kept.REQUEST) == 1
    assert found_in(console, NAME) == set()


def test_what_goes_is_shown_beforehand_with_the_reason_and_showing_it_changes_nothing(console, chat, clock):
    request(console, chat)
    assert len(retention.in_words(console)) == 6
    clock.forward(days=25)
    assert retention.in_words(console)[-1] == "In de komende 7 dagen wissen we 1 aanmelding."
    assert not retention.due(console)
    (line,) = retention.due(console, within=timedelta(days=7)).lines
    assert (line.kind, line.name, line.group, line.because) == (
        (Kept.REQUEST, NAME, "Kade", "Niet toegelaten op 15-11-2026.")
    )
    assert line.due_at == NOW + 30 * DAY
    assert retention.words_of(retention.due(console, within=timedelta(days=7)), "nl") == ("1 aanmelding",)
    assert found_in(console, NAME)


def test_a_clock_that_was_put_back_erases_nothing_more(console, chat, clock):
    request(console, chat)
    chat.member("Bram", joined_at=NOW - 9 * DAY, left_at=NOW - DAY)
    clock.forward(days=-365)
    assert not retention.run(console).due
    assert found_in(console, NAME)


def test_what_was_erased_cannot_be_undone(console, chat, clock):
    request(console, chat)
    run_after(console, clock, days=31)
    with console.store.reading() as connection:
        before = connection.execute(select(join_requests)).one()
    triage.undo(console)
    with console.store.reading() as connection:
        assert connection.execute(select(join_requests)).one() == before


def test_a_mark_goes_after_a_year_and_after_a_refusal_that_was_undone(console, chat, clock):
    request(console, chat)
    request(console, chat)
    with console.store.writing() as connection:
        first = select(func.min(refusal_marks.c.id)).scalar_subquery()
        connection.execute(update(refusal_marks).where(refusal_marks.c.id == first).values(removed_at=NOW))
    assert run_after(console, clock, days=30).due.count(Kept.MARK) == 1
    assert run_after(console, clock, days=334).due.count(Kept.MARK) == 0
    assert run_after(console, clock, days=1).due.count(Kept.MARK) == 1


def test_the_window_first_tells_for_a_week_what_is_to_go_and_then_does_it_every_day(console, chat, clock):
    clock.forward(days=3650)  # a clock that is ahead puts nothing off for years
    retention.run_daily(console)
    clock.forward(days=-3650)
    request(console, chat)
    clock.forward(days=100)
    told = retention.run_daily(console)
    assert (told.due.count(Kept.REQUEST), told.begins_at) == (1, NOW + 107 * DAY)
    assert found_in(console, NAME)
    clock.forward(days=6)
    assert retention.run_daily(console).begins_at == NOW + 107 * DAY
    clock.forward(days=1)
    assert retention.run_daily(console).begins_at is None
    assert found_in(console, NAME) == set()


# --- members ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def gone(console, chat):
    """Willemijn, who wrote and left, and of whom an administrator knows things."""
    item = chat.flag("Bel 06-87654321", author=NAME, at=NOW - 20 * DAY)
    chat.say("Goedenavond", author="Bram", at=NOW - 19 * DAY)
    chat.say(f"{NAME} heeft de groep verlaten", None, kind="system", event="member_left", subject=[NAME], at=NOW)
    member = chat.members[NAME]
    with console.store.writing() as connection:
        left = update(memberships).where(memberships.c.member_id == member)
        connection.execute(left.values(joined_at=NOW - 90 * DAY, left_at=NOW, reason="Willemijn verhuist"))
        known = update(members).where(members.c.id == member)
        connection.execute(known.values(alias="Mientje", consent_at=NOW, consent_channel="via Willemijn"))
        person = connection.scalar(select(members.c.person_id).where(members.c.id == member))
    set_phone(console, PersonId(person), PHONE)
    add_person_note(console, PersonId(person), "Willemijn hoort slecht")
    triage.decide(console, item, Act(Verb.PRIVATE, "Beste Willemijn, wilt u het nummer weghalen?", rung="note"))
    return member


def test_ninety_days_after_somebody_left_nothing_of_him_can_be_found_but_his_messages(console, chat, clock, gone):
    assert not run_after(console, clock, days=89).due.count(Kept.MEMBER)
    assert ("member_names", "name") in found_in(console, NAME)

    erased = run_after(console, clock, days=1)

    assert erased.due.count(Kept.MEMBER) == 1
    assert erased.due.lines[0].because == "Weg uit de groep sinds 15-11-2026."
    assert found_in(console, "Willemijn", "Terpstra", "Mientje", PHONE) == set()
    assert len(message_ids(console, MessageFilter())) == 2
    with console.store.reading() as connection:
        assert connection.scalar(select(members.c.name).where(members.c.id == gone)) == f"oud-lid {gone}"
        assert connection.scalar(select(func.count()).select_from(steps)) == 0
    for line in logbook(console):
        assert "Willemijn" not in repr(entry(console, line.id))


def test_who_is_erased_stands_in_no_list_of_members_and_no_search_finds_what_is_left_of_his_name(
    console, chat, clock, gone
):
    run_after(console, clock, days=91)
    rows = people_rows(console, people_ids(console))
    assert [row.name for row in rows.values()] == ["Bram"]
    with console.store.reading() as connection:
        hashed = connection.scalar(select(text("name FROM member_names WHERE member_id = :of")), {"of": gone})
    assert len(message_ids(console, MessageFilter(author=hashed[1:9]))) == 0
    assert len(people_ids(console, hashed[1:9])) == 0


def test_who_is_here_came_back_or_still_writes_is_not_erased(console, chat, clock):
    chat.member("Anja", joined_at=NOW - 300 * DAY)
    back = chat.member("Bram", joined_at=NOW - 300 * DAY, left_at=NOW - 200 * DAY)
    chat.member("Corrie", joined_at=NOW - 300 * DAY, left_at=NOW - 200 * DAY)
    chat.say("Ik ben er nog", author="Corrie", at=NOW - 100 * DAY)
    with console.store.writing() as connection:
        connection.execute(insert(memberships).values(member_id=back, joined_at=NOW - 150 * DAY))
    assert not retention.due(console)


def test_who_is_a_member_of_another_group_stays_known_there(console, chat, make_group, clock, gone):
    other = make_group("Lindenhof")
    with console.store.writing() as connection:
        person = connection.scalar(select(members.c.person_id).where(members.c.id == gone))
        values = {"group_id": other.group_id, "person_id": person, "name": "Willemijn"}
        connection.execute(insert(members).values(values))
    run_after(console, clock, days=91)
    with console.store.reading() as connection:
        row = connection.execute(select(people).where(people.c.id == person)).one()
    assert (row.name, row.phone) == (NAME, PHONE)
    assert found_in(console, "Mientje", "Willemijn verhuist", "Beste Willemijn") == set()


def test_what_a_person_did_about_somebody_erased_cannot_be_undone(console, chat, clock, gone):
    run_after(console, clock, days=91)
    while triage.undo(console) is not None:
        pass
    assert found_in(console, "Willemijn", PHONE) == set()


# --- an old export, and somebody who comes back ----------------------------------------------------------------------

OLD = """\
01-06-2026 09:00 - Anja: Welkom allemaal
01-06-2026 09:05 - Willemijn Terpstra: Goedemorgen
02-06-2026 09:05 - Willemijn Terpstra: Tot morgen
03-06-2026 10:00 - Willemijn Terpstra heeft de groep verlaten
"""
BACK = """\
03-06-2026 10:00 - Willemijn Terpstra heeft de groep verlaten
20-10-2026 10:00 - Willemijn Terpstra is deelnemer geworden via de uitnodigingslink van deze groep
20-10-2026 10:05 - Willemijn Terpstra: Daar ben ik weer
"""


@pytest.fixture
def take_in(console, tmp_path):
    """Take an export into the group Oost."""

    def take(said):
        (tmp_path / "chat.txt").write_text(said, encoding="utf-8")
        return import_file(console, tmp_path / "chat.txt", "Oost", "broad", judge=False)

    return take


def test_an_old_export_finds_who_was_erased_and_brings_neither_his_name_nor_his_messages_back(console, take_in):
    take_in(OLD)
    assert retention.run(console).due.count(Kept.MEMBER) == 1

    again = take_in(OLD)

    assert (again.new, again.known) == (0, 4)
    assert found_in(console, "Willemijn") == set()
    older = take_in("31-05-2026 08:00 - Willemijn Terpstra: Hallo?\n" + OLD)
    assert older.new == 1
    assert found_in(console, "Willemijn") == set()
    with console.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(members)) == 2
        written = select(func.count()).where(messages.c.member_id.is_not(None))
        assert connection.scalar(written) == 4


def test_an_export_that_calls_somebody_erased_otherwise_does_not_bring_that_name_either(console, take_in):
    take_in(OLD)
    retention.run(console)
    again = take_in(OLD.replace("Willemijn Terpstra:", "Mientje:").replace("Willemijn Terpstra", "Mientje"))
    assert again.new == 0
    assert found_in(console, "Willemijn", "Mientje") == set()


def test_who_joins_again_has_his_name_back(console, take_in):
    take_in(OLD)
    retention.run(console)
    take_in(BACK)
    with console.store.reading() as connection:
        row = connection.execute(select(members).where(members.c.name == NAME)).one()
        assert row.erased_at is None
        assert connection.scalar(select(people.c.name).where(people.c.id == row.person_id)) == NAME
        of_him = select(func.count()).where(messages.c.member_id == row.id)
        assert connection.scalar(of_him) == 3
        assert connection.scalar(select(func.count()).select_from(members)) == 2
    assert take_in(OLD + BACK.split("\n", 1)[1]).new == 0
    assert not retention.run(console).due


# --- who might have joined -------------------------------------------------------------------------------------------


def test_a_name_of_the_list_goes_after_a_no_or_a_year_of_silence_but_not_that_of_a_member(console, make_group, clock):
    park = make_group("De Sluis", profile="business_park")
    wanted = [Entry(name) for name in ("Bakker", "Garage", "Print", "Zeilen")]
    bakery, garage, _, sails = recruiting.add(console, park.group_id, wanted).ids
    recruiting.mark(console, [bakery], Stage.DECLINED)
    recruiting.remove(console, [garage])
    recruiting.link(console, sails, park.member("Jan van de zeilen"))

    assert run_after(console, clock, days=90).due.count(Kept.PROSPECT) == 2
    assert found_in(console, "Bakker", "Garage") == set()
    assert run_after(console, clock, days=275).due.count(Kept.PROSPECT) == 1
    with console.store.reading() as connection:
        assert connection.scalars(select(prospects.c.name)).all() == ["Zeilen"]
    triage.undo(console)
    assert found_in(console, "Bakker", "Garage", "Print") == set()


def test_a_group_that_is_gone_is_told(console):
    with pytest.raises(ExpectedError, match="no longer exists"):
        retention.in_words(console, 99)
