"""Who is in this group: a card for its members, because somebody who asks must be told (findings.md 67).

Members are counted, never listed. An administrator is named as he chooses, a professional as the group knows him.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, select

from console.desk.console import Console
from console.desk.members import place_of
from console.desk.professionals import of_group
from console.desk.welcome.catalogue import words
from console.desk.welcome.filling import fill, own_words, set_apart
from console.domain.group import GroupId
from console.domain.member import GroupRole
from console.domain.professional import Presence, Professional
from console.domain.welcome import Leaflet, Section
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


def leaflet(console: Console, group_id: GroupId, language: str, naming: Naming = Naming.FIRST_NAMES) -> Leaflet:
    """Return who is in a group, in one of ``LANGUAGES``. Raises ``ExpectedError("group_gone")``."""
    with console.store.reading() as connection:
        group = connection.execute(select(groups.c.name, groups.c.join_policy).where(groups.c.id == group_id)).first()
        if group is None:
            raise ExpectedError("group_gone")
        in_group = _Members(connection, group_id)
    known = of_group(console, group_id, language)
    sections = tuple(_professionals(known, in_group.professionals_besides(known), language))
    lead = [
        *_counted("members", in_group.count, language),
        _say(f"policy_{group.join_policy}", language),
        *_named("admin", in_group.of(GroupRole.ADMIN, naming), naming, language),
        *_named("coordinator", in_group.of(GroupRole.COORDINATOR, naming), naming, language),
    ]
    if not sections:
        lead.append(_say("professionals_unknown", language))
    said = words(language)
    return Leaflet(
        title=_say("title", language, group=group.name),
        lead=tuple(lead),
        sections=sections,
        foot=(_say("danger", language),),
        call_112=said.frame["call_112"],
        language=language,
        direction=said.direction,
    )


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


def _professionals(known: Sequence[Professional], besides: Sequence[str], language: str) -> Iterator[Section]:
    here = [one for one in known if one.facts.presence is not Presence.VIA_MODERATOR]
    beside = [one for one in known if one.facts.presence is Presence.VIA_MODERATOR]
    if here or besides:
        told = [f"{described(one, language)}. {own_words(one.expects, language)}" for one in here]
        told += [_apart(name, language) for name in besides if name]
        if "" in besides:
            told += _counted("unnamed", besides.count(""), language)
        yield Section(_say("professionals_here", language), tuple(told))
    if beside:
        told = [f"{described(one, language)}. {_own(one, language)}".strip() for one in beside]
        yield Section(_say("professionals_beside", language), tuple(told))


def _own(one: Professional, language: str) -> str:
    """Return what somebody wrote that may be expected of him, "" for nothing."""
    own = one.facts.expectation
    return own_words(own, language) if own else ""


def described(one: Professional, language: str) -> str:
    """Return who a professional is: "Sander Kok, wijkagent, Politie Rotterdam", in one of ``LANGUAGES``."""
    name = one.facts.name.casefold()
    others = (part for part in (one.job_name, one.facts.organisation) if part and part.casefold() not in name)
    return _comma(language).join(_apart(part, language) for part in (one.facts.name, *others))  # "Wijkagent Ed"


def _comma(language: str) -> str:
    return f"{words(language).who_is_in['list']} "


def _apart(text: str, language: str) -> str:
    return set_apart(text, is_rtl=words(language).direction == "rtl")


def _listed(names: Sequence[str], language: str) -> str:
    """Return names as they are said: "Anja, Bram en Carla"."""
    apart = [_apart(name, language) for name in names]
    *first, last = apart
    said = words(language).who_is_in
    return said["and"].format(first=_comma(language).join(first), last=last) if first else last


def _counted(key: str, count: int, language: str) -> Iterator[str]:
    yield _say(f"{key}_one" if count == 1 else key, language, count=str(count))


def _say(key: str, language: str, **values: str) -> str:
    return fill(words(language).who_is_in[key], values, language)
