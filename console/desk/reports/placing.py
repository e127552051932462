"""Puts the messages of every group in reports, or in none, once the judge saw them; then tells what the reports say.

The newest come first, as with the judge: from where a group looks back (``review_from``) its messages are placed as
soon as those are judged, what lies before it when nothing waits for the judge any more. A message is placed once.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, Select, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from console.desk.console import Console
from console.desk.reports import closing, stories
from console.desk.reports.saying import authors_of, quoted_in, rows, said_of
from console.domain.group import GroupId
from console.domain.message import MessageId
from console.domain.report import Link, LinkKind
from console.jobs import CancelToken, Progress
from console.judge.thread_state import OPEN_FOR
from console.judge.threads import Grouping, Placed, Said
from console.store.tables import decisions, feedback_groups, groups, messages, report_messages, reports

BATCH: Final = 400  # a tenth of a second of work, after which what was placed is safe and an import may go first


def place_pending(console: Console, *, progress: Progress | None = None, cancel: CancelToken | None = None) -> int:
    """Place what may be placed, and tell the reports that changed; return how many reports were touched.

    Each batch is one transaction: stopped or killed, what was placed stays. Raises ``CancelledError``.
    """
    touched: set[int] = set()
    ready = list(_ready(console))
    if ready:
        done = 0
        if progress is not None:
            with console.store.reading() as connection:
                progress.total = connection.scalar(select(func.count()).where(messages.c.needs_placing)) or 0
        for one in ready:
            for placed, found in _place_group(console, one, cancel):
                done += placed
                touched |= found
                if progress is not None:
                    progress.report("placing", min(done / max(progress.total, 1), 1.0), done)
    return len(touched | _tell_waiting(console, cancel))


def is_ready(console: Console) -> bool:
    """Whether any message may be placed now; quick, so that it can be asked again and again."""
    return next(_ready(console), None) is not None


class _Ready(NamedTuple):
    """A group of which messages may be placed: those sent from ``from_at`` (aware) on, or all."""

    group_id: GroupId
    from_at: datetime | None


def _ready(console: Console) -> Iterator[_Ready]:
    last_unplaced = (
        select(messages.c.sent_at)
        .where(messages.c.group_id == groups.c.id, messages.c.needs_placing)
        .order_by(messages.c.position.desc())
        .limit(1)
        .scalar_subquery()
    )
    with console.store.reading() as connection:
        newest_waiting = connection.scalar(
            select(messages.c.sent_at).where(messages.c.needs_judging).order_by(messages.c.sent_at.desc()).limit(1)
        )
        found = connection.execute(select(groups.c.id, groups.c.review_from, last_unplaced.label("last_at"))).all()
    for group_id, review_from, last_at in found:
        if last_at is None:
            continue
        if newest_waiting is None:
            yield _Ready(GroupId(group_id), None)
        elif review_from is not None and newest_waiting < review_from <= last_at:
            yield _Ready(GroupId(group_id), review_from)


def _place_group(console: Console, ready: _Ready, cancel: CancelToken | None) -> Iterator[tuple[int, set[int]]]:
    """Place what is ready of a group; yield of each batch how many messages there were, and the reports they are in.

    What was placed is looked at for what it says about answers owed, which may be a decision of its own.
    """
    from console.desk.feedback.recognising import look_at  # only now: it decides, and who decides may ask the judge

    chat = _Chat(ready)
    while True:
        if cancel is not None:
            cancel.check()
        with console.store.writing() as connection:
            placed = chat.place_some(connection)
            look_at(connection, console, placed.message_ids)
        if not placed.message_ids:
            return
        yield len(placed.message_ids), placed.report_ids


def _tell_waiting(console: Console, cancel: CancelToken | None) -> set[int]:
    told: set[int] = set()
    with console.store.reading() as connection:
        has_over = closing.has_over(connection, console)
    if has_over:
        with console.store.writing() as connection:
            closing.withdraw_over(connection, console)
    while True:
        if cancel is not None:
            cancel.check()
        with console.store.reading() as connection:
            waiting = stories.waiting(connection)
        if not waiting:
            return told
        with console.store.writing() as connection:
            stories.tell_now(connection, waiting)
            closing.propose(connection, console, waiting)
        told.update(waiting)


# --- one group -------------------------------------------------------------------------------------------------------


class _Batch(NamedTuple):
    """What was placed: messages, also those that are in no report, and the reports that got any of them."""

    message_ids: list[int]
    report_ids: set[int]


_Row = Row[*tuple[Any, ...]]


class _Chat:
    """One chat on its way into reports, in its own order. It remembers between two batches what was said."""

    def __init__(self, ready: _Ready) -> None:
        self._ready = ready
        self._cursor: int | None = None  # the position of the last message that was looked at
        self._decided: int | None = None
        self._begin()

    def _begin(self) -> None:
        self._grouping: Grouping | None = None
        self._keys: dict[int, MessageId] = {}  # report: by which the grouping knows it, where it began there
        self._reports: dict[MessageId, int] = {}
        self._heard: set[int] = set()
        self._last_at: datetime | None = None

    def place_some(self, connection: Connection) -> _Batch:
        """Place the next messages, in the caller's transaction; none when there are no more."""
        first = self._next(connection)
        if first is None:
            return _Batch([], set())
        decided = connection.scalar(select(func.max(decisions.c.id)))  # a person may have moved messages meanwhile
        if decided != self._decided or (self._last_at is not None and first.sent_at - self._last_at > OPEN_FOR):
            self._begin()
        self._decided = decided
        authors = authors_of(connection, [self._ready.group_id])
        if self._grouping is None:
            since = messages.c.sent_at >= first.sent_at - OPEN_FOR
        else:
            since = messages.c.position > self._cursor
        grouping = self._grouping = self._grouping or Grouping()
        before = connection.execute(self._rows().where(since, messages.c.position < first.position)).all()
        for row in before:
            if _has_place(row):
                self._recall(grouping, row, said_of(row, authors))
        some = connection.execute(self._rows().where(messages.c.position >= first.position).limit(BATCH)).all()
        quoted = quoted_in(connection, self._ready.group_id, some)
        placed: list[Placed] = []
        settled: list[int] = []
        for row in some:
            quote = quoted.get(row.reply_to) if row.reply_to else None
            said = said_of(row, authors, quote.id if quote else None)
            if _has_place(row):
                self._recall(grouping, row, said)
            elif self._is_ready(row):
                placed.append(self._place(grouping, said, quote))
            else:
                continue
            if row.needs_placing:
                settled.append(row.id)
        self._cursor, self._last_at = some[-1].position, some[-1].sent_at
        return _Batch(settled, self._keep(connection, placed, settled, {row.id: row for row in some}))

    def _next(self, connection: Connection) -> _Row | None:
        unplaced = select(messages.c.position, messages.c.sent_at).where(
            messages.c.group_id == self._ready.group_id, messages.c.needs_placing
        )
        if self._cursor is not None:
            unplaced = unplaced.where(messages.c.position > self._cursor)
        if self._ready.from_at is not None:
            unplaced = unplaced.where(messages.c.sent_at >= self._ready.from_at)
        return connection.execute(unplaced.order_by(messages.c.position).limit(1)).first()

    def _rows(self) -> Select[*tuple[Any, ...]]:
        return rows().where(messages.c.group_id == self._ready.group_id).order_by(messages.c.position)

    def _is_ready(self, row: _Row) -> bool:
        return self._ready.from_at is None or row.sent_at >= self._ready.from_at

    def _recall(self, grouping: Grouping, row: _Row, said: Said) -> None:
        self._heard.add(row.id)
        grouping.recall(said, None if row.report_id is None else self._key(row.report_id))

    def _key(self, report_id: int) -> MessageId:
        """Return by which key the grouping knows a report: no message has a number below zero."""
        return self._keys.get(report_id, MessageId(-report_id))

    def _place(self, grouping: Grouping, said: Said, quote: _Row | None) -> Placed:
        self._heard.add(said.id)
        if quote is not None and quote.report_id is not None and quote.id not in self._heard:
            thread = self._key(quote.report_id)  # it quotes what was said longer ago than the grouping remembers
            grouping.recall(said, thread)
            return Placed(said.id, thread, (Link(LinkKind.QUOTE, said.reply_to),))
        return grouping.place(said)

    def _keep(
        self, connection: Connection, placed: list[Placed], settled: list[int], found: dict[int, _Row]
    ) -> set[int]:
        """Write down where messages were put, and return the reports that they are in."""
        self._begin_reports(connection, [found[one.message] for one in placed if one.is_primary])
        entries: list[dict[str, Any]] = []
        for one in placed:
            if one.thread is None:
                continue
            report_id = self._reports[one.thread] if one.thread > 0 else -one.thread
            values = {"is_primary": one.is_primary, "links": [as_stored(link) for link in one.links]}
            entries.append({"message_id": one.message, "report_id": report_id} | values)
        if entries:
            fresh = upsert(report_messages)
            columns = {name: fresh.excluded[name] for name in ("report_id", "is_primary", "links")}
            connection.execute(
                fresh.on_conflict_do_update(index_elements=[report_messages.c.message_id], set_=columns), entries
            )
            _tell_lines(connection, [entry["message_id"] for entry in entries])
        connection.execute(update(messages).where(messages.c.id.in_(settled)).values(needs_placing=False))
        touched = {entry["report_id"] for entry in entries}
        connection.execute(update(reports).where(reports.c.id.in_(touched)).values(needs_telling=True))
        return touched

    def _begin_reports(self, connection: Connection, firsts: Sequence[_Row]) -> None:
        """Make a report for each of these messages, at once: one by one takes several times as long."""
        last: int = connection.scalar(select(func.max(reports.c.id))) or 0
        for report_id, row in enumerate(firsts, last + 1):
            self._reports[MessageId(row.id)], self._keys[report_id] = report_id, MessageId(row.id)
        made = [
            {"id": report_id, "group_id": row.group_id, "started_at": row.sent_at}
            for report_id, row in enumerate(firsts, last + 1)
        ]
        if made:
            connection.execute(insert(reports), made)


def _tell_lines(connection: Connection, message_ids: list[int]) -> None:
    """Let what was asked about these messages, before they were placed, know their reports."""
    report = select(report_messages.c.report_id).where(report_messages.c.message_id == feedback_groups.c.message_id)
    waits = (feedback_groups.c.message_id.in_(message_ids), feedback_groups.c.report_id.is_(None))
    connection.execute(update(feedback_groups).where(*waits).values(report_id=report.scalar_subquery()))


def _has_place(row: _Row) -> bool:
    """Whether a message was placed before, or a person said where it belongs."""
    return not row.needs_placing or bool(row.is_by_hand)


def as_stored(link: Link) -> dict[str, Any]:
    """Return a link as JSON, for ``report_messages.links``."""
    stored = {"kind": link.kind.value, "to": link.to, "words": list(link.words), "minutes": link.minutes}
    return {name: value for name, value in stored.items() if value not in (None, [])}
