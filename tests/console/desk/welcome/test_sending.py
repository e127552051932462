"""The rules go to members, in the group, in private or on paper; and who counts as sent, from when."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from console.desk import outbox, todos, undoing
from console.desk.welcome import confirming, sending
from console.domain.outgoing import Action, SendState
from console.domain.welcome import ConfirmedHow, SentHow, WelcomeKind
from console.errors import ExpectedError
from console.store.tables import welcomes
from tests.console.desk.conftest import NOW
from tests.console.desk.outgoing import ToldCarrier, with_carrier

RULES = "*Afspraken van onze groep*\n✅ Bel 112 bij spoed.\nHebt u dit gelezen? Stuur dan: gelezen."


@pytest.fixture
def kade(chat):
    """A group with an administrator, an officer, and four members of whom one left and one came a day later."""
    for name, role in (("Anja", "admin"), ("Wijkagent Wim", "professional"), ("Bram", "member"), ("Carla", "member")):
        chat.member(name, role)
    chat.member("Dirk", joined_at=NOW - timedelta(days=90), left_at=NOW - timedelta(days=1))
    chat.member("Eva", joined_at=NOW + timedelta(days=1))
    return chat


def how_it_stands(console, group_id) -> dict[str, tuple[SentHow | None, bool]]:
    """By name: how somebody was sent the rules, and whether he is to be reminded."""
    return {row.name: (row.sent_how, row.is_due) for row in confirming.of_group(console, group_id).rows}


def test_of_three_messages_on_the_phone_the_last_makes_members_sent_and_one_undo_takes_each_step_back(
    console, clock, kade
) -> None:
    changes = sending.to_group(console, kade.group_id, ["Welkom!", RULES, "Tot ziens."])
    assert (changes.welcome, changes.outgoing) == (True, True)
    first, second, third = (todo for todo in todos.todos(console))
    assert [first.text, second.text, third.text] == ["Welkom!", RULES, "Tot ziens."]  # in this order
    clock.forward(minutes=10)
    todos.done(console, first.id)
    todos.done(console, third.id)
    assert confirming.of_group(console, kade.group_id).sent == 0
    assert todos.done(console, second.id).welcome
    nobody, told = (None, False), (SentHow.GROUP, False)
    # Eva comes tomorrow, Dirk is gone, and who moderates or works for the police is not asked.
    assert how_it_stands(console, kade.group_id) == {"Bram": told, "Carla": told, "Eva": nobody}
    todos.put_back(console, second.id)
    assert confirming.of_group(console, kade.group_id).sent == 0
    todos.drop(console, second.id)  # the rest counts without
    assert confirming.of_group(console, kade.group_id).sent == 2
    for _ in range(5):
        assert undoing.undo(console) is not None
    assert confirming.of_group(console, kade.group_id).sent == 0
    assert undoing.undo(console) is not None  # ... and that it was made ready
    assert todos.waiting(console) == 0
    with console.store.reading() as connection:
        assert None not in set(connection.scalars(select(welcomes.c.removed_at)))


def test_what_a_carrier_posted_counts_from_then_and_what_failed_when_a_person_says_that_it_arrived(
    console, clock, make_group
) -> None:
    kade = make_group(tool="other")
    kade.member("Bram")
    carrier = ToldCarrier()
    live = with_carrier(console, carrier)
    sending.to_group(live, kade.group_id, ["Een", "Twee"])
    clock.forward(seconds=11)
    assert outbox.send_due(live).welcome
    assert [sent.body for sent in carrier.sent] == ["Een", "Twee"]
    assert how_it_stands(live, kade.group_id) == {"Bram": (SentHow.GROUP, False)}
    clock.forward(days=8)

    def breaks() -> str:
        raise TimeoutError

    carrier.answer = breaks
    member = kade.member("Bram")
    assert how_it_stands(live, kade.group_id)["Bram"] == (SentHow.GROUP, True)
    sending.to_members(live, {member: "Beste Bram, nog een keer."})
    assert how_it_stands(live, kade.group_id)["Bram"] == (SentHow.GROUP, False)  # one is on its way
    with pytest.raises(ExpectedError) as refused:
        sending.to_members(live, {member: "Beste Bram, en nog eens."})
    assert refused.value.key == "welcome_waits"
    clock.forward(seconds=11)
    outbox.send_due(live)
    (unknown,) = [one for one in outbox.outgoing(live) if one.state is SendState.UNKNOWN]
    outbox.settle_by_hand(live, unknown.id, arrived=True, again=False)
    (row,) = confirming.of_group(live, kade.group_id).rows
    assert (row.reminded_at, row.is_due) == (clock.moment, False)
    clock.forward(days=7)
    assert how_it_stands(live, kade.group_id)["Bram"] == (SentHow.GROUP, True)


def test_who_confirmed_or_left_while_the_texts_stood_in_another_window_gets_none(console, kade) -> None:
    read, left = kade.member("Bram"), kade.member("Weg", left_at=NOW)
    confirming.confirm(console, [read])
    with pytest.raises(ExpectedError) as refused:
        sending.to_members(console, {read: "Beste Bram", left: "Beste buur"})
    assert refused.value.key == "welcome_needless"
    sending.to_members(console, {read: "Beste Bram", left: "Beste buur", kade.member("Carla"): "Beste Carla"})
    assert [todo.text for todo in todos.todos(console)] == ["Beste Carla"]


def test_members_get_it_in_private_each_in_his_group_and_one_undo_takes_all_back(console, clock, make_group) -> None:
    kade, park = make_group(), make_group("Park")
    texts = {kade.member("Bram"): "Beste Bram", park.member("Carla"): "Beste Carla"}
    sending.to_members(console, texts)
    waiting = todos.todos(console)
    assert [(todo.action, todo.recipient, todo.text) for todo in waiting] == [
        (Action.PRIVATE, "Bram", "Beste Bram"),
        (Action.PRIVATE, "Carla", "Beste Carla"),
    ]
    undoing.undo(console)
    assert todos.waiting(console) == 0
    undoing.redo(console)
    todos.done(console, waiting[1].id)
    assert how_it_stands(console, park.group_id) == {"Carla": (SentHow.PRIVATE, False)}
    assert how_it_stands(console, kade.group_id) == {"Bram": (None, False)}
    with console.store.reading() as connection:  # a letter to one person is kept once only
        assert set(connection.scalars(select(welcomes.c.text))) == {""}
    with pytest.raises(ExpectedError) as gone:
        sending.to_members(console, {999: "Beste"})
    assert gone.value.key == "person_gone"


def test_on_paper_for_some_then_told_aloud_to_all(console, clock, kade) -> None:
    sending.handed_over(console, kade.group_id, [kade.member("Bram")])
    assert how_it_stands(console, kade.group_id)["Bram"] == (SentHow.PAPER, False)
    clock.forward(days=8)
    confirming.confirm(console, [kade.member("Carla")])
    sending.handed_over(console, kade.group_id, None, SentHow.SPOKEN)
    rows = {row.name: row for row in confirming.of_group(console, kade.group_id).rows}
    assert (rows["Bram"].sent_how, rows["Bram"].reminded_at) == (SentHow.PAPER, clock.moment)
    assert (rows["Eva"].sent_how, rows["Carla"].sent_how) == (SentHow.SPOKEN, SentHow.SPOKEN)
    assert rows["Carla"].confirmed_how is ConfirmedHow.BY_HAND
    assert sending.handed_over(console, kade.group_id, [kade.member("Carla")]).decision is None
    undoing.undo(console)
    assert how_it_stands(console, kade.group_id)["Eva"] == (None, False)


def test_one_rule_again_and_any_other_card_make_nobody_sent(console, clock, kade) -> None:
    sending.to_group(console, kade.group_id, ["Even opfrissen"], kind=WelcomeKind.REFRESH, rule="112")
    sending.post(console, kade.group_id, "Wie zit er in de groep?")
    sending.post_private(console, kade.member("Bram"), "Tot ziens, Bram.")
    for todo in todos.todos(console):
        todos.done(console, todo.id)
    assert confirming.of_group(console, kade.group_id).sent == 0
    for refused, call in (
        ("text_empty", lambda: sending.to_group(console, kade.group_id, [])),
        ("text_empty", lambda: sending.to_members(console, {})),
        ("blanks_open", lambda: sending.to_group(console, kade.group_id, ["Beste [naam]"])),
        ("group_gone", lambda: sending.to_group(console, 999, [RULES])),
        ("group_gone", lambda: sending.handed_over(console, 999, None)),
        ("group_gone", lambda: confirming.of_group(console, 999)),
    ):
        with pytest.raises(ExpectedError) as error:
            call()
        assert error.value.key == refused
