"""What a decision changed of the rules that members are asked to read, in plain words."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from console import texts
from console.desk.journal import RowChange
from console.domain.welcome import SentHow, WelcomeKind
from console.store.tables import members

_FEW: Final = 3
_HOW: Final = frozenset({"rules_sent_how", "rules_confirmed_how"})
_TOLD: Final = {"rules_sent_at": "sent", "rules_reminded_at": "reminded", "rules_confirmed_at": "read"}


def is_of_rules(change: RowChange) -> bool:
    """Return whether a change says of a member only that he was sent the rules, reminded of them, or read them."""
    return change.table is members and bool(change.after) and change.after.keys() <= {*_TOLD, *_HOW}


def tell_welcome(change: RowChange, row: Row[*tuple[Any, ...]], language: str) -> Iterator[str]:
    """Yield what changed of a row of ``welcomes``; ``row`` is as it stands now."""
    what = row.kind if row.how == SentHow.GROUP.value else row.how
    if "removed_at" in change.after:
        yield _say(f"told_{what}_{'kept' if change.after['removed_at'] is None else 'removed'}", language)
    elif "sent_at" in change.after and what in set(WelcomeKind):
        yield _say("told_not_in_chat" if change.after["sent_at"] is None else "told_in_chat", language)


def tell_read(connection: Connection, changes: Sequence[RowChange], language: str) -> Iterator[str]:
    """Yield of which members, or of how many, it is known now or not any more (changes that ``is_of_rules``)."""
    for column, key in _TOLD.items():
        for is_so in (True, False):
            ids = {one.id for one in changes if column in one.after and (one.after[column] is not None) == is_so}
            told = f"told_{key}" if is_so else f"told_{key}_not"
            if len(ids) > _FEW:
                yield _say(told, language, count=len(ids))
            elif ids:
                named = select(members.c.name).where(members.c.id.in_(ids)).order_by(members.c.id)
                yield from (_say(f"{told}_one", language, name=name) for name in connection.scalars(named))


def _say(key: str, language: str, **values: object) -> str:
    return texts.say(f"welcome.{key}", language, **values)
