"""Forgetting one person, everywhere and for good: no undo brings him back (GDPR, article 17).

What is his goes: his rows, the words of his messages, what was written down about him. Where others name him in full,
"[iemand]" stands instead. Where others may mean him, a person looks. What was counted stays.
"""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, func, select, update

from console import settings
from console.desk.console import Console
from console.desk.forgetting import erasure_list, proof
from console.desk.journal import RowChange, decide
from console.desk.members import folded
from console.desk.one_person import asking, mentions, recalling
from console.desk.one_person.finding import found_by
from console.desk.one_person.marks import Marks, marks_of
from console.desk.one_person.rows import about, expand
from console.desk.one_person.sought import Sought, national, sought
from console.desk.one_person.taking_out import goes, take_out
from console.desk.vault import backing_up
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.member import PersonId
from console.domain.one_person import AskedId, Asks, Erased, ErasePreview, Going, KnownAs, Mention, Person, Proof
from console.domain.retention import ErasureKind
from console.domain.vault import Why
from console.errors import ExpectedError
from console.store.faults import file_faults
from console.store.tables import (
    decisions,
    group_professionals,
    join_requests,
    member_names,
    members,
    people,
    privacy_requests,
    professionals,
    prospects,
)

log = logging.getLogger(__name__)

MENTIONS: Final = 200  # shown at once
EXAMPLES: Final = 10  # of the places in which he is named in full
_BEFORE_NAME: Final = "~ \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class _Done:
    """What forgetting somebody did; ``named`` are the texts that named him, as they were, ``doubts`` those that may."""

    asked_id: AskedId
    going: tuple[Going, ...]
    named: Mapping[mentions.Spot, int]
    doubts: tuple[mentions.Spot, ...]
    sought: Sought

    @property
    def replaced(self) -> int:
        """In how many places he was named."""
        return sum(self.named.values())


class _TakenBackError(Exception):
    """Nothing of a preview is kept."""


def preview(console: Console, person: Person) -> ErasePreview:
    """Return what would go, and where others may mean him: it is done, and taken back whole.

    Takes as long as ``erase``. Raises ``ExpectedError("person_gone")``.
    """
    shown: list[ErasePreview] = []
    with suppress(_TakenBackError), console.store.writing() as connection:
        told = recalling.recipients(connection, console, person)
        done = _forget(connection, console, person.key, ())
        shown.append(
            ErasePreview(
                person=person,
                going=done.going,
                replaced=done.replaced,
                examples=_shown(connection, console, list(done.named)[:EXAMPLES], done),
                mentions=_shown(connection, console, done.doubts[:MENTIONS], done),
                mentions_count=len(done.doubts),
                present_in=tuple(dict.fromkeys(one.group for one in person.known if one.kind is KnownAs.MEMBER)),
                recipients=tuple(recalling.shown(console, one, person.name) for one in told),
                backups=len(backing_up.backups(console)),
            )
        )
        raise _TakenBackError
    return shown[0]


def erase(console: Console, person: Person, *, also: Collection[str] = (), second: Path | None = None) -> Erased:
    """Forget somebody everywhere. A backup is made first; no undo brings him back.

    ``also`` are the keys of the mentions that are he too; ``second`` is the second place of backups. On the lane of
    the database. Raises ``ExpectedError``: ``person_gone``, and what a backup raises, with nothing erased.
    """
    backup = backing_up.before(console, Why.ERASURE)
    with console.store.writing() as connection:
        done = _forget(connection, console, person.key, also)
    with suppress(ExpectedError):  # the table is the truth, and the next start writes the list
        erasure_list.write(console.store, backing_up.own_place(console, second))
    is_log_empty = False
    with suppress(ExpectedError):  # a page is reading: the next run, or closing the program, empties it
        console.store.empty_log()
        is_log_empty = True
    log.info("a person was forgotten: %d kinds of rows, %d places", len(done.going), done.replaced)
    return Erased(
        asked_id=done.asked_id,
        going=done.going,
        replaced=done.replaced,
        mentions_left=len(done.doubts),
        backup=None if backup is None else backup.path,
        is_log_empty=is_log_empty,
        changes=_CHANGES_ALL,
        names=(*done.sought.full, *done.sought.mails, *map(national, done.sought.phones)),
    )


def prove(console: Console, erased: Erased) -> Proof:
    """Count what is left of somebody who was erased; some ten seconds for a store of 100 MB, on the lane of the CPU."""
    in_store = proof.count(console, erased.names)
    logs = sum(_count_in(path, erased.names) for path in sorted(settings.log_folder().glob("*.log*")))
    return Proof(sum(in_store.values()), logs)


_CHANGES_ALL: Final = Changes(
    messages=True,
    items=True,
    groups=True,
    notes=True,
    people=True,
    outgoing=True,
    requests=True,
    recruiting=True,
    reports=True,
    feedback=True,
    welcome=True,
    privacy=True,
)


def erase_marked(connection: Connection, console: Console, marks: Mapping[str, Any], key: bytes) -> int:
    """Forget in an older copy of the store who was forgotten since; return whether he stood in it, as 0 or 1.

    ``marks`` is what ``erase`` left in the list of erasures, ``key`` that of its hashes. In the caller's transaction.
    """
    known = Marks.from_json(marks)
    key = bytes.fromhex(known.key) if known.key else key
    seed = known.seed(connection, key)
    if seed.count:
        person = about(connection, expand(connection, seed))
        looked_for = sought_of(connection, person)
        take_out(connection, console, person.rows)
        _put_out(connection, console, replace(looked_for, doubtful=()), (), ())
    count = known.put_out(connection, console, key)
    return int(bool(seed.count or count))


# --- in one transaction ---------------------------------------------------------------------------------------------


def _forget(connection: Connection, console: Console, key: str, also: Collection[str]) -> _Done:
    person = found_by(connection, key)
    looked_for = sought_of(connection, person)
    group_ids = groups_of(connection, person)
    asked = _asked(connection, console, person, recalling.recipients(connection, console, person))
    going = goes(connection, console, person.rows)
    if not going and "answered_at" not in asked.after and _is_erased(person):  # in another window
        raise ExpectedError("person_gone")
    take_out(connection, console, person.rows)
    named, doubts = _put_out(connection, console, looked_for, group_ids, also)
    marks = marks_of(connection, person, looked_for, [spot.key for spot in named], also)
    erasure_list.add(connection, ErasureKind.PERSON, marks.as_json(), console.now())
    entry = decide(connection, console, Verb.PRIVACY, [asked], group_id=None)
    connection.execute(update(decisions).where(decisions.c.id == entry).values(left_computer=True))  # nothing undoes it
    return _Done(AskedId(asked.id), going, named, doubts, looked_for)


def _asked(connection: Connection, console: Console, person: Person, recipients: Sequence[recalling.Told]) -> RowChange:
    """Answer what he asked, or write down that he did; who got something of him is kept with it, to tell them.

    Returns what makes it count.
    """
    table = privacy_requests.c
    root = PersonId(0) if person.person_id is None else person.person_id
    answers = asking.answers_to(connection, console, Asks.ERASURE, root)
    change = next(answers, None) or asking.added(connection, console, Asks.ERASURE, None, "", is_answered=True)
    kept = update(privacy_requests).where(table.id == change.id)
    connection.execute(kept.values(recipients=recalling.as_stored(recipients)))
    return change


def _is_erased(person: Person) -> bool:
    """Whether nobody is called by a name any more in the rows of somebody."""
    return all(one.kind is KnownAs.ERASED for one in person.known)


def sought_of(connection: Connection, person: Person) -> Sought:
    """Return by what somebody is recognised in a text."""
    return sought(person.names, person.phones, person.mails, _names_of_others(connection, person))


def _names_of_others(connection: Connection, person: Person) -> Iterator[str]:
    """Yield those of his names that somebody else has too."""
    own = person.rows
    called = [folded(name.lstrip(_BEFORE_NAME)) for name in person.names]
    others: Sequence[tuple[Column[str], ColumnElement[bool]]] = (
        (people.c.name, people.c.id.not_in(own.people)),
        (member_names.c.name, member_names.c.member_id.not_in(own.members)),
        (join_requests.c.name, join_requests.c.id.not_in(own.requests)),
        (prospects.c.name, prospects.c.id.not_in(own.prospects)),
        (professionals.c.name, professionals.c.id.not_in(own.professionals)),
    )
    for name, is_other in others:
        alike = func.fold(func.ltrim(name, _BEFORE_NAME)).in_(called)
        yield from connection.scalars(select(name).where(is_other, alike).distinct())


def groups_of(connection: Connection, person: Person) -> frozenset[int]:
    """Return the groups in which he is known, in whichever way."""
    own = person.rows
    of_members = select(members.c.group_id).where(members.c.person_id.in_(own.people))
    asked = select(join_requests.c.group_id).where(join_requests.c.id.in_((*own.requests, *own.vouched)))
    might = select(prospects.c.group_id).where(prospects.c.id.in_(own.prospects))
    works = select(group_professionals.c.group_id).where(group_professionals.c.professional_id.in_(own.professionals))
    return frozenset(connection.scalars(of_members.union(asked, might, works)))


def _put_out(
    connection: Connection, console: Console, looked_for: Sought, group_ids: Collection[int], also: Collection[str]
) -> tuple[dict[mentions.Spot, int], tuple[mentions.Spot, ...]]:
    """Put him out wherever he is named in full, and where a person said that he is meant.

    Returns in how many places of which texts, and the texts in which he may still be meant: what others are called
    first, when his full name is in it.
    """
    sure = list(mentions.sure(connection, looked_for))
    perhaps = list(mentions.doubtful(connection, looked_for, group_ids))
    his = [spot for spot in sure if not mentions.is_called(spot) or spot.key in also]
    known = {spot.key for spot in his}
    his += [spot for spot in perhaps if spot.key in also and spot.key not in known]
    named = {spot: mentions.put_out(connection, console, spot, looked_for, also=spot.key in also) for spot in his}
    called = (spot for spot in sure if spot.key not in known)
    return named, (*called, *(spot for spot in perhaps if spot.key not in also))


def _shown(
    connection: Connection, console: Console, spots: Iterable[mentions.Spot], done: _Done
) -> tuple[Mention, ...]:
    return tuple(mentions.shown(connection, console, spot, done.sought) for spot in spots)


def _count_in(path: Path, names: Iterable[str]) -> int:
    """Return how often these words stand in a file of the log."""
    with file_faults(path):
        written = path.read_bytes().lower()
    return sum(written.count(name.lower().encode(errors="surrogatepass")) for name in names)
