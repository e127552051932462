"""The leaf Gebied of a group: what somebody types there as an area, read back to him before he keeps it."""

from dataclasses import dataclass

from console.desk.addresses import address_of
from console.desk.area_match import AreaMatch, match
from console.desk.area_text import Problem, read, write
from console.desk.areas import Overlap, area_of, groups_at, overlaps
from console.desk.console import Console
from console.desk.street_names import folded
from console.domain.group import GroupId
from console.domain.join_request import RightGroup
from console.domain.work_area import Address, WorkArea


@dataclass(frozen=True, slots=True)
class Look:
    """A text as it was read. ``streets`` counts each street once; ``overlaps`` are with other groups."""

    text: str
    area: WorkArea
    problems: tuple[Problem, ...]
    streets: int
    overlaps: tuple[Overlap, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the area says of an address, as far as one was read, and which other groups have it."""

    address: Address
    said: AreaMatch
    groups: tuple[RightGroup, ...]


def kept(console: Console, group_id: GroupId) -> Look:
    """Return the area of a group as text, as ``look`` does. Raises ``ExpectedError("group_gone")``."""
    return look(console, group_id, write(area_of(console, group_id), console.language))


def look(console: Console, group_id: GroupId, text: str) -> Look:
    """Read a text as the area that a group may get; nothing is kept. Raises ``ExpectedError("group_gone")``."""
    area, problems = read(text, console.language)
    streets = len({folded(stretch.street).full for stretch in area.stretches})
    return Look(text, area, problems, streets, overlaps(console, group_id, area))


def ask(console: Console, group_id: GroupId, text: str, line: str) -> Asked:
    """Ask an area, as text, whether an address in a loose line belongs to it."""
    address = address_of(line)
    said = match(read(text, console.language)[0], address, console.language)
    return Asked(address, said, groups_at(console, address, but=group_id))
