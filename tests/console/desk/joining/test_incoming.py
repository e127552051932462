"""Requests come in: one person is one request, once in the queue."""

from datetime import timedelta

from sqlalchemy import select, update

from console.desk import triage
from console.desk.joining import requests
from console.domain.decision import ItemKind
from console.domain.join_request import Applicant, RequestSource
from console.domain.work_area import Address
from console.store.tables import join_requests
from tests.console.desk.conftest import NOW

ELS = Applicant("Els de Vries", phone="+31612345678", address=Address("Dorpsstraat", "12a"), words="Mag ik erbij?")


def put(console, chat, *applicants, at=NOW, source=RequestSource.FORM):
    with console.store.writing() as connection:
        rows = [(who, at, source, None) for who in applicants]
        return requests.put(connection, console, chat.group_id, rows)


def row_of(console, request_id):
    with console.store.reading() as connection:
        return connection.execute(select(join_requests).where(join_requests.c.id == request_id)).one()


def decided(console, request_id, state="refused"):
    with console.store.writing() as connection:
        row = update(join_requests).where(join_requests.c.id == request_id)
        connection.execute(row.values(state=state, decided_at=console.now()))


def test_a_request_waits_in_the_one_queue(console, chat):
    put(console, chat, ELS, at=NOW - timedelta(days=2))
    (item,) = triage.week(console)
    assert (item.kind, item.author, item.why) == (ItemKind.REQUEST, "Els de Vries", "Wil bij de groep.")
    assert item.text == "Dorpsstraat 12a\nMag ik erbij?"


def test_the_same_number_is_the_same_request_and_fills_in_what_was_missing(console, chat):
    (request_id,) = put(console, chat, ELS).new
    again = put(console, chat, Applicant("Els", phone="+31612345678", email="els@example.nl"))
    row = row_of(console, request_id)
    assert (again.new, again.updated, row.email) == ((), (request_id,), "els@example.nl")
    assert row.name == "Els de Vries"
    assert "naam: Els" in row.words
    assert len(triage.week(console)) == 1


def test_saying_the_same_again_changes_nothing(console, chat):
    (request_id,) = put(console, chat, ELS).new
    assert put(console, chat, ELS, ELS).known == (request_id,)


def test_a_line_of_the_chat_has_only_a_name(console, chat):
    (request_id,) = put(console, chat, Applicant("Els de Vries"), source=RequestSource.EXPORT).new
    assert put(console, chat, ELS).updated == (request_id,)
    assert row_of(console, request_id).phone == "+31612345678"


def test_a_first_name_alone_is_not_somebody_with_an_address(console, chat):
    put(console, chat, Applicant("Els", address=Address("Dorpsstraat", "12")))
    assert len(put(console, chat, Applicant("Els")).new) == 1


def test_another_address_under_one_name_is_another_request(console, chat):
    put(console, chat, Applicant("Jan Smit", address=Address("Kerkweg", "1")))
    assert len(put(console, chat, Applicant("Jan Smit", address=Address("Kerkweg", "2"))).new) == 1


def test_the_same_person_twice_in_one_file_is_one_request(console, chat):
    taken = put(console, chat, ELS, Applicant("ELS DE VRIES", address=Address("dorpsstraat", "12 A"), language="nl"))
    assert (len(taken.new), taken.updated) == (1, ())


def test_who_was_refused_and_asks_later_is_there_again(console, chat, clock):
    (request_id,) = put(console, chat, ELS).new
    decided(console, request_id)
    assert put(console, chat, ELS, at=NOW - timedelta(days=1)).known == (request_id,)
    clock.forward(days=1)
    assert put(console, chat, ELS, at=clock()).updated == (request_id,)
    row = row_of(console, request_id)
    assert (row.state, row.decided_at, row.received_at) == ("open", None, clock())


def test_an_open_group_has_no_requests(console, make_group):
    chat = make_group("Open", join_policy="open")
    assert put(console, chat, ELS).is_open_group
    assert triage.week(console) == ()


def test_what_waits_too_long_goes_first_and_says_so(console, chat):
    put(console, chat, Applicant("Nieuw"), at=NOW - timedelta(days=1))
    put(console, chat, Applicant("Oud"), at=NOW - timedelta(days=9))
    chat.flag("Bel 06-12345678")
    first, second, _ = triage.week(console)
    assert (first.author, second.author) == ("Oud", "Nieuw")
    assert "9 dagen" in first.why


def test_two_people_with_one_landline_are_two(console, chat):
    put(console, chat, Applicant("Bakker Jansen", phone="+31101234567"))
    assert len(put(console, chat, Applicant("Piet Smit", phone="+31101234567")).new) == 1
    assert len(put(console, chat, Applicant("Bakker Jansen", phone="+31101234567", language="nl")).updated) == 1


def test_a_number_in_the_place_of_a_name_gives_way_to_the_name(console, chat):
    line = Applicant("+31 6 12345678", phone="+31612345678")
    (request_id,) = put(console, chat, line, source=RequestSource.EXPORT).new
    put(console, chat, ELS)
    row = row_of(console, request_id)
    assert (row.name, row.words) == ("Els de Vries", "Mag ik erbij?")


def test_who_gives_no_name_is_called_by_what_he_gives(console, chat):
    (request_id,) = put(console, chat, Applicant("", email="els@example.nl")).new
    assert row_of(console, request_id).name == "els@example.nl"


def test_marks_that_nobody_sees_stand_in_no_name(console, chat):
    (made,) = put(console, chat, Applicant("E\u202els\0 de Vries", vouched_by="Ja\u202en")).new
    assert (row_of(console, made).name, row_of(console, made).vouched_by) == ("Els de Vries", "Jan")
