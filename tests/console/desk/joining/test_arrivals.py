"""The chat shows that somebody who asked to join is in, with lines as phones write them."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from console.desk import todos, triage
from console.desk.effects import Effects
from console.desk.intake import import_file
from console.desk.joining import requests
from console.domain.decision import Act, Verb
from console.domain.join_request import Applicant, RequestSource, RequestState
from console.domain.outgoing import TodoState
from console.store.tables import members, people
from console.store.tables import todos as table
from tests.console.desk.conftest import NOW

# The console's clock stands at 20:00 in Amsterdam.
BEFORE = """\
15-11-2026 19:00 - Berichten en oproepen worden end-to-end versleuteld. Niemand buiten deze chat kan ze lezen of \
beluisteren, zelfs WhatsApp niet. Tik voor meer informatie.
15-11-2026 19:01 - Anja heeft de groep Kade gemaakt
15-11-2026 19:30 - Carla: Goedenavond
"""
LATER = "15-11-2026 20:45 - Carla: Fijne avond allemaal\n"
ELS = Applicant("Els de Vries", phone="+31612345678", consent_at=NOW, consent_channel="formulier", has_read_rules=True)


@pytest.fixture
def take(console, tmp_path):
    """Take an export into the group Kade; return what it saw."""

    def take_text(text: str) -> Effects:
        file = tmp_path / "WhatsApp-chat met Kade.txt"
        file.write_text(text, encoding="utf-8")
        return import_file(console, file, "Kade", judge=False).effects

    return take_text


def ask(console, applicant=ELS, source=RequestSource.FORM, at=NOW):
    with console.store.writing() as connection:
        return requests.put(connection, console, 1, [(applicant, at, source, None)]).new[0]


def admit(console, request_id):
    triage.decide(console, requests.detail(console, request_id).request.item_id, Act(Verb.ADMIT))


def state(console):
    with console.store.reading() as connection:
        return TodoState(connection.scalar(select(table.c.state)))


@pytest.mark.parametrize("name", ["Els de Vries", "+31 6 12345678"])
def test_the_to_do_closes_when_the_chat_shows_him_and_the_member_keeps_what_he_agreed_to(console, take, name):
    take(BEFORE)
    request_id = ask(console)
    admit(console, request_id)
    seen = take(f"{BEFORE}15-11-2026 20:10 - U hebt {name} toegevoegd\n{LATER}")
    assert (seen.seen, seen.arrived, state(console)) == (1, 1, TodoState.SEEN)
    assert requests.detail(console, request_id).request.person_id is not None
    with console.store.reading() as connection:
        found = select(members, people.c.phone).join(people, people.c.id == members.c.person_id)
        member = connection.execute(found.where(members.c.name == name)).one()
    assert (member.consent_at, member.consent_channel, member.phone) == (NOW, "formulier", "+31612345678")
    assert member.rules_confirmed_at is not None
    assert member.rules_confirmed_how == "on_joining"


def test_what_was_seen_in_the_chat_is_not_undone(console, take):
    take(BEFORE)
    admit(console, ask(console))
    take(f"{BEFORE}15-11-2026 20:10 - U hebt Els de Vries toegevoegd\n")
    assert triage.undo(console) is None


def test_who_is_in_before_anybody_decided_is_off_the_list(console, take):
    take(BEFORE)
    request_id = ask(console, Applicant("Els"), RequestSource.EXPORT)
    assert len(triage.week(console)) == 1
    assert take(f"{BEFORE}15-11-2026 20:10 - U hebt Els toegevoegd\n").arrived == 1
    found = requests.detail(console, request_id).request
    assert (found.state, found.reason) == (RequestState.ADMITTED, "Zit in de groep, zo laat de export zien.")
    assert found.ends_at is not None
    assert triage.week(console) == ()
    assert triage.undo(console) is None


def test_who_was_asked_something_and_is_in_is_asked_no_more(console, take):
    take(BEFORE)
    item_id = requests.detail(console, ask(console)).request.item_id
    triage.decide(console, item_id, Act(Verb.ASK, text="Waar woont u?"))
    take(f"{BEFORE}15-11-2026 20:10 - U hebt Els de Vries toegevoegd\n")
    assert state(console) is TodoState.WITHDRAWN


def test_a_first_name_on_a_form_is_not_the_one_who_came(console, take):
    take(BEFORE)
    request_id = ask(console, Applicant("Els"))
    take(f"{BEFORE}15-11-2026 20:10 - U hebt Els toegevoegd\n")
    assert requests.detail(console, request_id).request.state is RequestState.OPEN


def test_who_came_before_he_asked_is_not_the_one(console, take):
    take(f"{BEFORE}15-11-2026 19:40 - U hebt Els de Vries toegevoegd\n")
    request_id = ask(console, Applicant("Els de Vries"))
    take(f"{BEFORE}15-11-2026 19:40 - U hebt Els de Vries toegevoegd\n{LATER}")
    assert requests.detail(console, request_id).request.state is RequestState.OPEN


def test_a_to_do_that_was_said_to_be_done_waits_again_when_nobody_came(console, clock, take):
    take(BEFORE)
    admit(console, ask(console))
    clock.forward(minutes=10)
    todos.done(console, todos.todos(console)[0].id)
    assert take(BEFORE + LATER).not_seen == 1
    assert state(console) is TodoState.NOT_SEEN


def test_when_somebody_came_under_another_name_nobody_can_tell(console, clock, take):
    take(BEFORE)
    admit(console, ask(console))
    clock.forward(minutes=10)
    todos.done(console, todos.todos(console)[0].id)
    take(f"{BEFORE}15-11-2026 20:10 - U hebt Buurvrouw op 12 toegevoegd\n{LATER}")
    assert state(console) is TodoState.DONE


def test_a_line_that_asks_and_one_that_admits_in_the_same_export_leave_nothing_to_decide(console, take):
    take(f"{BEFORE}15-11-2026 20:10 - U hebt Els de Vries toegevoegd\n")
    request_id = ask(console, Applicant("Els de Vries"), RequestSource.EXPORT, at=NOW - timedelta(minutes=5))
    assert requests.detail(console, request_id).request.state is RequestState.ADMITTED
    assert triage.week(console) == ()
