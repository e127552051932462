"""What is decided about an answer owed: it is asked for, it is known, it is told, or nobody waits for it any more."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Row, select

from console import texts
from console.desk import outbox
from console.desk.blanks import open_blanks
from console.desk.console import Console
from console.desk.feedback import reminding
from console.desk.feedback.lines import load_line, untold
from console.desk.feedback.opening import lines_about
from console.desk.journal import RowChange
from console.domain.decision import Act, ItemState, Verb
from console.domain.feedback import Channel, LapseReason, Line, LineState
from console.domain.outgoing import Action, SendState, TodoState
from console.domain.report import Result
from console.domain.telling import Audience, Telling, TellingHow
from console.errors import ExpectedError
from console.store.tables import feedback, feedback_groups, items, messages, todos
from console.store.tables import outbox as outbox_rows

OWN: Final = frozenset({Verb.ANSWERED, Verb.TELL, Verb.LAPSE})
"""What is decided about an answer owed only."""
VERBS: Final = OWN | {Verb.OFFICER}
TOGETHER: Final = frozenset({Verb.LAPSE})
"""What may be decided about many at once."""

_SAID_BY_HAND: Final = frozenset(set(Channel) - {Channel.APP, Channel.GROUP})
"""Ways by which a person asks himself: without words nothing goes out then."""
_ANSWER: Final = ("answer", "answered_at", "answer_message_id", "result")
_GOES_OUT: Final = frozenset({TellingHow.IN_APP, TellingHow.PRIVATE})
_CHOSEN: Final = frozenset(set(LapseReason) - {LapseReason.MERGED, LapseReason.UNDONE})
_HOW: Final = {Audience.REPORTER: TellingHow.PRIVATE, Audience.GROUP: TellingHow.IN_APP}


def is_asked_by_hand(act: Act) -> bool:
    """Return whether an act is a question that a person asked already, and of which he keeps no words."""
    return act.verb is Verb.OFFICER and act.channel in _SAID_BY_HAND and not act.text.strip()


def ready(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> Act:
    """Return an act about a line (an item of the queue) as it is carried out.

    Raises ``ExpectedError``: ``line_gone``; ``answer_empty``; ``tell_empty`` (nobody to tell), ``text_empty`` and
    ``blanks_open`` for what is to be told; ``line_no_answer`` when somebody is said to know it and there is none;
    ``changed_meanwhile`` when somebody was told already;
    ``tell_group`` (the group does not wait for it), ``reporter_unknown``; ``lapse_reason_empty``,
    ``lapse_words_empty``; ``later_is_past``.
    """
    line = load_line(connection, console, item.subject_id)
    each = {(one.group_id, one.audience): replace(one, text=one.text.strip()) for one in act.tellings}
    act = replace(act, text=act.text.strip(), tellings=tuple(each.values()))
    if act.verb is Verb.ANSWERED and not act.text:
        raise ExpectedError("answer_empty")
    if act.verb is Verb.TELL and not act.tellings:
        raise ExpectedError("tell_empty")
    if act.verb is Verb.LAPSE:
        _check_reason(act)
    heard = _as_heard(line, act)
    for telling in act.tellings:
        _check(heard, act, telling, console.language)
    if act.verb is not Verb.OFFICER:
        return act
    until = act.until or reminding.remind_at(connection, line.kind, console.now())
    if until <= console.now():
        raise ExpectedError("later_is_past")
    return replace(act, until=until)


def _check_reason(act: Act) -> None:
    if act.reason_code not in _CHOSEN:
        raise ExpectedError("lapse_reason_empty")
    if act.reason_code == LapseReason.OTHER and not (act.reason or "").strip():
        raise ExpectedError("lapse_words_empty")


def _check(line: Line, act: Act, telling: Telling, language: str) -> None:
    waiting = next((one for one in line.groups if one.group_id == telling.group_id), None)
    if waiting is None:
        raise ExpectedError("tell_group")
    is_answer = _is_answer_told(line.state, act)
    if is_answer and waiting.told_at(telling.audience) is not None:  # in another window: nobody hears it twice
        raise ExpectedError("changed_meanwhile", what=texts.say("desk.changed_line", language))
    if telling.how not in _GOES_OUT:
        if not is_answer:
            raise ExpectedError("line_no_answer")
        return
    if not telling.text:
        raise ExpectedError("text_empty")
    if open_blanks(telling.text):
        raise ExpectedError("blanks_open")
    if telling.audience is Audience.REPORTER and waiting.reporter_id is None:
        raise ExpectedError("reporter_unknown", group=waiting.group)


def _is_answer_told(state: LineState, act: Act) -> bool:
    """Whether what is told is the answer, and no word in between that there is none yet."""
    return act.verb is Verb.ANSWERED or (act.verb is Verb.TELL and state is LineState.ANSWERED)


def place_after(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> dict[str, Any]:
    """Return where the item of a line stands after an act that is ready.

    Done when nobody waits any more, out of sight until an answer may be expected, or where a person has something to
    do. A word in between leaves it where it is.
    """
    if act.verb is Verb.OFFICER:
        return {"state": ItemState.LATER.value, "later_until": act.until}
    line = _as_heard(load_line(connection, console, item.subject_id), act)
    if act.verb is Verb.LAPSE or _is_told_to_all(line, act):
        return {"state": ItemState.DONE.value, "later_until": None}
    if _is_answer_told(line.state, act):
        return {"state": ItemState.OPEN.value, "later_until": None}
    return {"state": item.state, "later_until": item.later_until}


def _is_told_to_all(line: Line, act: Act) -> bool:
    told = {(one.group_id, one.audience) for one in act.tellings}
    waits = {(one.group_id, audience) for one, audience in untold(line)}
    return _is_answer_told(line.state, act) and waits <= told


def changes_by(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> list[RowChange]:
    """Make ready all that an act about a line does besides moving its item, in the caller's transaction."""
    known = load_line(connection, console, item.subject_id)
    line = _as_heard(known, act)
    row = connection.execute(select(feedback).where(feedback.c.id == line.id)).one()
    after = _line_after(console, line, act)
    if act.verb is Verb.ANSWERED and act.message_id is not None:
        said_at = _sent_at(connection, act.message_id)  # who answered in the chat did so when he wrote it
        after |= {"answered_at": said_at or after["answered_at"]}
    changes = [RowChange(feedback, line.id, {name: getattr(row, name) for name in after}, after)] if after else []
    changes += _overtaken(connection, line, act)
    if act.verb is Verb.OFFICER or line is not known:
        changes += told_anew(connection, line)
    if _is_answer_told(line.state, act):
        for telling in act.tellings:
            changes.append(_told(connection, console, line, telling))
    if act.verb is Verb.OFFICER and not is_asked_by_hand(act):
        changes.append(_asked(connection, console, line, act.text))
    for telling in act.tellings:
        if telling.how in _GOES_OUT:
            changes.append(_sent(connection, console, line, telling))
    return changes


def changes_of_later(connection: Connection, item: Row[*tuple[Any, ...]], until: datetime) -> list[RowChange]:
    """Return what is put off with the item of a line: its reminder."""
    was = connection.scalar(select(feedback.c.remind_at).where(feedback.c.id == item.subject_id))
    return [RowChange(feedback, item.subject_id, before={"remind_at": was}, after={"remind_at": until})]


def _line_after(console: Console, line: Line, act: Act) -> dict[str, Any]:
    """Return what becomes of the line itself."""
    now = console.now()
    by = {} if act.channel is None else {"channel": Channel(act.channel).value}
    if act.verb is Verb.OFFICER:
        answer = dict.fromkeys(_ANSWER) if line.state is LineState.ANSWERED else {}
        return answer | {"state": LineState.ASKED.value, "asked_at": now, "remind_at": act.until} | by
    if act.verb is Verb.LAPSE:
        words = (act.reason or "").strip() or None
        closed = {"state": LineState.LAPSED.value, "closed_at": now}
        return closed | {"lapse_reason": act.reason_code, "lapse_words": words}
    is_closed = {"state": LineState.TOLD.value, "closed_at": now} if _is_told_to_all(line, act) else {}
    if act.verb is Verb.TELL:
        return is_closed
    answer = {
        "state": LineState.ANSWERED.value,
        "answer": act.text,
        "answered_at": now,
        "answer_message_id": act.message_id,
        "result": Result(act.result or Result.UNKNOWN).value,
    }
    return answer | by | is_closed


def _sent_at(connection: Connection, message_id: int) -> datetime | None:
    found: datetime | None = connection.scalar(select(messages.c.sent_at).where(messages.c.id == message_id))
    return found


def _as_heard(line: Line, act: Act) -> Line:
    """Return a line as it is known after an act: of another answer than they heard nobody knows yet."""
    is_other = act.verb is Verb.ANSWERED and line.state is LineState.ANSWERED and act.text != line.answer
    if not is_other or all(one.told_at(audience) is None for one in line.groups for audience in Audience):
        return line
    untold_to = (
        replace(one, reporter_told_at=None, reporter_told_how=None, group_told_at=None, group_told_how=None)
        for one in line.groups
    )
    return replace(line, groups=tuple(untold_to))


def _told(connection: Connection, console: Console, line: Line, telling: Telling) -> RowChange:
    """Return that somebody was told of the answer, or need not be."""
    of_group = (feedback_groups.c.feedback_id == line.id, feedback_groups.c.group_id == telling.group_id)
    row_id: int = connection.execute(select(feedback_groups.c.id).where(*of_group)).scalar_one()
    at, how = f"{telling.audience}_told_at", f"{telling.audience}_told_how"
    by = _HOW[telling.audience] if telling.how in _GOES_OUT else telling.how
    return RowChange(feedback_groups, row_id, {at: None, how: None}, {at: console.now(), how: by.value})


def asked_anew(
    connection: Connection, console: Console, line: Line, until: datetime, said: Mapping[str, Any]
) -> list[RowChange]:
    """Return what makes a line one that was asked now, out of sight until a moment; ``said`` are columns besides."""
    row = connection.execute(select(feedback).where(feedback.c.id == line.id)).one()
    after: dict[str, Any] = dict.fromkeys(_ANSWER) if line.state is LineState.ANSWERED else {}
    after |= {"state": LineState.ASKED.value, "asked_at": console.now(), "remind_at": until, **said}
    changes = [RowChange(feedback, line.id, {name: getattr(row, name) for name in after}, after)]
    changes += told_anew(connection, line)
    item = connection.execute(select(items).where(items.c.id == line.item_id)).first()
    if item is not None:
        later = {"state": ItemState.LATER.value, "later_until": until}
        changes.append(RowChange(items, item.id, {name: getattr(item, name) for name in later}, later))
    return changes


def asked_about_message(
    connection: Connection, console: Console, message: tuple[int, int | None], officer_id: int | None, act: Act
) -> tuple[int, list[RowChange]] | None:
    """Return the line of an officer that waits for what a message (its group, and itself) reports, as asked anew.

    None when no open line is his, or nobody's: then the question needs one of its own.
    """
    for row in lines_about(connection, *message):
        is_his = row.professional_id == officer_id if row.professional_id is not None else not row.service
        if is_his and row.state != LineState.ANSWERED.value:
            line = load_line(connection, console, row.id)
            until = act.until or reminding.remind_at(connection, line.kind, console.now())
            said: dict[str, Any] = {"professional_id": officer_id}
            said |= {} if act.channel is None else {"channel": Channel(act.channel).value}
            asked = asked_anew(connection, console, line, until, said)
            return row.id, [*asked, *_overtaken(connection, line, act)]
    return None


def told_anew(connection: Connection, line: Line) -> Iterator[RowChange]:
    """Yield that nobody knows: who heard an answer that was not all of it hears the next one too."""
    nobody = {f"{audience}_told_{what}": None for audience in Audience for what in ("at", "how")}
    waiting = select(feedback_groups).where(feedback_groups.c.feedback_id == line.id)
    for row in connection.execute(waiting.order_by(feedback_groups.c.id)).all():
        before = {name: getattr(row, name) for name in nobody}
        if before != nobody:
            yield RowChange(feedback_groups, row.id, before=before, after=nobody)


def _asked(connection: Connection, console: Console, line: Line, text: str) -> RowChange:
    """Make the question to who owes the answer ready to go out."""
    first = line.groups[0]
    about: dict[str, Any] = {"feedback_id": line.id, "group_id": first.group_id, "message_id": first.message_id}
    about |= {"action": Action.OFFICER.value, "recipient": line.owed_by or None}
    return outbox.put_about(connection, console, about=about, text=text, key=uuid4().hex)


def _sent(connection: Connection, console: Console, line: Line, telling: Telling) -> RowChange:
    """Make what somebody is told ready to go out."""
    waiting = next(one for one in line.groups if one.group_id == telling.group_id)
    about: dict[str, Any] = {"feedback_id": line.id, "group_id": waiting.group_id}
    if telling.audience is Audience.REPORTER:
        about |= {"action": Action.PRIVATE.value, "recipient": waiting.reporter}
        about |= {"person_id": waiting.reporter_id, "message_id": waiting.message_id}
    else:
        about |= {"action": Action.GROUP.value}
    return outbox.put_about(connection, console, about=about, text=telling.text, key=uuid4().hex)


def _overtaken(connection: Connection, line: Line, act: Act) -> Iterator[RowChange]:
    """Yield the end of what was to be said about a line, and was not said yet: it says what is not so any more.

    What tells the answer stays.
    """
    if act.verb is Verb.TELL or line.state is LineState.ANSWERED:
        return
    for table, waits, gone in (
        (todos, (TodoState.OPEN.value, TodoState.NOT_SEEN.value), TodoState.WITHDRAWN.value),
        (outbox_rows, (SendState.WAITING.value,), SendState.WITHDRAWN.value),
    ):
        standing = select(table).where(table.c.feedback_id == line.id, table.c.state.in_(waits))
        if act.verb is Verb.OFFICER:  # to ask somebody too takes nothing back of what goes to a service
            standing = standing.where(table.c.action != Action.FORWARD.value)
        for row in connection.execute(standing.order_by(table.c.id)).all():
            yield RowChange(table, row.id, before={"state": row.state}, after={"state": gone})


def closing(connection: Connection, console: Console, line: Line) -> Sequence[RowChange]:
    """Return the end of a line of which the answer is known, once nobody is left to tell (by ``line``)."""
    if line.state is not LineState.ANSWERED or untold(line) or line.item_id is None:
        return ()
    item = connection.execute(select(items).where(items.c.id == line.item_id)).one()
    done = {"state": ItemState.DONE.value, "later_until": None}
    told = {"state": LineState.TOLD.value, "closed_at": console.now()}
    return (
        RowChange(feedback, line.id, {"state": line.state.value, "closed_at": None}, told),
        RowChange(items, item.id, {name: getattr(item, name) for name in done}, done),
    )
