"""Who is asked again whether he read the rules: a week after he was sent them or reminded, and not before.

Nothing goes by itself: a person reads the texts and sends them (``sending.to_members``).
"""

from dataclasses import dataclass

from console.desk.console import Console
from console.desk.welcome import chat_text, composing, confirming
from console.domain.group import GroupId
from console.domain.member import MemberId
from console.domain.welcome import Confirmations


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one member may be sent; ``name`` is as the chat shows it."""

    member_id: MemberId
    name: str
    text: str


def due(console: Console) -> tuple[Confirmations, ...]:
    """Return the groups in which somebody may be reminded now, by name, without their members."""
    return tuple(group for group in confirming.overview(console) if group.due)


def drafts(console: Console, group_id: GroupId, language: str = "nl") -> tuple[Reminder, ...]:
    """Return a text for each member of a group who may be reminded now, by name.

    Raises ``ExpectedError("group_gone")``.
    """
    late = [row for row in confirming.of_group(console, group_id).rows if row.is_due]
    if not late:
        return ()
    welcome = composing.compose(console, group_id, language)
    return tuple(Reminder(MemberId(row.member_id), row.name, chat_text.reminder_of(welcome, row.name)) for row in late)
