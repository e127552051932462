"""How many days a group keeps what. The usual terms are the longest; a group may choose shorter ones.

Those of join requests and of former members stand with how somebody joins (``groups.joining``), the others in
``groups.keeping``. Two do not depend on the group: a note goes when it ends, which who wrote it chose, and what is left
of a refusal after a year (``domain/joining.py``).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from console import texts
from console.desk.console import Console
from console.desk.joining import stored_rules
from console.desk.journal import RowChange, changes_of, decide
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId
from console.domain.joining import MOST_LEFT_DAYS, MOST_REFUSED_DAYS
from console.domain.privacy import GroupTerms, Terms
from console.domain.retention import OlderKept
from console.errors import ExpectedError
from console.store.tables import groups

USUAL: Final = Terms(
    requests=MOST_REFUSED_DAYS, former_members=MOST_LEFT_DAYS, messages=90, decisions=365, notes=0, journal=730
)
"""What every group begins with (``design/security.md`` D)."""

LEAST: Final[Mapping[str, int]] = {
    "requests": 1,
    "former_members": 1,
    "messages": 7,  # somebody on holiday must still find what was said
    "decisions": 30,
    "journal": 30,
}
"""What a person may choose, and the fewest days of it."""

_OWN: Final = ("messages", "decisions", "journal")
_OF_JOINING: Final[Mapping[str, str]] = {"requests": "keep_refused_days", "former_members": "keep_left_days"}
_OLDER: Final = "older"
AT_ONCE: Final = "at_once"


def of_group(console: Console, group_id: GroupId) -> Terms:
    """Return the terms of a group. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        return of_row(_row(connection, group_id))


def of_row(group: Row[*tuple[Any, ...]]) -> Terms:
    """Return the terms of a group, a row of ``groups``."""
    own, rules = group.keeping or {}, stored_rules.of_row(group)
    return replace(
        USUAL,
        requests=rules.keep_refused_days,
        former_members=rules.keep_left_days,
        **{name: own[name] for name in _OWN if name in own},
    )


def older_of_group(console: Console, group_id: GroupId) -> OlderKept | None:
    """Return which history a group keeps longer; None for none. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        return older_kept(_row(connection, group_id))


def older_kept(group: Row[*tuple[Any, ...]]) -> OlderKept | None:
    """Return which history a group, a row of ``groups``, keeps longer; None for none."""
    return older_of(group.keeping)


def older_of(keeping: Mapping[str, Any] | None) -> OlderKept | None:
    """Return the same from the JSON of its column."""
    kept = (keeping or {}).get(_OLDER)
    if kept is None:
        return None
    before, until = (datetime.fromtimestamp(kept[name], UTC) for name in ("before", "until"))
    return OlderKept(before, until, kept["reason"])


def forgets_at_once(group: Row[*tuple[Any, ...]]) -> bool:
    """Return whether texts that are older than their term go as soon as they were judged, also what just came in."""
    return bool((group.keeping or {}).get(AT_ONCE))


def of_all(console: Console) -> tuple[GroupTerms, ...]:
    """Return the terms of every group, of those in the archive too, by name."""
    with console.store.reading() as connection:
        rows = connection.execute(select(groups)).all()
    found = (GroupTerms(GroupId(row.id), row.name, of_row(row)) for row in rows)
    return tuple(sorted(found, key=lambda one: one.group.casefold()))


def set_terms(console: Console, group_id: GroupId, **days: int) -> Changes:
    """Choose how many days this group keeps what, by the names of ``LEAST``; undo takes it back.

    Raises ``ExpectedError``: ``group_gone``, and ``term_days`` for fewer than ``LEAST`` or more than ``USUAL``.
    """
    _check(days)
    with console.store.writing() as connection:
        row = _row(connection, group_id)
        return _write(connection, console, [_changed(row, replace(of_row(row), **days))], group_id)


def set_terms_of_all(console: Console, *, longer: Collection[GroupId] = (), **days: int) -> Changes:
    """Choose the same for every group, in the archive too: one decision, which undo takes back.

    What a group keeps shorter stays so, but for the groups ``longer``. Raises ``ExpectedError("term_days")``.
    """
    _check(days)
    with console.store.writing() as connection:
        rows = connection.execute(select(groups).order_by(groups.c.id))
        told = [_changed(row, of_row(row).chosen(days, may_be_longer=row.id in longer)) for row in rows]
        return _write(connection, console, told, None)


def _check(days: Mapping[str, int]) -> None:
    for name, chosen in days.items():
        least, most = LEAST[name], getattr(USUAL, name)
        if not least <= chosen <= most:
            raise ExpectedError("term_days", least=least, most=most)


def _changed(group: Row[*tuple[Any, ...]], terms: Terms) -> RowChange:
    """Return the change of a group, a row of ``groups``, that gives it these terms."""
    own = {name: getattr(terms, name) for name in _OWN if getattr(terms, name) != getattr(USUAL, name)}
    rest = {name: value for name, value in (group.keeping or {}).items() if name not in _OWN}
    of_joining = {field: getattr(terms, name) for name, field in _OF_JOINING.items()}
    rules = replace(stored_rules.of_row(group), **of_joining)
    after = {"keeping": {**own, **rest} or None, "joining": stored_rules.as_stored(rules, group.profile)}
    return _change(group, after)


def keep_older(console: Console, group_id: GroupId, kept: OlderKept | None) -> Changes:
    """Keep a history longer than its term, or (None) no longer; undo takes it back. Raises ``ExpectedError``."""
    with console.store.writing() as connection:
        return write_older(connection, console, _row(connection, group_id), kept)


def write_older(
    connection: Connection, console: Console, group: Row[*tuple[Any, ...]], kept: OlderKept | None
) -> Changes:
    """Do the same in the caller's transaction, for a row of ``groups``."""
    keeping = {name: value for name, value in (group.keeping or {}).items() if name != _OLDER}
    if kept is not None:
        stored = asdict(kept) | {name: int(getattr(kept, name).timestamp()) for name in ("before", "until")}
        keeping[_OLDER] = stored
    return _write(connection, console, [_change(group, {"keeping": keeping or None})], group.id)


def _change(group: Row[*tuple[Any, ...]], after: Mapping[str, Any]) -> RowChange:
    """Return what becomes another value in a group, a row of ``groups``."""
    changed = {name: value for name, value in after.items() if value != getattr(group, name)}
    return RowChange(groups, group.id, {name: getattr(group, name) for name in changed}, changed)


def _write(connection: Connection, console: Console, every: Sequence[RowChange], group_id: int | None) -> Changes:
    """Decide on the changes that are any, as one decision; of several groups it is without ``group_id``."""
    told = [change for change in every if change.after]
    if not told:
        return Changes()
    decision = decide(connection, console, Verb.SETTINGS, told, group_id=group_id)
    is_of_requests = any("joining" in change.after for change in told)
    of_groups = frozenset(GroupId(change.id) for change in told)
    changes = changes_of(told, group_id, decision)
    return replace(changes, privacy=True, requests=is_of_requests, group_ids=of_groups)


def in_words(keeping: Mapping[str, Any] | None, language: str) -> str:
    """Return what a group keeps shorter, and what longer, as the journal tells it."""
    own = keeping or {}
    told = [texts.say(f"keeping.{name}", language, days=own[name]) for name in _OWN if name in own]
    older = older_of(own)
    if older is not None:
        values = {"until": f"{older.until:%d-%m-%Y}", "reason": older.reason}
        told.append(texts.say("keeping.older", language, **values))
    return "; ".join(told) or texts.say("keeping.usual", language)


def _row(connection: Connection, group_id: GroupId) -> Row[*tuple[Any, ...]]:
    row = connection.execute(select(groups).where(groups.c.id == group_id)).first()
    if row is None:
        raise ExpectedError("group_gone")
    return row
