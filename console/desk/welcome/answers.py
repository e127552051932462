"""What an import tells of the rules that went to a group: where they stand in the chat, and who said that he read them.

A member says so in words ("gelezen", ``console/judge/read_words.py``), or with a thumb: under the text where the export
tells it, else as a message right after it, with nothing but such answers in between. More than a day after he was asked
the word counts only where nobody else said anything just before it, or where it names the rules. Each message is read
once, when it is new, so that a confirmation that a person took back does not come again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select, update

from console.desk import likeness
from console.desk.console import Console
from console.desk.welcome import delivered
from console.desk.welcome.confirming import IS_ASKED
from console.desk.welcome.reactions import WATCHED_DAYS, watched
from console.domain.message import Kind
from console.domain.welcome import ConfirmedHow, SentHow
from console.judge.read_words import LONGEST, is_answer, names_rules, says_read
from console.store.local_time import LocalClock
from console.store.tables import groups, imports, member_names, members, messages, people, welcomes

SOON: Final = timedelta(days=1)  # after he was asked "gelezen" is about the rules, whatever is said in between
SHORTLY: Final = timedelta(minutes=30)
_MOST_BETWEEN: Final = 100  # answers right under the rules; nobody reads back further


def read_import(
    connection: Connection, console: Console, group_id: int, import_id: int, thumbs: Mapping[str, datetime]
) -> bool:
    """Take in what an export says of the rules, in the transaction of its import; return whether it says anything.

    ``thumbs`` are those of ``reactions.Watch``.
    """
    rows = watched(connection, group_id, console.now())
    placed = [_place(connection, row) for row in rows]
    is_told = any(placed)
    rows = watched(connection, group_id, console.now()) if is_told else rows
    export = connection.execute(select(imports).where(imports.c.id == import_id)).one()
    is_told |= _count_newcomers(connection, group_id, rows, export.imported_at)
    said = _Said(connection, group_id, import_id, rows)
    for member_id, at in said.confirmations():
        is_told |= _confirm(connection, member_id, at, ConfirmedHow.CHAT)
    for member_id, at in _thumbed(connection, group_id, thumbs):
        is_told |= _confirm(connection, member_id, at, ConfirmedHow.REACTION)
    return is_told


def _place(connection: Connection, row: Row[*tuple[Any, ...]]) -> bool:
    """Find where a text stands in the chat, and let it have been sent then: a person may have ticked it later, or not
    at all. Return whether it is found now.
    """
    if row.message_id is not None:
        return False
    found = likeness.posted(connection, row.group_id, row.text, row.made_at)
    if found is None:
        return False
    if row.sent_at is None:
        for change in delivered.stood(connection, row, found.sent_at):
            change.apply(connection)
    else:
        _correct(connection, row, found.sent_at)
    here = update(welcomes).where(welcomes.c.id == row.id)
    connection.execute(here.values(message_id=found.id, sent_at=found.sent_at))
    return True


def _correct(connection: Connection, row: Row[*tuple[Any, ...]], at: datetime) -> None:
    """Members were sent the text when it came into the chat, which is known better now."""
    in_group = update(members).where(members.c.group_id == row.group_id)
    sent = in_group.where(members.c.rules_sent_at == row.sent_at, members.c.rules_sent_how == row.how)
    connection.execute(sent.values(rules_sent_at=at))
    connection.execute(in_group.where(members.c.rules_reminded_at == row.sent_at).values(rules_reminded_at=at))


def _count_newcomers(
    connection: Connection, group_id: int, rows: Sequence[Row[*tuple[Any, ...]]], imported_at: datetime
) -> bool:
    """Let who was in the group all the time, but wrote for the first time now, have been sent the rules too."""
    new = select(members.c.id).join(people, people.c.id == members.c.person_id)
    new = new.where(members.c.group_id == group_id, people.c.created_at >= imported_at)
    has_changed = False
    for at in sorted({row.sent_at for row in rows if row.sent_at is not None}):
        was_there = connection.scalars(new.where(delivered.was_here(at), members.c.rules_sent_at.is_(None))).all()
        for change in delivered.given(connection, group_id, at, SentHow.GROUP, was_there) if was_there else ():
            change.apply(connection)
            has_changed = True
    return has_changed


@dataclass(frozen=True, slots=True)
class _Asked:
    """A member who was sent the rules and confirmed nothing; ``since`` is from when an answer of his counts.

    ``moments`` are when he was asked: by the rules, by a reminder.
    """

    name: str
    since: datetime
    moments: tuple[datetime, ...]


class _Said:
    """What members said in the new messages of an import."""

    def __init__(
        self, connection: Connection, group_id: int, import_id: int, rows: Sequence[Row[*tuple[Any, ...]]]
    ) -> None:
        self._connection, self._group_id, self._import_id = connection, group_id, import_id
        self._ours = self._last_of_each(rows)
        placed = select(messages.c.source_id).where(messages.c.id.in_([row.message_id for row in rows]))
        self._sources = set(connection.scalars(placed)) - {None}
        ready = {row.sent_at: row.made_at for row in rows if row.message_id is None}
        asked = select(members).where(members.c.group_id == group_id, IS_ASKED)
        asked = asked.where(members.c.rules_sent_at.is_not(None), members.c.rules_confirmed_at.is_(None))
        self._asked: dict[int, _Asked] = {}
        for row in connection.execute(asked):
            since = likeness.minute(ready.get(row.rules_sent_at, row.rules_sent_at))
            self._asked[row.id] = _Asked(row.name, since, tuple(filter(None, (since, row.rules_reminded_at))))

    def _last_of_each(self, rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Row[*tuple[Any, ...]]]:
        """Return where the rules stand in the chat: of several messages that went together the last."""
        last = {row.made_at: row.message_id for row in rows if row.message_id is not None}
        found = select(messages).where(messages.c.id.in_(last.values())).order_by(messages.c.position.desc())
        return list(self._connection.execute(found).all())

    def confirmations(self) -> Iterator[tuple[int, datetime]]:
        """Yield who says in a new message that he read the rules, and when (aware UTC)."""
        if not self._asked:
            return
        first = min(one.since for one in self._asked.values()) - timedelta(days=1)  # below any local time of it
        columns = (messages.c.member_id, messages.c.sent_at, messages.c.text, messages.c.reply_to, messages.c.position)
        new = (
            select(*columns)
            .where(func.length(messages.c.text) <= LONGEST)
            .where(messages.c.group_id == self._group_id, messages.c.written_at >= int(first.timestamp()))
            .where(messages.c.import_id == self._import_id, messages.c.member_id.in_(self._asked))
            .where(messages.c.kind == Kind.TEXT.value, messages.c.deleted_at.is_(None), ~messages.c.is_doubtful)
            .order_by(messages.c.position)
        )
        for row in self._connection.execute(new).all():
            asked = self._asked[row.member_id]
            is_in_time = asked.since <= row.sent_at <= max(asked.moments) + timedelta(days=WATCHED_DAYS)
            if is_in_time and self._says_so(row, asked):
                yield row.member_id, row.sent_at

    def _says_so(self, row: Row[*tuple[Any, ...]], asked: _Asked) -> bool:
        name = asked.name
        if row.reply_to is not None:
            is_thumb = is_answer(row.text) and row.reply_to in {one.source_id for one in self._ours}
            return is_thumb or (row.reply_to in self._sources and says_read(row.text, name))
        if not says_read(row.text, name):
            return is_answer(row.text) and self._is_right_under(row)
        is_soon = any(moment <= row.sent_at <= moment + SOON for moment in asked.moments)
        return is_soon or names_rules(row.text) or not self._follows_another(row)

    def _is_right_under(self, row: Row[*tuple[Any, ...]]) -> bool:
        """Whether nothing else was said between the rules and a message."""
        ours = next((one for one in self._ours if one.position < row.position), None)
        if ours is None:
            return False
        between = (
            select(messages.c.text, messages.c.kind)
            .where(messages.c.group_id == self._group_id, messages.c.kind != Kind.SYSTEM.value)
            .where(messages.c.position > ours.position, messages.c.position < row.position)
            .limit(_MOST_BETWEEN)
        )
        others = self._connection.execute(between).all()
        return len(others) < _MOST_BETWEEN and all(is_answer(one.text) or says_read(one.text) for one in others)

    def _follows_another(self, row: Row[*tuple[Any, ...]]) -> bool:
        """Whether a message comes shortly after what somebody else said: "gelezen" is said of more than rules."""
        before = (
            select(messages.c.text)
            .where(messages.c.group_id == self._group_id, messages.c.kind != Kind.SYSTEM.value)
            .where(messages.c.position < row.position, messages.c.sent_at >= row.sent_at - SHORTLY)
            .where(messages.c.member_id != row.member_id)
            .order_by(messages.c.position.desc())
            .limit(_MOST_BETWEEN)
        )
        others = self._connection.scalars(before)
        return any(not (is_answer(text) or says_read(text)) for text in others)


def _thumbed(connection: Connection, group_id: int, thumbs: Mapping[str, datetime]) -> Iterator[tuple[int, datetime]]:
    """Yield the members who put a thumb under the rules, and when (aware UTC).

    It stands in every later export: of whom it was known before that he confirmed, also if a person took that back, it
    tells nothing new.
    """
    if not thumbs:
        return
    zone = connection.execute(select(groups.c.time_zone).where(groups.c.id == group_id)).scalar_one()
    clock = LocalClock(zone)
    named = (
        select(members.c.id, member_names.c.name)
        .join(members, members.c.id == member_names.c.member_id)
        .where(member_names.c.group_id == group_id, member_names.c.name.in_(thumbs), IS_ASKED)
        .where(members.c.rules_confirmed_how.is_(None), members.c.rules_confirmed_at.is_(None))
    )
    for member_id, name in connection.execute(named).all():
        yield member_id, clock.moment(thumbs[name])


def _confirm(connection: Connection, member_id: int, at: datetime, how: ConfirmedHow) -> bool:
    """Note that a member read the rules; the first time that he said so counts."""
    row = update(members).where(members.c.id == member_id, members.c.rules_confirmed_at.is_(None))
    return bool(connection.execute(row.values(rules_confirmed_at=at, rules_confirmed_how=how.value)).rowcount)
