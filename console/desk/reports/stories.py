"""What a report says of itself, kept beside it: told again whenever its messages changed.

What a person said of a report stands (``reports.by_hand``); only the rest is written anew.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, bindparam, select, update

from console.desk.reports.saying import authors_of, rows, said_of
from console.domain.message import MessageId
from console.domain.report import Story
from console.judge.thread_story import tell
from console.store.queries.people import same_person
from console.store.tables import group_professionals, members, messages, professionals, report_messages, reports

BATCH: Final = 100


def mark(connection: Connection, message_ids: Sequence[int]) -> None:
    """Have the reports of these messages told again, in the next round."""
    for start in range(0, len(message_ids), 500):  # far under SQLite's limit of values in one statement
        _mark(connection, report_messages.c.message_id.in_(message_ids[start : start + 500]))


def mark_members(connection: Connection, member_ids: Sequence[int]) -> None:
    """Have the reports told again in which these members spoke: they speak in another role now."""
    if member_ids:
        of_members = select(messages.c.id).where(messages.c.member_id.in_(member_ids))
        _mark(connection, report_messages.c.message_id.in_(of_members))


def mark_people(connection: Connection, person_ids: Iterable[int]) -> None:
    """Have the reports told again in which these people spoke, in whichever group."""
    for person_id in person_ids:
        its = select(members.c.id).where(members.c.person_id.in_(same_person(person_id)))
        mark_members(connection, connection.scalars(its).all())


def people_behind(connection: Connection, link_ids: Sequence[int]) -> set[int]:
    """Return who is known in a chat of the professionals behind these links to a group."""
    linked = select(professionals.c.person_id).join(group_professionals).where(group_professionals.c.id.in_(link_ids))
    return {one for one in connection.scalars(linked) if one is not None} if link_ids else set()


def _mark(connection: Connection, of_messages: ColumnElement[bool]) -> None:
    changed = select(report_messages.c.report_id).where(report_messages.c.report_id.is_not(None), of_messages)
    connection.execute(update(reports).where(reports.c.id.in_(changed)).values(needs_telling=True))


def waiting(connection: Connection) -> list[int]:
    """Return some reports that wait to be told; empty when none does."""
    return list(connection.scalars(select(reports.c.id).where(reports.c.needs_telling).limit(BATCH)))


def tell_now(connection: Connection, report_ids: Iterable[int]) -> dict[int, Story]:
    """Tell these reports, in the caller's transaction; return the stories of those that have messages."""
    wanted = sorted(set(report_ids))
    if not wanted:  # SQLite would look through all messages for none
        return {}
    found = connection.execute(select(reports).where(reports.c.id.in_(wanted))).all()
    authors = authors_of(connection, {row.group_id for row in found})
    of_report = _messages_of(connection, wanted)
    told: dict[int, Story] = {}
    as_said: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        its = of_report.get(row.id, ())
        if its and all(one.forgotten_at is None for one in its):  # of erased words, what was told before stays
            told[row.id] = tell([said_of(one, authors) for one in its])
            values = _values(told[row.id], its, row.by_hand)
            as_said[tuple(values)].append({f"new_{name}": value for name, value in values.items()} | {"row": row.id})
    for names, several in as_said.items():  # those of which nobody said anything are written at once
        new: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
        connection.execute(update(reports).where(reports.c.id == bindparam("row")).values(new), several)
    connection.execute(update(reports).where(reports.c.id.in_(wanted)).values(needs_telling=False))
    return told


def _messages_of(connection: Connection, report_ids: Sequence[int]) -> Mapping[int, list[Row[*tuple[Any, ...]]]]:
    """Return the messages of reports as they were sent, each time the one that it is about first."""
    found: defaultdict[int, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    in_order = (report_messages.c.is_primary.desc(), messages.c.position)
    for row in connection.execute(rows().where(report_messages.c.report_id.in_(report_ids)).order_by(*in_order)):
        found[row.report_id].append(row)
    return found


def _values(story: Story, its: Sequence[Row[*tuple[Any, ...]]], by_hand: Sequence[str]) -> dict[str, Any]:
    calling, told = story.calling, story.told
    values = {
        "started_at": its[0].sent_at,
        "nature": story.nature.value,
        "reporter": story.reporter.value,
        "members_did": [kind.value for kind in story.members],
        "professionals_did": [kind.value for kind in story.professionals],
        "result": story.result.value,
        "told_how": told.how.value,
        "told_by": told.by.value if told.by else None,
        "told_minutes": told.minutes,
        "called_112": calling.state.value,
        "called_by_id": _author_of(calling.message, its) if calling.by is not None else None,
        "minutes_to_112": calling.minutes,
        "question_minutes": story.question_minutes,
        "talk_minutes": story.talk_minutes,
    }
    return {name: value for name, value in values.items() if name not in by_hand}


def _author_of(message_id: MessageId | None, its: Sequence[Row[*tuple[Any, ...]]]) -> int | None:
    return next((row.member_id for row in its if row.id == message_id), None)
