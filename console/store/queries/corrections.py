"""What people said of messages: of one message for the judge to keep to, of all in a group for it to learn from."""

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, func, select

from console.domain.judgement import Correction, Label
from console.store.tables import corrections, members, message_changes, messages, people

_EDITED_TO: Final = (
    select(message_changes.c.before)
    .where(
        message_changes.c.message_id == corrections.c.message_id,
        message_changes.c.what == "edited",
        message_changes.c.seen_at > corrections.c.corrected_at,
    )
    .order_by(message_changes.c.id)
    .limit(1)
    .correlate(corrections)
    .scalar_subquery()
)

IS_OF_THIS_TEXT: Final = _EDITED_TO.is_(None)
"""Whether a correction was made of the text that a message has now; what was said of other words need not hold."""

CORRECTED_TEXT: Final = func.coalesce(_EDITED_TO, messages.c.text)
"""The text as it was when it was corrected: a column for a statement over ``corrections`` and ``messages``."""

HAS_WORDS: Final = messages.c.forgotten_at.is_(None)
"""Whether the words that were corrected are still there: nothing is learnt from erased ones."""

_root = people.alias("root")
_BY_OBJECTOR: Final = (
    select(members.c.id)
    .join(people, people.c.id == members.c.person_id)
    .outerjoin(_root, _root.c.id == people.c.merged_into_id)
    .where(members.c.id == messages.c.member_id)
    .where(func.coalesce(people.c.objected_at, _root.c.objected_at).is_not(None))
    .correlate(messages)
    .exists()
)

SAID: Final = "said"  # Klopt niet
FINE: Final = "fine"  # Goed zo
HABITS_REMEMBERED: Final = 300
IS_SAID: Final = corrections.c.source == SAID


def said_of(connection: Connection, message_ids: Collection[int]) -> dict[int, dict[Label, str]]:
    """Return by message what people said of these messages as they now stand; those without anything are left out.

    Goed zo says nothing of what a message is: its judgement stays what the person saw.
    """
    standing = select(corrections.c.message_id, corrections.c.label, corrections.c.value).where(
        corrections.c.message_id.in_(message_ids), corrections.c.removed_at.is_(None), IS_OF_THIS_TEXT, IS_SAID
    )
    said: dict[int, dict[Label, str]] = defaultdict(dict)
    for message_id, label, value in connection.execute(standing):
        said[message_id][Label(label)] = value
    return dict(said)


def taught_in(connection: Connection, group_ids: Collection[int]) -> dict[int, tuple[Correction, ...]]:
    """Return by group what people taught there, in the order in which they said it; the rest is left out.

    Nothing is learnt from what somebody wrote who objects to how his data is used. Of Goed zo, said many times a week,
    the last ``HABITS_REMEMBERED`` of a group: comparing with a message stays quick.
    """
    standing = (
        select(
            corrections.c.group_id,
            CORRECTED_TEXT,
            corrections.c.label,
            corrections.c.value,
            corrections.c.corrected_at,
            corrections.c.source,
        )
        .join(messages, messages.c.id == corrections.c.message_id)
        .where(corrections.c.group_id.in_(group_ids), corrections.c.removed_at.is_(None), HAS_WORDS)
        .where(~_BY_OBJECTOR)
        .order_by(corrections.c.id)
    )
    taught: dict[int, list[Correction]] = defaultdict(list)
    for group_id, text, label, value, said_at, source in connection.execute(standing):
        taught[group_id].append(Correction(text, Label(label), value, said_at, is_fine=source == FINE))
    return {group_id: _without_oldest_habits(said) for group_id, said in taught.items()}


def _without_oldest_habits(said: list[Correction]) -> tuple[Correction, ...]:
    habits = [correction for correction in said if correction.is_fine]
    old = set(map(id, habits[:-HABITS_REMEMBERED]))
    return tuple(correction for correction in said if id(correction) not in old)
