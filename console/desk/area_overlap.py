"""What two work areas share: parts of the same street, postcodes, the same park."""

from collections.abc import Iterator

from console import texts
from console.desk.area_match import bounds, shown_postcodes, shown_stretch
from console.desk.street_names import folded
from console.domain.work_area import Postcodes, Side, Stretch, WorkArea


def shared(one: WorkArea, other: WorkArea, language: str) -> tuple[str, ...]:
    """Return what both areas have, in words, as the first one calls it."""
    return tuple(dict.fromkeys(_shared(one, other, language)))


def _shared(one: WorkArea, other: WorkArea, language: str) -> Iterator[str]:
    theirs: dict[str, list[Stretch]] = {}
    for stretch in other.stretches:
        theirs.setdefault(folded(stretch.street).full, []).append(stretch)
    for stretch in one.stretches:
        for of_other in theirs.get(folded(stretch.street).full, ()):
            both = shared_stretch(stretch, of_other)
            if both is not None:
                yield shown_stretch(both, language)
    for postcodes in one.postcodes:
        for of_them in other.postcodes:
            codes = shared_postcodes(postcodes, of_them)
            if codes is not None:
                yield shown_postcodes(codes, language)
    if one.park and other.park and folded(one.park) == folded(other.park):
        yield texts.say("area.whole_park", language, park=one.park)


def shared_stretch(one: Stretch, other: Stretch) -> Stretch | None:
    """Return the part of one street that two stretches have both; None when there is no such number."""
    if {one.side, other.side} == {Side.ODD, Side.EVEN}:
        return None
    side = other.side if one.side is Side.ALL else one.side
    first = max((number for number in (one.first, other.first) if number is not None), default=None)
    last = min((number for number in (one.last, other.last) if number is not None), default=None)
    if last is not None:
        lowest = first or 0
        if side is not Side.ALL and (lowest % 2 == 1) != (side is Side.ODD):
            lowest += 1  # 2-4 and odd: the first odd number is 3
        if lowest > last:
            return None
    return Stretch(one.street, first, last, side)


def shared_postcodes(one: Postcodes, other: Postcodes) -> Postcodes | None:
    """Return the postcodes that are in both ranges, None when there are none."""
    (first, last), (begin, end) = bounds(one), bounds(other)
    low, high = max(first, begin), min(last, end)
    if low > high:
        return None
    if low.endswith("AA") and high.endswith("ZZ"):
        low, high = low[:4], high[:4]
    return Postcodes(low, high)
