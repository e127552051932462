"""Who is meant by a name or a service in a chat: the professionals of a group, by their work and their names."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from console.desk.professionals import asked_of
from console.domain.feedback import Owing
from console.domain.professional import OFFICERS, ProfessionalId
from console.judge.feedback_words import titles
from console.judge.normalise import fold
from console.store.queries.people import ROOT_ID
from console.store.tables import group_professionals, people, professionals

_SHORTEST: Final = 3  # letters of a name that is looked for in a sentence
_WORD: Final = re.compile(r"\w+")


class Professionals:
    """The professionals of one group. Not thread-safe; it belongs to one call."""

    def __init__(self, connection: Connection, group_id: int) -> None:
        """Read who they are."""
        self._connection, self._group_id = connection, group_id
        self._rows: Sequence[Row[*tuple[Any, ...]]] = connection.execute(
            select(professionals.c.id, professionals.c.name, professionals.c.job, ROOT_ID.label("person_id"))
            .join(group_professionals, group_professionals.c.professional_id == professionals.c.id)
            .outerjoin(people, people.c.id == professionals.c.person_id)
            .where(group_professionals.c.group_id == group_id, group_professionals.c.removed_at.is_(None))
            .order_by(professionals.c.id)
        ).all()

    def of_person(self, person_id: int | None) -> ProfessionalId | None:
        """Return the professional who is this person (the root of ``people``) in the chat."""
        found = (row.id for row in self._rows if person_id is not None and row.person_id == person_id)
        return _id(next(found, None))

    def called(self, name: str) -> ProfessionalId | None:
        """Return the only professional who may be called so in the chat: one name holds all of the other."""
        said = _names_of(name) or _words(name)
        known = [(row.id, _names_of(row.name) or _words(row.name)) for row in self._rows]
        found = [row_id for row_id, names in known if said and (said <= names or names <= said)]
        return _id(found[0]) if len(found) == 1 else None

    def owing(self, sentence: str, service: str, jobs: Iterable[str]) -> Owing:
        """Return who owes an answer by what somebody says: a name of the group's, a kind of work, else the service."""
        words = _words(sentence)
        named = [row.id for row in self._rows if _names_of(row.name) & words]
        wanted = frozenset(jobs)
        of_job = [row.id for row in self._rows if row.job in wanted]
        if len(named) == 1:
            return Owing(ProfessionalId(named[0]))
        if wanted & {job.value for job in OFFICERS}:
            asked = self._connection.execute(asked_of(self._group_id)).first()
            return Owing(service=service) if asked is None else Owing(ProfessionalId(asked.id))
        return Owing(ProfessionalId(of_job[0])) if len(of_job) == 1 else Owing(service=service)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(name).text))


def _names_of(name: str) -> frozenset[str]:
    """Return the words of a name by which somebody is called: with a capital, and none of what he does."""
    named = (fold(word).text for word in _WORD.findall(name) if word[0].isupper() and len(word) >= _SHORTEST)
    return frozenset(named) - titles()


def _id(found: int | None) -> ProfessionalId | None:
    return None if found is None else ProfessionalId(found)
