"""A spot on the map, from what a person copied there: two numbers, or a link. Nothing is looked up on the net."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from console.domain.forward import Spot
from console.errors import ExpectedError

MOST_CHARACTERS: Final = 2_000
_DIGITS: Final = 6  # behind the point: a tenth of a metre
_SOUTH, _NORTH = 50.7, 53.8  # around the Netherlands, in degrees
_WEST, _EAST = 3.2, 7.3

_NUMBER: Final = r"-?\d{1,3}\.\d{1,20}"
_COMMA_NUMBER: Final = r"\d{1,3},\d{2,20}"
_APART: Final = r"(?:\s*°?\s*[NOE]?)(?:\s*[,;/]\s*|\s+)"
_PAIR: Final = rf"(?P<one>{_NUMBER}){_APART}(?P<other>{_NUMBER})"
_IN_LINKS: Final = (  # the surest first: the pin of a place before the middle of the map
    re.compile(rf"!3d(?P<one>{_NUMBER})!4d(?P<other>{_NUMBER})"),
    re.compile(rf"[?&#]mlat=(?P<one>{_NUMBER})&(?:amp;)?mlon=(?P<other>{_NUMBER})"),
    re.compile(rf"[?&](?:q|query|ll|destination|center|coordinate|marker)=(?:loc:)?{_PAIR}"),
    re.compile(rf"geo:{_PAIR}"),
    re.compile(rf"#map=\d{{1,2}}(?:\.\d+)?/(?P<one>{_NUMBER})/(?P<other>{_NUMBER})"),
    re.compile(rf"/(?:place|search|dir|@)/?{_PAIR}"),
    re.compile(rf"@{_PAIR}"),
)
_SHORT: Final = re.compile(r"\b(?:maps\.app\.goo\.gl|goo\.gl/maps|osm\.org/go|openstreetmap\.org/go|g\.co/kgs)/")
_PLAIN: Final = re.compile(_PAIR)
_WITH_COMMAS: Final = re.compile(rf"(?P<one>{_COMMA_NUMBER})(?:\s*[;/]\s*|,?\s+)(?P<other>{_COMMA_NUMBER})")
_BY_LETTER: Final = re.compile(
    r"(?<![\d.,])(?P<degrees>\d{1,3}(?:[.,]\d{1,10})?)\s*[°º]\s*(?:(?P<minutes>\d{1,2}(?:[.,]\d{1,6})?)\s*['’′]\s*)?"
    r"(?:(?P<seconds>\d{1,2}(?:[.,]\d{1,6})?)\s*(?:[\"”″]|'')\s*)?(?P<side>[NOE])\b"
)


def read_spot(text: str) -> Spot:
    """Return the spot in what a person pasted: a link of OpenStreetMap, Google, Apple or Bing, or two numbers.

    Raises ``ExpectedError``: ``forward_place_empty``, ``forward_place_short`` (a link that has to be opened first),
    ``forward_place_wrong``, ``forward_place_abroad``.
    """
    pasted = unquote(text.strip()[:MOST_CHARACTERS])
    if not pasted:
        raise ExpectedError("forward_place_empty")
    found = next(_found(pasted), None)
    if found is None:
        raise ExpectedError("forward_place_short" if _SHORT.search(pasted) else "forward_place_wrong")
    for latitude, longitude in (found, found[::-1]):  # some maps tell the east first
        if _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST:
            return Spot(round(latitude, _DIGITS), round(longitude, _DIGITS))
    raise ExpectedError("forward_place_abroad")


def link_to(spot: Spot) -> str:
    """Return a link that shows a spot on a map that everybody may use."""
    return f"https://www.openstreetmap.org/?mlat={spot.latitude}&mlon={spot.longitude}#map=18/{told(spot, '/')}"


def told(spot: Spot, between: str = ", ") -> str:
    """Return a spot as two numbers."""
    return f"{spot.latitude}{between}{spot.longitude}"


def _found(pasted: str) -> Iterator[tuple[float, float]]:
    """Yield pairs of numbers that may be a spot, the surest first."""
    is_link = "://" in pasted or pasted.startswith("geo:")
    if is_link:
        pasted = pasted.replace("+", " ")
    yield from _by_letter(pasted)
    matches = (pattern.search(pasted) for pattern in (_IN_LINKS if is_link else (_PLAIN, _WITH_COMMAS)))
    yield from ((_number(match["one"]), _number(match["other"])) for match in matches if match)


def _by_letter(pasted: str) -> Iterator[tuple[float, float]]:
    """Yield a spot in degrees, minutes and seconds, each with its side: 51°55'21.0"N 4°28'45.0"E."""
    by_side = {match["side"]: match for match in _BY_LETTER.finditer(pasted)}
    north, east = by_side.get("N"), by_side.get("E") or by_side.get("O")
    if north is not None and east is not None:
        yield _degrees(north), _degrees(east)


def _degrees(match: re.Match[str]) -> float:
    return _number(match["degrees"]) + _number(match["minutes"] or "0") / 60 + _number(match["seconds"] or "0") / 3600


def _number(text: str) -> float:
    return float(text.replace(",", "."))
