"""The professionals around a group: who they are, when they may be called, and what the group may expect of them.

One professional may be with several groups; what is known of him is known in all, how he takes part in each apart. The
community officer among them is whom a group asks (``Vraag wijkagent``).
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, case, insert, select

from console.chats.fields import clean_name
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.members import place_of
from console.desk.phone_numbers import e164
from console.desk.welcome import catalogue
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId, Officer
from console.domain.member import GroupRole, PersonId
from console.domain.professional import (
    OFFICERS,
    Job,
    Presence,
    Professional,
    ProfessionalFacts,
    ProfessionalId,
)
from console.domain.welcome import LANGUAGES
from console.errors import ExpectedError
from console.store.tables import group_professionals, groups, members, people
from console.store.tables import professionals as table

WORDS_CHARACTERS: Final = 200
_MAIL: Final = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_LINKS: Final = group_professionals.c


# --- what there is ---------------------------------------------------------------------------------------------------


def of_group(console: Console, group_id: GroupId, language: str | None = None) -> tuple[Professional, ...]:
    """Return the professionals of a group, by name; in the language of the console where none is given."""
    with console.store.reading() as connection:
        rows = connection.execute(_standing(group_id)).all()
        others = _other_groups(connection, [row.id for row in rows], group_id)
    said = language or console.language
    found = (_professional(row, others.get(row.id, ()), said) for row in rows)
    return tuple(sorted(found, key=lambda one: (place_of(one.facts.name), one.id)))


def elsewhere(console: Console, group_id: GroupId) -> tuple[tuple[ProfessionalId, str], ...]:
    """Return the professionals of other groups who are not with this one, by name, each with his organisation."""
    here = select(_LINKS.professional_id).where(_LINKS.group_id == group_id, _LINKS.removed_at.is_(None))
    known = (
        select(table.c.id, table.c.name, table.c.organisation)
        .join(group_professionals, _LINKS.professional_id == table.c.id)
        .where(_LINKS.removed_at.is_(None), table.c.id.not_in(here))
        .distinct()
    )
    with console.store.reading() as connection:
        rows = sorted(connection.execute(known), key=lambda row: (place_of(row.name), row.id))
    return tuple((ProfessionalId(row.id), ", ".join(filter(None, (row.name, row.organisation)))) for row in rows)


def in_chat(console: Console, group_id: GroupId) -> tuple[tuple[PersonId, str], ...]:
    """Return the members of a group who are professionals there, by name: one of them may be linked."""
    of_role = (members.c.group_id == group_id, members.c.role == GroupRole.PROFESSIONAL.value)
    with console.store.reading() as connection:
        rows = connection.execute(select(members.c.person_id, members.c.name).where(*of_role)).all()
    return tuple((PersonId(row.person_id), row.name) for row in sorted(rows, key=lambda row: place_of(row.name)))


def jobs(console: Console) -> tuple[tuple[str, str], ...]:
    """Return the kinds of work that have a name, by key."""
    return tuple((job.value, job_name(job.value, console.language)) for job in Job)


def expectations(console: Console) -> dict[Presence, str]:
    """Return what a group may expect of who takes part so, where nobody wrote something else."""
    return {presence: _expectation(presence, console.language) for presence in Presence}


def job_name(job: str | None, language: str) -> str:
    """Return the name of a kind of work, in one of ``LANGUAGES``; what somebody called it himself stays so."""
    return catalogue.words(language).jobs[job] if job in set(Job) else (job or "")


def _expectation(presence: Presence, language: str) -> str:
    return catalogue.words(language).expectations[f"short_{presence.value}"]


def _standing(group_id: int) -> Select[*tuple[Any, ...]]:
    return (
        select(table, _LINKS.id.label("link_id"), _LINKS.presence, people.c.name.label("person"))
        .join(group_professionals, _LINKS.professional_id == table.c.id)
        .outerjoin(people, people.c.id == table.c.person_id)
        .where(_LINKS.group_id == group_id, _LINKS.removed_at.is_(None))
    )


def _other_groups(connection: Connection, ids: list[int], group_id: GroupId) -> dict[int, tuple[str, ...]]:
    others = (
        select(_LINKS.professional_id, groups.c.name)
        .join(groups, groups.c.id == _LINKS.group_id)
        .where(_LINKS.professional_id.in_(ids), _LINKS.group_id != group_id, _LINKS.removed_at.is_(None))
        .order_by(groups.c.name)
    )
    found: dict[int, tuple[str, ...]] = {}
    for professional_id, name in connection.execute(others):
        found[professional_id] = (*found.get(professional_id, ()), name)
    return found


def _professional(row: Row[*tuple[Any, ...]], others: tuple[str, ...], language: str) -> Professional:
    facts = _facts(row)
    return Professional(
        id=ProfessionalId(row.id),
        facts=facts,
        job_name=job_name(facts.job, language),
        expects=facts.expectation or _expectation(facts.presence, language),
        person=row.person,
        other_groups=others,
    )


def _facts(row: Row[*tuple[Any, ...]]) -> ProfessionalFacts:
    return ProfessionalFacts(
        name=row.name,
        organisation=row.organisation or "",
        job=row.job or "",
        phone=row.phone or "",
        email=row.email or "",
        phone_hours=row.phone_hours or "",
        presence=Presence(row.presence),
        expectation=row.expectation or "",
        person_id=None if row.person_id is None else PersonId(row.person_id),
    )


# --- what a person says of them --------------------------------------------------------------------------------------


def add(console: Console, group_id: GroupId, facts: ProfessionalFacts) -> Changes:
    """Put a professional with a group; one of the same name and number is known already, and is not doubled.

    Raises ``ExpectedError``: ``professional_name_empty``, ``professional_known`` (with this group), ``phone_unknown``,
    ``email_unknown``, ``group_gone``.
    """
    with console.store.writing() as connection:
        return _decide(connection, console, changes_of_adding(connection, console, group_id, facts), group_id)


def changes_of_adding(
    connection: Connection, console: Console, group_id: GroupId, facts: ProfessionalFacts
) -> list[RowChange]:
    """Make ready that a professional is with a group, for the caller's decision. Raises as ``add``."""
    values = _values(facts)
    found = _known(connection, values["name"], values["phone"])
    if found is not None and _link(connection, group_id, found, is_standing=True) is not None:
        raise ExpectedError("professional_known", name=values["name"])
    if found is None:
        changes = [_linked(connection, console, group_id, _made(connection, values), facts.presence)]
    else:
        said = {name: value for name, value in values.items() if value is not None}
        changes = [*_changed(connection, found, said)]
        changes.append(_linked(connection, console, group_id, found, facts.presence))
    changes += _role_of(connection, console, group_id, facts.person_id)
    return changes


def changes_of_linking(
    connection: Connection, console: Console, group_id: GroupId, professional_id: int, person_id: PersonId
) -> list[RowChange]:
    """Make ready that a professional of a group is this member in the chat, for the caller's decision."""
    changes = [*_changed(connection, professional_id, {"person_id": person_id})]
    changes += _role_of(connection, console, group_id, person_id)
    return changes


def link(console: Console, group_id: GroupId, professional_id: ProfessionalId, presence: Presence) -> Changes:
    """Put a professional of other groups with this one too. Raises ``ExpectedError`` as ``add``, and
    ``professional_gone``.
    """
    with console.store.writing() as connection:
        name = connection.scalar(select(table.c.name).where(table.c.id == professional_id))
        if name is None:
            raise ExpectedError("professional_gone")
        if _link(connection, group_id, professional_id, is_standing=True) is not None:
            raise ExpectedError("professional_known", name=name)
        return _decide(
            connection, console, [_linked(connection, console, group_id, professional_id, presence)], group_id
        )


def change(console: Console, group_id: GroupId, professional_id: ProfessionalId, facts: ProfessionalFacts) -> Changes:
    """Change what is known of a professional, in all his groups, and how he takes part in this one.

    Raises ``ExpectedError`` as ``add``, and ``professional_gone``.
    """
    values = _values(facts)
    with console.store.writing() as connection:
        link_row = _link(connection, group_id, professional_id, is_standing=True)
        if link_row is None:
            raise ExpectedError("professional_gone")
        changes = [*_changed(connection, professional_id, values)]
        if link_row.presence != facts.presence.value:
            presences = {"before": {"presence": link_row.presence}, "after": {"presence": facts.presence.value}}
            changes.append(RowChange(group_professionals, link_row.id, **presences))
        changes += _role_of(connection, console, group_id, facts.person_id)
        return _decide(connection, console, changes, group_id)


def remove(console: Console, group_id: GroupId, professional_id: ProfessionalId) -> Changes:
    """Take a professional away from a group; in other groups he stays.

    Raises ``ExpectedError("professional_gone")``.
    """
    with console.store.writing() as connection:
        link_row = _link(connection, group_id, professional_id, is_standing=True)
        if link_row is None:
            raise ExpectedError("professional_gone")
        return _decide(connection, console, [_unlinked(console, link_row.id)], group_id)


def _values(facts: ProfessionalFacts) -> dict[str, Any]:
    """Return what a person says as it is stored."""
    name = clean_name(facts.name)
    if name is None:
        raise ExpectedError("professional_name_empty")
    email = facts.email.strip()
    if email and not _MAIL.fullmatch(email):
        raise ExpectedError("email_unknown", email=email)
    expectation = _words(facts.expectation)
    usual = {_expectation(facts.presence, language) for language in LANGUAGES}
    return {
        "name": name,
        "organisation": _words(facts.organisation),
        "job": _words(facts.job),
        "phone": e164(facts.phone) if facts.phone.strip() else None,
        "email": email or None,
        "phone_hours": _words(facts.phone_hours),
        "expectation": None if expectation in usual else expectation,
        "person_id": facts.person_id,
    }


def _words(text: str) -> str | None:
    return (clean_name(text) or "")[:WORDS_CHARACTERS] or None


def _made(connection: Connection, values: Mapping[str, Any]) -> int:
    (made,) = connection.execute(insert(table).values(values)).inserted_primary_key or (0,)
    return int(made)


def _changed(connection: Connection, professional_id: int, values: Mapping[str, Any]) -> Iterator[RowChange]:
    row = connection.execute(select(table).where(table.c.id == professional_id)).mappings().one()
    after = {name: value for name, value in values.items() if value != row[name]}
    if after:
        yield RowChange(table, professional_id, before={name: row[name] for name in after}, after=after)


def _role_of(
    connection: Connection, console: Console, group_id: int, person_id: PersonId | None
) -> Iterator[RowChange]:
    """Yield what makes the member who is linked a professional in the chat too."""
    is_he = (members.c.group_id == group_id, members.c.person_id == person_id)
    row = connection.execute(select(members.c.id, members.c.role, members.c.role_said_at).where(*is_he)).first()
    if row is not None and row.role != GroupRole.PROFESSIONAL.value:
        before = {"role": row.role, "role_said_at": row.role_said_at}
        after = {"role": GroupRole.PROFESSIONAL.value, "role_said_at": console.now()}
        yield RowChange(members, row.id, before=before, after=after)


def _decide(connection: Connection, console: Console, changes: list[RowChange], group_id: GroupId) -> Changes:
    if not changes:
        return Changes()
    decision = decide(connection, console, Verb.SETTINGS, changes, group_id=group_id)
    return changes_of(changes, group_id, decision)


# --- links -----------------------------------------------------------------------------------------------------------


def _link(
    connection: Connection, group_id: int, professional_id: int, *, is_standing: bool
) -> Row[*tuple[Any, ...]] | None:
    of_pair = select(group_professionals).where(_LINKS.group_id == group_id, _LINKS.professional_id == professional_id)
    return connection.execute(of_pair.where(_LINKS.removed_at.is_(None)) if is_standing else of_pair).first()


def _linked(
    connection: Connection, console: Console, group_id: GroupId, professional_id: int, presence: Presence
) -> RowChange:
    """Return the change that links them; a new row is written as if taken back already."""
    if connection.scalar(select(groups.c.id).where(groups.c.id == group_id)) is None:
        raise ExpectedError("group_gone")
    row = _link(connection, group_id, professional_id, is_standing=False)
    if row is None:
        now = console.now()
        values = {"group_id": group_id, "professional_id": professional_id, "presence": presence.value}
        made = connection.execute(insert(group_professionals).values(**values, removed_at=now))
        (link_id,) = made.inserted_primary_key or (0,)
        return RowChange(group_professionals, link_id, before={"removed_at": now}, after={"removed_at": None})
    before = {"removed_at": row.removed_at, "presence": row.presence}
    return RowChange(group_professionals, row.id, before, after={"removed_at": None, "presence": presence.value})


def _unlinked(console: Console, link_id: int) -> RowChange:
    return RowChange(group_professionals, link_id, before={"removed_at": None}, after={"removed_at": console.now()})


def _known(connection: Connection, name: str, phone: str | None) -> int | None:
    """Return the professional with this name and number, whom other groups may have too."""
    is_he = (table.c.name == name, table.c.phone.is_not_distinct_from(phone))
    found: int | None = connection.scalar(select(table.c.id).where(*is_he).limit(1))
    return found


# --- whom a group asks -----------------------------------------------------------------------------------------------


def asked_of(group_id: int) -> Select[*tuple[Any, ...]]:
    """Return how to find the professional whom a group asks: its community officer, else the senior one.

    One of whom nobody said what he does may be the officer; whoever does other work is not asked in his place.
    """
    order = case({Job.COMMUNITY_OFFICER.value: 0, Job.SENIOR_COMMUNITY_OFFICER.value: 1}, value=table.c.job, else_=2)
    is_asked = table.c.job.in_([job.value for job in OFFICERS]) | table.c.job.is_(None)
    return _standing(group_id).where(is_asked).order_by(order, table.c.id).limit(1)


def officer_of(connection: Connection, group_id: int) -> Officer | None:
    """Return whom a group asks, None when nobody said."""
    row = connection.execute(asked_of(group_id)).first()
    return None if row is None else Officer(row.name, row.phone)


def changes_of_officer(
    connection: Connection, console: Console, group_id: GroupId, officer: Officer
) -> Iterator[RowChange]:
    """Yield what makes this one the officer of a group instead of who is; one without a name is nobody.

    Other professionals stay. Raises ``ExpectedError("phone_unknown")``.
    """
    name = clean_name(officer.name)
    phone = (officer.phone or "").strip()
    wanted = None if name is None else Officer(name, e164(phone) if phone else None)
    row = connection.execute(asked_of(group_id)).first()
    if wanted == (None if row is None else Officer(row.name, row.phone)):
        return
    if row is not None and wanted is not None and row.name == wanted.name:  # the same one, of whom more is known
        yield from _changed(connection, row.id, {"phone": wanted.phone})
        return
    if row is not None:
        yield _unlinked(console, row.link_id)
    if wanted is not None:
        known = _known(connection, wanted.name, wanted.phone)
        if known is None:
            values = {"name": wanted.name, "phone": wanted.phone, "job": Job.COMMUNITY_OFFICER.value}
            known = _made(connection, values)
        else:
            yield from _changed(connection, known, {"job": Job.COMMUNITY_OFFICER.value})
        if _link(connection, group_id, known, is_standing=True) is None:
            yield _linked(connection, console, group_id, known, Presence.VIA_MODERATOR)
