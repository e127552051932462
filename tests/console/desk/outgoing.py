"""What several tests of outgoing things need: a carrier that is told what to do, and a decision that sends."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from sqlalchemy import select

from console.desk import journal, outbox
from console.desk.console import Console
from console.domain.decision import Act, DecisionId, ItemId, Verb
from console.domain.group import Tool
from console.domain.outgoing import Action, Outgoing
from console.store.tables import decisions
from console.store.tables import outbox as table

PRIVATE = Act(Verb.PRIVATE, text="Beste Bram, wilt u het nummer weghalen?")


@dataclass
class ToldCarrier:
    """Keeps what it was asked to send; ``answer`` may raise, or do something of its own meanwhile."""

    repeats_safely: bool = False
    refuses: frozenset[Action] = frozenset()
    answer: Callable[[], str] = lambda: "ok"
    sent: list[Outgoing] = field(default_factory=list)

    def can(self, action: Action) -> bool:
        return action not in self.refuses

    def send(self, outgoing: Outgoing) -> str:
        self.sent.append(outgoing)
        return self.answer()


def with_carrier(console: Console, carrier: ToldCarrier) -> Console:
    """Return the console with a carrier for groups of the tool "other"."""
    return replace(console, carriers={Tool.OTHER: carrier})


def decided(
    console: Console,
    act: Act,
    group_id: int,
    *,
    message_id: int | None = None,
    person_id: int | None = None,
    item_id: ItemId | None = None,
    key: str = "1",
) -> DecisionId:
    """Decide something that leaves the computer, in one transaction."""
    with console.store.writing() as connection:
        changes = outbox.put(
            connection, console, group_id=group_id, message_id=message_id, person_id=person_id, act=act, key=key
        )
        decision = journal.decide(connection, console, act.verb, changes, group_id=group_id, item_id=item_id)
        outbox.settle(connection, decision, changes)
    return decision


@pytest.fixture
def carrier() -> ToldCarrier:
    """The carrier of the console."""
    return ToldCarrier()


@pytest.fixture
def connected(console, carrier) -> Console:
    """A console that sends."""
    return with_carrier(console, carrier)


@pytest.fixture
def room(make_group):
    """A group that a carrier reaches, with somebody in it."""
    chat = make_group("De Sluis", tool="other")
    chat.member("Bram")
    return chat


def states(console) -> list[str]:
    """The states of all that was put out, in the order in which it was."""
    with console.store.reading() as connection:
        return list(connection.scalars(select(table.c.state).order_by(table.c.id)))


def has_left(console, decision) -> bool:
    """Whether a decision is out of reach."""
    with console.store.reading() as connection:
        return connection.scalar(select(decisions.c.left_computer).where(decisions.c.id == decision))
