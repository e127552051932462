"""Texts that an administrator may send: proposed by the console, finished by a person."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.group import GroupId


class Tone(StrEnum):
    """How a draft sounds: gewoon or extra vriendelijk."""

    PLAIN = "plain"
    KIND = "kind"


class Place(StrEnum):
    """Where a draft is read; private is the default (``design/screens.md``)."""

    PRIVATE = "private"
    GROUP = "group"
    OFFICER = "officer"  # by a professional, for a question or a report


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with blanks in square brackets, and what is known to stand in some of them.

    ``key`` says what it is about (a table of ``resources/drafts``). ``values`` maps a blank without its brackets
    ("naam") to its words; a blank that it does not name must be filled by a person. ``is_own`` tells that the group's
    administrator wrote it. ``rewrite`` is the member's message as it could have been, None where that is not offered.
    """

    key: str
    place: Place
    tone: Tone
    language: str
    text: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    is_own: bool = False
    rewrite: str | None = None


@dataclass(frozen=True, slots=True)
class Counter:
    """Where a report belongs (a table of ``resources/redirects``). ``when`` is one plain sentence.

    ``number`` is what to dial and ``app`` an app or site to use, by name; one of the two is given.
    """

    key: str
    name: str
    when: str
    number: str | None = None
    app: str | None = None


@dataclass(frozen=True, slots=True)
class OtherGroup:
    """Another group of the same administrator; ``is_sister`` when it belongs with the one asked about."""

    id: GroupId
    name: str
    profile: str
    is_sister: bool
