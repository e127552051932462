"""The page Op uw telefoon: what a person does by hand."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import insert, select, update

from console.desk import todos, undoing
from console.domain.decision import Act, Verb
from console.domain.outgoing import Action, TodoState
from console.errors import ExpectedError
from console.store.tables import group_professionals, members, people, professionals
from tests.console.desk.conftest import NOW
from tests.console.desk.outgoing import decided

TEXT = "Beste Bram, wilt u het nummer weghalen?\nGroet & dank, Anja"


@pytest.fixture
def bram(console, chat) -> int:
    """The person of a member with a number."""
    chat.member("Bram")
    with console.store.writing() as connection:
        person_id = connection.scalar(
            select(members.c.person_id).where(members.c.id == chat.members["Bram"]),
        )
        connection.execute(update(people).where(people.c.id == person_id).values(phone="+31612345678"))
    return person_id


@pytest.fixture
def todo(console, chat, bram):
    message_id = chat.say("Bel dan\n06-87654321")
    decided(console, Act(Verb.PRIVATE, text=TEXT), chat.group_id, message_id=message_id, person_id=bram)
    (one,) = todos.todos(console)
    return one


def test_a_todo_says_what_to_whom_and_about_what(todo) -> None:
    assert (todo.action, todo.group, todo.recipient, todo.phone) == (Action.PRIVATE, "Kade", "Bram", "+31612345678")
    assert (todo.text, todo.about) == (TEXT, "Bel dan 06-87654321")
    assert (todo.state, todo.created_at, todo.done_at, todo.handed_at) == (TodoState.OPEN, NOW, None, None)


def test_a_number_is_given_only_for_a_private_chat(console, chat, bram) -> None:
    decided(console, Act(Verb.REMOVE), chat.group_id, person_id=bram)
    decided(console, Act(Verb.GROUP, text="Let op"), chat.group_id, person_id=bram)
    assert [one.phone for one in todos.todos(console)] == [None, None]


def test_a_member_without_a_number_has_none(console, chat) -> None:
    chat.member("Carla")
    decided(console, Act(Verb.PRIVATE, text=TEXT), chat.group_id, person_id=None)
    assert todos.todos(console)[0].phone is None


def test_a_question_goes_to_the_number_of_the_officer(console, chat, bram) -> None:
    with console.store.writing() as connection:
        officer = insert(professionals).values(name="Sander", phone="+31688888888")
        (officer_id,) = connection.execute(officer).inserted_primary_key
        linked = {"group_id": chat.group_id, "professional_id": officer_id, "presence": "reads"}
        connection.execute(insert(group_professionals).values(linked))
    decided(console, Act(Verb.OFFICER, text="Kent u dit?"), chat.group_id, person_id=bram)
    (one,) = todos.todos(console)
    assert (one.recipient, one.phone) == ("Sander", "+31688888888")


def test_the_link_opens_a_chat_with_the_text_to_the_letter() -> None:
    address = urlsplit(todos.chat_link("+31612345678", TEXT))
    assert (address.scheme, address.hostname, address.path) == ("https", "wa.me", "/31612345678")
    assert parse_qs(address.query) == {"text": [TEXT]}
    assert address.fragment == ""


def test_a_text_cannot_break_out_of_the_link() -> None:
    text = "#&text=nep ?/+% é 👍\u202e"
    assert parse_qs(urlsplit(todos.chat_link("+31612345678", text)).query) == {"text": [text]}


@pytest.mark.parametrize("phone", ["", "0612345678", "+31612345678/../x", "+31 6 12345678", "+٣١٦١٢٣٤٥٦٧٨"])
def test_only_a_number_makes_a_link(phone) -> None:
    with pytest.raises(ValueError, match="number"):
        todos.chat_link(phone, TEXT)


def test_done_is_shown_for_a_week_and_can_be_put_back(console, clock, todo) -> None:
    todos.hand(console, todo.id)
    clock.forward(minutes=5)
    changes = todos.done(console, todo.id)
    assert changes.outgoing
    (now,) = todos.todos(console)
    assert (now.state, now.handed_at, now.done_at) == (TodoState.DONE, NOW, NOW + timedelta(minutes=5))
    assert todos.waiting(console) == 0
    todos.put_back(console, todo.id)
    (now,) = todos.todos(console)
    assert (now.state, now.done_at) == (TodoState.OPEN, None)
    assert todos.waiting(console) == 1
    todos.done(console, todo.id)
    clock.forward(days=8)
    assert todos.todos(console) == ()


def test_what_is_to_be_done_comes_first_and_the_oldest_of_it(console, clock, chat, todo) -> None:
    for key, text in enumerate(("twee", "drie", "vier")):
        clock.forward(minutes=1)
        decided(console, Act(Verb.GROUP, text=text), chat.group_id, key=str(key))
    first, second, third, fourth = todos.todos(console)
    todos.done(console, first.id)
    clock.forward(minutes=1)
    todos.done(console, third.id)
    assert [one.id for one in todos.todos(console)] == [second.id, fourth.id, third.id, first.id]


def test_each_is_undone_in_turn(console, todo) -> None:
    todos.done(console, todo.id)
    undone = undoing.undo(console)
    assert undone is not None
    assert undone.verb is Verb.TODO
    assert todos.todos(console)[0].state is TodoState.OPEN
    todos.drop(console, todo.id)
    assert todos.todos(console) == ()
    undoing.undo(console)
    assert todos.todos(console)[0].state is TodoState.OPEN
    undoing.undo(console)  # the decision itself
    assert todos.todos(console) == ()


def test_what_is_not_on_the_list_is_refused(console, todo) -> None:
    with pytest.raises(ExpectedError) as refused:
        todos.put_back(console, todo.id)
    assert refused.value.key == "todo_settled"
    todos.done(console, todo.id)
    for call in (todos.done, todos.drop):
        with pytest.raises(ExpectedError):
            call(console, todo.id)


def test_opening_a_text_twice_is_no_decision(console, todo) -> None:
    todos.hand(console, todo.id)
    todos.hand(console, todo.id)
    undone = undoing.undo(console)
    assert undone is not None
    assert undone.verb is Verb.PRIVATE
