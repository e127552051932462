"""What came of the lines of a period, per group and per professional, and of urgent reports and 112.

Every number stands with what it is of; what is not known is counted apart from no. Groups and professionals stand by
name: nothing ranks people. What is shared hides every count below five (``indicators.md``).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Select, func, select

from console import texts
from console.desk.console import Console
from console.desk.feedback import lines as ledger
from console.desk.feedback.by_professional import median_days
from console.desk.feedback.digest import WAITS
from console.desk.members import place_of
from console.desk.table_files import harmless, save_table
from console.domain.feedback import LapseReason, Line, LineState
from console.domain.group import GroupId
from console.domain.judgement import Call112
from console.domain.professional import ProfessionalId
from console.domain.report import Nature
from console.store.tables import groups, report_messages, reports

FEWEST_SHARED: Final = 5

_ZONE: Final = ZoneInfo("Europe/Amsterdam")  # of the days of a period: all groups are in the Netherlands
_COLUMNS: Final = (
    *(
        "first",
        "last",
        "kind",
        "name",
        "opened",
        "answered",
        "told",
        "lapsed",
        "share_told",
        "median_days",
        "days_known",
    ),
    *("urgent", "called", "not_called", "unknown"),
)
_WIDTHS: Final = (12, 12, 14, 36, *((16,) * 11))


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: "4 van 6". ``out_of`` 0: there is nothing to take a part of."""

    part: int
    out_of: int


@dataclass(frozen=True, slots=True)
class Answers:
    """The lines that were opened in a period, and what became of them until now.

    ``answered`` have an answer, of which ``told`` were told back to everybody; ``lapsed`` wait for nothing any more.
    ``waiting`` still wait for an answer.
    ``median_days`` is from the day a line was opened until its answer, over ``days_known`` lines; None without any.
    """

    opened: int = 0
    answered: int = 0
    told: int = 0
    lapsed: int = 0
    waiting: int = 0
    median_days: float | None = None
    days_known: int = 0

    @property
    def share_told(self) -> Share:
        """How many of the lines that did not lapse were told back."""
        return Share(self.told, self.opened - self.lapsed)


@dataclass(frozen=True, slots=True)
class Urgent:
    """The urgent reports of a period: of how many it was confirmed that 112 was called, was not, or nobody knows."""

    reports: int = 0
    called: int = 0
    not_called: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class GroupNumbers:
    """One group. A line of several groups counts in each; it is told here when this group and its reporter know."""

    group_id: GroupId
    group: str
    answers: Answers
    urgent: Urgent


@dataclass(frozen=True, slots=True)
class OwerNumbers:
    """Who owed the answers: a professional, a service by its name, or nobody who was named (``name`` says so)."""

    professional_id: ProfessionalId | None
    name: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a period, both days included. ``total`` counts a line once, however many groups it has."""

    first: date
    last: date
    groups: tuple[GroupNumbers, ...]
    owers: tuple[OwerNumbers, ...]
    total: Answers
    urgent: Urgent


def numbers(console: Console, first: date, last: date, group_ids: Collection[GroupId] | None = None) -> Numbers:
    """Return the numbers of a period, of these groups; without them of all that are in use."""
    with console.store.reading() as connection:
        names = _names(connection, group_ids)
        urgent = _urgent(connection, first, last)
    found = lines_of(console, first, last, names)
    by_group: dict[int, list[Line]] = defaultdict(list)
    by_ower: dict[tuple[int | None, str], list[Line]] = defaultdict(list)
    for line in found:
        by_ower[line.owing.professional_id, line.owed_by].append(line)
        for group in line.groups:
            by_group[group.group_id].append(line)
    in_order = sorted(names, key=lambda group_id: (place_of(names[group_id]), group_id))
    owers = sorted(by_ower, key=lambda ower: (not ower[1], place_of(ower[1]), ower[0] or 0))
    nobody = texts.say("numbers.nobody", console.language)
    return Numbers(
        first=first,
        last=last,
        groups=tuple(
            GroupNumbers(
                group_id, names[group_id], answers_in(by_group[group_id], group_id), urgent.get(group_id, Urgent())
            )
            for group_id in in_order
        ),
        owers=tuple(
            OwerNumbers(_id(professional_id), name or nobody, answers_of(by_ower[professional_id, name]))
            for professional_id, name in owers
        ),
        total=answers_of(found),
        urgent=_sum(urgent[group_id] for group_id in names if group_id in urgent),
    )


def lines_of(console: Console, first: date, last: date, group_ids: Collection[int]) -> tuple[Line, ...]:
    """Return the lines that were opened in a period, for one of these groups; without what was merged."""
    since, until = _bounds(first, last)
    return tuple(
        line
        for line in ledger.lines(console)
        if since <= line.since < until
        and line.lapse_reason is not LapseReason.MERGED
        and any(group.group_id in group_ids for group in line.groups)
    )


def answers_of(found: Collection[Line]) -> Answers:
    """Return what became of lines; told is one of which everybody heard."""
    return _answers(found, lambda line: line.state is LineState.TOLD)


def answers_in(found: Collection[Line], group_id: GroupId) -> Answers:
    """Return what became of lines for one of their groups; told is one of which this group and its reporter heard."""

    def is_told_here(line: Line) -> bool:
        still = {group.group_id for group, _ in ledger.untold(line)}
        return line.state is LineState.TOLD or (line.state is LineState.ANSWERED and group_id not in still)

    return _answers(found, is_told_here)


def _answers(found: Collection[Line], is_told: Callable[[Line], bool]) -> Answers:
    return Answers(
        opened=len(found),
        answered=sum(line.answered_at is not None for line in found),
        told=sum(map(is_told, found)),
        lapsed=sum(line.state is LineState.LAPSED for line in found),
        waiting=sum(line.state in WAITS for line in found),
        median_days=median_days(found),
        days_known=sum(line.answered_at is not None for line in found),
    )


def _names(connection: Connection, group_ids: Collection[GroupId] | None) -> Mapping[GroupId, str]:
    """Return the groups that are asked for, with their names."""
    wanted = groups.c.archived_at.is_(None) if group_ids is None else groups.c.id.in_(group_ids)
    rows = connection.execute(select(groups.c.id, groups.c.name).where(wanted))
    return {GroupId(row.id): row.name for row in rows}


def reports_of(first: date, last: date) -> Select[int]:
    """Return how to find the reports of a period (both days included); one that lost its messages is none."""
    since, until = _bounds(first, last)
    begins = select(report_messages.c.message_id).where(
        report_messages.c.report_id == reports.c.id, report_messages.c.is_primary
    )
    return select(reports.c.id).where(reports.c.started_at >= since, reports.c.started_at < until, begins.exists())


def _urgent(connection: Connection, first: date, last: date) -> Mapping[int, Urgent]:
    """Return the urgent reports of a period, by group."""
    is_urgent = reports.c.nature == Nature.URGENT.value
    counted = reports_of(first, last).with_only_columns(
        reports.c.group_id, reports.c.called_112, func.count().label("n")
    )
    rows = connection.execute(counted.where(is_urgent).group_by(reports.c.group_id, reports.c.called_112)).all()
    by_group: dict[int, dict[str | None, int]] = defaultdict(dict)
    for row in rows:
        by_group[row.group_id][row.called_112] = row.n
    found = {}
    for group_id, said in by_group.items():
        called, not_called = said.get(Call112.CALLED.value, 0), said.get(Call112.NOT_CALLED.value, 0)
        count = sum(said.values())
        found[group_id] = Urgent(count, called, not_called, count - called - not_called)
    return found


def _sum(several: Iterable[Urgent]) -> Urgent:
    counted = [(one.reports, one.called, one.not_called, one.unknown) for one in several]
    return Urgent(*map(sum, zip(*counted, strict=True))) if counted else Urgent()


def _bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """Return when a period begins, and when it is over."""
    return _midnight(first), _midnight(last + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), _ZONE)


def _id(professional_id: int | None) -> ProfessionalId | None:
    return None if professional_id is None else ProfessionalId(professional_id)


# --- to share --------------------------------------------------------------------------------------------------------


def export(console: Console, path: Path, found: Numbers) -> None:
    """Write the numbers to a file that ends in .csv or .xlsx, to share: counts below five are hidden.

    What stood there is replaced when all is written. Raises ``ExpectedError``: ``export_kind``, ``export_not_written``.
    """
    headings = tuple(texts.say(f"numbers.column_{name}", console.language) for name in _COLUMNS)
    save_table(path, [headings, *_rows(found, console.language)], _WIDTHS)


def shared(count: int, language: str) -> str:
    """Return a count as it may be shared: below five nobody reads which."""
    return str(count) if count >= FEWEST_SHARED else texts.say("numbers.few", language, count=FEWEST_SHARED)


def _rows(found: Numbers, language: str) -> Iterator[tuple[str, ...]]:
    period = tuple(f"{day:%d-%m-%Y}" for day in (found.first, found.last))

    def row(kind: str, name: str, answers: Answers, urgent: Urgent | None) -> tuple[str, ...]:
        said = texts.say(f"numbers.kind_{kind}", language)
        return *period, said, harmless(name), *_cells(answers, language), *_urgent_cells(urgent, language)

    yield from (row("group", one.group, one.answers, one.urgent) for one in found.groups)
    yield from (row("ower", one.name, one.answers, None) for one in found.owers)


def _cells(answers: Answers, language: str) -> tuple[str, ...]:
    told = answers.share_told
    few = shared(0, language)
    is_known = answers.days_known >= FEWEST_SHARED and answers.median_days is not None
    share = texts.say("numbers.share", language, part=told.part, out_of=told.out_of)
    tells_lapsed = 0 < answers.lapsed < FEWEST_SHARED  # by what is missing in the whole
    counts = (answers.opened, answers.answered, answers.told, answers.lapsed)
    return (
        *(shared(count, language) for count in counts),
        share if min(told.part, told.out_of) >= FEWEST_SHARED and not tells_lapsed else few,
        f"{answers.median_days:g}" if is_known else "",
        shared(answers.days_known, language),
    )


def _urgent_cells(urgent: Urgent | None, language: str) -> tuple[str, ...]:
    if urgent is None:
        return ("",) * 4
    parts = (urgent.called, urgent.not_called, urgent.unknown)
    hidden = [count for count in parts if count < FEWEST_SHARED]
    is_counted = len(hidden) == 1 and hidden[0] > 0  # what one part is, the whole would tell
    whole = texts.say("numbers.hidden", language) if is_counted else shared(urgent.reports, language)
    return (whole, *(shared(count, language) for count in parts))
