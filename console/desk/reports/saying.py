"""The messages of a group as the search for reports reads them: who wrote them, in which role, and what they quote."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, Select, select

from console.domain.judgement import Category, Judgement, Role
from console.domain.member import GroupRole
from console.domain.message import Kind, MessageId
from console.judge.threads import Said
from console.store.queries.people import ROOT_ID
from console.store.tables import (
    group_professionals,
    judgements,
    members,
    messages,
    people,
    professionals,
    report_messages,
)

_ROLES: Final = {
    GroupRole.ADMIN.value: Role.ADMIN,
    GroupRole.COORDINATOR.value: Role.ADMIN,
    GroupRole.PROFESSIONAL.value: Role.PROFESSIONAL,
}


class Author(NamedTuple):
    """Who writes, under the name that the chat shows."""

    name: str
    role: Role


Authors = Mapping[int, Author]  # by the id of a member


def rows() -> Select[*tuple[Any, ...]]:
    """Ask for messages with what the judge says they are about, and their place in a report."""
    return (
        select(
            messages.c.id,
            messages.c.group_id,
            messages.c.position,
            messages.c.sent_at,
            messages.c.member_id,
            messages.c.kind,
            messages.c.text,
            messages.c.forgotten_at,
            messages.c.deleted_at,
            messages.c.reply_to,
            messages.c.needs_placing,
            judgements.c.category,
            report_messages.c.report_id,
            report_messages.c.is_primary,
            report_messages.c.is_by_hand,
        )
        .outerjoin(judgements, judgements.c.message_id == messages.c.id)
        .outerjoin(report_messages, report_messages.c.message_id == messages.c.id)
    )


def authors_of(connection: Connection, group_ids: Iterable[int]) -> dict[int, Author]:
    """Return the members of groups.

    Who is linked to a professional writes as one, in whichever group: an officer stays an officer.
    """
    member = people.alias("member")
    root = select(ROOT_ID).where(people.c.id == professionals.c.person_id).scalar_subquery()
    linked = select(root).where(
        professionals.c.person_id.is_not(None),
        select(group_professionals.c.id)
        .where(group_professionals.c.professional_id == professionals.c.id, group_professionals.c.removed_at.is_(None))
        .exists(),
    )
    officers = set(connection.scalars(linked))
    found = (
        select(members.c.id, members.c.name, members.c.role, member.c.id.label("person"), member.c.merged_into_id)
        .join(member, member.c.id == members.c.person_id)
        .where(members.c.group_id.in_(list(group_ids)))
    )
    return {
        row.id: Author(
            row.name,
            Role.PROFESSIONAL if (row.merged_into_id or row.person) in officers else _ROLES.get(row.role, Role.MEMBER),
        )
        for row in connection.execute(found)
    }


def quoted_in(
    connection: Connection, group_id: int, found: Sequence[Row[*tuple[Any, ...]]]
) -> dict[str, Row[*tuple[Any, ...]]]:
    """Return the messages that these quote, by the id of the platform: ``id``, and ``report_id`` where it has one."""
    wanted = list({row.reply_to for row in found if row.reply_to})
    quoted = (
        select(messages.c.source_id, messages.c.id, report_messages.c.report_id)
        .outerjoin(report_messages, report_messages.c.message_id == messages.c.id)
        .where(messages.c.group_id == group_id, messages.c.source_id.in_(wanted))
    )
    return {row.source_id: row for row in connection.execute(quoted)} if wanted else {}


def said_of(row: Row[*tuple[Any, ...]], authors: Authors, reply_to: int | None = None) -> Said:
    """Return a message as the search reads it; what somebody took back says nothing any more."""
    author = authors.get(row.member_id) if row.member_id is not None else None
    return Said(
        MessageId(row.id),
        row.sent_at,
        author.name if author else None,
        row.text,
        author.role if author else Role.MEMBER,
        Kind.DELETED if row.deleted_at is not None else Kind(row.kind),
        None if reply_to is None else MessageId(reply_to),
        Judgement(Category(row.category)) if row.category else None,
    )
