"""What the chats say about answers owed: answers, questions whether there is news, that something was passed on.

All of it is a find for a person to judge, but one: an administrator who writes that he passed something on has decided
that, so it opens a line by itself, which may be taken back like any decision.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, insert, or_, select

from console import texts
from console.desk.console import Console
from console.desk.feedback import opening
from console.desk.feedback.lines import IS_UNDONE
from console.desk.feedback.subjects import Because, Match, OpenLine, Word, line_about, line_of_number, open_lines
from console.desk.feedback.who_owes import Professionals
from console.desk.journal import RowChange, decide
from console.domain.decision import Verb
from console.domain.feedback import FindKind, FindState, LineKind, LineSource, LineState, Owing
from console.domain.judgement import Category, Feedback
from console.domain.member import GroupRole
from console.domain.message import Kind
from console.domain.professional import ProfessionalId
from console.domain.report import LinkKind, ReportId
from console.judge.feedback_words import Passed, Says, asks_news, asks_only, names_service, passed_on, says
from console.judge.signatures import signed
from console.store.queries.people import ROOT_ID
from console.store.tables import (
    feedback,
    feedback_finds,
    feedback_groups,
    groups,
    judgements,
    members,
    messages,
    people,
    report_messages,
)

_AT_ONCE: Final = 500  # far under SQLite's limit of values in one statement
_PASSES_ON: Final = frozenset({GroupRole.ADMIN.value, GroupRole.COORDINATOR.value})
_NUMBER: Final = re.compile(r"\bBC[\s\-–]{0,2}(\d{1,9})\b", re.IGNORECASE | re.ASCII)
_OPENED_BY_ITSELF: Final = frozenset({LineKind.SUSPICIOUS, LineKind.LIVEABILITY})  # a call about danger asks nothing
_UNANSWERED: Final = frozenset({LineState.TO_ASK, LineState.ASKED})


def look_at(connection: Connection, console: Console, message_ids: Sequence[int]) -> bool:
    """Look at messages that were just placed in reports, each once, in the caller's transaction.

    Return whether something was found. What lies before a group's ``review_from`` is history and finds nothing.
    """
    found = False
    for start in range(0, len(message_ids), _AT_ONCE):
        rows = connection.execute(_fresh(message_ids[start : start + _AT_ONCE])).all()
        chats = {group_id: _Chat(connection, console, group_id) for group_id in {row.group_id for row in rows}}
        for row in rows:
            found = chats[row.group_id].look(row) or found
    return found


_primary = report_messages.alias("primary")
_first = messages.alias("first")
_of_first = judgements.alias("of_first")


def _fresh(message_ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """Ask for messages that are no history and in which nothing was found yet, in the order in which they were sent."""
    is_found = select(feedback_finds.c.id).where(feedback_finds.c.message_id == messages.c.id).exists()
    return (
        select(
            messages.c.id,
            messages.c.group_id,
            messages.c.sent_at,
            messages.c.text,
            messages.c.member_id,
            members.c.name.label("author"),
            members.c.role,
            ROOT_ID.label("person_id"),
            judgements.c.feedback,
            report_messages.c.report_id,
            report_messages.c.links,
            _first.c.id.label("first_id"),
            _first.c.text.label("first_text"),
            _of_first.c.category,
        )
        .join(groups, groups.c.id == messages.c.group_id)
        .join(members, members.c.id == messages.c.member_id)
        .join(people, people.c.id == members.c.person_id)
        .outerjoin(judgements, judgements.c.message_id == messages.c.id)
        .outerjoin(report_messages, report_messages.c.message_id == messages.c.id)
        .outerjoin(_primary, and_(_primary.c.report_id == report_messages.c.report_id, _primary.c.is_primary))
        .outerjoin(_first, _first.c.id == _primary.c.message_id)
        .outerjoin(_of_first, _of_first.c.message_id == _first.c.id)
        .where(
            messages.c.id.in_(message_ids),
            messages.c.kind == Kind.TEXT.value,
            messages.c.deleted_at.is_(None),
            ~messages.c.is_doubtful,
            groups.c.archived_at.is_(None),
            or_(groups.c.review_from.is_(None), messages.c.sent_at >= groups.c.review_from),
            ~is_found,
        )
        .order_by(messages.c.sent_at, messages.c.position)
    )


_Row = Row[*tuple[Any, ...]]


class _Chat:
    """One group while its new messages are looked at. Not thread-safe; it belongs to one call."""

    def __init__(self, connection: Connection, console: Console, group_id: int) -> None:
        self._connection, self._console, self._group_id = connection, console, group_id
        self._professionals = Professionals(connection, group_id)
        self._lines: tuple[OpenLine, ...] | None = None

    def look(self, row: _Row) -> bool:
        """Look at one message; return whether something was found."""
        professional_id = self._professionals.of_person(row.person_id)
        if professional_id is not None or row.role == GroupRole.PROFESSIONAL.value:
            return self._of_professional(row, professional_id or self._professionals.called(row.author or ""))
        passed = passed_on(row.text) if row.role in _PASSES_ON and _label(row) is not Feedback.RESULT else None
        if passed is not None:
            return self._passed(row, passed)
        if asks_news(row.text, _label(row)):
            return self._asked(row)
        return row.role not in _PASSES_ON and self._signed(row)

    # --- a professional writes ---------------------------------------------------------------------------------------

    def _of_professional(self, row: _Row, professional_id: ProfessionalId | None) -> bool:
        said = says(row.text, _label(row))
        if said is Says.NOTHING:
            return False
        waiting = [line for line in self._open() if line.state in _UNANSWERED and line.since <= row.sent_at]
        numbered = line_of_number(waiting, map(int, _NUMBER.findall(row.text)))
        match = numbered or line_about(waiting, _word(row, professional_id=professional_id))
        if said is Says.TAKES and numbered is None:
            return match is None and self._took(row, professional_id)
        if match is None or (said is Says.ADVICE and match.weight != float("inf")):
            return False
        self._find(row, FindKind.ANSWER, match, professional_id=professional_id)
        return True

    def _took(self, row: _Row, professional_id: ProfessionalId | None) -> bool:
        """Offer to keep track of what a professional takes upon himself, when a report is about something."""
        if not _is_about_something(row) or row.first_id == row.id or self._is_followed(row):
            return False
        self._find(row, FindKind.PASSED_ON, because=[{"key": "takes"}], professional_id=professional_id)
        return True

    # --- an administrator passed it on -------------------------------------------------------------------------------

    def _passed(self, row: _Row, passed: Passed) -> bool:
        if self._is_followed(row) or line_about(self._open(), _word(row)) is not None:
            return False
        because: list[Because] = [{"key": "passed", "words": [passed.sentence]}]
        owing = self._professionals.owing(passed.sentence, passed.recipient, passed.jobs)
        if not (passed.is_done and kind_of(row.category) in _OPENED_BY_ITSELF):
            if passed.recipient:
                self._find(row, FindKind.PASSED_ON, because=because, professional_id=owing.professional_id)
            return bool(passed.recipient)
        self._open_by_itself(row, owing, because)
        return True

    def _open_by_itself(self, row: _Row, owing: Owing, because: Sequence[Because]) -> None:
        """Open a line in the name of the program: nobody takes it back by mistake with a key press."""
        line_id, changes = opening.open_line(
            self._connection,
            self._console,
            what=row.first_text,
            kind=kind_of(row.category),
            owing=owing,
            source=LineSource.PASSED_ON,
            groups=[(self._group_id, row.first_id)],
            state=LineState.ASKED,
            asked_at=row.sent_at,
        )
        state = {"state": FindState.DECLINED.value}
        values = {"feedback_id": line_id, "professional_id": owing.professional_id, **state}
        find_id = self._put(row, FindKind.PASSED_ON, because, values)
        changes.append(RowChange(feedback_finds, find_id, state, {"state": FindState.ACCEPTED.value}))
        by_itself = replace(self._console, actor=texts.say("finds.by_itself", self._console.language))
        decide(self._connection, by_itself, Verb.LINE, changes, group_id=self._group_id)
        self._lines = None

    def _is_followed(self, row: _Row) -> bool:
        """Return whether the report of a message has a line, open or closed, or offers to open one already."""
        if row.report_id is None:
            return False
        here = select(report_messages.c.message_id).where(report_messages.c.report_id == row.report_id)
        has_line = (
            select(feedback.c.id)
            .join(feedback_groups, feedback_groups.c.feedback_id == feedback.c.id)
            .where(or_(feedback_groups.c.report_id == row.report_id, feedback_groups.c.message_id.in_(here)))
            .where(feedback_groups.c.removed_at.is_(None), ~IS_UNDONE)
        )
        offers = select(feedback_finds.c.id).where(
            feedback_finds.c.message_id.in_(here),
            feedback_finds.c.feedback_id.is_(None),
            feedback_finds.c.kind.in_([FindKind.ASKS.value, FindKind.PASSED_ON.value]),
        )
        return any(self._connection.scalar(one.limit(1)) is not None for one in (has_line, offers))

    # --- a member asks, or signs -------------------------------------------------------------------------------------

    def _asked(self, row: _Row) -> bool:
        lines = [line for line in self._open() if line.since <= row.sent_at]
        match = line_about(lines, _word(row, asker_id=row.member_id))
        if match is None and len(lines) == 1 and asks_only(row.text):
            match = Match(lines[0], 0.0, ({"key": "only_line"},))
        if match is not None:
            self._find(row, FindKind.ASKS, match)
            return True
        is_offered = _is_about_something(row) or names_service(row.text)
        if _label(row) is not Feedback.REQUEST or not is_offered or self._is_followed(row):
            return False
        self._find(row, FindKind.ASKS, because=[{"key": "asks_without_line"}])
        return True

    def _signed(self, row: _Row) -> bool:
        """Offer that somebody is a professional, once for each member."""
        signature = signed(row.text, row.author or "")
        if signature is None:
            return False
        said = (
            select(feedback_finds.c.id)
            .join(messages, messages.c.id == feedback_finds.c.message_id)
            .where(messages.c.member_id == row.member_id, feedback_finds.c.kind == FindKind.SIGNATURE.value)
        )
        if self._connection.scalar(said.limit(1)) is not None:
            return False
        known = self._professionals.called(signature.name or row.author or "")
        because: list[Because] = [{"key": "signed", "words": [signature.words]}]
        self._find(row, FindKind.SIGNATURE, because=because, professional_id=known)
        return True

    # --- what is found -----------------------------------------------------------------------------------------------

    def _open(self) -> tuple[OpenLine, ...]:
        if self._lines is None:
            self._lines = open_lines(self._connection, [self._group_id]).get(self._group_id, ())
        return self._lines

    def _find(
        self,
        row: _Row,
        kind: FindKind,
        match: Match | None = None,
        *,
        because: Sequence[Because] = (),
        professional_id: int | None = None,
    ) -> None:
        line_id = None if match is None else match.line.id
        reasons = because if match is None else match.because
        self._put(row, kind, reasons, {"feedback_id": line_id, "professional_id": professional_id})
        if line_id is not None:
            opening.raise_line(self._connection, self._console, line_id)

    def _put(self, row: _Row, kind: FindKind, because: Sequence[Because], values: dict[str, Any]) -> int:
        about = {"group_id": row.group_id, "message_id": row.id, "kind": kind.value, "because": list(because)}
        made = insert(feedback_finds).values(**about, **values, found_at=self._console.now())
        (find_id,) = self._connection.execute(made).inserted_primary_key or (0,)
        return int(find_id)


def kind_of(category: str | None) -> LineKind:
    """Return the kind of a line about a report of which the first message has this category."""
    return opening.kind_of(None if category is None else Category(category))


def _is_about_something(row: _Row) -> bool:
    """Return whether the report of a message is one that police or municipality may answer."""
    return kind_of(row.category) is not LineKind.OTHER


def _label(row: _Row) -> Feedback:
    return Feedback(row.feedback or Feedback.NONE)


def _word(row: _Row, *, professional_id: int | None = None, asker_id: int | None = None) -> Word:
    is_quoting = any(link["kind"] == LinkKind.QUOTE.value for link in row.links or ())
    report_id = None if row.report_id is None else ReportId(row.report_id)
    return Word(row.text, report_id, is_quoting, professional_id, asker_id)
