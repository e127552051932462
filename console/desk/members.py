"""The page Leden: one person over all groups, and what an administrator knows of him. In the order of names, never
ranked.

Members only. Whoever is just talked about is nobody here (``design/security.md`` D): no page, no history, no note.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from unicodedata import combining, normalize
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Row, func, select

from console.desk.console import Console
from console.desk.forgetting.shown import shown_text
from console.desk.identity import OtherName, Question, everybody_asked_about, other_names, questions_of
from console.desk.journal import RowChange, changes_of, decide
from console.desk.noting import NOTE_DAYS, write_note
from console.desk.person_facts import (
    Membership,
    Note,
    PastDecision,
    consent_of,
    is_about,
    memberships_of,
    notes_where,
    past_decisions,
    periods_of,
)
from console.desk.phone_numbers import e164
from console.desk.rungs import taken_steps
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.group import GroupId
from console.domain.ladder import TakenStep
from console.domain.member import MemberId, PersonId
from console.domain.message import Event, Kind, MessageId
from console.domain.welcome import ConfirmedHow
from console.errors import ExpectedError
from console.store.erased import IS_NAME
from console.store.queries.people import ROOT_ID, phone_of, root_of, same_person
from console.store.queries.roll import IS_TAKEN_BACK
from console.store.tables import groups, member_names, members, messages, notes, people

RECENT_MESSAGES: Final = 8
MESSAGE_CHARACTERS: Final = 300
FEW: Final = 1_000  # whom the store looks up one by one


_IS_KEPT: Final = ~IS_TAKEN_BACK & members.c.erased_at.is_(None)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list: a person, the groups in which he is now, and those that he left."""

    id: PersonId
    name: str
    groups: tuple[str, ...]
    left: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A message on a card. ``at`` is aware, in the group's zone; ``text`` its first 300 characters."""

    id: MessageId
    at: datetime
    group: str
    text: str
    kind: Kind
    event: Event | None


@dataclass(frozen=True, slots=True)
class PersonCard:
    """What is known of one person over all groups. Times are aware UTC where a field does not say otherwise.

    ``phone`` is in E.164 where it is known. ``names`` are other names that a chat showed. ``recent`` are the last
    messages, newest first; ``steps`` those that still count; ``questions`` ask who is the same person, ``merged`` are
    those of whom somebody said so. ``objected_at`` is when he objected to how his data is used, until that
    is settled.
    """

    id: PersonId
    name: str
    phone: str | None
    names: tuple[str, ...]
    memberships: tuple[Membership, ...]
    recent: tuple[PersonLine, ...]
    notes: tuple[Note, ...]
    decisions: tuple[PastDecision, ...]
    steps: tuple[TakenStep, ...]
    questions: tuple[Question, ...]
    merged: tuple[OtherName, ...]
    objected_at: datetime | None = None


# --- the list --------------------------------------------------------------------------------------------------------


def people_ids(
    console: Console, words: str = "", group_id: GroupId | None = None, *, asked_about: bool = False
) -> "array[int]":
    """Return the people who have all these words in their names (also former ones) or number, in the order of names.

    With a group, only who is or was a member there; with ``asked_about``, only of whom it is asked whether they are the
    same as somebody else. Accents and capitals make no difference.
    """
    wanted = [folded(word) for word in words.split()]
    with console.store.reading() as connection:
        if not wanted and group_id is None:
            names, found = _everybody(connection)
        else:
            found = _who_matches(connection, wanted, group_id)
            names = _names_of(connection, found)
        if asked_about:
            found &= everybody_asked_about(connection)
        ordered = sorted((place_of(names[root]), root) for root in found if root in names)
    return array("q", (root for _, root in ordered))


# Rows of the driver itself: twenty thousand of SQLAlchemy's would take twice as long.


def _everybody(connection: Connection) -> tuple[dict[int, str], set[int]]:
    """Return the names of all, and who is a member: read without the memberships, of which there may be 630,000."""
    hidden = select(members.c.person_id).where(IS_TAKEN_BACK | members.c.erased_at.is_not(None))
    kept = select(members.c.person_id).where(_IS_KEPT, members.c.person_id.in_(hidden.scalar_subquery()))
    nobody = set(connection.scalars(hidden)) - set(connection.scalars(kept))
    every = connection.execute(select(people.c.id, ROOT_ID, people.c.name)).cursor
    rows = cast("list[tuple[int, int, str]]", [] if every is None else every.fetchall())
    return {person: name for person, _, name in rows}, {root for person, root, _ in rows if person not in nobody}


def _who_matches(connection: Connection, wanted: list[str], group_id: GroupId | None) -> set[int]:
    known = (
        select(ROOT_ID, member_names.c.name, people.c.phone)
        .select_from(people)
        .join(members, members.c.person_id == people.c.id)
        .join(member_names, member_names.c.member_id == members.c.id)
        .where(_IS_KEPT)
    )
    if group_id is not None:
        known = known.where(members.c.group_id == group_id)
    rows = cast("Iterable[tuple[int, str, str | None]]", connection.execute(known).cursor)
    return {root for root, name, phone in rows if matches(wanted, name, phone)}


def _names_of(connection: Connection, found: set[int]) -> dict[int, str]:
    named = select(people.c.id, people.c.name)
    if len(found) <= FEW:
        named = named.where(people.c.id.in_(found))
    return dict(cast("Iterable[tuple[int, str]]", connection.execute(named).cursor))


def matches(wanted: list[str], name: str, phone: str | None) -> bool:
    """Whether all these words (``folded``) are in a name, or in a number in E.164."""
    if not wanted:
        return True
    searched = folded(name)
    return all(word in searched or (phone is not None and _digits(word) in phone) for word in wanted)


def _digits(word: str) -> str:
    """Return the digits of a number as they stand in E.164 ("06-12" in "+316..."); nothing that matches for a word."""
    digits = "".join(filter(str.isdigit, word))
    return digits.lstrip("0") or "-"


def folded(text: str) -> str:
    """Return text as it is searched: without capitals and accents."""
    if text.isascii():
        return text.lower()
    return "".join(mark for mark in normalize("NFKD", text.casefold()) if not combining(mark))


def place_of(name: str) -> tuple[bool, str]:
    """Return where a name stands in the list: numbers last, and no mark before a name counts."""
    bare = folded(name).lstrip("~ ")
    return bare.startswith("+"), bare


def people_rows(console: Console, ids: Sequence[int]) -> dict[int, PersonRow]:
    """Return the rows of a page, by id; ids that are nobody's any more are left out."""
    root = ROOT_ID.label("root")
    statement = (
        select(root, members.c.id, groups.c.name)
        .select_from(people)
        .join(members, members.c.person_id == people.c.id)
        .join(groups, groups.c.id == members.c.group_id)
        .where(people.c.id.in_(ids) | people.c.merged_into_id.in_(ids), ~IS_TAKEN_BACK)
        .order_by(groups.c.name)
    )
    with console.store.reading() as connection:
        found = connection.execute(statement).all()
        periods = periods_of(connection, [row.id for row in found])
        called = select(people.c.id, people.c.name).where(people.c.id.in_(ids))
        names = {row.id: row.name for row in connection.execute(called)}
    present: dict[int, dict[str, bool]] = defaultdict(dict)
    for row in found:
        last = next(iter(periods.get(row.id, ())), None)
        is_here = last is None or last.left_at is None
        present[row.root][row.name] = present[row.root].get(row.name, False) or is_here
    return {
        person_id: PersonRow(
            PersonId(person_id),
            names[person_id],
            tuple(group for group, is_here in of_person.items() if is_here),
            tuple(group for group, is_here in of_person.items() if not is_here),
        )
        for person_id, of_person in present.items()
        if person_id in names
    }


# --- the card --------------------------------------------------------------------------------------------------------


def card(console: Console, person_id: PersonId) -> PersonCard:
    """Return what is known of a person, under whichever of his names. Raises ``ExpectedError("person_gone")``."""
    with console.store.reading() as connection:
        root = PersonId(_root(connection, person_id))
        name: str = connection.execute(select(people.c.name).where(people.c.id == root)).scalar_one()
        memberships = memberships_of(connection, root)
        had = select(member_names.c.name).join(members, members.c.id == member_names.c.member_id)
        names = connection.scalars(had.where(members.c.person_id.in_(same_person(root)), IS_NAME))
        return PersonCard(
            id=root,
            name=name,
            phone=phone_of(connection, root),
            names=tuple(sorted({other for other in names if other != name}, key=place_of)),
            memberships=memberships,
            recent=_recent(connection, memberships, console.language),
            notes=notes_where(connection, console, is_about(root)),
            decisions=tuple(past for past in past_decisions(connection, console, root) if not past.is_undone),
            steps=taken_steps(connection, console, root),
            questions=questions_of(connection, root),
            merged=other_names(connection, root),
            objected_at=connection.scalar(
                select(func.min(people.c.objected_at)).where(people.c.id.in_(same_person(root)))
            ),
        )


def _root(connection: Connection, person_id: PersonId) -> int:
    root = root_of(connection, person_id)
    if root is None:
        raise ExpectedError("person_gone")
    return root


def _recent(connection: Connection, memberships: Sequence[Membership], language: str) -> tuple[PersonLine, ...]:
    lines = [line for membership in memberships for line in _last_lines(connection, membership, language)]
    return tuple(sorted(lines, key=lambda line: (line.at, line.id), reverse=True)[:RECENT_MESSAGES])


def _last_lines(connection: Connection, membership: Membership, language: str) -> Iterator[PersonLine]:
    rows = connection.execute(
        select(messages.c.id, messages.c.sent_at, shown_text(language).label("text"), messages.c.kind, messages.c.event)
        .where(messages.c.member_id == membership.id)
        .order_by(messages.c.sent_at.desc(), messages.c.position.desc())
        .limit(RECENT_MESSAGES)
    )
    for row in rows:
        yield PersonLine(
            id=MessageId(row.id),
            at=row.sent_at.astimezone(ZoneInfo(membership.time_zone)),
            group=membership.group,
            text=row.text[:MESSAGE_CHARACTERS],
            kind=Kind(row.kind),
            event=Event(row.event) if row.event else None,
        )


# --- what a person knows ---------------------------------------------------------------------------------------------


def add_person_note(
    console: Console, person_id: PersonId, text: str, *, group_id: GroupId | None = None, days: int = NOTE_DAYS
) -> Changes:
    """Write something down about a member, shown in one group or in all; it ends after ``days``.

    Raises ``ExpectedError``: ``note_empty``, ``note_days`` (1 to 366), ``person_gone``.
    """
    with console.store.writing() as connection:
        root = _root(connection, person_id)
        return write_note(connection, console, text, days=days, shown_in=group_id, person_id=root, group_id=group_id)


def end_note(console: Console, note_id: int) -> Changes:
    """Let a note end now. Raises ``ExpectedError("note_gone")`` when it ended already or was taken back."""
    with console.store.writing() as connection:
        note = connection.execute(select(notes).where(notes.c.id == note_id)).first()
        now = console.now()
        if note is None or note.removed_at is not None or note.ends_at <= now:
            raise ExpectedError("note_gone")
        change = RowChange(notes, note_id, before={"ends_at": note.ends_at}, after={"ends_at": now})
        return _decide(connection, console, [change], note.group_id)


def set_phone(console: Console, person_id: PersonId, phone: str) -> Changes:
    """Keep the number of a member as a person types it, or forget it ("").

    Raises ``ExpectedError``: ``phone_unknown`` when it is no number that exists, ``person_gone``.
    """
    number = e164(phone) if phone.strip() else None
    with console.store.writing() as connection:
        return _decide(connection, console, phone_changes(connection, _root(connection, person_id), number), None)


def phone_changes(connection: Connection, root: int, number: str | None) -> list[RowChange]:
    """Return what gives a person a number (E.164), or forgets it.

    It is forgotten under every name of his; a new one belongs to the person.
    """
    of_person = people.c.id.in_(same_person(root))
    wanted: ColumnElement[bool] = of_person if number is None else people.c.id == root
    rows = connection.execute(select(people.c.id, people.c.phone).where(wanted)).all()
    return [
        RowChange(people, row.id, before={"phone": row.phone}, after={"phone": number})
        for row in rows
        if row.phone != number
    ]


def set_consent(
    console: Console,
    member_id: MemberId,
    *,
    has_consented: bool,
    channel: str = "",
    rules_sent: bool,
    rules_confirmed: bool,
) -> Changes:
    """Keep by hand what a member agreed to in a group and whether he knows the rules; what was true keeps its date.

    ``channel`` is how he agreed. Raises ``ExpectedError("person_gone")``.
    """
    now = console.now()
    with console.store.writing() as connection:
        row = connection.execute(select(members).where(members.c.id == member_id)).first()
        if row is None:
            raise ExpectedError("person_gone")
        before = consent_of(row)
        given: dict[str, Any] = {
            "consent_at": (before.consent_at or now) if has_consented else None,
            "consent_channel": (channel.strip() or None) if has_consented else None,
            "rules_sent_at": (before.rules_sent_at or now) if rules_sent else None,
            "rules_confirmed_at": (before.rules_confirmed_at or now) if rules_confirmed else None,
            "rules_sent_how": row.rules_sent_how if rules_sent else None,
            "rules_confirmed_how": _confirmed_how(row) if rules_confirmed else row.rules_confirmed_how,
        }
        after = {name: value for name, value in given.items() if value != getattr(row, name)}
        change = RowChange(members, member_id, before={name: getattr(row, name) for name in after}, after=after)
        return _decide(connection, console, [change] if after else [], row.group_id)


def _confirmed_how(before: Row[*tuple[Any, ...]]) -> str | None:
    """Return how it is known that he read the rules: a person heard it, unless it was known already."""
    is_new = before.rules_confirmed_at is None
    return ConfirmedHow.BY_HAND.value if is_new else before.rules_confirmed_how


def _decide(connection: Connection, console: Console, changes: list[RowChange], group_id: int | None) -> Changes:
    if not changes:
        return Changes()
    decision = decide(connection, console, Verb.PERSON, changes, group_id=group_id)
    return changes_of(changes, group_id, decision)
