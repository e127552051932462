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
