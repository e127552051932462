"""The ladder: which step fits next with a member who goes on. It proposes; a person decides.

The steps are data (``resources/ladder.toml``), different per kind of group, and a group may change them. A step counts
for its own period, in all groups of the administrator; a friendly talk never counts, and is never kept
(``domain/profiles.md``). Only members have a history here, and no proposal is made about a professional or a fellow
administrator.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fnmatch import fnmatchcase
from typing import Any, Final

from sqlalchemy import Connection, Row, insert, or_, select

from console import texts
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.person_facts import StandingStep, periods_of, role_of, standing_steps
from console.desk.rules import profile_under, rules_of
from console.desk.rungs import OWN, counts, in_words, ladder_for, make_rung, rung_order
from console.domain.changes import Changes
from console.domain.decision import Act, ItemId, ItemKind, Verb
from console.domain.group import GroupId
from console.domain.judgement import Attention, Flag, Reason, Role
from console.domain.ladder import Ladder, Proposal, Rung
from console.domain.message import Kind
from console.errors import ExpectedError
from console.judge.policy import attention_of
from console.store.queries.judgements import judgement_for
from console.store.queries.people import objects, same_person
from console.store.tables import groups, items, members, messages, steps

LONGEST_DAYS: Final = 366  # a step that would count for ever is a mark on a person


@dataclass(frozen=True, slots=True)
class GroupLadder:
    """The ladder of a group with every step that there is: ``rungs`` are taken here, the others are not.

    ``is_own`` tells that the group changed the ladder of its kind.
    """

    ladder: Ladder
    rungs: tuple[Rung, ...]
    is_own: bool


# --- the steps of a group --------------------------------------------------------------------------------------------


def of_group(console: Console, group_id: GroupId) -> GroupLadder:
    """Return the ladder of a group, to be changed. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        group = _group(connection, group_id)
    ladder = ladder_for(group.profile, group.overrides, console.language)
    own = {rung.key: rung for rung in ladder.rungs}
    everything = tuple(own.get(key) or make_rung(key, None, console.language) for key in rung_order())
    return GroupLadder(ladder, everything, OWN in (group.overrides or {}))


def change_ladder(console: Console, group_id: GroupId, wanted: Mapping[str, int | None] | None) -> Changes:
    """Take these steps in a group from now on, each counting for so many days (None for one that never counts).

    Without ``wanted``, those of its kind again. What was done before keeps its own period. Raises ``ExpectedError``:
    ``group_gone``, ``ladder_empty``, ``ladder_days`` (1 to 366); ``KeyError`` for a step that does not exist.
    """
    if wanted is not None:
        if not wanted:
            raise ExpectedError("ladder_empty")
        counting = [days for key, days in wanted.items() if counts(key)]
        if any(days is None or not 1 <= days <= LONGEST_DAYS for days in counting):
            raise ExpectedError("ladder_days", longest=LONGEST_DAYS)
    with console.store.writing() as connection:
        group = _group(connection, group_id)
        before = group.overrides
        after = {key: value for key, value in (before or {}).items() if key != OWN}
        if wanted is not None:
            after[OWN] = dict(wanted)
        if (after or None) == (before or None):
            return Changes()
        change = RowChange(groups, group_id, before={"overrides": before}, after={"overrides": after or None})
        decision = decide(connection, console, Verb.SETTINGS, [change], group_id=group_id)
        return changes_of([change], group_id, decision)


def _group(connection: Connection, group_id: int) -> Row[*tuple[Any, ...]]:
    row = connection.execute(
        select(groups.c.profile, groups.c.strictness, groups.c.overrides).where(groups.c.id == group_id)
    ).first()
    if row is None:
        raise ExpectedError("group_gone")
    return row


# --- what fits next --------------------------------------------------------------------------------------------------


def propose(connection: Connection, console: Console, item_id: ItemId) -> Proposal | None:
    """Return the step that fits next with the author of a flagged message.

    None where the ladder has nothing to say: the message is no member's fault, nobody wrote it, or its author left, is
    an administrator or a professional.
    """
    message = connection.execute(
        select(messages.c.id, messages.c.kind, messages.c.deleted_at, messages.c.group_id)
        .add_columns(members.c.id.label("member_id"), members.c.person_id)
        .join(items, items.c.subject_id == messages.c.id)
        .join(members, members.c.id == messages.c.member_id)
        .where(items.c.id == item_id, items.c.kind == ItemKind.MESSAGE.value)
    ).first()
    judgement = None if message is None else judgement_for(connection, message.id)
    if message is None or judgement is None or not _is_member(connection, message.person_id, message.group_id):
        return None
    periods = periods_of(connection, [message.member_id]).get(message.member_id, ())
    if periods and periods[0].left_at is not None:
        return None
    group = _group(connection, message.group_id)
    ladder = ladder_for(group.profile, group.overrides, console.language)
    profile = profile_under(rules_of(group.profile, group.strictness, group.overrides))
    # Mere remarks (a number that is the sender's own) are nobody's fault.
    reasons = [one for one in judgement.reasons if attention_of(one, profile) is not Attention.NONE]
    is_gone = message.deleted_at is not None or message.kind == Kind.DELETED.value
    standing = standing_steps(connection, console, message.person_id)
    return _proposal(ladder, reasons, standing, console.language, is_gone=is_gone)


def _is_member(connection: Connection, person_id: int, group_id: int) -> bool:
    """Return whether a person is only a member here, under whichever name: no administrator, nor a professional.

    Nor somebody who objects to it that what he did before is looked at.
    """
    if objects(connection, person_id):
        return False
    here_or_professional = or_(members.c.group_id == group_id, members.c.role == Role.PROFESSIONAL.value)
    roles = select(members.c.role).where(members.c.person_id.in_(same_person(person_id)), here_or_professional)
    return all(role_of(role) is Role.MEMBER for role in connection.scalars(roles))


def _proposal(
    ladder: Ladder, reasons: Sequence[Reason], standing: tuple[StandingStep, ...], language: str, *, is_gone: bool
) -> Proposal | None:
    first = next((ladder.first[reason.flag] for reason in reasons if reason.flag in ladder.first), None)
    rung = None if first is None else _next(ladder, first, standing)
    if rung is None:
        return None
    nothing = next((rung for rung in ladder.rungs if rung.verb == Verb.FINE.value), None) if is_gone else None
    aside = _aside(ladder, reasons)
    return Proposal(
        rung=nothing or rung,
        why=texts.say("ladder.is_gone", language) if nothing else _why(rung, standing, language),
        taken=tuple(in_words(standing, language)),
        aside=None if aside is None else aside[0],
        aside_why=None if aside is None else texts.say(f"ladder.aside_{aside[1].value}", language),
        steps=_steps(ladder, rung),
    )


def _next(ladder: Ladder, first: str, standing: tuple[StandingStep, ...]) -> Rung | None:
    """Return the step above the highest that counts; without any, the one that the ladder begins with.

    A talk does not count, so it would be proposed for ever: it is passed over when a step was taken again at the height
    below it. Above the last step there is nothing but that step.
    """
    order = rung_order()
    taken = [order[step.rung] for step in standing if step.rung in order]
    if not taken:
        return next((rung for rung in ladder.rungs if order[rung.key] >= order[first]), None)
    highest = max(taken)
    is_repeated = len(taken) - taken.index(highest) > 1
    above = [rung for rung in ladder.rungs if order[rung.key] > highest and (rung.days is not None or not is_repeated)]
    return next(iter([*above, *reversed(ladder.rungs)]), None)


def _why(rung: Rung, standing: tuple[StandingStep, ...], language: str) -> str:
    last = next(reversed(list(in_words(standing, language))), None)
    if last is None:
        return texts.say("ladder.first", language)
    key = "ladder.after" if rung.days is not None else "ladder.after_talk"
    return texts.say(key, language, step=last.rung.name, group=last.group, day=f"{last.taken_at:%d-%m-%Y}")


def _aside(ladder: Ladder, reasons: Sequence[Reason]) -> tuple[str, Flag] | None:
    """Return the way out that the rule of a reason opens, and the flag that did."""
    return next(
        (
            (way, reason.flag)
            for reason in reasons
            for way, patterns in ladder.aside.items()
            if any(fnmatchcase(reason.rule, pattern) for pattern in patterns)
        ),
        None,
    )


def _steps(ladder: Ladder, proposed: Rung) -> dict[str, Rung]:
    """Return the step that each action takes now: the proposed one, else the last of its kind below it, else the first.

    So a person who answers in private where a talk is proposed takes the second private message once more.
    """
    found: dict[str, Rung] = {}
    is_above = False
    for rung in ladder.rungs:
        if not (is_above and rung.verb in found):
            found[rung.verb] = rung
        is_above = is_above or rung == proposed
    return found | {proposed.verb: proposed}


# --- taking a step ---------------------------------------------------------------------------------------------------


def step_change(connection: Connection, console: Console, item: Row[*tuple[Any, ...]], act: Act) -> list[RowChange]:
    """Write down the step that a decision takes with the author of its message, and return what makes it count.

    Nothing for a step that never counts, and for a message that no member wrote. ``item`` is a row of ``items``. Raises
    ``ExpectedError("rung_unknown")`` for a step that the group does not take, or that the act is not.
    """
    if act.rung is None or item.kind != ItemKind.MESSAGE.value:
        return []
    group = _group(connection, item.group_id)
    ladder = ladder_for(group.profile, group.overrides, console.language)
    rung = next((rung for rung in ladder.rungs if rung.key == act.rung and rung.verb == act.verb.value), None)
    if rung is None:
        raise ExpectedError("rung_unknown")
    person_id = connection.scalar(
        select(members.c.person_id)
        .join(messages, messages.c.member_id == members.c.id)
        .where(messages.c.id == item.subject_id)
    )
    if rung.days is None or person_id is None or not _is_member(connection, person_id, item.group_id):
        return []
    now = console.now()
    values = {
        "person_id": person_id,
        "group_id": item.group_id,
        "message_id": item.subject_id,
        "rung": rung.key,
        "taken_at": now,
        "ends_at": now + timedelta(days=rung.days),
        "removed_at": now,
    }
    (step_id,) = connection.execute(insert(steps).values(values)).inserted_primary_key or (0,)
    return [RowChange(steps, step_id, before={"removed_at": now}, after={"removed_at": None})]
