"""Requests that a chat itself brings: its own lines "asks to join", and members who ask to add somebody.

What lies before a group's ``review_from`` is history and makes no request; neither does a message that made one before.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, func, or_, select

from console import texts
from console.desk import sheet_cells
from console.desk.addresses import address_of
from console.desk.console import Console
from console.desk.joining.arrivals import settle
from console.desk.joining.incoming import Incoming, put
from console.domain.group import GroupId
from console.domain.join_request import Applicant, RequestSource
from console.domain.judgement import Span
from console.domain.member import GroupRole
from console.domain.message import Event, Kind, MessageId
from console.domain.work_area import Address
from console.errors import ExpectedError
from console.judge.newcomers import Newcomer, find_newcomer
from console.store.tables import groups, imports, join_requests, members, messages

_BEFORE_NAME: Final = "~\u00a0\u202f "  # how a phone marks a name that is not in its owner's contacts
_ADDS_HIMSELF: Final = frozenset({GroupRole.ADMIN.value, GroupRole.PROFESSIONAL.value})


def take_lines(connection: Connection, console: Console, group_id: GroupId) -> bool:
    """Make requests of the lines "asks to join" that the newest import of a group added, in its transaction.

    Return whether there were any. Who is in the group by now has no request any more.
    """
    newest = select(func.max(imports.c.id)).where(imports.c.group_id == group_id).scalar_subquery()
    lines = _fresh().where(
        messages.c.group_id == group_id,
        messages.c.import_id == newest,
        messages.c.event == Event.JOIN_REQUESTED.value,
    )
    return _take(connection, console, _of_lines(connection.execute(lines).all()))


def take_questions(connection: Connection, console: Console, message_ids: Sequence[int]) -> bool:
    """Make requests of messages in which a member asks to add somebody, in the caller's transaction.

    Return whether there were any. An administrator is not asked by himself.
    """
    asked = _fresh().where(
        messages.c.id.in_(message_ids),
        messages.c.kind == Kind.TEXT.value,
        messages.c.deleted_at.is_(None),
        ~messages.c.is_doubtful,
        members.c.role.not_in(_ADDS_HIMSELF),
    )
    return _take(connection, console, _of_questions(connection.execute(asked).all(), console.language))


def _fresh() -> Select[*tuple[Any, ...]]:
    """Ask for messages that are no history, and of which no request was made."""
    made = select(join_requests.c.id).where(join_requests.c.message_id == messages.c.id).exists()
    return (
        select(
            messages.c.id, messages.c.group_id, messages.c.sent_at, messages.c.text, messages.c.subject, members.c.name
        )
        .join(groups, groups.c.id == messages.c.group_id)
        .outerjoin(members, members.c.id == messages.c.member_id)
        .where(or_(groups.c.review_from.is_(None), messages.c.sent_at >= groups.c.review_from), ~made)
        .order_by(messages.c.sent_at, messages.c.position)
    )


def _take(connection: Connection, console: Console, arrived: Iterable[tuple[GroupId, Incoming]]) -> bool:
    by_group: dict[GroupId, list[Incoming]] = defaultdict(list)
    for group_id, incoming in arrived:
        by_group[group_id].append(incoming)
    for group_id, incomings in by_group.items():
        put(connection, console, group_id, incomings)
        settle(connection, console, group_id)
    return bool(by_group)


# --- lines of the chat's own -----------------------------------------------------------------------------------------


def _of_lines(rows: Sequence[Row[*tuple[Any, ...]]]) -> Iterator[tuple[GroupId, Incoming]]:
    for row in rows:
        for subject in row.subject or ():
            name = subject.strip(_BEFORE_NAME)
            if name:
                applicant = Applicant(name, phone=_phone(name))
                yield GroupId(row.group_id), Incoming(applicant, row.sent_at, RequestSource.EXPORT, MessageId(row.id))


def _phone(written: str) -> str | None:
    """Return a number as E.164; None for a name."""
    if not any(map(str.isdigit, written)):
        return None
    try:
        found = sheet_cells.phone(sheet_cells.Written(written, sheet_cells.as_read(written)))
    except ExpectedError:
        return None
    return found


# --- members who ask -------------------------------------------------------------------------------------------------


def _of_questions(rows: Sequence[Row[*tuple[Any, ...]]], language: str) -> Iterator[tuple[GroupId, Incoming]]:
    for row in rows:
        newcomer = find_newcomer(row.text)
        if newcomer is not None and row.name:
            applicant = _applicant(newcomer, row.text, row.name, language)
            yield GroupId(row.group_id), Incoming(applicant, row.sent_at, RequestSource.CHAT, MessageId(row.id))


def _applicant(newcomer: Newcomer, text: str, author: str, language: str) -> Applicant:
    nameless = texts.say("joining.who_of", language, who=newcomer.who or "", author=author).strip()
    address = address_of(_cut(text, newcomer.address)) if newcomer.address else Address()
    return Applicant(
        name=newcomer.name or nameless,
        phone=_phone(_cut(text, newcomer.phone)) if newcomer.phone else None,
        address=address or Address(house_number=newcomer.house_number),
        vouched_by=author,
        words=text,
    )


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]
