"""Somebody objects to how his data is used (GDPR, article 21).

While it stands, nothing he wrote before is held against him: no step of the ladder is proposed, none that counts is
shown, and earlier decisions stay out of sight. What he writes is judged as that of anybody, for the group.
"""

from sqlalchemy import Connection, select

from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.one_person import asking
from console.desk.one_person.finding import member_root
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.member import PersonId
from console.domain.one_person import Asks, Objection
from console.errors import ExpectedError
from console.store.tables import people


def object_to(console: Console, person_id: PersonId, words: str = "") -> Changes:
    """Write down that somebody objects. Can be undone.

    Raises ``ExpectedError``: ``person_gone``, ``objects_already``.
    """
    with console.store.writing() as connection:
        root = member_root(connection, person_id)
        if _objection(connection, root) is not None:
            raise ExpectedError("objects_already")
        said = {"objected_at": console.now(), "objection": words.strip() or None}
        changes = [RowChange(people, root, before=dict.fromkeys(said), after=said)]
        changes.append(asking.added(connection, console, Asks.OBJECTION, root, words))
        return changes_of(changes, None, decide(connection, console, Verb.PRIVACY, changes, group_id=None))


def refuse(console: Console, person_id: PersonId, reason: str) -> Changes:
    """The objection does not stand, with a reason that he is given; where it does stand, he is forgotten (``erase``).

    Can be undone. Raises ``ExpectedError``: ``person_gone``, ``no_objection``, ``refusal_empty``.
    """
    if not reason.strip():
        raise ExpectedError("refusal_empty")
    with console.store.writing() as connection:
        root = member_root(connection, person_id)
        stands = _objection(connection, root)
        if stands is None:
            raise ExpectedError("no_objection")
        before = {"objected_at": stands.at, "objection": stands.words or None}
        changes = [RowChange(people, root, before=before, after=dict.fromkeys(before))]
        changes += asking.answers_to(connection, console, Asks.OBJECTION, root)
        decision = decide(connection, console, Verb.PRIVACY, changes, group_id=None, note=reason.strip())
        return changes_of(changes, None, decision)


def objection_of(console: Console, person_id: PersonId) -> Objection | None:
    """Return what somebody objects to, as long as that was not settled. Raises ``ExpectedError("person_gone")``."""
    with console.store.reading() as connection:
        return _objection(connection, member_root(connection, person_id))


def _objection(connection: Connection, root: PersonId) -> Objection | None:
    row = connection.execute(select(people).where(people.c.id == root)).one()
    return None if row.objected_at is None else Objection(root, row.name, row.objected_at, row.objection or "")
