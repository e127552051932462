"""When members may be told a rule again ("even opfrissen"): what it prevents went wrong more often lately.

A flag counts as rising when it was raised at least ``LEAST`` times in the last quarter and at least ``TIMES`` as often
as in the quarter before; where more is said than then, also ``TIMES`` as often for each message, and never counts as
once. Two messages more say nothing, and neither does a quarter of which the chat is not known: a group whose chat is
younger than half a year, or is not read to the end by the judge, has nothing to compare with. That somebody waits for
an answer is no rule that was broken. One flag of a group at a time, the most frequent; and each once a quarter.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final

from sqlalchemy import ColumnElement, Connection, Select, func, select

from console.assets import resource
from console.desk.console import Console
from console.desk.members import place_of
from console.desk.welcome import catalogue, chat_text, composing, flags
from console.domain.group import GroupId
from console.domain.judgement import Attention, Flag
from console.domain.message import Kind
from console.domain.welcome import WelcomeKind
from console.store.queries.judgements import IS_NOTICED, reasons_of
from console.store.tables import groups, judgements, messages, welcomes

LEAST: Final = 4
TIMES: Final = 2


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule that a group may be told again.

    ``now`` and ``before`` are how often the flag was raised in the last quarter and the one before. ``rule_keys`` are
    the rules of this group that prevent it, as they stand in its draft, and ``text`` is the message about the first.
    """

    group_id: GroupId
    group: str
    flag: Flag
    now: int
    before: int
    rule_keys: tuple[str, ...]
    text: str


def proposed(console: Console, language: str = "nl") -> tuple[Repeat, ...]:
    """Return what may be told again now, one rule for a group at most; groups by name."""
    return tuple(_proposed(console, language, groups.c.archived_at.is_(None)))


def of_group(console: Console, group_id: GroupId, language: str = "nl") -> Repeat | None:
    """Return what one group that is not in the archive may be told again now; None for nothing."""
    return next(_proposed(console, language, groups.c.archived_at.is_(None) & (groups.c.id == group_id)), None)


def _proposed(console: Console, language: str, which: ColumnElement[bool]) -> Iterator[Repeat]:
    standing = select(groups.c.id, groups.c.name).where(which, groups.c.id.in_(_with_enough(console)))
    with console.store.reading() as connection:
        names = {GroupId(row.id): row.name for row in connection.execute(standing)}
        lately = flags.of_groups(connection, console, names, quarters_ago=0)
        often = [group_id for group_id, found in lately.items() if any(_risen(found, {}, 1))]
        before = flags.of_groups(connection, console, often, quarters_ago=1)
        rising = [
            (group_id, *found)
            for group_id in sorted(before, key=lambda one: place_of(names[one]))
            if (found := _rising(connection, console, group_id, lately[group_id], before[group_id]))
        ]
    for group_id, flag, now, earlier, keys in rising:
        text = chat_text.refresh(console, group_id, keys[0], language)
        yield Repeat(group_id, names[group_id], flag, now, earlier, keys, text)


def _with_enough(console: Console) -> Select[tuple[int]]:
    """Return the groups in which something may have risen: most have too little for that, and each costs a look."""
    return (
        select(messages.c.group_id)
        .join(judgements, judgements.c.message_id == messages.c.id)
        .where(IS_NOTICED, judgements.c.attention != Attention.NONE.value)
        .where(messages.c.sent_at > console.now() - flags.QUARTER)
        .group_by(messages.c.group_id)
        .having(func.count() >= LEAST)
    )


def _rising(
    connection: Connection, console: Console, group_id: GroupId, lately: Mapping[Flag, int], before: Mapping[Flag, int]
) -> tuple[Flag, int, int, tuple[str, ...]] | None:
    """Return the flag that rises most in a group and may be told now, how often it was and had been, and its rules."""
    if not any(_risen(lately, before, 1)):  # as in nearly every group: the rest takes longer
        return None
    first = select(messages.c.sent_at).where(messages.c.group_id == group_id).order_by(messages.c.written_at)
    oldest = connection.scalar(first.limit(1))
    begin = console.now() - 2 * flags.QUARTER
    if oldest is None or oldest > begin or _is_looked_through(connection, group_id, begin):
        return None
    growth = _growth(connection, console, group_id)
    for flag, times in sorted(_risen(lately, before, growth), key=lambda pair: -pair[1]):
        keys = _rules_against(connection, console, group_id, flag)
        if keys and not _was_told(connection, console, group_id, keys):
            return flag, times, before.get(flag, 0), keys
    return None


def _is_looked_through(connection: Connection, group_id: GroupId, begin: datetime) -> bool:
    """Whether the judge still has to read messages since then: the newest goes first, so that all seems to rise."""
    waiting = select(messages.c.id).where(messages.c.needs_judging, messages.c.group_id == group_id)
    return connection.scalar(waiting.where(messages.c.sent_at > begin).limit(1)) is not None


def _growth(connection: Connection, console: Console, group_id: GroupId) -> float:
    """Return how many times as many messages were written in the last quarter as in the one before, 1 at least."""
    begin = console.now() - flags.QUARTER
    of_group = (messages.c.group_id == group_id, messages.c.kind != Kind.SYSTEM.value)
    said = select(func.count().filter(messages.c.sent_at > begin), func.count().filter(messages.c.sent_at <= begin))
    said = said.where(*of_group, messages.c.sent_at > begin - flags.QUARTER, messages.c.sent_at <= console.now())
    now, before = connection.execute(said).one()
    return max(1.0, now / max(1, before))


def _risen(lately: Mapping[Flag, int], before: Mapping[Flag, int], growth: float) -> Iterator[tuple[Flag, int]]:
    for flag, times in lately.items():
        is_broken_rule = flag is not Flag.FEEDBACK
        if is_broken_rule and times >= LEAST and times >= TIMES * growth * max(1, before.get(flag, 0)):
            yield flag, times


def _rules_against(connection: Connection, console: Console, group_id: GroupId, flag: Flag) -> tuple[str, ...]:
    """Return the rules for this group that prevent a flag: what fits best first, then as they stand in its draft."""
    prevents = {rule.id for rule in catalogue.rules() if flag in rule.prevents}
    draft = composing.composed(connection, console, group_id, "nl")
    keys = [line.key for line in (*draft.does, *draft.donts, *draft.others) if line.key in prevents]
    seen = _seen(connection, console, group_id, flag)
    fits = {key: sum(times for reason, times in seen.items() if reason.startswith(_about(key))) for key in keys}
    return tuple(sorted(keys, key=lambda key: -fits[key]))


def _seen(connection: Connection, console: Console, group_id: GroupId, flag: Flag) -> Counter[str]:
    """Return for what reasons a flag was raised in the last quarter; off topic by what it was about."""
    lately = (messages.c.group_id == group_id, messages.c.sent_at > console.now() - flags.QUARTER)
    judged = select(judgements.c.reasons).join(messages, messages.c.id == judgements.c.message_id).where(*lately)
    raised = connection.scalars(judged.where(judgements.c.attention != Attention.NONE.value))
    found = (one.rule for reasons in raised for one in reasons_of(reasons) if one.flag is flag)
    return Counter(f"{flag}.{rule.rpartition('.')[2]}" if flag is Flag.OFF_TOPIC else rule for rule in found)


@cache
def _fitting() -> Mapping[str, tuple[str, ...]]:
    tree = tomllib.loads(resource("onboarding", "repeats.toml").read_text(encoding="utf-8"))
    return {key: tuple(reasons) for key, reasons in tree.items()}


def _about(key: str) -> tuple[str, ...]:
    return _fitting().get(key, ())


def _was_told(connection: Connection, console: Console, group_id: GroupId, keys: tuple[str, ...]) -> bool:
    """Whether one of these rules was told again in the last quarter, or waits to go."""
    told = (
        select(welcomes.c.id)
        .where(welcomes.c.group_id == group_id, welcomes.c.kind == WelcomeKind.REFRESH.value)
        .where(welcomes.c.rule.in_(keys), welcomes.c.removed_at.is_(None))
        .where(welcomes.c.made_at > console.now() - flags.QUARTER)
    )
    return connection.scalar(told.limit(1)) is not None
