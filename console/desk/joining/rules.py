"""How somebody joins a group: what is asked of him, what is proposed, how long what is kept; as a person sets it."""

from typing import Final

from sqlalchemy import select

from console.desk.console import Console
from console.desk.joining.stored_rules import as_stored, defaults_of, of_row
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId
from console.domain.joining import MOST_LEFT_DAYS, MOST_LIMIT_DAYS, MOST_REFUSED_DAYS, JoiningRules
from console.errors import ExpectedError
from console.store.tables import groups

__all__ = ["AGES", "MOST_MEMBERS", "change", "defaults_of", "of_group", "of_row"]

AGES: Final = (12, 99)
MOST_MEMBERS: Final = 100_000


def of_group(console: Console, group_id: GroupId) -> JoiningRules:
    """Return the rules of a group. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        row = connection.execute(select(groups).where(groups.c.id == group_id)).first()
    if row is None:
        raise ExpectedError("group_gone")
    return of_row(row)


def change(console: Console, group_id: GroupId, rules: JoiningRules) -> Changes:
    """Change how somebody joins a group; undo takes it back. What is as its kind says is not stored.

    Raises ``ExpectedError``: ``group_gone``, and for a number that is out of reach ``joining_limit_days``,
    ``joining_age``, ``joining_members``; ``joining_refused_days`` and ``joining_left_days`` for a term that is longer
    than may be.
    """
    _check(rules)
    with console.store.writing() as connection:
        row = connection.execute(select(groups).where(groups.c.id == group_id)).first()
        if row is None:
            raise ExpectedError("group_gone")
        before = {"joining": row.joining, "join_policy": row.join_policy}
        after = {"joining": as_stored(rules, row.profile), "join_policy": rules.join_policy.value}
        changed = [name for name in before if before[name] != after[name]]
        if not changed:
            return Changes()
        told = RowChange(
            groups, row.id, {name: before[name] for name in changed}, {name: after[name] for name in changed}
        )
        decision = decide(connection, console, Verb.SETTINGS, [told], group_id=group_id)
        return changes_of([told], group_id, decision)


def _check(rules: JoiningRules) -> None:
    within = {
        "joining_limit_days": (rules.limit_days, 1, MOST_LIMIT_DAYS),
        "joining_refused_days": (rules.keep_refused_days, 1, MOST_REFUSED_DAYS),
        "joining_left_days": (rules.keep_left_days, 1, MOST_LEFT_DAYS),
        "joining_age": (rules.minimum_age, *AGES),
        "joining_members": (rules.member_limit, 1, MOST_MEMBERS),
    }
    for key, (value, least, most) in within.items():
        if value is not None and not least <= value <= most:
            raise ExpectedError(key, least=least, most=most)
