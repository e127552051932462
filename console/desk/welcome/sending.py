"""The rules go to members: in the group, to each in private, on paper or aloud. A person decides it, and can undo it.

What goes out by a carrier waits its ten seconds; else it is a to-do on the phone. Members count as sent from when it
went (``desk/welcome/delivered.py``).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Row, insert, select, update

from console.desk import journal, outbox
from console.desk.acts import check, words_of
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.welcome.delivered import given
from console.desk.welcome.reactions import WATCHED_DAYS
from console.domain.changes import Changes, together
from console.domain.decision import Act, DecisionId, Verb
from console.domain.group import GroupId
from console.domain.outgoing import SendState, TodoState
from console.domain.welcome import SentHow, WelcomeKind
from console.errors import ExpectedError
from console.store.queries.counts import IS_HERE
from console.store.tables import groups, members, todos, welcomes
from console.store.tables import outbox as outbox_rows

STILL_TO_GO: Final = (
    *(SendState.WAITING.value, SendState.SENDING.value, SendState.FAILED.value, SendState.UNKNOWN.value),
    *(TodoState.OPEN.value, TodoState.NOT_SEEN.value),
)
"""States in which what was made ready may still go out."""


def to_group(
    console: Console,
    group_id: GroupId,
    texts: Sequence[str],
    *,
    kind: WelcomeKind = WelcomeKind.RULES,
    rule: str | None = None,
    language: str = "nl",
) -> Changes:
    """Make the rules ready as messages in the group, in this order; or one rule again (``kind``, ``rule`` its key).

    One undo takes all of them back. Raises ``ExpectedError``: ``text_empty``, ``blanks_open``, ``group_gone``.
    """
    ready = [Act(Verb.GROUP, text=text) for text in texts]
    for act in ready or [Act(Verb.GROUP)]:
        check(act)
    row = {"kind": kind.value, "rule": rule, "language": language, "how": SentHow.GROUP.value}
    with console.store.writing() as connection:
        _check_group(connection, group_id)
        changes: list[RowChange] = []
        for act in ready:
            going = _put(connection, console, group_id, act)
            changes += [*going, _noted(connection, console, {**row, "group_id": group_id, "text": act.text}, going)]
        return _decided(connection, console, changes, group_id)


def to_members(console: Console, texts: Mapping[int, str], *, language: str = "nl") -> Changes:
    """Make the rules ready for members in private, each with a text of his own (by id of the member).

    It is a reminder for who was sent them before. Who waits for one already is left out, and who confirmed or left
    since the texts were made. One undo takes all of it back. Raises ``ExpectedError``: ``text_empty``, ``blanks_open``,
    ``person_gone``, ``welcome_waits`` (for all of them one waits already), ``welcome_needless`` (nobody is left).
    """
    for text in texts.values() or [""]:
        check(Act(Verb.PRIVATE, text=text))
    row = {"kind": WelcomeKind.RULES.value, "language": language, "how": SentHow.PRIVATE.value}
    with console.store.writing() as connection:
        rows = _members(connection, texts)
        here = set(connection.scalars(select(members.c.id).where(members.c.id.in_(texts), IS_HERE)))
        rows = [one for one in rows if one.id in here and one.rules_confirmed_at is None]
        if not rows:
            raise ExpectedError("welcome_needless")
        waits = members_waiting(connection, {one.group_id for one in rows})
        rows = [one for one in rows if one.id not in waits]
        if not rows:
            raise ExpectedError("welcome_waits")
        by_group: dict[int, list[RowChange]] = {}
        for one in rows:
            act = Act(Verb.PRIVATE, text=texts[one.id])
            going = _put(connection, console, one.group_id, act, one.person_id)
            about = {**row, "group_id": one.group_id, "text": ""}  # no chat shows it, and it may hold his name
            noted = _noted(connection, console, about, going)
            by_group.setdefault(one.group_id, []).extend([*going, noted])
        return _all_decided(connection, console, by_group)


def handed_over(
    console: Console,
    group_id: GroupId,
    member_ids: Collection[int] | None,
    how: SentHow = SentHow.PAPER,
    *,
    language: str = "nl",
) -> Changes:
    """Note that members got the rules outside the program: all who are in the group now (None), or these.

    Nothing where that changes nothing: all of them confirmed before.
    Raises ``ExpectedError("group_gone")``.
    """
    now = console.now()
    with console.store.writing() as connection:
        _check_group(connection, group_id)
        got = given(connection, group_id, now, how, member_ids)
        if not got:
            return Changes()
        row = {"group_id": group_id, "kind": WelcomeKind.RULES.value, "language": language, "how": how.value}
        noted = _noted(connection, console, {**row, "text": "", "sent_at": now}, ())
        return _decided(connection, console, [noted, *got], group_id)


def copied(console: Console, group_id: GroupId, text: str, *, language: str = "nl") -> Changes:
    """Note that the rules were copied, so that an import recognises them when a person pasted them in the chat.

    No decision: whether he did is not known. Raises ``ExpectedError("group_gone")``.
    """
    row = {"kind": WelcomeKind.RULES.value, "language": language, "how": SentHow.GROUP.value}
    pasted = welcomes.c.outbox_id.is_(None) & welcomes.c.todo_id.is_(None) & welcomes.c.sent_at.is_(None)
    alike = [welcomes.c[name] == value for name, value in row.items()]
    with console.store.writing() as connection:
        _check_group(connection, group_id)
        lately = welcomes.c.made_at > console.now() - timedelta(days=WATCHED_DAYS)
        before = update(welcomes).where(pasted, lately, *alike, welcomes.c.group_id == group_id)
        if not connection.execute(before.values(text=text)).rowcount:
            connection.execute(insert(welcomes).values(**row, group_id=group_id, text=text, made_at=console.now()))
    return Changes()


def post(console: Console, group_id: GroupId, text: str) -> Changes:
    """Make a text ready as a message in the group: in the outbox, or as something to do on the phone.

    Raises ``ExpectedError``: ``text_empty``, ``blanks_open``, ``group_gone``.
    """
    act = Act(Verb.GROUP, text=text)
    check(act)
    with console.store.writing() as connection:
        _check_group(connection, group_id)
        return _said(connection, console, group_id, act)


def post_private(console: Console, member_id: int, text: str) -> Changes:
    """Make a text ready for one member in private, as ``post`` does for a group.

    Raises ``ExpectedError``: ``text_empty``, ``blanks_open``, ``person_gone``.
    """
    act = Act(Verb.PRIVATE, text=text)
    check(act)
    with console.store.writing() as connection:
        (row,) = _members(connection, [member_id])
        return _said(connection, console, row.group_id, act, row.person_id)


def members_waiting(connection: Connection, group_ids: Collection[int]) -> set[int]:
    """Return the members of these groups for whom the rules, or a reminder, wait to go out in private."""
    found: set[int] = set()
    for table, link in ((outbox_rows, welcomes.c.outbox_id), (todos, welcomes.c.todo_id)):
        still = (
            select(members.c.id)
            .select_from(welcomes)
            .join(table, table.c.id == link)
            .join(members, (members.c.group_id == welcomes.c.group_id) & (members.c.person_id == table.c.person_id))
            .where(welcomes.c.group_id.in_(group_ids), welcomes.c.how == SentHow.PRIVATE.value)
            .where(welcomes.c.removed_at.is_(None), welcomes.c.sent_at.is_(None), table.c.state.in_(STILL_TO_GO))
        )
        found |= set(connection.scalars(still))
    return found


def needless(connection: Connection, group_id: int, person_ids: Collection[int]) -> list[RowChange]:
    """Return the changes that drop from "op uw telefoon" what still waits there to ask people to read the rules."""
    still = (
        select(todos.c.id, todos.c.state)
        .join(welcomes, welcomes.c.todo_id == todos.c.id)
        .where(welcomes.c.how == SentHow.PRIVATE.value, welcomes.c.removed_at.is_(None))
        .where(todos.c.group_id == group_id, todos.c.person_id.in_(person_ids), todos.c.state.in_(STILL_TO_GO))
    )
    dropped = {"state": TodoState.WITHDRAWN.value}
    return [RowChange(todos, row.id, {"state": row.state}, dropped) for row in connection.execute(still)]


def _said(connection: Connection, console: Console, group_id: int, act: Act, person_id: int | None = None) -> Changes:
    changes = _put(connection, console, group_id, act, person_id)
    decision = decide(connection, console, act.verb, changes, group_id=group_id, note=words_of(act))
    outbox.settle(connection, decision, changes)
    return changes_of(changes, group_id, decision)


def _put(
    connection: Connection, console: Console, group_id: int, act: Act, person_id: int | None = None
) -> list[RowChange]:
    about = {"group_id": group_id, "message_id": None, "person_id": person_id}
    return outbox.put(connection, console, **about, act=act, key=uuid4().hex)  # type: ignore[arg-type]


def _noted(
    connection: Connection, console: Console, values: Mapping[str, Any], going: Sequence[RowChange]
) -> RowChange:
    """Write down what goes to members as taken back, and return the change that makes it count."""
    now = console.now()
    links = {"outbox_id" if one.table is outbox_rows else "todo_id": one.id for one in going}
    made = insert(welcomes).values(**values, **links, made_at=now, removed_at=now)
    (row_id,) = connection.execute(made).inserted_primary_key or (0,)
    return RowChange(welcomes, row_id, before={"removed_at": now}, after={"removed_at": None})


def _decided(connection: Connection, console: Console, changes: Sequence[RowChange], group_id: int) -> Changes:
    decision = decide(connection, console, Verb.WELCOME, changes, group_id=group_id)
    outbox.settle(connection, decision, changes)
    return changes_of(changes, group_id, decision)


def _all_decided(connection: Connection, console: Console, by_group: Mapping[int, Sequence[RowChange]]) -> Changes:
    """Decide in each group; one undo takes all of it back."""
    several = [_decided(connection, console, changes, group_id) for group_id, changes in by_group.items()]
    journal.bind(connection, [DecisionId(one.decision) for one in several if one.decision is not None])
    return together(several)


def _check_group(connection: Connection, group_id: int) -> None:
    if connection.scalar(select(groups.c.id).where(groups.c.id == group_id)) is None:
        raise ExpectedError("group_gone")


def _members(connection: Connection, member_ids: Iterable[int]) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the rows of members, in the order of their ids. Raises ``ExpectedError("person_gone")``."""
    wanted = set(member_ids)
    kept = select(members).where(members.c.id.in_(wanted), members.c.erased_at.is_(None)).order_by(members.c.id)
    rows = connection.execute(kept).all()
    if len(rows) < len(wanted):
        raise ExpectedError("person_gone")
    return rows
