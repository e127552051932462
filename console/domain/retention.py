"""What is kept for how long, and what goes by itself when that is over."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from console.domain.group import GroupId


class Kept(StrEnum):
    """What is kept for a while: the first five are told one by one (``DueLine``), the rest counted (``DueCount``)."""

    REQUEST = "request"  # a join request that was decided
    MEMBER = "member"  # who left
    PROSPECT = "prospect"  # who might have joined
    MARK = "mark"  # by which somebody who was refused is recognised
    PROFESSIONAL = "professional"  # who is with no group any more, and owes no answer
    TEXT = "text"  # the words of a message, and all that repeats them
    NOTE = "note"  # that ended, or was taken away
    START = "start"  # what was written down about a step of the start of a group
    SENT = "sent"  # the words of what went to somebody, or was to be done on the phone
    LINE = "line"  # the words of an answer owed that is closed
    STEP = "step"  # of the ladder, that counts no more
    VIEW = "view"  # of the queue, under the name that somebody gave it
    DECISION = "decision"  # its words, and who took it
    ENTRY = "entry"  # of the journal: that it was decided


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing that goes. ``due_at`` is aware, in the zone of its group; ``name`` is None for a mark, which has none.

    ``because`` says in one plain sentence why it goes.
    """

    kind: Kept
    id: int
    group_id: GroupId
    group: str
    name: str | None
    due_at: datetime
    because: str


@dataclass(frozen=True, slots=True)
class DueCount:
    """How much of one kind goes in one group; ``group_id`` None and ``group`` "" for what belongs to no group.

    ``oldest`` is the moment (aware, in the zone of the group) of the oldest of it, ``waiting`` how many of these still
    wait for a person. ``words`` says how much it is ("the text of 3 messages"), and ``because`` in one plain sentence
    why it goes.
    """

    kind: Kept
    group_id: GroupId | None
    group: str
    count: int
    words: str
    oldest: datetime
    because: str
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Due:
    """What is to go: one by one, the first first, and counted, by kind and group."""

    lines: tuple[DueLine, ...] = ()
    counts: tuple[DueCount, ...] = ()

    def count(self, kind: Kept) -> int:
        """How many of one kind."""
        return sum(line.kind is kind for line in self.lines) + sum(one.count for one in self.counts if one.kind is kind)

    @property
    def waiting(self) -> int:
        """How many messages that still wait for a person lose their words."""
        return sum(one.waiting for one in self.counts)

    @property
    def kinds(self) -> frozenset[Kept]:
        """Of which kinds there is anything."""
        return frozenset([*(line.kind for line in self.lines), *(one.kind for one in self.counts)])

    @property
    def group_ids(self) -> frozenset[GroupId]:
        """In which groups there is anything."""
        of_counts = (one.group_id for one in self.counts if one.group_id is not None)
        return frozenset([*(line.group_id for line in self.lines), *of_counts])

    def beyond(self, other: "Due") -> "Due":
        """Return what is not in another one; what is more of it there is told as it is here, whole."""
        lines, counts = frozenset(other.lines), frozenset(other.counts)
        return Due(
            tuple(line for line in self.lines if line not in lines),
            tuple(count for count in self.counts if count not in counts),
        )

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.lines or self.counts)


@dataclass(frozen=True, slots=True)
class OlderKept:
    """A history that is kept longer than its term, for an evaluation: what was written before ``before``.

    Both are aware UTC; from ``until`` on it goes.
    """

    before: datetime
    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class OlderHistory:
    """What an export holds that is older than the group keeps texts: how many messages, how many ``days`` it keeps.

    ``oldest`` is aware, in the zone of the group.
    """

    count: int
    oldest: datetime
    days: int


@dataclass(frozen=True, slots=True)
class OlderAnswer:
    """What a person wants with an older history: keep it until a day, for a reason, or (no day) count and forget it."""

    until: date | None = None
    reason: str = ""


class ErasureKind(StrEnum):
    """What was erased for good, so that an older copy that is put back loses it again."""

    PERSON = "person"
    GROUP_TEXTS = "group_texts"  # all that went by time in a group


@dataclass(frozen=True, slots=True)
class Replayed:
    """What was erased again in an older copy: how many ``people``, and what had gone by time."""

    people: int = 0
    due: Due = field(default_factory=Due)
