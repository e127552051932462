"""Somebody objects to how his data is used (GDPR, article 21).

While it stands, nothing he wrote before is held against him: no step of the ladder is proposed, none that counts is
shown, and earlier decisions stay out of sight. What he writes is judged as that of anybody, for the group.
"""

from console.desk.console import Console
from console.domain.changes import Changes
from console.domain.member import PersonId
from console.domain.one_person import Objection


def object_to(console: Console, person_id: PersonId, words: str = "") -> Changes:
    """Write down that somebody objects. Can be undone.

    Raises ``ExpectedError``: ``person_gone``, ``objects_already``.
    """
    raise NotImplementedError


def refuse(console: Console, person_id: PersonId, reason: str) -> Changes:
    """The objection does not stand, with a reason that he is given; where it does stand, he is forgotten (``erase``).

    Can be undone. Raises ``ExpectedError``: ``person_gone``, ``no_objection``, ``reason_empty``.
    """
    raise NotImplementedError


def objection_of(console: Console, person_id: PersonId) -> Objection | None:
    """Return what somebody objects to, as long as that was not settled."""
    raise NotImplementedError


def standing(console: Console) -> tuple[Objection, ...]:
    """Return the objections that were not settled, the first one first."""
    raise NotImplementedError
