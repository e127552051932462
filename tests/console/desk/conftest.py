"""A console over a real store, and a short way to fill it with judged messages."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from console.desk import queue
from console.desk.console import Console
from console.domain.decision import Act, ItemId, Verb
from console.domain.group import GroupId
from console.domain.judgement import Attention, Category, Flag, Judgement, Reason, Span
from console.domain.message import MessageId
from console.store.queries.judgements import row_of
from console.store.session import Store
from console.store.tables import groups, items, judgements, member_names, members, memberships, messages, people

ALL_RIGHT = Act(Verb.FINE)
NOW = datetime(2026, 11, 15, 19, 0, tzinfo=UTC)


@dataclass
class Clock:
    """The time, as a test sets it."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **duration: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**duration)


@pytest.fixture
def clock() -> Clock:
    """The clock of the console."""
    return Clock()


@pytest.fixture
def console(store: Store, clock: Clock) -> Console:
    """A console over an empty store."""
    return Console(store=store, now=clock, language="nl", actor="Anja")


def flagged(
    flag: Flag = Flag.PERSONAL_DATA, attention: Attention = Attention.TODAY, spans: tuple[Span, ...] = (), **values
) -> Judgement:
    """A judgement with one reason."""
    reason = Reason(flag, f"{flag.value}.test", f"Let op: {flag.value}.", f"Note: {flag.value}.", spans)
    return Judgement(Category.SOCIAL, attention=attention, reasons=(reason,), **values)


@dataclass
class Chat:
    """One group that a test fills. ``say`` stores a message as an import would and returns its id."""

    console: Console
    group_id: GroupId
    time_zone: str = "Europe/Amsterdam"
    members: dict[str, int] = field(default_factory=dict)
    said: int = 0

    def member(self, name: str, role: str = "member", joined_at=None, left_at=None) -> int:
        """Return the id of a member, made when new."""
        if name not in self.members:
            with self.console.store.writing() as connection:
                person = connection.execute(insert(people).values(name=name, created_at=NOW)).inserted_primary_key[0]
                values = {"group_id": self.group_id, "person_id": person, "name": name, "role": role}
                member = connection.execute(insert(members).values(values)).inserted_primary_key[0]
                connection.execute(insert(member_names).values(group_id=self.group_id, member_id=member, name=name))
                connection.execute(insert(memberships).values(member_id=member, joined_at=joined_at, left_at=left_at))
            self.members[name] = member
        return self.members[name]

    def say(
        self,
        text: str = "Hallo",
        author: str | None = "Bram",
        judgement: Judgement | None = None,
        at: datetime | None = None,
        kind: str = "text",
        **values,
    ) -> MessageId:
        """Store a message a minute after the one before, and queue it when it is judged."""
        member_id = None if author is None else self.member(author)
        self.said += 1
        at = at or NOW - timedelta(days=7) + timedelta(minutes=self.said)
        row = {
            "group_id": self.group_id,
            "position": self.said * 1024,
            "sent_at": at,
            "written_at": int(at.timestamp()) + 3600,
            "member_id": member_id,
            "kind": kind,
            "text": text,
        }
        with self.console.store.writing() as connection:
            (message_id,) = connection.execute(insert(messages).values(row | values)).inserted_primary_key
            if judgement is not None:
                stored = row_of(message_id, judgement, judge="test", profile="broad", judged_at=NOW)
                connection.execute(insert(judgements).values(stored))
                judged = queue.JudgedMessage(MessageId(message_id), self.group_id, at, judgement)
                queue.enqueue_messages(connection, [judged])
        return MessageId(message_id)

    def item(self, message_id: MessageId) -> ItemId:
        """Return the item about a message."""
        with self.console.store.reading() as connection:
            of_message = (items.c.kind == "message") & (items.c.subject_id == message_id)
            return ItemId(connection.execute(select(items.c.id).where(of_message)).scalar_one())

    def flag(self, text: str = "Bel 06-12345678", **values) -> ItemId:
        """Store a flagged message and return its item."""
        return self.item(self.say(text, judgement=flagged(), **values))


@pytest.fixture
def make_group(console: Console) -> Callable[..., Chat]:
    """Make a group: ``make_group("Kade", profile="hic", review_from=...)``."""

    def make(name: str = "Kade", profile: str = "broad", **values) -> Chat:
        row = {"name": name, "profile": profile, "created_at": NOW} | values
        with console.store.writing() as connection:
            (group_id,) = connection.execute(insert(groups).values(row)).inserted_primary_key
        return Chat(console, GroupId(group_id), values.get("time_zone", "Europe/Amsterdam"))

    return make


@pytest.fixture
def chat(make_group: Callable[..., Chat]) -> Chat:
    """One group, of the broad profile."""
    return make_group()


@pytest.fixture
def restarted(store_path, store_key: str, clock: Clock, console: Console):
    """Close the store and open it again, as a restart of the program does."""
    opened: list[Store] = []

    def restart() -> Console:
        (opened[-1] if opened else console.store).close()
        opened.append(Store.open(store_path, store_key))
        return replace(console, store=opened[-1])

    yield restart
    for store in opened:
        store.close()
