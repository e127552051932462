"""Who is in this group: a text for its members, because somebody who asks must be told (findings.md 67).

Members are counted, never listed. An administrator is named as he chooses, a professional as the group knows him.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection, select

from console import texts
from console.desk import outbox
from console.desk.acts import check, words_of
from console.desk.console import Console
from console.desk.journal import changes_of, decide
from console.desk.members import place_of
from console.desk.professionals import of_group
from console.domain.changes import Changes
from console.domain.decision import Act, Verb
from console.domain.group import GroupId
from console.domain.member import GroupRole
from console.domain.professional import Presence, Professional
from console.errors import ExpectedError
from console.store.queries.counts import IS_HERE
from console.store.queries.people import ROOT_ID
from console.store.tables import groups, members, people

_BEFORE_NAME: Final = "~ \u00a0\u202f"


class Naming(StrEnum):
    """How the text names administrators and coordinators."""

    FIRST_NAMES = "first_names"
    FULL_NAMES = "full_names"
    NOBODY = "nobody"  # only how many there are


def card(console: Console, group_id: GroupId, language: str, naming: Naming = Naming.FIRST_NAMES) -> str:
    """Return the text for the group, in Dutch or English. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        group = connection.execute(select(groups.c.name, groups.c.join_policy).where(groups.c.id == group_id)).first()
        if group is None:
            raise ExpectedError("group_gone")
        in_group = _Members(connection, group_id)
    known = of_group(console, group_id, language)
    who = [
        _say("title", language, group=group.name),
        *_counted("members", in_group.count, language),
        _say(f"policy_{group.join_policy}", language),
        *_named("admin", in_group.of(GroupRole.ADMIN, naming), naming, language),
        *_named("coordinator", in_group.of(GroupRole.COORDINATOR, naming), naming, language),
    ]
    besides = in_group.professionals_besides(known)
    parts = ("\n".join(who), "\n".join(_professionals(known, besides, language)), _say("danger", language))
    return "\n\n".join(parts)


def post(console: Console, group_id: GroupId, text: str) -> Changes:
    """Make the text ready as a message in the group: in the outbox, or as something to do on the phone.

    Raises ``ExpectedError``: ``text_empty``, ``blanks_open``, ``group_gone``.
    """
    act = Act(Verb.GROUP, text=text)
    check(act)
    with console.store.writing() as connection:
        if connection.scalar(select(groups.c.id).where(groups.c.id == group_id)) is None:
            raise ExpectedError("group_gone")
        changes = outbox.put(
            connection, console, group_id=group_id, message_id=None, person_id=None, act=act, key=uuid4().hex
        )
        decision = decide(connection, console, Verb.GROUP, changes, group_id=group_id, note=words_of(act))
        outbox.settle(connection, decision, changes)
        return changes_of(changes, group_id, decision)


class _Members:
    """Who is in a group now, as far as this text tells."""

    def __init__(self, connection: Connection, group_id: GroupId) -> None:
        here = select(members.c.person_id, ROOT_ID.label("root_id"), members.c.name, members.c.alias, members.c.role)
        here = here.join(people, people.c.id == members.c.person_id)
        self._rows = connection.execute(here.where(members.c.group_id == group_id, IS_HERE)).all()

    @property
    def count(self) -> int:
        return len(self._rows)

    def of(self, role: GroupRole, naming: Naming) -> list[str]:
        """Return how those with a role are called, "" for somebody of whom only a number is known; by name.

        Where others see another name of somebody, that is the name.
        """
        called = [row.alias or _named_as(_called(row.name), naming) for row in self._rows if row.role == role.value]
        return sorted(called, key=place_of)

    def professionals_besides(self, known: Sequence[Professional]) -> list[str]:
        """Return the members who are professionals, and of whom nobody filled in more.

        Somebody of whom more is known may stand in the chat twice, under another number, or not be linked.
        """
        linked = {one.facts.person_id for one in known}
        names = {place_of(one.facts.name) for one in known}
        rows = [
            row
            for row in self._rows
            if row.role == GroupRole.PROFESSIONAL.value and linked.isdisjoint({row.person_id, row.root_id})
        ]
        called = sorted((_called(row.alias or row.name) for row in rows), key=place_of)
        return [name for name in called if not name or place_of(name) not in names]


def _called(name: str) -> str:
    bare = name.lstrip(_BEFORE_NAME).strip()
    return "" if bare.startswith("+") else bare


def _named_as(name: str, naming: Naming) -> str:
    return name.split(maxsplit=1)[0] if name and naming is Naming.FIRST_NAMES else name


def _named(role: str, names: Sequence[str], naming: Naming, language: str) -> Iterator[str]:
    if not names:
        return
    if naming is Naming.NOBODY or "" in names:
        yield from _counted(role, len(names), language)
    else:
        key = f"{role}_named" if len(names) > 1 else f"{role}_named_one"
        yield _say(key, language, names=_listed(names, language))


def _professionals(known: Sequence[Professional], besides: Sequence[str], language: str) -> Iterator[str]:
    here = [one for one in known if one.facts.presence is not Presence.VIA_MODERATOR]
    beside = [one for one in known if one.facts.presence is Presence.VIA_MODERATOR]
    if here or besides:
        yield _say("professionals_here", language)
        yield from (f"- {_described(one)}" for one in here)
        yield from (f"- {name}" for name in filter(None, besides))
        if "" in besides:
            yield from (f"- {line}" for line in _counted("unnamed", besides.count(""), language))
    if beside:
        yield _say("professionals_beside", language)
        yield from (f"- {_described(one, with_expectation=bool(one.facts.expectation))}" for one in beside)
    if not (here or besides or beside):
        yield _say("professionals_unknown", language)


def _described(one: Professional, *, with_expectation: bool = True) -> str:
    known = ", ".join(filter(None, (one.facts.name, one.job_name, one.facts.organisation)))
    return f"{known}. {one.expects}" if with_expectation else f"{known}."


def _listed(names: Sequence[str], language: str) -> str:
    """Return names as they are said: "Anja, Bram en Carla"."""
    *first, last = names
    return _say("and", language, first=", ".join(first), last=last) if first else last


def _counted(key: str, count: int, language: str) -> Iterator[str]:
    yield _say(f"{key}_one" if count == 1 else key, language, count=count)


def _say(key: str, language: str, **values: object) -> str:
    return texts.say(f"who_is_in.{key}", language, **values)
