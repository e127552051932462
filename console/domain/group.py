"""A chat group and the tool it lives in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from console.domain.judgement import Flag, Strictness

GroupId = NewType("GroupId", int)


class Tool(StrEnum):
    """Where the group lives."""

    WHATSAPP = "whatsapp"
    VEILIGEBUURT = "veiligebuurt"
    TELEGRAM = "telegram"
    SIGNAL = "signal"
    MATRIX = "matrix"
    OTHER = "other"


class ManagedBy(StrEnum):
    """Who manages a group (``indicators.md``, Beheerder)."""

    RESIDENTS = "residents"
    MUNICIPALITY = "municipality"
    ASSOCIATION = "association"  # of entrepreneurs, or of a park
    OTHER = "other"


def managed_by_of(stored: str | None) -> ManagedBy | None:
    """Return who manages a group, from its column; what this program does not know is "other"."""
    if stored is None:
        return None
    return ManagedBy(stored) if stored in set(ManagedBy) else ManagedBy.OTHER


class Kin(StrEnum):
    """What another group is to a group (findings 17, 70, 77)."""

    SISTER = "sister"  # the chat beside the alarm
    SPLIT_FROM = "split_from"
    SPLIT_INTO = "split_into"
    NEIGHBOUR = "neighbour"


@dataclass(frozen=True, slots=True)
class Relative:
    """Another group of the family of a group."""

    group_id: GroupId
    name: str
    kin: Kin


class Denominator(StrEnum):
    """What the members are a part of: the study's cases differ (finding 20), so it is named with every share."""

    ADDRESSES = "addresses"
    RESIDENTS = "residents"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of those who could be members are (glossary: dekkingsgraad). A share is never told without both counts.

    Of several people at one address each counts, so that members may outnumber addresses.
    """

    members: int
    out_of: int
    of: Denominator

    @property
    def share(self) -> float:
        """The part that is a member: 0 and up, usually below 1."""
        return self.members / self.out_of


def coverage_of(members: int, addresses: int | None, residents: int | None) -> Coverage | None:
    """Return the coverage by addresses, else by residents; None while neither is filled in: it is not known."""
    for count, of in ((addresses, Denominator.ADDRESSES), (residents, Denominator.RESIDENTS)):
        if count:
            return Coverage(members, count, of)
    return None


@dataclass(frozen=True, slots=True)
class Officer:
    """The professional whom a group asks: the community officer, or who does that work. ``phone`` is E.164."""

    name: str
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One group as the page Groepen shows it. Times are aware UTC; counts are of members now and messages in all.

    ``strictness`` names the flags for which the judge is stricter or more lenient here than elsewhere.
    """

    id: GroupId
    name: str
    profile: str
    tool: Tool
    members: int
    messages: int
    last_message_at: datetime | None
    open_items: int
    time_zone: str
    review_from: datetime | None
    strictness: Mapping[Flag, Strictness] = field(default_factory=dict, hash=False)
