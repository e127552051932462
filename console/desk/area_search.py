"""What a work area is found by: keys for its streets, its postcodes and its park, in the table ``area_keys``.

A street has a key for its name, the last word of it first ("made.burgemeestervande laan"), and one for its name
backwards ("edam.ednavretseemegrub laan"). A name with a slip in it stands among those that begin, or end, alike: the
first words, and the kind of street, are those of many others, the letters of the last word are not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sqlalchemy import Connection, Select, func, or_, select

from console.desk.area_match import bounds, postcode
from console.desk.street_names import Likeness, Street, folded, likeness
from console.domain.work_area import Address, WorkArea
from console.store.tables import area_keys

_STREET: Final = "street:"
_BACKWARDS: Final = "teerts:"
_POSTCODE: Final = "postcode:"
_PARK: Final = "park:"
_SLIPS: Final = 2  # letters that a slip may change, add or leave out
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
    yield from dict.fromkeys(map(_backwards_key, names))
    yield from dict.fromkeys(key for codes in area.postcodes for key in _postcode_keys(*bounds(codes)))
    if area.park:
        yield _PARK + folded(area.park).full


def street_key(name: Street) -> str:
    """Return the key of a street."""
    *first, last = name.words
    return f"{_STREET}{last}{'.' if first else ''}{''.join(first)} {name.kind}"


def _backwards_key(name: Street) -> str:
    *first, last = name.words
    return f"{_BACKWARDS}{last[::-1]}{'.' if first else ''}{''.join(first)[::-1]} {name.kind}"


def is_backwards(key: str) -> bool:
    """Whether a key is that of a name backwards, which says nothing that its other key does not."""
    return key.startswith(_BACKWARDS)


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
    last = name.words[-1]
    keys = set(_alike(connection, _STREET, last, 2, name))
    keys.update(_alike(connection, _BACKWARDS, last[::-1], 2 if len(last) < 6 else 3, name))
    if len(last) == 4:  # "Krekstraat": neither the beginning nor the end of "Kerk" is left
        keys.update(_alike(connection, _STREET, last[0] + last[2] + last[1] + last[3], 2, name))
    meant = {one for one in map(_street_of, keys) if likeness(name, one) >= Likeness.SLIP}
    return Found(frozenset([*map(street_key, meant), *_with_initials(connection, name)]))


def _alike(connection: Connection, kind_of_key: str, word: str, sure: int, name: Street) -> Iterator[str]:
    """Yield the keys that begin with the first letters of a word, which are ``sure``, and are about as long.

    However the slips fall, one of three pieces of the rest is whole.
    """
    key, rest, length = area_keys.c.key, word[sure:], len(kind_of_key) + len(name.full) + 1
    statement = _beginning(kind_of_key + word[:sure])
    statement = statement.where(func.length(key).between(length - _SLIPS - 1, length + _SLIPS + 1))
    if name.kind:
        statement = statement.where(or_(key.endswith(f" {name.kind}"), key.endswith(" ")))
    cuts = [len(rest) * part // (_SLIPS + 1) for part in range(_SLIPS + 2)]
    if cuts[1] > 1:
        pieces = [rest[start:end] for start, end in pairwise(cuts)]
        statement = statement.where(or_(*(func.instr(key, piece) > 0 for piece in pieces)))
    yield from connection.scalars(statement)


def _beginning(begins: str) -> Select[str]:
    key = area_keys.c.key
    return select(key).distinct().where(key > begins, key < begins + _BEHIND_ALL)


def _street_of(key: str) -> Street:
    """Return the name that a key is of, the words before the last as one."""
    name, _, kind = key[key.index(":") + 1 :].rpartition(" ")
    last, _, first = name.partition(".")
    if is_backwards(key):
        last, first = last[::-1], first[::-1]
    return Street((first, last) if first else (last,), kind)


def _with_initials(connection: Connection, name: Street) -> Iterator[str]:
    """Yield the keys of streets of which first names are written out, or not: "W. de Zwijger", "Willem de Zwijger"."""
    *first, last = name.words
    if not first or len(last) < 4:
        return
    ways = (rf"(?:{word}|{word[0]})" if len(word) > 1 else rf"{word}\w*?" for word in first)
    fits = re.compile("".join(ways))
    for key in connection.scalars(_beginning(f"{_BACKWARDS}{last[::-1]}.")):
        found = _street_of(key)
        if found.kind == name.kind and fits.fullmatch(found.words[0]):
            yield street_key(found)
