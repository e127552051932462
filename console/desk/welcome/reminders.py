"""Who is asked again whether he read the rules: a week after he was sent them or reminded, and not before.

Nothing goes by itself: a person reads the texts and sends them (``sending.to_members``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from console.desk.console import Console
from console.desk.welcome import chat_text, composing, confirming
from console.domain.group import GroupId
from console.domain.welcome import Confirmation, Confirmations


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one member may be sent; ``name`` is as the chat shows it, ``left_out`` are rules that did not fit."""

    member_id: int
    name: str
    text: str
    left_out: tuple[str, ...] = ()


def due(console: Console) -> tuple[Confirmations, ...]:
    """Return the groups in which somebody may be reminded now, by name, without their members."""
    return tuple(group for group in confirming.overview(console) if group.due)


def texts(
    console: Console, group_id: GroupId, members: Sequence[Confirmation], language: str = "nl"
) -> tuple[Reminder, ...]:
    """Return what each of these members of a group may be sent: a reminder, or the rules where nobody knows that he
    was sent them. Raises ``ExpectedError("group_gone")``.
    """
    welcome = composing.compose(console, group_id, language)
    rules = chat_text.message(welcome)
    told = ((one, rules if one.sent_at is None else chat_text.reminder_of(welcome, one.name)) for one in members)
    return tuple(Reminder(one.member_id, one.name, text.messages[0], text.left_out) for one, text in told)
