"""How a group stands: the four success factors of the study (findings.md 19), and what asks for a look."""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.work_area import Answer


class Factor(StrEnum):
    """What helps a group, in the order of the study (S4 §6.3.10)."""

    SMALL_AREA = "small_area"
    COVERAGE = "coverage"
    MODERATOR = "moderator"  # who is active
    FEEDBACK = "feedback"  # professionals who report back


class Concern(StrEnum):
    """What asks for a look; the most urgent first."""

    SILENT = "silent"  # finding 42
    FLOOD = "flood"  # 45
    OFF_TOPIC = "off_topic"  # 17: a share that asks for a sister group
    TOO_LARGE = "too_large"  # 21
    TOO_SMALL = "too_small"  # 43


@dataclass(frozen=True, slots=True)
class FactorFound:
    """One factor: whether it is there (unknown is not no), what was found, and how that was computed; whole sentences.

    They are in the language of the console.
    """

    factor: Factor
    answer: Answer
    found: str
    how: str


@dataclass(frozen=True, slots=True)
class Warned:
    """One concern: what was seen, and what one may do; whole sentences in the language of the console."""

    concern: Concern
    seen: str
    advice: str


@dataclass(frozen=True, slots=True)
class Health:
    """The health card of one group."""

    factors: tuple[FactorFound, ...]
    warnings: tuple[Warned, ...]
