"""The words of a digest: on one page, the oldest in full, and honest about what did not fit."""

from dataclasses import dataclass
from datetime import datetime

from console.domain.feedback import LineId


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One line of a digest. ``what`` is without people; ``also`` are the other groups that wait for it.

    ``since`` is aware UTC.
    """

    id: LineId
    number: str
    what: str
    since: datetime
    days: int
    is_overdue: bool
    group: str
    also: tuple[str, ...] = ()
