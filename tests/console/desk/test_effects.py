"""What the next export shows of what a person did on the phone, with lines as phones write them."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from console.desk import identity, todos, undoing
from console.desk.effects import Effects
from console.desk.intake import import_file
from console.domain.decision import Act, Verb
from console.domain.outgoing import TodoState
from console.store.tables import decisions, members, messages
from console.store.tables import todos as table
from tests.console.desk.conftest import NOW
from tests.console.desk.outgoing import decided

# The console's clock stands at 20:00 in Amsterdam.
BEFORE = """\
15-11-2026 19:00 - Berichten en oproepen worden end-to-end versleuteld. Niemand buiten deze chat kan ze lezen of \
beluisteren, zelfs WhatsApp niet. Tik voor meer informatie.
15-11-2026 19:01 - Anja heeft de groep Kade gemaakt
15-11-2026 19:02 - U hebt Bram toegevoegd
15-11-2026 19:30 - Bram: Bel dan 06-12345678, dat is zijn nummer
15-11-2026 19:31 - Carla: Dank je
"""
GONE = BEFORE.replace("Bel dan 06-12345678, dat is zijn nummer", "Dit bericht is verwijderd")
LATER = "15-11-2026 20:30 - Carla: Fijne avond allemaal\n"
ASKED = "Beste buren, wilt u geen telefoonnummers van anderen delen? Dat mag niet zomaar. Dank u wel!"


@pytest.fixture
def take(console, tmp_path):
    """Take an export into the group Kade; return what it saw of the to-dos."""

    def take_text(text: str, name: str = "WhatsApp-chat met Kade.txt") -> Effects:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return import_file(console, file, "Kade", judge=False).effects

    return take_text


@pytest.fixture
def ask(console, take):
    """Decide something about Bram's message, so that a to-do waits; return its id."""
    take(BEFORE)

    def decide(act: Act):
        with console.store.reading() as connection:
            row = connection.execute(
                select(messages.c.id, messages.c.group_id, members.c.person_id)
                .join(members, members.c.id == messages.c.member_id)
                .where(members.c.name == "Bram")
            ).one()
        decided(console, act, row.group_id, message_id=row.id, person_id=row.person_id)
        return todos.todos(console)[-1].id

    return decide


def state(console, todo_id) -> TodoState:
    with console.store.reading() as connection:
        return TodoState(connection.scalar(select(table.c.state).where(table.c.id == todo_id)))


def say_done(console, clock, todo_id, minutes: int = 10) -> None:
    clock.forward(minutes=minutes)
    todos.done(console, todo_id)


# --- a message that goes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("said", [False, True])
def test_a_deleted_message_closes_its_todo_whether_a_person_said_so_or_not(console, clock, take, ask, said) -> None:
    todo_id = ask(Act(Verb.DELETE))
    if said:
        say_done(console, clock, todo_id)
    assert take(GONE) == Effects(seen=1)
    assert state(console, todo_id) is TodoState.SEEN
    assert todos.todos(console) == ()


def test_a_message_that_still_stands_there_is_not_seen_yet(console, clock, take, ask) -> None:
    todo_id = ask(Act(Verb.DELETE))
    say_done(console, clock, todo_id)
    assert take(BEFORE + LATER) == Effects(not_seen=1)
    (todo,) = todos.todos(console)
    assert (todo.id, todo.state) == (todo_id, TodoState.NOT_SEEN)
    assert todo.done_at == NOW + timedelta(minutes=10)  # so that the page can say when a person said so
    todos.done(console, todo_id)
    assert take(GONE + LATER) == Effects(seen=1)


def test_an_export_from_before_a_person_did_it_says_nothing(console, clock, take, ask) -> None:
    todo_id = ask(Act(Verb.DELETE))
    say_done(console, clock, todo_id, minutes=60)
    assert take(BEFORE + LATER) == Effects()
    assert state(console, todo_id) is TodoState.DONE


def test_what_nobody_said_is_done_stays_open(console, take, ask) -> None:
    todo_id = ask(Act(Verb.DELETE))
    assert take(BEFORE + LATER) == Effects()
    assert state(console, todo_id) is TodoState.OPEN


def test_a_gap_in_an_export_of_whatsapp_is_no_deletion(console, clock, take, ask) -> None:
    """Such an export may have been cut off, or the message removed on this one phone."""
    todo_id = ask(Act(Verb.DELETE))
    say_done(console, clock, todo_id)
    without = "".join(line for line in BEFORE.splitlines(keepends=True) if "Bram: Bel" not in line)
    assert take(without + LATER) == Effects()
    assert state(console, todo_id) is TodoState.DONE


def telegram(*said: tuple[int, int, str]) -> str:
    begin = int((NOW - timedelta(hours=1)).timestamp())
    lines = [
        {"id": number, "type": "message", "date_unixtime": str(begin + 60 * minute), "date": "2026-11-15T19:00:00"}
        | {"from": "Bram", "from_id": "user1", "text": text, "text_entities": []}
        for number, minute, text in said
    ]
    return json.dumps({"name": "Kade", "type": "private_supergroup", "id": 7, "messages": lines})


def test_telegram_leaves_out_what_was_deleted(console, clock, take) -> None:
    take(telegram((1, 0, "Hallo"), (2, 5, "Bel 06-12345678"), (3, 9, "Dag")), "result.json")
    with console.store.reading() as connection:
        row = connection.execute(select(messages).where(messages.c.source_id.like("%2"))).one()
    decided(console, Act(Verb.DELETE), row.group_id, message_id=row.id)
    (todo,) = todos.todos(console)
    say_done(console, clock, todo.id)
    standing = telegram((1, 0, "Hallo"), (2, 5, "Bel 06-12345678"), (3, 9, "Dag"), (4, 80, "Ja"))
    assert take(standing, "result.json") == Effects(not_seen=1)
    assert take(telegram((1, 0, "Hallo"), (3, 9, "Dag"), (4, 80, "Ja")), "result.json") == Effects(seen=1)


def test_an_export_that_knows_nothing_around_a_message_does_not_say_that_it_is_gone(console, take) -> None:
    """Of another chat, or with other ids: the message lacks, and so does all that stood around it."""
    take(telegram((1, 0, "Hallo"), (2, 5, "Bel 06-12345678"), (3, 9, "Dag")), "result.json")
    with console.store.reading() as connection:
        row = connection.execute(select(messages).where(messages.c.source_id.like("%2"))).one()
    decided(console, Act(Verb.DELETE), row.group_id, message_id=row.id)
    assert take(telegram((11, 0, "Goedemorgen"), (12, 80, "Tot morgen")), "result.json") == Effects()
    assert todos.todos(console)[0].state is TodoState.OPEN


# --- a member that goes ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "15-11-2026 20:05 - U hebt Bram verwijderd\n",
        "15-11-2026 20:05 - Anja heeft Bram verwijderd\n",
        "15-11-2026 20:05 - Bram heeft de groep verlaten\n",
        "15-11-2026 20:00 - U hebt Bram verwijderd\n",  # in the minute of the decision
        "15-11-2026 19:45 - Bram heeft de groep verlaten\n",  # gone before anybody decided
    ],
)
def test_a_member_who_left_closes_the_todo_to_take_him_out(console, clock, take, ask, line) -> None:
    clock.forward(seconds=40)
    todo_id = ask(Act(Verb.REMOVE, reason="dreigde"))
    assert take(BEFORE + line) == Effects(seen=1)
    assert state(console, todo_id) is TodoState.SEEN


def test_on_an_iphone_too(console, take) -> None:
    begun = "[15-11-2026, 19:02:11] \u200eAnja heeft Bram toegevoegd\n[15-11-2026, 19:30:00] Bram: Ik kom langs\n"
    take(begun, "_chat.txt")
    with console.store.reading() as connection:
        row = connection.execute(select(messages).where(messages.c.text == "Ik kom langs")).one()
        person_id = connection.scalar(select(members.c.person_id).where(members.c.id == row.member_id))
    decided(console, Act(Verb.REMOVE), row.group_id, message_id=row.id, person_id=person_id)
    removed = "[15-11-2026, 20:05:09] ~ Anja: \u200e~ Anja heeft Bram verwijderd\n"
    assert take(begun + removed, "_chat.txt") == Effects(seen=1)


def test_a_member_who_is_still_there_is_not_seen_yet(console, clock, take, ask) -> None:
    todo_id = ask(Act(Verb.REMOVE))
    say_done(console, clock, todo_id)
    assert take(BEFORE + LATER) == Effects(not_seen=1)


def test_a_member_who_came_back_is_still_there(console, clock, take, ask) -> None:
    todo_id = ask(Act(Verb.REMOVE))
    say_done(console, clock, todo_id)
    back = "15-11-2026 20:05 - U hebt Bram verwijderd\n15-11-2026 20:20 - U hebt Bram toegevoegd\n"
    assert take(BEFORE + back + LATER) == Effects(not_seen=1)


def test_who_left_under_one_of_two_names_is_not_seen_to_be_gone(console, clock, take, ask) -> None:
    begun = BEFORE + "15-11-2026 19:40 - Bram Werk: Nog iemand thuis?\n"
    todo_id = ask(Act(Verb.REMOVE))
    take(begun)
    with console.store.reading() as connection:
        called = select(members.c.person_id).where(members.c.name.in_(["Bram", "Bram Werk"]))
        one, other = connection.scalars(called).all()
    identity.merge(console, one, other)
    say_done(console, clock, todo_id)
    removed = "15-11-2026 20:05 - U hebt Bram verwijderd\n"
    assert take(begun + removed + LATER) == Effects()
    assert state(console, todo_id) is TodoState.DONE
    other_too = removed + "15-11-2026 20:06 - U hebt Bram Werk verwijderd\n"
    assert take(begun + other_too + LATER) == Effects(seen=1)


def test_an_export_without_notices_cannot_tell_who_left(console, clock, take) -> None:
    begun = "15-11-2026 19:30 - Bram: Ik kom langs\n15-11-2026 19:31 - Carla: O\n"
    take(begun)
    with console.store.reading() as connection:
        row = connection.execute(select(messages).where(messages.c.text == "Ik kom langs")).one()
        person_id = connection.scalar(select(members.c.person_id).where(members.c.id == row.member_id))
    decided(console, Act(Verb.REMOVE), row.group_id, message_id=row.id, person_id=person_id)
    (todo,) = todos.todos(console)
    say_done(console, clock, todo.id)
    assert take(begun + LATER) == Effects()
    wrote = "15-11-2026 20:40 - Bram: Daar ben ik weer\n"
    assert take(begun + LATER + wrote) == Effects(not_seen=1)


# --- a text in the group ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "posted",
    [
        ASKED,
        ASKED.upper(),
        ASKED.replace("Beste buren", "Beste allemaal"),  # changed a little on the phone
        ASKED.replace("? ", "?\n"),
        ASKED + " <Dit bericht is bewerkt>",
    ],
)
def test_a_posted_text_closes_its_todo(console, take, ask, posted) -> None:
    todo_id = ask(Act(Verb.GROUP, text=ASKED))
    assert take(BEFORE + f"15-11-2026 20:00 - Anja: {posted}\n" + LATER) == Effects(seen=1)
    assert state(console, todo_id) is TodoState.SEEN


@pytest.mark.parametrize(
    "posted",
    [
        "15-11-2026 20:10 - Anja: Wilt u opletten?\n",
        "15-11-2026 19:59 - Anja: " + ASKED + "\n",  # before it was decided: another one with the same words
    ],
)
def test_another_text_does_not(console, clock, take, ask, posted) -> None:
    todo_id = ask(Act(Verb.GROUP, text=ASKED))
    say_done(console, clock, todo_id, minutes=20)
    assert take(BEFORE + posted + LATER) == Effects(not_seen=1)


def test_an_export_that_begins_later_cannot_tell_that_nothing_was_posted(console, clock, take, ask) -> None:
    todo_id = ask(Act(Verb.GROUP, text=ASKED))
    say_done(console, clock, todo_id)
    assert take(LATER + "15-11-2026 20:31 - Carla: Tot morgen\n") == Effects()
    assert state(console, todo_id) is TodoState.DONE


# --- what no export shows, and what comes after ----------------------------------------------------------------------


@pytest.mark.parametrize("verb", [Verb.PRIVATE, Verb.OFFICER])
def test_what_was_said_in_private_only_a_person_knows(console, clock, take, ask, verb) -> None:
    todo_id = ask(Act(verb, text=ASKED))
    say_done(console, clock, todo_id)
    assert take(BEFORE + f"15-11-2026 20:05 - Anja: {ASKED}\n" + LATER) == Effects()
    assert state(console, todo_id) is TodoState.DONE


def test_what_was_taken_back_is_not_looked_for(console, take, ask) -> None:
    todo_id = ask(Act(Verb.DELETE))
    undoing.undo(console)
    assert take(GONE) == Effects()
    assert state(console, todo_id) is TodoState.WITHDRAWN


def test_what_was_seen_to_happen_is_passed_over_by_undo(console, clock, take, ask) -> None:
    todo_id = ask(Act(Verb.DELETE))
    say_done(console, clock, todo_id)
    take(GONE)
    assert undoing.undo(console) is None or state(console, todo_id) is TodoState.SEEN
    with console.store.reading() as connection:
        assert set(connection.scalars(select(decisions.c.left_computer))) == {True}


def test_another_group_is_left_alone(console, clock, take, ask, tmp_path) -> None:
    todo_id = ask(Act(Verb.GROUP, text=ASKED))
    file = tmp_path / "Haven.txt"
    file.write_text(BEFORE + f"15-11-2026 20:05 - Anja: {ASKED}\n", encoding="utf-8")
    assert import_file(console, file, "Haven", judge=False).effects == Effects()
    assert state(console, todo_id) is TodoState.OPEN
