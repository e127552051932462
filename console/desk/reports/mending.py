"""What a person says of reports instead of what was suggested: which messages belong together, and what came of it.

Every call is one decision that can be undone; the story of the reports is told again at once. What stands somewhere by
hand stays there. The answers owed about messages that move go with them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, insert, select

from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.reports.threads import COLUMNS
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.message import MessageId
from console.domain.report import LinkKind, MembersDid, Nature, ProfessionalsDid, Reporter, ReportId, Result
from console.domain.report_view import Called, Head, HeadValue, ToldHow
from console.errors import ExpectedError
from console.store.tables import feedback_groups, members, messages, report_messages, reports

To = TypeVar("To", bound=ReportId | None)
_BY_HAND: Final = [{"kind": LinkKind.BY_HAND.value}]


# --- which messages --------------------------------------------------------------------------------------------------


def join(console: Console, report_id: ReportId, into: ReportId) -> Changes:
    """Make one report of two of one group: the messages of the first go to the second, and the earliest leads.

    Raises ``ExpectedError("report_gone")``, and ``ValueError`` for reports of two groups, or one report twice.
    """

    def joined(sorting: "_Sorting") -> ReportId:
        group_id, group_into = (sorting.group_of(one) for one in (report_id, into))
        if report_id == into or group_id != group_into:
            raise ValueError("two reports of one group can be joined")
        for message_id, place in sorting.of(report_id):
            links = _BY_HAND if place.is_primary else place.links
            sorting.places[message_id] = replace(place, report_id=into, links=links, is_by_hand=True)
        return into

    return _sorted(console, (), (report_id, into), joined)[0]


def split(console: Console, report_id: ReportId, message_ids: Sequence[MessageId]) -> tuple[Changes, ReportId]:
    """Make a report of its own of some messages of a report, and return it; the first of each leads.

    Raises ``ExpectedError``: ``report_gone``, ``report_split`` when none of these is in it, or nothing would stay.
    """

    def split_off(sorting: "_Sorting") -> ReportId:
        its = dict(sorting.of(report_id))
        chosen = [message_id for message_id in its if message_id in set(message_ids)]
        if not 0 < len(chosen) < len(its):
            raise ExpectedError("report_split")
        made = sorting.make(chosen)
        for message_id in chosen:
            sorting.places[message_id] = _Place(made, is_primary=False, links=_BY_HAND, is_by_hand=True)
        return made

    return _sorted(console, (), (report_id,), split_off)


def move(console: Console, message_id: MessageId, report_id: ReportId | None) -> Changes:
    """Put a message in a report of its group, or in none.

    Raises ``ExpectedError``: ``message_gone``, ``report_gone``; ``ValueError`` for a report of another group.
    """

    def moved(sorting: "_Sorting") -> ReportId | None:
        if report_id is not None and sorting.group_of(report_id) != sorting.messages[message_id].group_id:
            raise ValueError("a message stays in its group")
        is_placed = sorting.places[message_id].is_by_hand or not sorting.messages[message_id].needs_placing
        if sorting.places[message_id].report_id != report_id or not is_placed:
            links = [] if report_id is None else _BY_HAND
            sorting.places[message_id] = _Place(report_id, is_primary=False, links=links, is_by_hand=True)
        return report_id

    return _sorted(console, (message_id,), () if report_id is None else (report_id,), moved)[0]


def begin(console: Console, message_id: MessageId) -> tuple[Changes, ReportId]:
    """Make a report of one message that is in none, or in another one, and return it.

    Raises ``ExpectedError("message_gone")``; for the only message of a report nothing changes.
    """

    def begun(sorting: "_Sorting") -> ReportId:
        now = sorting.places[message_id].report_id
        if now is not None and len(list(sorting.of(now))) == 1:
            return ReportId(now)
        made = sorting.make([message_id])
        sorting.places[message_id] = _Place(made, is_primary=True, links=_BY_HAND, is_by_hand=True)
        return made

    return _sorted(console, (message_id,), (), begun)


def set_primary(console: Console, report_id: ReportId, message_id: MessageId) -> Changes:
    """Say which message a report is about; the minutes count from it.

    Raises ``ExpectedError("report_gone")`` also when the message is not in the report.
    """

    def led(sorting: "_Sorting") -> ReportId:
        if message_id not in dict(sorting.of(report_id)):
            raise ExpectedError("report_gone")
        for one, place in sorting.of(report_id):
            sorting.places[one] = replace(place, is_primary=one == message_id)
        return report_id

    return _sorted(console, (), (report_id,), led)[0]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a message stands: the columns of ``report_messages``."""

    report_id: int | None = None
    is_primary: bool = False
    links: Any = ()
    is_by_hand: bool = False

    def values(self) -> dict[str, Any]:
        return {
            "report_id": self.report_id,
            "is_primary": self.is_primary,
            "links": list(self.links),
            "is_by_hand": self.is_by_hand,
        }


class _Sorting:
    """The messages of some reports as they lie on the table: put them elsewhere in ``places``, and ask for the changes.

    ``messages`` are rows of their table, by message in the order of the chat.
    """

    def __init__(
        self, connection: Connection, message_ids: Iterable[MessageId], report_ids: Iterable[ReportId]
    ) -> None:
        self._connection = connection
        wanted = set(report_ids)
        mine = report_messages.c.message_id.in_(list(message_ids))
        wanted |= {ReportId(one) for one in connection.scalars(select(report_messages.c.report_id).where(mine)) if one}
        self._reports = {
            row.id: row for row in connection.execute(select(reports).where(reports.c.id.in_(wanted))).all()
        }
        found = connection.execute(
            select(messages.c.id, messages.c.group_id, messages.c.sent_at, messages.c.needs_placing, report_messages)
            .outerjoin(report_messages, report_messages.c.message_id == messages.c.id)
            .where(messages.c.id.in_(list(message_ids)) | report_messages.c.report_id.in_(wanted))
            .order_by(messages.c.position, messages.c.id)
        ).all()
        self.messages = {MessageId(row.id): row for row in found}
        self._placed = {MessageId(row.id) for row in found if row.message_id is not None}
        self._before = {
            MessageId(row.id): _Place(row.report_id, row.is_primary, row.links, row.is_by_hand)
            if row.message_id is not None
            else _Place()
            for row in found
        }
        self.places = dict(self._before)

    def of(self, report_id: int) -> Iterator[tuple[MessageId, _Place]]:
        """Yield the messages of a report in the order of the chat."""
        return ((one, place) for one, place in list(self.places.items()) if place.report_id == report_id)

    def group_of(self, report_id: ReportId) -> int:
        """Return the group of a report. Raises ``ExpectedError("report_gone")`` for one without messages."""
        if not any(True for _ in self.of(report_id)):
            raise ExpectedError("report_gone")
        return int(self._reports[report_id].group_id)

    def make(self, message_ids: Sequence[MessageId]) -> ReportId:
        """Make a report for these messages: without any it is as good as none, so undo leaves it there."""
        first = self.messages[message_ids[0]]
        made = insert(reports).values(group_id=first.group_id, started_at=first.sent_at, needs_telling=False)
        (report_id,) = self._connection.execute(made).inserted_primary_key or (0,)
        self._reports[report_id] = self._connection.execute(select(reports).where(reports.c.id == report_id)).one()
        return ReportId(report_id)

    def changes(self) -> list[RowChange]:
        """Return what was put elsewhere, each report led by one message, with the answers owed that go along."""
        for report_id in self._reports:
            self._lead(report_id)
        moved = {one: place for one, place in self.places.items() if place != self._before[one]}
        new = [one for one in moved if one not in self._placed]
        if new:
            self._connection.execute(insert(report_messages), [{"message_id": one} | _Place().values() for one in new])
        return [
            *(RowChange(report_messages, one, self._before[one].values(), moved[one].values()) for one in moved),
            *self._started(),
            *self._lines(moved),
        ]

    def _lead(self, report_id: int) -> None:
        """Let one message lead a report: the earliest of those that did, else the earliest of all."""
        its = dict(self.of(report_id))
        leaders = [one for one, place in its.items() if place.is_primary] or list(its)
        for one, place in its.items():
            self.places[one] = replace(place, is_primary=one == leaders[0])

    def _started(self) -> Iterator[RowChange]:
        for report_id, row in self._reports.items():
            leader = next((one for one, place in self.of(report_id) if place.is_primary), None)
            started_at: datetime = row.started_at if leader is None else self.messages[leader].sent_at
            if started_at != row.started_at:
                yield RowChange(reports, report_id, {"started_at": row.started_at}, {"started_at": started_at})

    def _lines(self, moved: Mapping[MessageId, _Place]) -> Iterator[RowChange]:
        """Let answers owed go with their message; all of them, when nothing stays in a report."""
        went: defaultdict[int, dict[int, int | None]] = defaultdict(dict)
        for one, place in moved.items():
            report_id = self._before[one].report_id
            if report_id is not None and report_id != place.report_id:
                went[report_id][one] = place.report_id
        about = select(feedback_groups.c.id, feedback_groups.c.report_id, feedback_groups.c.message_id)
        for row in self._connection.execute(about.where(feedback_groups.c.report_id.in_(went))).all():
            to = went[row.report_id]
            is_empty = not any(True for _ in self.of(row.report_id))
            if row.message_id in to or is_empty:
                report_id = to.get(row.message_id, next(iter(to.values())))
                yield RowChange(feedback_groups, row.id, {"report_id": row.report_id}, {"report_id": report_id})


def _sorted(
    console: Console,
    message_ids: Sequence[MessageId],
    report_ids: Sequence[ReportId],
    put: Callable[[_Sorting], To],
) -> tuple[Changes, To]:
    """Put messages elsewhere, as one decision; what was put where it stood already is none."""
    with console.store.writing() as connection:
        sorting = _Sorting(connection, message_ids, report_ids)
        if any(one not in sorting.messages for one in message_ids):
            raise ExpectedError("message_gone")
        for report_id in report_ids:
            sorting.group_of(report_id)
        to = put(sorting)
        changes = sorting.changes()
        if not changes:
            return Changes(), to
        group_id = next(iter(sorting.messages.values())).group_id
        return _decided(connection, console, changes, group_id), to


# --- what came of it -------------------------------------------------------------------------------------------------


def set_field(console: Console, report_id: ReportId, head: Head, value: HeadValue) -> Changes:
    """Say what stands under a head of a report; it stands until ``as_suggested``, whatever the messages say.

    Raises ``ExpectedError("report_gone")``, and ``ValueError`` for a value of another head, minutes below zero or a
    caller who is no member of the group.
    """
    with console.store.writing() as connection:
        report = _report(connection, report_id)
        said = _columns(head, value)
        caller = said.get("called_by_id")
        if caller is not None:
            of_group = (members.c.id == caller, members.c.group_id == report.group_id)
            if connection.scalar(select(members.c.id).where(*of_group)) is None:
                raise ValueError("who called is a member of the group")
        after = said | {"by_hand": [*dict.fromkeys([*report.by_hand, *COLUMNS[head]])]}
        before = _as_said(report, head)
        if before == after:
            return Changes()
        return _decided(connection, console, [RowChange(reports, report_id, before, after)], report.group_id)


def as_suggested(console: Console, report_id: ReportId, head: Head) -> Changes:
    """Let a head say again what the messages say. Raises ``ExpectedError("report_gone")``."""
    with console.store.writing() as connection:
        report = _report(connection, report_id)
        by_hand = [name for name in report.by_hand if name not in COLUMNS[head]]
        if by_hand == report.by_hand:
            return Changes()
        changes = [RowChange(reports, report_id, _as_said(report, head), {"by_hand": by_hand})]
        return _decided(connection, console, changes, report.group_id)


def _as_said(report: Any, head: Head) -> dict[str, Any]:  # noqa: ANN401
    """Return what a person said under a head; a suggestion is the story's, which may be another one by the next day."""
    said = COLUMNS[head] if COLUMNS[head][0] in report.by_hand else ()
    return {name: getattr(report, name) for name in (*said, "by_hand")}


_TYPES: Final[Mapping[Head, type]] = {
    Head.NATURE: Nature,
    Head.REPORTER: Reporter,
    Head.RESULT: Result,
    Head.TOLD: ToldHow,
    Head.CALLED: Called,
}


def _columns(head: Head, value: HeadValue) -> dict[str, Any]:
    """Return a value under the names of the columns that hold it."""
    if isinstance(value, tuple):
        kind = {Head.MEMBERS: MembersDid, Head.PROFESSIONALS: ProfessionalsDid}.get(head)
        if kind is None or not all(isinstance(one, kind) for one in value):
            raise ValueError(f"this does not belong under {head}")
        return {COLUMNS[head][0]: [one.value for one in kind if one in value]}
    if head not in _TYPES or not isinstance(value, _TYPES[head]):
        raise ValueError(f"this does not belong under {head}")
    if not isinstance(value, (Called, ToldHow)):
        return {COLUMNS[head][0]: value.value}
    if value.minutes is not None and value.minutes < 0:
        raise ValueError("nobody called or told before it happened")
    if isinstance(value, Called):
        return dict(zip(COLUMNS[head], (value.state.value, value.by_id, value.minutes), strict=True))
    return dict(zip(COLUMNS[head], (value.how.value, value.by.value if value.by else None, value.minutes), strict=True))


def _report(connection: Connection, report_id: ReportId) -> Any:  # noqa: ANN401
    has_messages = select(report_messages.c.message_id).where(report_messages.c.report_id == report_id).exists()
    row = connection.execute(select(reports).where(reports.c.id == report_id, has_messages)).first()
    if row is None:
        raise ExpectedError("report_gone")
    return row


def _decided(connection: Connection, console: Console, changes: Sequence[RowChange], group_id: int) -> Changes:
    decision = decide(connection, console, Verb.REPORT, changes, group_id=group_id)
    return changes_of(changes, group_id, decision)
