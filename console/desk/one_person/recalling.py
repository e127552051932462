"""Who outside got something about one person, and what to ask of them when he is forgotten (GDPR, article 19)."""

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, or_, select

from console.assets import resource
from console.desk.console import Console
from console.desk.forgetting.traces import parts
from console.desk.journal import RowChange, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.one_person import AskedId, KnownAs, Person, Recipient
from console.domain.outgoing import Action, SendState, TodoState
from console.domain.professional import Presence
from console.errors import ExpectedError
from console.store.tables import (
    digests,
    feedback_groups,
    forwards,
    group_professionals,
    groups,
    members,
    messages,
    outbox,
    privacy_requests,
    professionals,
    todos,
)

_ZONE: Final = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands
_WENT: Final = {
    outbox: frozenset({SendState.DONE.value, SendState.UNKNOWN.value}),
    todos: frozenset({TodoState.DONE.value, TodoState.SEEN.value}),
}
_READS: Final = (Presence.TAKES_PART.value, Presence.READS.value)


@dataclass(frozen=True, slots=True)
class Told:
    """A recipient as it is kept: nothing of who is forgotten. ``kind`` is a key of ``recall.toml``."""

    key: str
    kind: str
    who: str
    group: str
    at: datetime | None
    number: str = ""
    told_at: datetime | None = None


def tell(console: Console, asked_id: AskedId, key: str) -> Changes:
    """A recipient was asked to erase it too. Can be undone. Raises ``ExpectedError("asked_gone")``."""
    with console.store.writing() as connection:
        wanted = select(privacy_requests).where(
            privacy_requests.c.id == asked_id, privacy_requests.c.removed_at.is_(None)
        )
        row = connection.execute(wanted).first()
        if row is None or key not in {one["key"] for one in row.recipients or ()}:
            raise ExpectedError("asked_gone")
        now = int(console.now().timestamp())
        after = [{**one, "told_at": now} if one["key"] == key else one for one in row.recipients]
        change = RowChange(privacy_requests, asked_id, {"recipients": row.recipients}, {"recipients": after})
        decision = decide(connection, console, Verb.PRIVACY, [change], group_id=None)
    return Changes(privacy=True, decision=decision)


# --- as it is kept, and as it is shown ------------------------------------------------------------------------------


def as_stored(told: Sequence[Told]) -> list[dict[str, Any]]:
    """Return recipients as the store keeps them."""

    def seconds(at: datetime | None) -> int | None:
        return None if at is None else int(at.timestamp())

    return [
        {"key": one.key, "kind": one.kind, "who": one.who, "group": one.group, "number": one.number}
        | {"at": seconds(one.at), "told_at": seconds(one.told_at)}
        for one in told
    ]


def from_stored(stored: Sequence[Mapping[str, Any]] | None) -> tuple[Told, ...]:
    """Return recipients as they were kept."""

    def moment(value: int | None) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value, UTC)

    return tuple(Told(**{**one, "at": moment(one["at"]), "told_at": moment(one["told_at"])}) for one in stored or ())


def shown(console: Console, told: Told, name: str | None) -> Recipient:
    """Return a recipient in words; ``name`` is None once nothing is known of who was forgotten."""
    words = _words()[console.language]
    at = "" if told.at is None else _day(told.at, words["day"])
    values = {
        "who": told.who,
        "name": words["name"]["unknown"] if name is None else words["name"]["known"].format(name=name),
        "date": at,
        "group": told.group,
        "number": words["number"].format(number=told.number) if told.number else "",
        "sender": console.actor,
    }
    about, text = (words[part][told.kind].format(**values).strip() for part in ("about", "text"))
    return Recipient(told.key, told.who, told.group, told.at, about, text[:1].upper() + text[1:], told.told_at)


def _day(at: datetime, form: str) -> str:
    local = at.astimezone(_ZONE)
    return form.format(day=f"{local.day:02}", month=f"{local.month:02}", year=local.year)


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads(resource("privacy", "recall.toml").read_text(encoding="utf-8"))


# --- who ------------------------------------------------------------------------------------------------------------


def recipients(connection: Connection, console: Console, person: Person) -> tuple[Told, ...]:
    """Return everybody outside who got something about somebody, as far as it is known here; the latest first.

    The last is the administrator himself, for what he saved outside the program. In the caller's transaction.
    """
    own = select(members.c.id).where(members.c.person_id.in_(person.rows.people))
    written = connection.scalars(select(messages.c.id).where(messages.c.member_id.in_(own))).all()
    lines = set(_lines(connection, written))
    found = [*_asked(connection, person, written), *_forwarded(connection, lines), *_in_digests(connection, lines)]
    found += _in_chat(connection, person)
    found.sort(key=lambda one: (one.at is not None, one.at), reverse=True)
    yourself = _words()[console.language]["files_who"]
    return (*found, Told("files", "files", yourself, "", None))


def _lines(connection: Connection, written: Sequence[int]) -> Iterator[int]:
    """Yield the answers owed about what he reported."""
    for ids in parts(written):
        yield from connection.scalars(
            select(feedback_groups.c.feedback_id).where(feedback_groups.c.message_id.in_(ids)).distinct()
        )


def _asked(connection: Connection, person: Person, written: Sequence[int]) -> Iterator[Told]:
    """Yield the professionals to whom something went about him, or about what he wrote."""
    for table, went in _WENT.items():
        rows = select(table, groups.c.name.label("group")).join(groups, groups.c.id == table.c.group_id)
        rows = rows.where(table.c.action == Action.OFFICER.value, table.c.state.in_(went))
        for ids in parts(written) if written else [[]]:
            about = or_(table.c.message_id.in_(ids), table.c.person_id.in_(person.rows.people))
            for row in connection.execute(rows.where(about, table.c.recipient.is_not(None))):
                key = f"{table.name}.{row.id}"
                yield Told(key, "question", row.recipient, row.group, row.done_at or row.created_at)


def _forwarded(connection: Connection, lines: Collection[int]) -> Iterator[Told]:
    rows = select(forwards, groups.c.name.label("group")).join(groups, groups.c.id == forwards.c.group_id)
    rows = rows.where(forwards.c.feedback_id.in_(lines), forwards.c.removed_at.is_(None))
    for row in connection.execute(rows.order_by(forwards.c.id)):
        number = row.external_number or ""
        yield Told(f"forwards.{row.id}", "forward", row.recipient, row.group, row.created_at, number)


def _in_digests(connection: Connection, lines: Set[int]) -> Iterator[Told]:
    rows = select(digests, professionals.c.name).join(professionals, professionals.c.id == digests.c.professional_id)
    for row in connection.execute(rows.where(digests.c.removed_at.is_(None)).order_by(digests.c.id)):
        if not lines.isdisjoint(row.lines):
            yield Told(f"digests.{row.id}", "digest", row.name, "", row.made_at)


def _in_chat(connection: Connection, person: Person) -> Iterator[Told]:
    """Yield the professionals who read what he wrote, or was said about him, in the chat itself."""
    of_groups = {one.group for one in person.known if one.kind in (KnownAs.MEMBER, KnownAs.FORMER)}
    links = group_professionals.c
    rows = (
        select(links.id, professionals.c.id.label("who_id"), professionals.c.name, groups.c.name.label("group"))
        .join(professionals, professionals.c.id == links.professional_id)
        .join(groups, groups.c.id == links.group_id)
        .where(links.removed_at.is_(None), links.presence.in_(_READS), groups.c.name.in_(of_groups))
    )
    for row in connection.execute(rows.order_by(groups.c.name, professionals.c.name)):
        if row.who_id not in person.rows.professionals:
            yield Told(f"group_professionals.{row.id}", "in_chat", row.name, row.group, None)
