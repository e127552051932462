"""The area that a group covers (glossary: werkgebied): streets with house numbers, postcodes, or all of a park."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What a check says. Unknown is not no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Side(StrEnum):
    """Which house numbers of a street count."""

    ALL = "all"
    ODD = "odd"
    EVEN = "even"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A street, or the part of it between two house numbers, both included; None where the street begins or ends."""

    street: str
    first: int | None = None
    last: int | None = None
    side: Side = Side.ALL


@dataclass(frozen=True, slots=True)
class Postcodes:
    """The postcodes from one to another, both included: "3021AB" and "3021AK". "3021" is all of "3021AA" to "3021ZZ".

    Without spaces, in capitals.
    """

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class WorkArea:
    """Where a group's members live or work. ``park`` names a park that the group covers as a whole."""

    stretches: tuple[Stretch, ...] = ()
    postcodes: tuple[Postcodes, ...] = ()
    park: str | None = None

    def __bool__(self) -> bool:
        """Whether anything was filled in."""
        return bool(self.stretches or self.postcodes or self.park)


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody says he lives or works, as he wrote it; any part may be missing.

    ``house_number`` has its addition: "12a", "12-2", "bij nr 4".
    """

    street: str | None = None
    house_number: str | None = None
    postcode: str | None = None

    def __bool__(self) -> bool:
        """Whether he said anything."""
        return bool(self.street or self.postcode)
