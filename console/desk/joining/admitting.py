"""What is decided about who asks to join: he is admitted, refused, asked, put on the list, shown the way, or gone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Row, insert, select

from console.desk import outbox
from console.desk.blanks import fill, open_blanks
from console.desk.console import Console
from console.desk.draft_texts import LANGUAGES, words
from console.desk.greeting import first_name
from console.desk.joining.incoming import item_values, same_request
from console.desk.joining.marks import changes_of_marks
from console.desk.joining.persons import applicant_of, columns_of
from console.desk.joining.stored_rules import of_row
from console.desk.journal import RowChange
from console.domain.decision import Act, ItemState, Verb
from console.domain.group import GroupId
from console.domain.join_request import RefusalReason, RequestSource, RequestState
from console.domain.outgoing import Action, SendState, TodoState
from console.domain.profile import JoinPolicy
from console.errors import ExpectedError
from console.store.tables import groups, items, join_requests, todos
from console.store.tables import outbox as outbox_rows

LIST_DAYS: Final = 30  # so long somebody stays on the waiting list of a group without a kick-off, until he is looked at

_STATE_AFTER: Final = {
    Verb.ADMIT: RequestState.ADMITTED,
    Verb.REFUSE: RequestState.REFUSED,
    Verb.ASK: RequestState.WAITING_APPLICANT,
    Verb.WAIT_LIST: RequestState.WAITING_LIST,
    Verb.REFER: RequestState.REDIRECTED,
    Verb.WITHDRAW: RequestState.WITHDRAWN,
}
VERBS: Final = frozenset(_STATE_AFTER)
TOGETHER: Final = frozenset({Verb.ADMIT, Verb.REFUSE, Verb.WAIT_LIST, Verb.WITHDRAW})
_WAITS: Final = frozenset({Verb.ASK, Verb.WAIT_LIST})  # comes back by itself
_STANDS_THERE: Final = frozenset({RequestSource.EXPORT.value, RequestSource.PLATFORM.value})
"""Sources of which the platform itself shows a request, that can be turned away there."""


def ready(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> Act:
    """Return an act about a request (an item of the queue) with the first name and the date filled in.

    Raises ``ExpectedError``: ``item_gone``, ``text_empty`` for a question without words, ``blanks_open``,
    ``request_reason_empty``, ``request_words_empty`` (the reason is none of the known ones), ``request_group_empty``,
    ``later_is_past``.
    """
    request = _request(connection, item)
    text = act.text.strip()
    if act.verb is Verb.ASK and not text:
        raise ExpectedError("text_empty")
    text = fill(text, {words("blanks", language)["name"]: first_name(request.name) for language in LANGUAGES})
    if open_blanks(text):
        raise ExpectedError("blanks_open")
    if act.verb is Verb.REFUSE:
        _check_reason(act)
    if act.verb is Verb.REFER:
        _check_group(connection, item, act)
    until = _until(connection, console, item, act)
    return replace(act, text=text, until=until)


def _check_reason(act: Act) -> None:
    if act.reason_code not in set(RefusalReason):
        raise ExpectedError("request_reason_empty")
    if act.reason_code == RefusalReason.OTHER and not (act.reason or "").strip():
        raise ExpectedError("request_words_empty")


def _check_group(connection: Connection, item: Row[*tuple[Any, ...]], act: Act) -> None:
    known = select(groups.c.id).where(groups.c.id == act.group_id, groups.c.id != item.group_id)
    if connection.scalar(known.where(groups.c.archived_at.is_(None))) is None:
        raise ExpectedError("request_group_empty")


def _until(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> datetime | None:
    """Return when an item comes back: when the person said, or after the term of the group, or at its kick-off."""
    if act.verb not in _WAITS:
        return None
    if act.until is not None:
        if act.until <= console.now():
            raise ExpectedError("later_is_past")
        return act.until
    group = _group(connection, item.group_id)
    if act.verb is Verb.WAIT_LIST and group.kick_off_at is not None and group.kick_off_at > console.now():
        starts_at: datetime = group.kick_off_at
        return starts_at
    return console.now() + timedelta(days=LIST_DAYS if act.verb is Verb.WAIT_LIST else of_row(group).limit_days)


def place_after(act: Act) -> dict[str, Any]:
    """Return where an item stands after an act that is ready: done, or out of sight until its date."""
    is_done = act.until is None
    return {"state": (ItemState.DONE if is_done else ItemState.LATER).value, "later_until": act.until}


def changes_by(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> list[RowChange]:
    """Make ready all that an act about a request does besides moving its item, in the caller's transaction."""
    request = _request(connection, item)
    changes = [_moved(connection, console, request, act), *_overtaken(connection, request)]
    if act.verb is Verb.REFUSE:
        changes += changes_of_marks(connection, console, request, act.reason_code)
    if act.verb is Verb.REFER and act.hands_over and act.group_id is not None:
        changes += _handed_over(connection, console, request, act.group_id)
    for action, text in _goes_out(request, act):
        changes.append(
            outbox.put_request(connection, console, request=request, action=action, text=text, key=uuid4().hex)
        )
    return changes


def _request(connection: Connection, item: Row[*tuple[Any, ...]]) -> Row[*tuple[Any, ...]]:
    row = connection.execute(select(join_requests).where(join_requests.c.id == item.subject_id)).first()
    if row is None:
        raise ExpectedError("item_gone")
    return row


def _group(connection: Connection, group_id: int) -> Row[*tuple[Any, ...]]:
    return connection.execute(select(groups).where(groups.c.id == group_id)).one()


def _moved(connection: Connection, console: Console, request: Row[*tuple[Any, ...]], act: Act) -> RowChange:
    """Return what becomes of the request itself: what is decided is kept for the term of its group."""
    after: dict[str, Any] = {"state": _STATE_AFTER[act.verb].value}
    if act.verb in _WAITS:
        after |= {"question": act.text} if act.verb is Verb.ASK else {}
    else:
        rules = of_row(_group(connection, request.group_id))
        ends_at = console.now() + timedelta(days=rules.keep_refused_days)
        after |= {"decided_at": console.now(), "ends_at": ends_at}
    if act.verb is Verb.REFUSE:
        after |= {"reason_code": act.reason_code, "reason": (act.reason or "").strip() or None}
    if act.verb is Verb.REFER:
        after |= {"other_group_id": act.group_id}
    return RowChange(join_requests, request.id, {name: getattr(request, name) for name in after}, after)


def _overtaken(connection: Connection, request: Row[*tuple[Any, ...]]) -> Iterator[RowChange]:
    """Yield the end of what was to be said to somebody by an earlier decision, and was not said yet."""
    for table, waits, gone in (
        (todos, (TodoState.OPEN.value, TodoState.NOT_SEEN.value), TodoState.WITHDRAWN.value),
        (outbox_rows, (SendState.WAITING.value,), SendState.WITHDRAWN.value),
    ):
        standing = select(table).where(table.c.request_id == request.id, table.c.state.in_(waits))
        for row in connection.execute(standing.order_by(table.c.id)).all():
            yield RowChange(table, row.id, before={"state": row.state}, after={"state": gone})


def _goes_out(request: Row[*tuple[Any, ...]], act: Act) -> Iterator[tuple[Action, str | None]]:
    """Yield what is to happen outside this computer, with its words."""
    if act.verb is Verb.ADMIT:
        yield Action.ADMIT, None
    if act.verb in {Verb.REFUSE, Verb.REFER} and request.source in _STANDS_THERE:
        yield Action.REFUSE, None
    if act.text:
        yield Action.PRIVATE, act.text


# --- to the right group ----------------------------------------------------------------------------------------------


def _handed_over(
    connection: Connection, console: Console, request: Row[*tuple[Any, ...]], group_id: GroupId
) -> Iterator[RowChange]:
    """Yield a request in the right group; nothing where he asks already, or where everybody joins by himself.

    What he agreed to was for the first group: in another he is asked again. What is new stands there as taken back.
    """
    if JoinPolicy(_group(connection, group_id).join_policy) is JoinPolicy.OPEN:
        return
    asked_again = {"has_read_rules": None, "has_confirmed": None, "consent_at": None, "consent_channel": None}
    values = columns_of(applicant_of(request)) | asked_again
    if same_request(connection, console.language, group_id, values) is not None:
        return
    now = console.now()
    taken_back = {"state": RequestState.WITHDRAWN.value, "ends_at": now}
    row = {**values, "group_id": group_id, "source": request.source, "received_at": request.received_at, **taken_back}
    (request_id,) = connection.execute(insert(join_requests).values(row)).inserted_primary_key or (0,)
    yield RowChange(join_requests, request_id, taken_back, {"state": RequestState.OPEN.value, "ends_at": None})
    place: Mapping[str, Any] = item_values({**row, "id": request_id}) | {"state": ItemState.DONE.value}
    (item_id,) = connection.execute(insert(items).values(place)).inserted_primary_key or (0,)
    yield RowChange(items, item_id, {"state": ItemState.DONE.value}, {"state": ItemState.OPEN.value})
