"""The health card of a group: what the study found to help, as far as the console can see it, and what asks for a look.

The thresholds are data with their sources (``resources/health.toml``). What cannot be computed is unknown, never no.
"""

import tomllib
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Integer, Row, and_, case, func, literal, or_, select, type_coerce

from console import texts
from console.assets import resource
from console.desk.console import Console
from console.domain.feedback import LapseReason, LineState
from console.domain.group import Denominator, GroupId, Kin, coverage_of
from console.domain.health import Concern, Factor, FactorFound, Health, Warned
from console.domain.judgement import Feedback
from console.domain.work_area import Answer
from console.errors import ExpectedError
from console.store.queries.counts import IS_HERE, RECENT_WEEKS, counts
from console.store.tables import (
    decisions,
    feedback,
    feedback_groups,
    group_counts,
    group_professionals,
    group_relations,
    groups,
    imports,
    judgements,
    members,
    messages,
    professionals,
)

_WEEK_SECONDS: Final = 7 * 24 * 60 * 60
_MODERATE: Final = ("admin", "coordinator")
_ANSWERS: Final = (Feedback.ACK.value, Feedback.RESULT.value, Feedback.ADVICE.value)


@cache
def thresholds() -> dict[str, Any]:
    """Return ``resources/health.toml``."""
    return tomllib.loads(resource("health.toml").read_text(encoding="utf-8"))


# --- for many groups at once, in SQL ---------------------------------------------------------------------------------


def concerns(console: Console) -> dict[Concern, ColumnElement[bool]]:
    """Return when a row of ``groups``, outer-joined with ``group_counts``, asks for a look, and why."""
    counted, limits = counts(), thresholds()
    silent_weeks = type_coerce(_last_seen(console), Integer) - type_coerce(counted["last_said_at"], Integer)
    is_silent = func.coalesce(silent_weeks >= _by_profile("silent", "weeks") * _WEEK_SECONDS, literal(value=False))
    off_topic, area = limits["off_topic"], limits["area"]
    return {
        Concern.SILENT: is_silent,
        Concern.FLOOD: and_(counted["recent_said"] > _by_profile("flood", "per_week") * RECENT_WEEKS, ~is_silent),
        Concern.OFF_TOPIC: and_(
            counted["recent_judged"] >= off_topic["at_least"],
            counted["recent_off_topic"] >= off_topic["share"] * counted["recent_judged"],
            ~_has_sister(),
        ),
        Concern.TOO_LARGE: func.coalesce(groups.c.addresses > area["too_large"], literal(value=False)),
        Concern.TOO_SMALL: func.coalesce(groups.c.addresses.between(1, area["too_small"]), literal(value=False)),
    }


def _last_seen(console: Console) -> ColumnElement[datetime]:
    """Return up to when the console knows what was said: after the last export, nobody knows whether it is silent."""
    last_import = select(func.max(imports.c.imported_at)).where(imports.c.group_id == groups.c.id).scalar_subquery()
    return func.coalesce(last_import, literal(console.now(), imports.c.imported_at.type))


def _by_profile(what: str, name: str) -> ColumnElement[int]:
    limit = thresholds()[what]
    return case(limit["profiles"], value=groups.c.profile, else_=limit[name])


def _has_sister() -> ColumnElement[bool]:
    relations = group_relations.c
    is_of_group = or_(relations.group_id == groups.c.id, relations.other_id == groups.c.id)
    is_sister = and_(relations.kind == Kin.SISTER.value, relations.removed_at.is_(None))
    return select(relations.id).where(is_of_group, is_sister).exists()


def professionals_in() -> ColumnElement[int]:
    """Return how many professionals a row of ``groups`` has: those linked to it, and members who are one besides."""
    links = group_professionals.c
    linked = select(func.count()).where(links.group_id == groups.c.id, links.removed_at.is_(None)).scalar_subquery()
    is_linked = (
        select(links.id)
        .join(professionals, professionals.c.id == links.professional_id)
        .where(links.group_id == members.c.group_id, links.removed_at.is_(None))
        .where(professionals.c.person_id == members.c.person_id)
        .exists()
    )
    # Twice about the role: the first is what the index of those with a role is made of.
    is_one = and_(members.c.group_id == groups.c.id, members.c.role != "member", members.c.role == "professional")
    besides = select(func.count()).select_from(members).where(is_one, IS_HERE, ~is_linked).scalar_subquery()
    return linked + besides


# --- of one group, in words ------------------------------------------------------------------------------------------


def health(console: Console, group_id: GroupId) -> Health:
    """Return the health card of a group. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        counted = counts()
        found = connection.execute(
            select(
                groups.c.name,
                groups.c.profile,
                groups.c.addresses,
                groups.c.residents,
                groups.c.time_zone,
                *counted.values(),
                _last_seen(console).label("last_seen_at"),
                *(is_it.label(f"is_{concern.value}") for concern, is_it in concerns(console).items()),
            )
            .outerjoin(group_counts, group_counts.c.group_id == groups.c.id)
            .where(groups.c.id == group_id)
        ).first()
        if found is None:
            raise ExpectedError("group_gone")
        said = _Saying(console, found)
        factors = (
            _small_area(said),
            _coverage(said),
            _moderator(said, connection, group_id),
            _feedback(said, connection, group_id),
        )
        standing = [concern for concern in Concern if getattr(found, f"is_{concern.value}")]
        return Health(factors, tuple(_warned(said, concern) for concern in standing))


class _Saying:
    """Says things of one group in the language of the console."""

    def __init__(self, console: Console, row: Row[*tuple[Any, ...]]) -> None:
        self.row, self.now = row, console.now()
        self._language, self._zone = console.language, ZoneInfo(row.time_zone)

    def say(self, key: str, **values: object) -> str:
        return texts.say(f"health.{key}", self._language, **values)

    def day(self, moment: datetime) -> str:
        return f"{moment.astimezone(self._zone):%d-%m-%Y}"

    def percent(self, share: float) -> str:
        return f"{share * 100:.0f}%"

    def found(self, factor: Factor, answer: Answer, key: str, **values: object) -> FactorFound:
        how = self.say(f"how_{factor.value}", **_how_values())
        return FactorFound(factor, answer, self.say(f"{factor.value}_{key}", **values), how)


def _how_values() -> Mapping[str, object]:
    limits = thresholds()
    return {
        "small": limits["area"]["small"],
        "good": f"{limits['coverage']['good'] * 100:.0f}%",
        "weeks": RECENT_WEEKS,
        "feedback_weeks": limits["feedback"]["weeks"],
        "answered": f"{limits['feedback']['answered'] * 100:.0f}%",
    }


def _small_area(said: _Saying) -> FactorFound:
    count = said.row.addresses
    if not count:
        return said.found(Factor.SMALL_AREA, Answer.UNKNOWN, "unknown")
    is_small = count <= thresholds()["area"]["small"]
    answer, key = (Answer.YES, "yes") if is_small else (Answer.NO, "no")
    return said.found(Factor.SMALL_AREA, answer, key, count=count)


def _coverage(said: _Saying) -> FactorFound:
    coverage = coverage_of(said.row.members, said.row.addresses, said.row.residents)
    if coverage is None:
        return said.found(Factor.COVERAGE, Answer.UNKNOWN, "unknown", members=said.row.members)
    is_good = coverage.share >= thresholds()["coverage"]["good"]
    what = said.say("addresses" if coverage.of is Denominator.ADDRESSES else "residents")
    values = {"members": coverage.members, "count": coverage.out_of, "what": what}
    key = "yes" if is_good else "no"
    answer = Answer.YES if is_good else Answer.NO
    return said.found(Factor.COVERAGE, answer, key, **values, percent=said.percent(coverage.share))


def _moderator(said: _Saying, connection: Connection, group_id: GroupId) -> FactorFound:
    """Tell when a beheerder last did something: wrote in the group, or decided about it here."""
    of_moderators = (members.c.group_id == group_id, members.c.role != "member", members.c.role.in_(_MODERATE))
    known = connection.scalar(select(func.count()).select_from(members).where(*of_moderators, IS_HERE)) or 0
    wrote = connection.scalar(
        select(func.max(messages.c.sent_at))
        .join(members, members.c.id == messages.c.member_id)
        .where(*of_moderators, messages.c.kind != "system")
    )
    is_his = and_(decisions.c.group_id == group_id, decisions.c.undoes_id.is_(None))
    decided = connection.scalar(select(func.max(decisions.c.decided_at)).where(is_his))
    signs = [moment for moment in (wrote, decided) if moment is not None]
    if not signs:
        return said.found(Factor.MODERATOR, Answer.UNKNOWN, "silent" if known else "unknown")
    last = max(signs)
    key = "wrote" if last == wrote else "decided"
    since = (said.row.last_said_at or said.row.last_seen_at) - timedelta(weeks=RECENT_WEEKS)
    return said.found(Factor.MODERATOR, Answer.YES if last >= since else Answer.NO, key, day=said.day(last))


def _feedback(said: _Saying, connection: Connection, group_id: GroupId) -> FactorFound:
    """Tell how many of the answers owed came, and how often professionals wrote in the group lately."""
    in_chat, key, values = _wrote(said, connection, group_id)
    owed = _owed(said, connection, group_id)
    if not owed.due:
        return said.found(Factor.FEEDBACK, in_chat, key, **values)
    is_good = owed.answered >= thresholds()["feedback"]["answered"] * owed.due
    lines = said.say("feedback_lines", due=owed.due, answered=owed.answered, told=owed.told)
    chat = said.say(f"feedback_{key}", **values) if values["wrote"] else ""
    answer = Answer.YES if is_good or in_chat is Answer.YES else Answer.NO
    return said.found(Factor.FEEDBACK, answer, "both", said=" ".join(filter(None, (lines, chat))))


class _Owed(NamedTuple):
    """Answers of the last weeks that could be there by now, how many came, and how many of those all heard."""

    due: int
    answered: int
    told: int


def _owed(said: _Saying, connection: Connection, group_id: GroupId) -> _Owed:
    """Count the lines of a group; one that nobody asked yet, or not so long ago, cannot have an answer."""
    state, since = feedback.c.state, said.now - timedelta(weeks=thresholds()["feedback"]["weeks"])
    of_group = and_(feedback_groups.c.feedback_id == feedback.c.id, feedback_groups.c.group_id == group_id)
    is_told = state == LineState.TOLD.value
    is_answered = or_(is_told, state == LineState.ANSWERED.value)
    is_overdue = and_(state == LineState.ASKED.value, feedback.c.remind_at <= said.now)
    is_silence = feedback.c.lapse_reason == LapseReason.NO_ANSWER.value
    counted = (
        select(
            func.count().filter(or_(is_answered, is_overdue, is_silence)),
            func.count().filter(is_answered),
            func.count().filter(is_told),
        )
        .select_from(feedback)
        .join(feedback_groups, of_group)
        .where(feedback.c.since >= since, feedback_groups.c.removed_at.is_(None))
    )
    return _Owed(*connection.execute(counted).one())


def _wrote(said: _Saying, connection: Connection, group_id: GroupId) -> tuple[Answer, str, dict[str, int]]:
    """Return whether professionals answer in the chat itself, the sentence that says so, and its numbers."""
    count = connection.scalar(select(professionals_in()).select_from(groups).where(groups.c.id == group_id)) or 0
    weeks = thresholds()["feedback"]["weeks"]
    since = (said.row.last_said_at or said.row.last_seen_at) - timedelta(weeks=weeks)
    links = group_professionals.c
    linked_people = (
        select(professionals.c.person_id)
        .join(group_professionals, links.professional_id == professionals.c.id)
        .where(links.group_id == group_id, links.removed_at.is_(None), professionals.c.person_id.is_not(None))
    )
    theirs = connection.execute(
        select(
            func.count(),
            func.count(judgements.c.message_id),
            func.count().filter(judgements.c.feedback.in_(_ANSWERS)),
        )
        .select_from(messages)
        .join(members, members.c.id == messages.c.member_id)
        .outerjoin(judgements, judgements.c.message_id == messages.c.id)
        .where(members.c.group_id == group_id, messages.c.sent_at >= since, messages.c.kind != "system")
        .where(or_(members.c.role == "professional", members.c.person_id.in_(linked_people)))
    ).one()
    wrote, judged, answered = theirs
    values = {"count": count, "wrote": wrote, "answered": answered, "weeks": weeks}
    if wrote and not judged:
        return Answer.UNKNOWN, "not_judged", values
    if wrote:
        return Answer.YES if answered else Answer.NO, "wrote", values
    is_in_chat = connection.scalar(
        select(func.count()).select_from(groups).where(groups.c.id == group_id, _takes_part())
    )
    if is_in_chat:
        return Answer.NO, "silent", values
    return Answer.UNKNOWN, "outside" if count else "unknown", values


def _takes_part() -> ColumnElement[bool]:
    """Whether a professional is said to take part in the chat, or is a member."""
    links = group_professionals.c
    is_link = and_(links.group_id == groups.c.id, links.removed_at.is_(None), links.presence == "takes_part")
    is_member = and_(members.c.group_id == groups.c.id, members.c.role != "member", members.c.role == "professional")
    return or_(select(links.id).where(is_link).exists(), select(members.c.id).where(is_member, IS_HERE).exists())


def _warned(said: _Saying, concern: Concern) -> Warned:
    row = said.row
    values: dict[str, object] = {"addresses": row.addresses, "weeks": RECENT_WEEKS}
    match concern:
        case Concern.SILENT:
            values |= {"day": said.day(row.last_said_at), "seen": said.day(row.last_seen_at)}
        case Concern.FLOOD:
            values["per_week"] = round(row.recent_said / RECENT_WEEKS)
        case Concern.OFF_TOPIC:
            share = row.recent_off_topic / row.recent_judged
            values |= {"count": row.recent_off_topic, "out_of": row.recent_judged, "percent": said.percent(share)}
        case _:
            pass
    key = concern.value
    return Warned(concern, said.say(key, **values), said.say(f"{key}_advice", **values))
