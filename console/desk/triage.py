"""The page Deze week: what needs a person now, and the decisions on it. Each call is one transaction."""

from dataclasses import replace

from sqlalchemy import func, select

from console.desk import ladder, queue
from console.desk.console import Console
from console.desk.conversation import Detail, Line, MemberCard, load_detail
from console.desk.deciding import Decided, add_note, decide, decide_all, decide_later, decide_later_all
from console.desk.groups import settings
from console.desk.person_facts import Note, PastDecision
from console.desk.undoing import Undone, redo, undo, undo_one
from console.domain.decision import Item, ItemId, ItemKind
from console.domain.draft import OtherGroup
from console.domain.filters import Filters
from console.domain.group import GroupId
from console.domain.judgement import Attention
from console.store.queries.judgements import IS_NOTICED
from console.store.tables import groups, judgements, messages

__all__ = [
    "Decided",
    "Detail",
    "Line",
    "MemberCard",
    "Note",
    "PastDecision",
    "Undone",
    "add_note",
    "decide",
    "decide_all",
    "decide_later",
    "decide_later_all",
    "detail",
    "older_flags",
    "other_groups",
    "redo",
    "undo",
    "undo_one",
    "week",
]


def week(console: Console, filters: Filters | None = None) -> tuple[Item, ...]:
    """Return what waits now, in the order of ``design/screens.md``; texts are cut to 300 characters.

    ``filters`` keep some from sight: ``views.hidden`` counts those.
    """
    with console.store.reading() as connection:
        return queue.load_open(connection, console, filters)


def other_groups(console: Console, group_id: GroupId) -> tuple[OtherGroup, ...]:
    """Return the groups where somebody can be shown the way to, sister groups first, each by name.

    Raises ``ExpectedError("group_gone")``.
    """
    sisters = settings(console, group_id).sisters
    others = select(groups.c.id, groups.c.name, groups.c.profile).where(
        groups.c.id != group_id, groups.c.archived_at.is_(None)
    )
    with console.store.reading() as connection:
        found = [
            OtherGroup(GroupId(row.id), row.name, row.profile, is_sister=row.id in sisters)
            for row in connection.execute(others)
        ]
    return tuple(sorted(found, key=lambda other: (not other.is_sister, other.name.casefold())))


def older_flags(console: Console) -> int:
    """Return how many flagged messages are older than what their group looks back on, and so never queued.

    Of which the words are erased does not count: there is nothing left to look at.
    """
    with console.store.reading() as connection:
        return connection.execute(
            select(func.count())
            .select_from(judgements)
            .join(messages, messages.c.id == judgements.c.message_id)
            .join(groups, groups.c.id == messages.c.group_id)
            .where(IS_NOTICED, judgements.c.attention != Attention.NONE.value)
            .where(messages.c.sent_at < groups.c.review_from, messages.c.forgotten_at.is_(None))
        ).scalar_one()


def detail(console: Console, item_id: ItemId, *, before: int = 8, after: int = 8) -> Detail:
    """Return a message that waits in its conversation, with at most so many lines before and after it.

    Raises ``ExpectedError("item_gone")`` when it left the queue, ``ValueError`` for an item that is no message
    (``joining.requests.detail``).
    """
    with console.store.reading() as connection:
        item = queue.load_item(connection, console, item_id)
        if item.kind is not ItemKind.MESSAGE:
            raise ValueError(f"a {item.kind} has no conversation")
        found = load_detail(connection, console, item.subject_id, item, before=before, after=after)
        return replace(found, proposal=ladder.propose(connection, console, item_id))
