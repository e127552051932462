"""The ladder: which step fits next with a member, proposed from what was done before; a person confirms.

Never a score of a person, and never about anybody who is talked about: only members have a history
(``domain/profiles.md``, Escalation ladder).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from console.domain.judgement import Flag


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
class Ladder:
    """The steps of one group, in order; ``first`` says at which key it begins for a flag.

    A flag that ``first`` does not name is no member's fault: the ladder proposes nothing. ``aside`` maps a way out
    beside the ladder to the rules of a judgement that open it, as patterns ("abuse.*").
    """

    rungs: tuple[Rung, ...]
    first: Mapping[Flag, str] = field(hash=False)
    aside: Mapping[str, tuple[str, ...]] = field(hash=False)


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

    ``steps`` names, per action (a ``Verb``), the rung that it takes with this member now; an action that it does not
    name takes none.

    ``aside`` names a way out beside the ladder ("officer"), for a threat, taking the law into own hands or
    discrimination; ``aside_why`` is its sentence.
    """

    rung: Rung
    why: str
    taken: tuple[TakenStep, ...] = ()
    aside: str | None = None
    aside_why: str | None = None
    steps: Mapping[str, Rung] = field(default_factory=dict, hash=False)
