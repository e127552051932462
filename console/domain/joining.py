"""What a group asks of who wants to join, what its rule proposes, and how long it keeps what."""

from dataclasses import dataclass
from typing import Final

from console.domain.join_request import CheckKind
from console.domain.profile import JoinPolicy

ASKABLE: Final = (
    CheckKind.AREA,
    CheckKind.AGE,
    CheckKind.RULES,
    CheckKind.CONSENT,
    CheckKind.CONFIRMED,
    CheckKind.VOUCHED,
)
"""What a group may ask; what is known of somebody from before is always looked at."""

LIMIT_DAYS: Final = 7
MOST_LIMIT_DAYS: Final = 90
MOST_REFUSED_DAYS: Final = 30
MOST_LEFT_DAYS: Final = 90
MARK_DAYS: Final = 365  # so long a refusal is recognised, without anything else being kept of it


@dataclass(frozen=True, slots=True)
class JoiningRules:
    """How somebody joins a group.

    ``asks`` are the checks that this group asks for, ``proposes`` those that must all be in order before its rule
    proposes to admit (none: it proposes nothing); both of ``ASKABLE``. ``minimum_age`` None: any age, and AGE is not
    asked. ``limit_days`` is how long somebody may wait for an answer, ``member_limit`` with how many the group is full
    (None: never). ``keep_refused_days`` and ``keep_left_days`` are how long what is known of who was refused, and of
    who left, is kept.
    """

    asks: frozenset[CheckKind] = frozenset()
    proposes: frozenset[CheckKind] = frozenset()
    proposes_referring: bool = True
    minimum_age: int | None = None
    limit_days: int = LIMIT_DAYS
    member_limit: int | None = None
    keep_refused_days: int = MOST_REFUSED_DAYS
    keep_left_days: int = MOST_LEFT_DAYS
    join_policy: JoinPolicy = JoinPolicy.CLOSED

    def asks_for(self, kind: CheckKind) -> bool:
        """Return whether this group asks for a check; what is known from before is always looked at."""
        if kind is CheckKind.AGE:
            return kind in self.asks and self.minimum_age is not None
        return kind in self.asks or kind not in ASKABLE
