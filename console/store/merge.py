"""Takes an export into a group: only what is new is added, what changed is noted, nothing is lost or doubled.

The matching is that of ``design/chat-exports.md`` 8. Per minute a multiset on (author, text), so that two equal
messages in one minute stay two; then renames by majority; then edits and deletions, of which the first text is kept;
the rest is new, also when it is older than what is stored.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from sqlalchemy import Connection, bindparam, case, func, insert, select, update

from console.domain.member import MemberId
from console.domain.message import Event, Kind, Message
from console.store.local_time import LocalClock, written_seconds
from console.store.places_in_order import Places
from console.store.roster import Roster
from console.store.stored import Marks, Shelf, Stored, insert_messages, is_to_judge, load_minutes, stored_sources
from console.store.tables import message_changes, messages, report_messages, reports

BATCH: Final = 1_000
_SEVERAL: Final = 3


@dataclass(slots=True)
class Merged:
    """What an export brought: ``read`` is the sum of the other three. Times are aware UTC."""

    read: int = 0
    new: int = 0
    known: int = 0
    changed: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message of the export with its moment, and the stored or new message that it comes after."""

    message: Message
    at: datetime
    written: int
    after: int | None  # position of the message before it, None at the very beginning

    @property
    def minute(self) -> int:
        """The minute on the export's own clock."""
        return self.written // 60


class Merge:
    """One export on its way into one group, within one transaction."""

    def __init__(
        self, connection: Connection, *, group_id: int, import_id: int, zone: str, roster: Roster, now: datetime
    ) -> None:
        self._connection = connection
        self._group_id = group_id
        self._import_id = import_id
        self._roster = roster
        self._now = now
        self._clock = LocalClock(zone)
        self._places = Places(connection, group_id)
        self._marks = Marks(connection)
        self._used: set[int] = set()  # ids of stored messages that the export holds too
        self._names: set[str] = set()  # every author in the export
        self._newest = 0  # minute of the last message so far
        self._met: Counter[MemberId] = Counter()  # messages found under the name that their author had
        self._called: defaultdict[MemberId, Counter[str]] = defaultdict(Counter)  # ... and under another one
        self.merged = Merged()

    def take(self, chat: Iterable[Message]) -> Merged:
        """Take in a whole export. A stream: only what lies within the stored period and matches nothing is held."""
        span = self._stored_minutes()
        if span is None:
            for batch in _batches(chat):
                self._add([self._incoming(message, None) for message in batch])
            return self.merged
        unmatched: list[Incoming] = []
        after: int | None = None
        for batch in _batches(chat):
            after = self._take_batch(batch, span, after, unmatched)
        self._take_unmatched(unmatched)
        if self._newest >= span[1]:
            self._roster.follow(self._names)
        return self.merged

    @property
    def met(self) -> Set[int]:
        """The ids of the messages that were stored before and stand in this export too."""
        return self._used

    def _stored_minutes(self) -> tuple[int, int] | None:
        of_group = messages.c.group_id == self._group_id
        first, last = self._connection.execute(
            select(func.min(messages.c.written_at), func.max(messages.c.written_at)).where(of_group)
        ).one()
        return None if first is None else (first // 60, last // 60)

    def _incoming(self, message: Message, after: int | None) -> Incoming:
        at = self._clock.moment(message.sent_at)
        merged = self.merged
        merged.read += 1
        if merged.first_at is None or at < merged.first_at:
            merged.first_at = at
        if merged.last_at is None or at > merged.last_at:
            merged.last_at = at
        if message.author is not None:
            self._names.add(message.author)
        return Incoming(message, at, written_seconds(message.sent_at), after)

    # --- what is stored already --------------------------------------------------------------------------------------

    def _take_batch(
        self, batch: list[Message], span: tuple[int, int], after: int | None, unmatched: list[Incoming]
    ) -> int | None:
        """Match a batch to the letter; add what lies outside the stored period; keep the rest for later."""
        minutes = {written_seconds(message.sent_at) // 60 for message in batch}
        self._newest = max(self._newest, *minutes)
        overlap = sorted(minute for minute in minutes if span[0] <= minute <= span[1])
        rows = load_minutes(self._connection, self._group_id, overlap)
        shelf = Shelf((row for row in rows if row.id not in self._used), self._marks)
        outside: list[Incoming] = []
        for message in batch:
            incoming = self._incoming(message, after)
            row = shelf.take(incoming.minute, self._member(message), message)
            if row is not None:
                self._meet(incoming, row)
                after = row.position
            elif span[0] <= incoming.minute <= span[1]:
                unmatched.append(incoming)
            else:
                outside.append(incoming)
        self._add([one for one in outside if one.minute < span[0]], older=True)
        self._add([one for one in outside if one.minute > span[1]])
        return after

    def _member(self, message: Message) -> MemberId | None:
        """Return who wrote it; a name never seen gives an id that no stored message has."""
        if message.author is None:
            return None
        return self._roster.find(message.author) or MemberId(-1)

    def _meet(self, incoming: Incoming, row: Stored) -> None:
        """Note that the export holds a stored message; one found by its own id may have become another since."""
        self._used.add(row.id)
        message = incoming.message
        if row.member_id is not None and message.author is not None:
            if self._member(message) == row.member_id:
                self._met[row.member_id] += 1
            else:
                self._called[row.member_id][message.author] += 1
        is_same = row.text == message.text and (row.kind is Kind.DELETED) == (message.kind is Kind.DELETED)
        if is_same or row.mark is not None:
            self.merged.known += 1
        elif not self._took_other_form(row, message):
            self._change(row, message, "edited")

    # --- what the export says differently ----------------------------------------------------------------------------

    def _take_unmatched(self, unmatched: list[Incoming]) -> None:
        minutes = sorted({incoming.minute for incoming in unmatched})
        left: dict[int, list[Stored]] = defaultdict(list)
        for row in load_minutes(self._connection, self._group_id, minutes):
            if row.id not in self._used:
                left[row.written // 60].append(row)
        renamed = self._rename(unmatched, left)
        unmatched = [incoming for incoming in unmatched if not self._is_renamed(incoming, left, renamed)]
        unmatched = [incoming for incoming in unmatched if not self._is_changed(incoming, left)]
        self._places.make_room(incoming.after for incoming in unmatched)
        self._add_between(unmatched)

    def _rename(self, unmatched: list[Incoming], left: dict[int, list[Stored]]) -> dict[str, MemberId]:
        """Find members whom the export calls otherwise: the same text in the same minute. Majority decides."""
        for incoming in unmatched:
            message = incoming.message
            if message.author is None:
                continue
            for row in left[incoming.minute]:
                if row.member_id is None or row.member_id == self._member(message):
                    continue
                if self._marks.are_words_of(row, message.text):
                    self._called[row.member_id][message.author] += 1
        renamed: dict[str, MemberId] = {}
        losers: dict[MemberId, MemberId] = {}
        for member_id, names in sorted(self._called.items(), key=lambda entry: -entry[1].total()):
            name, times = names.most_common(1)[0]
            if times * 2 > names.total() and name not in renamed and self._is_called(member_id, name, times):
                loser = self._roster.rename(member_id, name)
                renamed[name] = member_id
                if loser is not None:
                    losers[loser] = member_id
        if losers:  # new messages under such a name went to who had it before
            of_import = (messages.c.import_id == self._import_id) & messages.c.member_id.in_(losers)
            now_of = case(losers, value=messages.c.member_id)
            self._connection.execute(update(messages).where(of_import).values(member_id=now_of))
        return renamed

    def _is_called(self, member_id: MemberId, name: str, times: int) -> bool:
        """Whether a member has another name now: his own is gone, and the other was nobody's.

        Where both are in use, two contacts may have changed names: then several messages must say so, and fewer the
        opposite.
        """
        owner = self._roster.find(name) if self._roster.is_known(name) else None
        if owner is None and self._roster.current_names[member_id] not in self._names:
            return True
        against = self._met[member_id] + (self._met[owner] if owner is not None else 0)
        return times >= _SEVERAL and times > against

    def _is_renamed(self, incoming: Incoming, left: dict[int, list[Stored]], renamed: dict[str, MemberId]) -> bool:
        """Match to the letter again, now that the new names are known; system lines name people too."""
        message = incoming.message
        for row in left[incoming.minute]:
            if message.author is None:
                is_same = row.event is not None and row.event is message.event and row.event is not Event.OTHER
            else:
                is_his = row.member_id == renamed.get(message.author, -1)
                is_same = is_his and self._marks.are_words_of(row, message.text)
            if is_same:
                left[incoming.minute].remove(row)
                self._used.add(row.id)
                self.merged.known += message.author is None
                self.merged.changed += message.author is not None
                return True
        return False

    def _is_changed(self, incoming: Incoming, left: dict[int, list[Stored]]) -> bool:
        """Match an edited or deleted message, or a file that one of the two exports left out, to what was stored."""
        message, member_id = incoming.message, self._member(incoming.message)
        if member_id is None:
            return False
        for row in left[incoming.minute]:
            if row.member_id != member_id or not self._took_other_form(row, message):
                continue
            left[incoming.minute].remove(row)
            self._used.add(row.id)
            return True
        return False

    def _took_other_form(self, row: Stored, message: Message) -> bool:
        """Whether both are one message, of which the newer export tells something else; keep what it tells.

        Nothing is kept of one of which the words were erased.
        """
        if row.mark is not None:
            is_other_form = Kind.DELETED in (row.kind, message.kind) or message.edited or row.is_edited
            is_one = is_other_form or row.kind is message.kind is Kind.MEDIA
            self.merged.known += is_one
            return is_one
        if row.kind is Kind.DELETED and message.kind is not Kind.DELETED:  # an older export still has the text
            self._change(row, message, "deleted")
            return True
        if message.kind is Kind.DELETED:
            if row.deleted_at is None:
                self._change(row, message, "deleted")
            else:
                self.merged.known += 1
            return True
        if message.edited and (not row.is_edited or row.text != message.text):
            if self._said_before(row, message.text):  # an older export, made between two edits
                self.merged.known += 1
            else:
                self._change(row, message, "edited")
            return True
        if row.kind is Kind.MEDIA and message.kind is Kind.MEDIA:
            self._meet_file(row, message)
            return True
        self.merged.known += row.is_edited  # an older export has the text before the edit
        return row.is_edited

    def _said_before(self, row: Stored, text: str) -> bool:
        earlier = (message_changes.c.message_id == row.id) & (message_changes.c.before == text)
        return self._connection.scalar(select(message_changes.c.id).where(earlier).limit(1)) is not None

    def _meet_file(self, row: Stored, message: Message) -> None:
        """One of the exports was made without media: keep the name of the file and the words beside it."""
        if row.has_files or not message.attachments:
            self.merged.known += 1
            return
        values = {"attachments": message.attachments, "text": message.text, "needs_judging": is_to_judge(message)}
        self._write(row.id, values)

    def _change(self, row: Stored, message: Message, what: str) -> None:
        values: dict[str, object] = {}
        if what == "deleted":
            values["deleted_at"] = self._now
            if row.kind is Kind.DELETED:  # the text comes later than the news that it is gone
                values |= {"text": message.text, "kind": message.kind.value, "needs_judging": is_to_judge(message)}
            self._note(row.id, what, row.text if row.kind is not Kind.DELETED else message.text, None)
        else:
            values = {"text": message.text, "is_edited": True, "needs_judging": True}
            self._note(row.id, what, row.text, message.text)
        self._write(row.id, values)

    def _write(self, message_id: int, values: Mapping[str, object]) -> None:
        """Write what a message became, and have its report told again."""
        self._connection.execute(update(messages).where(messages.c.id == message_id).values(values))
        its = select(report_messages.c.report_id).where(report_messages.c.message_id == message_id)
        self._connection.execute(update(reports).where(reports.c.id.in_(its)).values(needs_telling=True))
        self.merged.changed += 1

    def _note(self, message_id: int, what: str, before: str, after: str | None) -> None:
        self._connection.execute(
            insert(message_changes).values(
                message_id=message_id,
                import_id=self._import_id,
                seen_at=self._now,
                what=what,
                before=before,
                after=after,
            )
        )

    # --- what is new -------------------------------------------------------------------------------------------------

    def _add(self, fresh: list[Incoming], *, older: bool = False) -> None:
        """Add messages from before or after the stored period, in the order of the export."""
        take_place = self._places.next_before if older else self._places.next_after
        self._insert([(incoming, take_place()) for incoming in fresh])

    def _add_between(self, fresh: list[Incoming]) -> None:
        self._insert([(incoming, self._places.next_behind(incoming.after)) for incoming in fresh])

    def _insert(self, placed: list[tuple[Incoming, int]]) -> None:
        rows, forgotten = [], list[dict[str, object]]()
        taken = stored_sources(self._connection, self._group_id, [one.message.source_id for one, _ in placed])
        for incoming, position in placed:
            message = incoming.message
            if message.source_id is not None:
                if message.source_id in taken:  # only a damaged export has an id twice
                    self.merged.known += 1
                    continue
                taken.add(message.source_id)
            member_id = None
            if message.author is not None:
                member_id = self._roster.find_or_add(message.author, self._now, incoming.at)
            elif message.kind is Kind.SYSTEM:
                self._roster.note_event(message, incoming.at, self._now)
            if self._roster.is_forgotten(member_id) or self._roster.tells_of_forgotten(message):
                forgotten.append({"at": position, "by": self._marks.of(message.text)})
                message = message._replace(text="", attachments=(), subject=None)
            rows.append((message, member_id, position, incoming.at, incoming.written))
        insert_messages(self._connection, self._group_id, self._import_id, rows)
        self._mark_forgotten(forgotten)
        self.merged.new += len(rows)

    def _mark_forgotten(self, forgotten: list[dict[str, object]]) -> None:
        """Let messages of which no words were kept be recognised."""
        of_message = (messages.c.group_id == self._group_id) & (messages.c.position == bindparam("at"))
        marked = update(messages).where(of_message, messages.c.import_id == self._import_id)
        if forgotten:
            self._connection.execute(marked.values(forgotten_at=self._now, mark=bindparam("by")), forgotten)


def _batches(chat: Iterable[Message]) -> Iterator[list[Message]]:
    stream = iter(chat)
    while batch := list(islice(stream, BATCH)):
        yield batch
