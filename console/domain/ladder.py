"""The ladder: which step fits next with a member, proposed from what was done before; a person confirms.

Never a score of a person, and never about anybody who is talked about: only members have a history
(``domain/profiles.md``, Escalation ladder).
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Rung:
    """One step, from ``resources/ladder.toml``: ``days`` it counts (None: never, as a talk), and its words.

    ``verb`` is the action that takes the step (a ``Verb``), ``name`` what it is called, both plain.
    """

    key: str
    name: str
    verb: str
    days: int | None


@dataclass(frozen=True, slots=True)
class TakenStep:
    """A step that was taken with a member and still counts. Times are aware UTC."""

    rung: Rung
    group: str
    taken_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the ladder proposes: ``why`` is one plain sentence in the language of the console.

    ``aside`` names a way out beside the ladder ("officer"), for a threat, taking the law into own hands or
    discrimination; ``aside_why`` is its sentence.
    """

    rung: Rung
    why: str
    taken: tuple[TakenStep, ...] = ()
    aside: str | None = None
    aside_why: str | None = None
