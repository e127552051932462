"""What other rules would make of messages, beside what was made of them, and what a person thought of those."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.message import MessageId


class Opinion(StrEnum):
    """What a person showed to think of a message that asks for attention."""

    RIGHT = "right"  # did something about it, or said that it was missed: a hit
    FINE = "fine"  # Goed zo, or Klopt niet: a false hit
    UNKNOWN = "unknown"  # nobody decided


@dataclass(frozen=True, slots=True)
class Tally:
    """How many messages ask for attention, by what people thought of them."""

    right: int = 0
    fine: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """How many in all."""
        return self.right + self.fine + self.unknown


@dataclass(frozen=True, slots=True)
class Sample:
    """One message that the rules differ about. ``at`` is aware UTC; ``text`` its first 300 characters.

    ``why`` is why it would be shown, or why it is shown now and would be no longer, in the language asked for.
    """

    message_id: MessageId
    at: datetime
    author: str | None
    text: str
    why: str
    opinion: Opinion


@dataclass(frozen=True, slots=True)
class Trial:
    """What other rules say of messages of a group, ``looked_at`` in number, written since a moment (aware UTC).

    ``now`` counts what asks for attention under the rules in force, ``then`` under the others; ``added`` and ``gone``
    are the difference, each with its newest samples.
    """

    looked_at: int
    since: datetime | None
    now: Tally
    then: Tally
    added: Tally
    gone: Tally
    added_samples: tuple[Sample, ...]
    gone_samples: tuple[Sample, ...]
