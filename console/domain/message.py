"""A message of a chat, as it was read from an export."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, NewType

MessageId = NewType("MessageId", int)


class Kind(StrEnum):
    """What sort of line it is (``design/cli.md``, ``beheer read``)."""

    TEXT = "text"
    MEDIA = "media"
    DELETED = "deleted"
    SYSTEM = "system"


class Event(StrEnum):
    """What a system line tells (``design/cli.md``)."""

    ENCRYPTION_NOTICE = "encryption_notice"
    GROUP_CREATED = "group_created"
    SUBJECT_CHANGED = "subject_changed"
    DESCRIPTION_CHANGED = "description_changed"
    ICON_CHANGED = "icon_changed"
    MEMBER_ADDED = "member_added"
    MEMBER_REMOVED = "member_removed"
    MEMBER_LEFT = "member_left"
    MEMBER_JOINED_LINK = "member_joined_link"
    JOIN_REQUESTED = "join_requested"
    JOIN_APPROVED = "join_approved"
    ADMIN_GRANTED = "admin_granted"
    ADMIN_REMOVED = "admin_removed"
    NUMBER_CHANGED = "number_changed"
    DELETED_BY_ADMIN = "deleted_by_admin"
    TIMER_CHANGED = "timer_changed"
    PINNED = "pinned"
    COMMUNITY = "community"
    OTHER = "other"


class Reaction(NamedTuple):
    """A sign that somebody (``author``, as written) put under a message; ``at`` as ``Message.sent_at``, if known."""

    author: str
    sign: str
    at: datetime | None = None


class Message(NamedTuple):
    """One message or system line. A tuple, because a reader makes a million of them in a few seconds.

    ``sent_at`` is local time as written in the export, without zone. ``author`` is as written with invisible marks
    removed, None for system lines. ``subject`` names who a system line is about. ``source_id`` is the platform's own
    lasting id where the export has one (Telegram, Signal), ``reply_to`` the ``source_id`` that it answers.
    ``is_doubtful`` marks a line that jumps back in time as text pasted from another chat does: it may not be by its
    author (``design/chat-exports.md`` 7, step 7). ``reactions`` stand there where the export has them by name: Telegram
    (its last ones), signal-cli and signal-export. WhatsApp tells none.
    """

    sent_at: datetime
    author: str | None
    kind: Kind
    text: str
    event: Event | None = None
    subject: tuple[str, ...] | None = None
    attachments: tuple[str, ...] = ()
    edited: bool = False
    source_id: str | None = None
    reply_to: str | None = None
    is_doubtful: bool = False
    reactions: tuple[Reaction, ...] = ()

    def as_json(self) -> Mapping[str, object]:
        """Return the object that ``beheer read`` writes, in the contract's order of keys."""
        return {
            "sent_at": self.sent_at.isoformat(timespec="seconds"),
            "author": self.author,
            "kind": self.kind.value,
            "event": self.event.value if self.event else None,
            "subject": list(self.subject) if self.subject is not None else None,
            "text": self.text,
            "attachments": list(self.attachments),
            "edited": self.edited,
        }
