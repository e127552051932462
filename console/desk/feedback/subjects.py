"""What open lines are about, and which of them a message is about: by its report, its words, and whose turn it is.

A line that a message seems to be about always comes with the reasons, as they are stored with a find (``Because``).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, func, select

from console import texts
from console.desk.feedback.lines import IS_OPEN
from console.domain.feedback import LineState, number_of
from console.domain.report import ReportId
from console.judge.feedback_subject import Likeness, Subject, likeness, subject_of
from console.store.tables import feedback, feedback_groups, groups, messages, report_messages

ENOUGH: Final = 2.0
"""So much must a message and a line share (``feedback_subject.Likeness.weight``): a place and a word, or two words."""
_ENOUGH_OF_QUESTION: Final = 1.0
_OWN_TURN: Final = 0.5
_OTHERS_TURN: Final = -1.0
_REPORTED: Final = 1.0
_OWN_SUBJECT: Final = 4  # telling words with which a message has a subject of its own, whatever report it was put in
_LONG_SUBJECT: Final = 6  # then it says nothing that a word is of the same field: a long message has many fields
_LONGEST_SUBJECT: Final = 8  # then one word in common is chance

Because = dict[str, Any]
"""One reason as it is stored: ``key`` of its sentence, and the blanks of that."""


@dataclass(frozen=True, slots=True)
class OpenLine:
    """An open line, as seen from one group. ``reports``, ``messages`` and ``reporters`` are what was reported there.

    ``since`` is aware: what was said before can be no answer.
    """

    id: int
    state: LineState
    what: str
    professional_id: int | None
    service: str
    since: datetime
    reports: frozenset[ReportId]
    messages: frozenset[int]
    reporters: frozenset[int]
    subject: Subject


@dataclass(frozen=True, slots=True)
class Match:
    """A line that something seems to be about, how much speaks for it (for comparison only), and why."""

    line: OpenLine
    weight: float
    because: tuple[Because, ...] = field(default=())


def open_lines(connection: Connection, group_ids: Iterable[int]) -> dict[int, tuple[OpenLine, ...]]:
    """Return the open lines of groups, the oldest first, by group; an archived group has none."""
    rows = _waiting(connection)
    texts_of: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        texts_of[row.id] += [row.what, row.text or ""]
    found: dict[int, list[OpenLine]] = defaultdict(list)
    wanted = set(group_ids)
    for row in rows:
        if row.group_id in wanted and row.archived_at is None:
            found[row.group_id].append(_line(row, subject_of(dict.fromkeys(texts_of[row.id]))))
    return {group_id: tuple(of_group) for group_id, of_group in found.items()}


def _waiting(connection: Connection) -> Sequence[Row[*tuple[Any, ...]]]:
    """Return the groups of open lines, each with its line and what was reported there."""
    begins = and_(report_messages.c.report_id == feedback_groups.c.report_id, report_messages.c.is_primary)
    reported = func.coalesce(feedback_groups.c.message_id, report_messages.c.message_id)
    placed = report_messages.alias("placed")
    return connection.execute(
        select(
            feedback.c.id,
            feedback.c.state,
            feedback.c.what,
            feedback.c.professional_id,
            feedback.c.service,
            feedback.c.since,
            feedback_groups.c.group_id,
            groups.c.archived_at,
            func.coalesce(placed.c.report_id, feedback_groups.c.report_id).label("report_id"),
            messages.c.id.label("message_id"),
            messages.c.text,
            messages.c.sent_at,
            messages.c.member_id,
        )
        .join(feedback_groups, feedback_groups.c.feedback_id == feedback.c.id)
        .join(groups, groups.c.id == feedback_groups.c.group_id)
        .outerjoin(report_messages, begins)
        .outerjoin(messages, messages.c.id == reported)
        .outerjoin(placed, placed.c.message_id == feedback_groups.c.message_id)
        .where(IS_OPEN, feedback_groups.c.removed_at.is_(None))
        .order_by(feedback.c.since, feedback.c.id)
    ).all()


def _line(row: Row[*tuple[Any, ...]], subject: Subject) -> OpenLine:
    return OpenLine(
        id=row.id,
        state=LineState(row.state),
        what=row.what,
        professional_id=row.professional_id,
        service=row.service or "",
        since=min(filter(None, (row.since, row.sent_at))),
        reports=frozenset() if row.report_id is None else frozenset({ReportId(row.report_id)}),
        messages=frozenset() if row.message_id is None else frozenset({int(row.message_id)}),
        reporters=frozenset() if row.member_id is None else frozenset({int(row.member_id)}),
        subject=subject,
    )


@dataclass(frozen=True, slots=True)
class Word:
    """A message that may be about a line: ``professional_id`` wrote it, or ``asker_id``, a member who asks for news.

    ``is_quoting``: the platform says to what it answers.
    """

    text: str
    report_id: ReportId | None = None
    is_quoting: bool = False
    professional_id: int | None = None
    asker_id: int | None = None


def line_about(lines: Sequence[OpenLine], word: Word) -> Match | None:
    """Return the line that a message is about: that of its report, else the one that it shares most with, if enough.

    A message that has a subject of its own is not about its report only because it was put there. A question needs to
    share but one word, if with one line only, or to come from who reported it. Two lines of which as much is shared:
    none, for a guess helps nobody.
    """
    subject = subject_of([word.text])
    of_report = [line for line in lines if word.report_id is not None and word.report_id in line.reports]
    if len(of_report) == 1 and (word.is_quoting or not _is_something_else(subject, of_report[0].subject)):
        return Match(of_report[0], float("inf"), ({"key": "same_report"},))
    matches = sorted((_matched(line, subject, word) for line in lines), key=lambda match: -match.weight)
    likely = [match for match in matches if match.because]
    if not likely or (len(likely) > 1 and likely[0].weight == likely[1].weight):
        return None
    enough = _ENOUGH_OF_QUESTION if word.asker_id is not None and _is_of_question(likely, subject) else ENOUGH
    return likely[0] if likely[0].weight >= enough else None


def _is_something_else(subject: Subject, other: Subject) -> bool:
    """Return whether a message says much, and too little of it is about the same."""
    said = len(subject.words) + len(subject.places)
    found = likeness(subject, other)
    shared = len(found.places) + len(found.words) + (said < _LONG_SUBJECT and bool(subject.fields & other.fields))
    return said >= _OWN_SUBJECT and shared < (2 if said >= _LONGEST_SUBJECT else 1)


def _is_of_question(likely: Sequence[Match], subject: Subject) -> bool:
    """Return whether the first line is the one that its reporter asks after, or the only one that shares something.

    Then it has at least half of what the question is about, and not its street only.
    """
    if any(one["key"] == "reporter" for one in likely[0].because):
        return True
    shared = {one["key"]: len(one["words"]) for one in likely[0].because if "words" in one}
    has_words = "words" in shared or not subject.words
    return len(likely) == 1 and has_words and 2 * sum(shared.values()) >= len(subject.words) + len(subject.places)


def line_of_number(lines: Sequence[OpenLine], numbers: Iterable[int]) -> Match | None:
    """Return the line that is named by its number."""
    named = set(numbers)
    found = [line for line in lines if line.id in named]
    return Match(found[0], float("inf"), ({"key": "number", "number": number_of(found[0].id)},)) if found else None


def _matched(line: OpenLine, subject: Subject, word: Word) -> Match:
    shared = likeness(subject, line.subject)
    weight, because = shared.weight, list(reasons(shared))
    if word.professional_id is not None and line.professional_id is not None:
        is_his = line.professional_id == word.professional_id
        weight += _OWN_TURN if is_his else _OTHERS_TURN
        because += [{"key": "his_turn"}] if is_his and because else []
    if word.asker_id is not None and word.asker_id in line.reporters:
        weight += _REPORTED
        because.append({"key": "reporter"})
    return Match(line, weight, tuple(because))


def reasons(shared: Likeness) -> tuple[Because, ...]:
    """Return why two things seem to be about the same."""
    pairs = (("place", shared.places), ("words", shared.words))
    return tuple({"key": key, "words": list(words)} for key, words in pairs if words)


def sentences(because: Iterable[Because], language: str) -> tuple[str, ...]:
    """Return reasons as plain sentences."""

    def said(one: Because) -> str:
        blanks = {name: _listed(value) for name, value in one.items() if name != "key"}
        return texts.say(f"finds.{one['key']}", language, **blanks)

    return tuple(map(said, because))


def _listed(value: object) -> str:
    return ", ".join(f"'{word}'" for word in value) if isinstance(value, list) else str(value)
