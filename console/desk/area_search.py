"""What a work area is found by: keys for its streets, its postcodes and its park, in the table ``area_keys``.

A street has a key for its name and one for its name backwards, both without the kind of street in between, so that a
name with a slip in it is found among those that begin, or end, with the same two letters.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, func, select

from console.desk.area_match import bounds, postcode
from console.desk.street_names import Likeness, Street, folded, likeness
from console.domain.work_area import Address, WorkArea
from console.store.tables import area_keys

_STREET: Final = "street:"
_BACKWARDS: Final = "teerts:"
_POSTCODE: Final = "postcode:"
_PARK: Final = "park:"
_SAME_LETTERS: Final = 2  # at the beginning or the end
_SLIPS: Final = 2  # letters that a slip may add or leave out
_BEHIND_ALL: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Found:
    """The keys of what may be an address."""

    streets: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()
    parks: frozenset[str] = frozenset()

    @property
    def all(self) -> tuple[str, ...]:
        """Every key."""
        return (*self.streets, *self.postcodes, *self.parks)


def keys_of(area: WorkArea) -> Iterator[str]:
    """Yield the keys of an area: first one for each stretch, in their order, then the others, each once."""
    names = [folded(stretch.street) for stretch in area.stretches]
    yield from map(street_key, names)
    yield from dict.fromkeys(_key(_BACKWARDS, name.core[::-1], name.kind) for name in names)
    yield from dict.fromkeys(key for codes in area.postcodes for key in _postcode_keys(*bounds(codes)))
    if area.park:
        yield _PARK + folded(area.park).full


def street_key(name: Street) -> str:
    """Return the key of a street."""
    return _key(_STREET, name.core, name.kind)


def is_backwards(key: str) -> bool:
    """Whether a key is that of a name backwards, which says nothing that its other key does not."""
    return key.startswith(_BACKWARDS)


def _key(kind_of_key: str, core: str, kind: str) -> str:
    return f"{kind_of_key}{core} {kind}"


def _postcode_keys(first: str, last: str) -> Iterator[str]:
    return (f"{_POSTCODE}{four}" for four in range(int(first[:4]), int(last[:4]) + 1))


def exact_keys(address: Address) -> Found:
    """Return the keys of an address as it was written."""
    name, code = folded(address.street or ""), postcode(address.postcode)
    return Found(
        frozenset({street_key(name)} if name else ()),
        frozenset({_POSTCODE + code[:4]} if code else ()),
        frozenset({_PARK + name.full} if name else ()),
    )


def slip_keys(connection: Connection, address: Address) -> Found:
    """Return the keys of streets that somebody may have meant, by a slip of the hand or with initials."""
    name = folded(address.street or "")
    if not name:
        return Found()
    begins = _STREET + name.core[:_SAME_LETTERS]
    ends = _BACKWARDS + name.core[::-1][:_SAME_LETTERS]
    keys = {*_between(connection, begins, len(name.full)), *_between(connection, ends, len(name.full))}
    streets = {street_key(found) for found in map(_street_of, keys) if likeness(name, found) >= Likeness.SLIP}
    return Found(frozenset(streets | set(_with_initials(connection, name)) - {street_key(name)}))


def _between(connection: Connection, begins: str, letters: int | None = None) -> Iterator[str]:
    """Yield the keys that begin with some letters, of names of about as many letters; the index answers."""
    key = area_keys.c.key
    statement = select(key).distinct().where(key >= begins, key < begins + _BEHIND_ALL)
    if letters is not None:
        length = len(_STREET) + letters + 1
        statement = statement.where(func.length(key).between(length - _SLIPS, length + _SLIPS))
    yield from connection.scalars(statement)


def _street_of(key: str) -> Street:
    core, _, kind = key[len(_STREET) :].rpartition(" ")
    return Street((core if key.startswith(_STREET) else core[::-1],), kind)


def _with_initials(connection: Connection, name: Street) -> Iterator[str]:
    """Yield the streets of which first names are written out, or not: "W. de Zwijger", "Willem de Zwijger"."""
    last = name.words[-1]
    if len(name.words) == 1 or len(last) < 4:
        return
    ways = [rf"(?:{word}|{word[0]})" if len(word) > 1 else rf"{word}\w*?" for word in name.words[:-1]]
    fits = re.compile("".join(ways) + last)
    for key in _between(connection, _BACKWARDS + last[::-1]):
        found = _street_of(key)
        if found.kind == name.kind and fits.fullmatch(found.core):
            yield street_key(found)
