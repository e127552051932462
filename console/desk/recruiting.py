"""Finding members for a group that starts: who might join, how far each came, and whom to ask again (findings.md 42).

In the order of names: nobody is ranked. Whether somebody joined is never guessed: the console shows a member who may
be the same, and a person says whether he is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, exists, insert, select

from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.person_facts import periods_of
from console.desk.prospect_entries import SHEET_FIELDS, check_channel, cleaned, columns_of, entry_of, marks_of
from console.desk.sheets import Plan
from console.desk.sheets import Row as SheetRow
from console.desk.startup import start_data
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId
from console.domain.member import Likeness, MemberId
from console.domain.message import Kind
from console.domain.start import ChannelYield, Entry, Funnel, Likely, Prospect, ProspectId, Stage
from console.errors import ExpectedError
from console.store.tables import groups, members, messages, people, prospects

_STEPS: Final = {Stage.INVITED: "invited_at", Stage.ASKED: "asked_at", Stage.DECLINED: "declined_at"}
_BEFORE_NAME: Final = "~ \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Added:
    """What was put on the list; ``known`` were on it already and stay as they are."""

    ids: tuple[ProspectId, ...]
    known: int
    changes: Changes


# --- the list --------------------------------------------------------------------------------------------------------


def prospects_of(console: Console, group_id: GroupId) -> tuple[Prospect, ...]:
    """Return who might join a group, in the order of names."""
    with console.store.reading() as connection:
        rows = _rows(connection, group_id)
        likely = _Likely(connection, group_id, {row.member_id for row in rows if row.member_id is not None})
        made = [_prospect(console, row, likely.of(row)) for row in rows]
    return tuple(sorted(made, key=lambda one: (one.entry.name.casefold(), one.id)))


def funnel(console: Console, found: Sequence[Prospect]) -> Funnel:
    """Return how many of them came how far, and what each way to approach people brought, as ``startup.toml`` orders.

    Somebody who was spoken with was approached too, so he counts as invited.
    """
    counts = {
        Stage.POOL: len(found),
        Stage.INVITED: sum(_was_approached(one) for one in found),
        Stage.ASKED: sum(one.asked_at is not None for one in found),
        Stage.JOINED: sum(one.member_id is not None for one in found),
        Stage.CONFIRMED: sum(one.has_confirmed for one in found),
        Stage.WROTE: sum(one.has_written for one in found),
        Stage.DECLINED: sum(one.stage is Stage.DECLINED for one in found),
    }
    approached = [one for one in found if _was_approached(one)]
    names = channels(console)
    yields = []
    for key in (*names, None):
        by_it = [one for one in approached if one.entry.channel == key]
        joined = sum(one.member_id is not None for one in by_it)
        if by_it:
            yields.append(ChannelYield(key, names.get(key or "", ""), len(by_it), joined))
    return Funnel(tuple(counts.items()), tuple(yields))


def channels(console: Console) -> dict[str, str]:
    """Return the ways to approach somebody, by key, in the language of the console."""
    language = "en" if console.language == "en" else "nl"
    return {key: names[language] for key, names in start_data()["channels"].items()}


def members_here(console: Console, group_id: GroupId) -> tuple[tuple[MemberId, str], ...]:
    """Return who is in a group, to say who somebody of the list is; in the order of names."""
    with console.store.reading() as connection:
        here = [(MemberId(row.id), str(row.name)) for row in _here(connection, group_id)]
    return tuple(sorted(here, key=lambda one: one[1].casefold()))


def sheet_plan(group_id: GroupId) -> Plan:
    """Return how a sheet with companies or people is put on the list of a group."""

    def take(console: Console, rows: tuple[SheetRow, ...]) -> Added:
        names = [field.name for field in SHEET_FIELDS]
        return add(console, group_id, [Entry(**{name: row.get(name) for name in names}) for row in rows])  # type: ignore[arg-type]

    return Plan(SHEET_FIELDS, take, same=_marks_of_row)


def _marks_of_row(row: SheetRow) -> set[tuple[str, str]]:
    return marks_of(Entry(*(str(row.get(name) or "") for name in ("name", "contact", "phone", "email"))))


def benchmark(console: Console) -> str:
    """Return what is usual, in words."""
    return str(start_data()["benchmark"]["en" if console.language == "en" else "nl"])


def _was_approached(one: Prospect) -> bool:
    return one.invited_at is not None or one.asked_at is not None


def _rows(connection: Connection, group_id: GroupId) -> Sequence[Row[*tuple[Any, ...]]]:
    kinds = (Kind.TEXT.value, Kind.MEDIA.value)
    wrote = exists().where(messages.c.member_id == prospects.c.member_id, messages.c.kind.in_(kinds))
    return connection.execute(
        select(prospects, members.c.name.label("member"), members.c.rules_confirmed_at, wrote.label("has_written"))
        .outerjoin(members, members.c.id == prospects.c.member_id)
        .where(prospects.c.group_id == group_id, prospects.c.removed_at.is_(None))
    ).all()


def _prospect(console: Console, row: Row[*tuple[Any, ...]], likely: Likely | None) -> Prospect:
    made = Prospect(
        id=ProspectId(row.id),
        entry=Entry(row.name, row.contact, row.phone, row.email, row.channel, row.note),
        invited_at=row.invited_at,
        asked_at=row.asked_at,
        declined_at=row.declined_at,
        remind_at=row.remind_at,
        member_id=row.member_id and MemberId(row.member_id),
        member=row.member,
        has_confirmed=row.rules_confirmed_at is not None,
        has_written=bool(row.has_written),
        likely=likely,
        is_due=False,
    )
    return replace(made, is_due=_is_due(made, console.now()))


def _is_due(one: Prospect, now: datetime) -> bool:
    """Whether it is time to ask again: on the day that a person chose, or when an answer stays away too long."""
    if one.stage not in (Stage.POOL, Stage.INVITED, Stage.ASKED):
        return False
    if one.remind_at is not None:
        return one.remind_at <= now
    last = max((at for at in (one.invited_at, one.asked_at) if at is not None), default=None)
    return last is not None and last + timedelta(days=start_data()["reminder_days"]) <= now


def _here(connection: Connection, group_id: GroupId) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return who is in a group now, as far as the chat tells: members with their numbers."""
    rows = connection.execute(
        select(members.c.id, members.c.name, people.c.phone)
        .join(people, people.c.id == members.c.person_id)
        .where(members.c.group_id == group_id, members.c.erased_at.is_(None))
        .order_by(members.c.id)
    ).all()
    periods = periods_of(connection, [row.id for row in rows])
    return [row for row in rows if not periods.get(row.id) or periods[row.id][0].left_at is None]


class _Likely:
    """Who in the group may be somebody of the list: the same number, or the same full name."""

    def __init__(self, connection: Connection, group_id: GroupId, taken: set[int]) -> None:
        here = _here(connection, group_id)
        free = [row for row in here if row.id not in taken]
        self._by_phone = {row.phone: row for row in free if row.phone is not None}
        self._by_words = {words: row for row in free if len(words := _words(row.name)) > 1}

    def of(self, row: Row[*tuple[Any, ...]]) -> Likely | None:
        """Return the member who may be this one."""
        if row.member_id is not None:
            return None
        if (same := self._by_phone.get(row.phone)) is not None:
            return Likely(MemberId(same.id), same.name, Likeness.PHONE)
        own, contact = _words(f"{row.name} {row.contact or ''}"), _words(row.contact or "")
        for words, member in self._by_words.items():
            if words <= own or (len(contact) > 1 and contact <= words):
                return Likely(MemberId(member.id), member.name, Likeness.NAME)
        return None


def _words(name: str) -> frozenset[str]:
    bare = name.lstrip(_BEFORE_NAME).casefold()
    return frozenset() if bare.startswith("+") else frozenset(re.findall(r"\w+", bare))


# --- what a person does ----------------------------------------------------------------------------------------------


def add(console: Console, group_id: GroupId, entries: Iterable[Entry]) -> Added:
    """Put companies or people on the list; who is on it already (same number, e-mail, or name) stays as he is.

    Raises ``ExpectedError``: ``group_gone``, ``prospect_name_empty``, ``phone_unknown``, ``prospect_channel``; then
    nothing is added.
    """
    wanted = [cleaned(entry) for entry in entries]
    with console.store.writing() as connection:
        if connection.scalar(select(groups.c.id).where(groups.c.id == group_id)) is None:
            raise ExpectedError("group_gone")
        known = {mark for row in _rows(connection, group_id) for mark in marks_of(entry_of(row))}
        changes: list[RowChange] = []
        for entry in wanted:
            marks = marks_of(entry)
            if known.isdisjoint(marks):
                known |= marks
                changes.append(_inserted(connection, console, group_id, columns_of(entry)))
        ids = tuple(ProspectId(change.id) for change in changes)
        return Added(ids, len(wanted) - len(ids), _decide(connection, console, changes, group_id))


def change(console: Console, prospect_id: ProspectId, entry: Entry) -> Changes:
    """Change what is known of somebody on the list. Raises ``ExpectedError`` as ``add``, and ``prospect_gone``."""
    wanted = columns_of(cleaned(entry))
    with console.store.writing() as connection:
        return _rewrite(connection, console, _one(connection, prospect_id), wanted)


def keep(
    console: Console,
    group_id: GroupId,
    prospect_id: ProspectId | None,
    entry: Entry,
    *,
    member_id: MemberId | None,
    remind_at: datetime | None,
) -> Changes:
    """Keep all that a form says of somebody, new on the list (None) or not, as one decision.

    Raises ``ExpectedError`` as ``add`` and ``link``, and ``prospect_known`` for somebody new who is on the list.
    """
    wanted = columns_of(cleaned(entry)) | {"member_id": member_id, "remind_at": remind_at}
    with console.store.writing() as connection:
        _check_member(connection, group_id, member_id)
        if prospect_id is not None:
            return _rewrite(connection, console, _one(connection, prospect_id), wanted)
        marks = marks_of(cleaned(entry))
        if any(marks & marks_of(entry_of(row)) for row in _rows(connection, group_id)):
            raise ExpectedError("prospect_known")
        return _decide(connection, console, [_inserted(connection, console, group_id, wanted)], group_id)


def _rewrite(connection: Connection, console: Console, row: Row[*tuple[Any, ...]], wanted: dict[str, Any]) -> Changes:
    after = {name: value for name, value in wanted.items() if value != getattr(row, name)}
    return _decide(connection, console, [_changed(row, after)] if after else [], row.group_id)


def remove(console: Console, prospect_ids: Sequence[ProspectId]) -> Changes:
    """Take somebody off the list; undo brings him back. Raises ``ExpectedError("prospect_gone")``."""
    with console.store.writing() as connection:
        rows = [_one(connection, one) for one in prospect_ids]
        changes = [_changed(row, {"removed_at": console.now()}) for row in rows]
        return _decide(connection, console, changes, rows[0].group_id if rows else None)


def mark(
    console: Console,
    prospect_ids: Sequence[ProspectId],
    stage: Stage,
    *,
    channel: str | None = None,
    remind_at: datetime | None = None,
    is_so: bool = True,
) -> Changes:
    """Say that somebody was invited, was asked, or does not want to (``INVITED``, ``ASKED``, ``DECLINED``), just now.

    ``is_so`` False takes it back. ``remind_at`` is the day to ask again; without it, a new step forgets the old day.
    Raises ``ExpectedError``: ``prospect_gone``, ``prospect_channel``; ``KeyError`` for another stage.
    """
    column = _STEPS[stage]
    check_channel(channel)
    wanted: dict[str, Any] = {column: console.now() if is_so else None, "remind_at": remind_at}
    wanted |= {"channel": channel} if channel is not None else {}
    with console.store.writing() as connection:
        rows = [_one(connection, one) for one in prospect_ids]
        return _decide(connection, console, [_changed(row, wanted) for row in rows], rows[0].group_id if rows else None)


def remind(console: Console, prospect_id: ProspectId, at: datetime | None) -> Changes:
    """Choose the moment (aware) to ask somebody again, or none. Raises ``ExpectedError("prospect_gone")``."""
    with console.store.writing() as connection:
        row = _one(connection, prospect_id)
        changes = [] if row.remind_at == at else [_changed(row, {"remind_at": at})]
        return _decide(connection, console, changes, row.group_id)


def link(console: Console, prospect_id: ProspectId, member_id: MemberId | None) -> Changes:
    """Say which member somebody is, or that he is none of them after all.

    Raises ``ExpectedError``: ``prospect_gone``, ``person_gone`` for a member of another group or none.
    """
    with console.store.writing() as connection:
        row = _one(connection, prospect_id)
        _check_member(connection, row.group_id, member_id)
        changes = [] if row.member_id == member_id else [_changed(row, {"member_id": member_id})]
        return _decide(connection, console, changes, row.group_id)


def _check_member(connection: Connection, group_id: int, member_id: MemberId | None) -> None:
    """Raise ``ExpectedError("person_gone")`` for a member of another group or none."""
    is_his = (members.c.id == member_id, members.c.group_id == group_id)
    if member_id is not None and connection.scalar(select(members.c.id).where(*is_his)) is None:
        raise ExpectedError("person_gone")


def _one(connection: Connection, prospect_id: ProspectId) -> Row[*tuple[Any, ...]]:
    wanted = select(prospects).where(prospects.c.id == prospect_id, prospects.c.removed_at.is_(None))
    row = connection.execute(wanted).first()
    if row is None:
        raise ExpectedError("prospect_gone")
    return row


def _changed(row: Row[*tuple[Any, ...]], after: dict[str, Any]) -> RowChange:
    return RowChange(prospects, row.id, {name: getattr(row, name) for name in after}, after)


def _inserted(connection: Connection, console: Console, group_id: GroupId, wanted: dict[str, Any]) -> RowChange:
    """Write somebody down as if he was taken off again, and return the change that puts him on the list."""
    now = console.now()
    values = {"group_id": group_id, "created_at": now, "removed_at": now} | wanted
    (made,) = connection.execute(insert(prospects).values(values)).inserted_primary_key or (0,)
    return RowChange(prospects, made, before={"removed_at": now}, after={"removed_at": None})


def _decide(
    connection: Connection, console: Console, changes: Sequence[RowChange], group_id: GroupId | None
) -> Changes:
    if not changes:
        return Changes()
    decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
    return changes_of(changes, group_id, decision)
