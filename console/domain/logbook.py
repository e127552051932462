"""The journal as a person reads it back: who decided what and when, what was shown, and what went out."""

from dataclasses import dataclass
from datetime import datetime

from console.domain.decision import DecisionId, ItemId, Verb
from console.domain.group import GroupId
from console.domain.judgement import Label, Reason
from console.domain.message import MessageId
from console.domain.outgoing import Action, SendState, TodoState


@dataclass(frozen=True, slots=True)
class LogFilter:
    """Which decisions are wanted; everything given must hold.

    ``since`` (included) and ``until`` (not included) are aware moments. Each of the ``words`` must stand in the
    message, in what was written or changed, or in the name of the group or of who wrote the message. Without
    ``include_undone`` what was undone is left out, and the undoing too.
    """

    group: GroupId | None = None
    actor: str | None = None
    verb: Verb | None = None
    since: datetime | None = None
    until: datetime | None = None
    words: str = ""
    include_undone: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the logbook. ``decided_at`` is aware UTC.

    ``text`` is the message that was decided about as it was then, on one line, or else what changed. ``author`` wrote
    it, or asks to join; ``why`` says in sentences why it was shown then. ``note`` is what the person wrote: a note
    (until it ends), an answer, why a member goes. ``undoes`` is the verb of what this entry undid; ``is_again`` tells a
    decision that was made again. ``together`` counts the decisions made in one go with this one.
    """

    id: DecisionId
    decided_at: datetime
    actor: str
    verb: Verb
    group_id: GroupId | None
    group: str | None
    item: ItemId | None
    author: str | None
    text: str
    note: str | None
    is_undone: bool
    why: tuple[str, ...] = ()
    undoes: Verb | None = None
    is_again: bool = False
    together: int = 1


@dataclass(frozen=True, slots=True)
class Sent:
    """What a decision sends, and where it stands now: with a carrier (``send``) or with a person (``todo``)."""

    action: Action
    recipient: str | None
    text: str | None
    send: SendState | None = None
    todo: TodoState | None = None
    answer: str | None = None  # of the platform


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """All of one entry. Times are aware UTC.

    ``message`` is the whole text as it was then, ``said_at`` its moment in the zone of its group; ``shown`` are the
    reasons that stood with it then: why the person saw it. ``changed`` says in sentences what the decision changed
    besides. ``until`` is the date of Later. ``taught`` is what was said of the message, as ``CorrectionRow`` has it.
    ``undone_by`` and ``undone_at`` tell who took it back.
    """

    entry: Entry
    message_id: MessageId | None
    message: str | None
    said_at: datetime | None
    shown: tuple[Reason, ...]
    sent: tuple[Sent, ...]
    changed: tuple[str, ...]
    taught: tuple[tuple[Label, str], ...]
    until: datetime | None
    undone_by: str | None
    undone_at: datetime | None
    can_undo: bool
