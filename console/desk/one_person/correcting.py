"""Putting right what is known of one person (GDPR, article 16): the change, and that he asked for it, in one entry."""

from sqlalchemy import select

from console.chats.fields import clean_name
from console.desk.console import Console
from console.desk.journal import RowChange, changes_of, decide
from console.desk.members import phone_changes
from console.desk.one_person import asking
from console.desk.one_person.finding import member_root
from console.desk.phone_numbers import e164
from console.domain.changes import Changes
from console.domain.decision import Verb
from console.domain.member import PersonId
from console.domain.one_person import Asks
from console.errors import ExpectedError
from console.store.tables import people


def correct(
    console: Console, person_id: PersonId, *, words: str, name: str | None = None, phone: str | None = None
) -> Changes:
    """Give somebody another name or number ("" forgets it), as he asked; ``words`` is what he said. Can be undone.

    A request for it that is open is answered. What a chat calls him stays as the chat has it. Raises
    ``ExpectedError``: ``person_gone``, ``phone_unknown``, ``name_missing``, ``nothing_to_correct``.
    """
    called = None if name is None else clean_name(name)
    if name is not None and called is None:
        raise ExpectedError("name_missing")
    number = e164(phone) if phone and phone.strip() else None
    with console.store.writing() as connection:
        root = member_root(connection, person_id)
        changes: list[RowChange] = []
        was = connection.scalar(select(people.c.name).where(people.c.id == root))
        if called is not None and called != was:
            changes.append(RowChange(people, root, before={"name": was}, after={"name": called}))
        if phone is not None:
            changes += phone_changes(connection, root, number)
        if not changes:
            raise ExpectedError("nothing_to_correct")
        answers = list(asking.answers_to(connection, console, Asks.CORRECTION, root))
        asked = answers or [asking.added(connection, console, Asks.CORRECTION, root, words, is_answered=True)]
        changes += asked
        return changes_of(changes, None, decide(connection, console, Verb.PRIVACY, changes, group_id=None))
