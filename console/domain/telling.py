"""Telling a reporter and a group what came of a report."""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.group import GroupId


class Audience(StrEnum):
    """Who is told what came of a report."""

    REPORTER = "reporter"
    GROUP = "group"


class TellingHow(StrEnum):
    """How somebody was told, or that it is not needed: then it counts as done."""

    IN_APP = "in_app"  # in the group
    PRIVATE = "private"
    OFFLINE = "offline"  # at a meeting, by phone, at the door
    NOT_NEEDED = "not_needed"  # he knows already, or better not in the group


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing to tell about an answer: to the reporter or the whole of one group.

    ``text`` is what goes out, blanks filled; "" where a person told it himself or nobody needs to hear it (``how``).
    """

    group_id: GroupId
    audience: Audience
    how: TellingHow
    text: str = ""


@dataclass(frozen=True, slots=True)
class Unsent:
    """Words that were made ready for an audience and did not go out: they wait, or a person dropped them."""

    group_id: GroupId
    audience: Audience
    is_dropped: bool
