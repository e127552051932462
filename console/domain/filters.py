"""What a person wants to see of the queue: each value of each attribute required, ignored or excluded."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, NewType

ViewId = NewType("ViewId", int)


class Wish(StrEnum):
    """What a filter asks of one attribute: nothing, that it is there, or that it is not."""

    IGNORE = "ignore"
    REQUIRE = "require"
    EXCLUDE = "exclude"


class Attribute(StrEnum):
    """What an item of the queue can be told apart by."""

    GROUP = "group"  # values: the ids of groups, as text
    PROFILE = "profile"  # keys of profiles
    FLAG = "flag"  # Flag
    ATTENTION = "attention"  # Attention
    KIND = "kind"  # ItemKind
    ROLE = "role"  # Role of the author
    PUT_OFF = "put_off"  # YES: Later was pressed before
    NOTE = "note"  # YES: somebody wrote a note about it, or about who wrote it


YES = "yes"
"""The one value of an attribute that is there or is not."""


class Wished(NamedTuple):
    """One value of an attribute, and what is wanted of it: never ``Wish.IGNORE``."""

    attribute: Attribute
    value: str
    wish: Wish


@dataclass(frozen=True, slots=True)
class Filters:
    """Which items of the queue are wanted.

    Of the values of one attribute that are required, one is enough; every attribute must agree, and nothing excluded
    may be there. ``words`` must all stand in the text or in the sentence that says why it is here, none of ``without``.
    """

    wishes: frozenset[Wished] = frozenset()
    words: str = ""
    without: str = ""

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.wishes or self.words.strip() or self.without.strip())

    def wish(self, attribute: Attribute, value: str) -> Wish:
        """Return what is wanted of one value."""
        found = (each.wish for each in self.wishes if (each.attribute, each.value) == (attribute, value))
        return next(found, Wish.IGNORE)

    def values(self, attribute: Attribute, wish: Wish) -> frozenset[str]:
        """Return the values of an attribute of which this is wanted."""
        return frozenset(each.value for each in self.wishes if (each.attribute, each.wish) == (attribute, wish))

    def wishing(self, attribute: Attribute, value: str, wish: Wish) -> "Filters":
        """Return the same filters with something else wanted of one value."""
        others = {each for each in self.wishes if (each.attribute, each.value) != (attribute, value)}
        added = set() if wish is Wish.IGNORE else {Wished(attribute, value, wish)}
        return replace(self, wishes=frozenset(others | added))


@dataclass(frozen=True, slots=True)
class View:
    """Filters that were kept under a name."""

    id: ViewId
    name: str
    filters: Filters


@dataclass(frozen=True, slots=True)
class Counted:
    """So many items; ``now`` of them ask for attention at once."""

    count: int = 0
    now: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that can be wished for; ``waits`` when something of it waits now.

    ``name`` is "" where the window has the word itself: what is not of this store only.
    """

    attribute: Attribute
    value: str
    name: str
    waits: bool
