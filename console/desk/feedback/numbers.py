"""What came of the lines of a period, per group and per professional, and of urgent reports and 112.

Every number stands with what it is of; what is not known is counted apart from no. Groups and professionals stand by
name: nothing ranks people. What is shared hides every count below five (``indicators.md``).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from console.desk.console import Console
from console.domain.group import GroupId
from console.domain.professional import ProfessionalId

FEWEST_SHARED: Final = 5


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole: "4 van 6". ``out_of`` 0: there is nothing to take a part of."""

    part: int
    out_of: int


@dataclass(frozen=True, slots=True)
class Answers:
    """The lines that were opened in a period, and what became of them until now.

    ``answered`` have an answer, of which ``told`` were told back to everybody; ``lapsed`` wait for nothing any more.
    ``median_days`` is from the day a line was opened until its answer, over ``days_known`` lines; None without any.
    """

    opened: int = 0
    answered: int = 0
    told: int = 0
    lapsed: int = 0
    median_days: float | None = None
    days_known: int = 0

    @property
    def share_told(self) -> Share:
        """How many of the lines that did not lapse were told back."""
        return Share(self.told, self.opened - self.lapsed)


@dataclass(frozen=True, slots=True)
class Urgent:
    """The urgent reports of a period: of how many it was confirmed that 112 was called, was not, or nobody knows."""

    reports: int = 0
    called: int = 0
    not_called: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class GroupNumbers:
    """One group. A line of several groups counts in each; it is told here when this group and its reporter know."""

    group_id: GroupId
    group: str
    answers: Answers
    urgent: Urgent


@dataclass(frozen=True, slots=True)
class OwerNumbers:
    """Who owed the answers: a professional, a service by its name, or nobody who was named (``name`` says so)."""

    professional_id: ProfessionalId | None
    name: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a period, both days included. ``total`` counts a line once, however many groups it has."""

    first: date
    last: date
    groups: tuple[GroupNumbers, ...]
    owers: tuple[OwerNumbers, ...]
    total: Answers
    urgent: Urgent


def numbers(console: Console, first: date, last: date, group_ids: Collection[GroupId] | None = None) -> Numbers:
    """Return the numbers of a period, of these groups; without them of all that are in use."""
    raise NotImplementedError


def export(console: Console, path: Path, found: Numbers) -> None:
    """Write the numbers to a file that ends in .csv or .xlsx, to share: counts below five are hidden.

    What stood there is replaced when all is written. Raises ``ExpectedError``: ``export_kind``, ``export_not_written``.
    """
    raise NotImplementedError
