"""What is left of somebody who was forgotten, so that an older copy of the store forgets him again when it is put back.

Numbers of rows, places in which he was named, and keyed hashes of his names, numbers and addresses of mail: without the
key of the store they tell nothing. The numbers of a copy may be somebody else's by now, so a hash must agree.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Self

from sqlalchemy import Connection

from console.desk.console import Console
from console.desk.one_person.mentions import put_out, spot_at
from console.desk.one_person.rows import Found, called
from console.desk.one_person.sought import Sought, national, plain, words_of
from console.domain.one_person import Person
from console.store.keyed_hash import keyed_hash, make_key

_NUMBER: Final = re.compile(r"\+?\d[\d\s.\-()/]{6,20}\d")
_MAIL: Final = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_LONGEST_NAME: Final = 6  # words
_LEAST_DIGITS: Final = 7


@dataclass(frozen=True, slots=True)
class Marks:
    """``rows`` are ids by kind (``rows.Found``), ``places`` and ``meant`` keys of texts (``mentions.Spot``), the rest
    hashes.

    ``names`` are those that only he had, ``doubtful`` those that others had too: they say who he is only with a number
    of a row, or in a text of which a person said that he is ``meant``. ``key`` is that of the hashes, 64 hexadecimal
    digits, where he was forgotten in another store; None: that of the store.
    """

    rows: Mapping[str, Sequence[int]]
    names: Sequence[str]
    doubtful: Sequence[str]
    phones: Sequence[str]
    mails: Sequence[str]
    places: Sequence[str]
    meant: Sequence[str]
    key: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return what the store keeps."""
        every = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in every.items() if value is not None}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Read what the store kept."""
        return cls(**stored)

    def seed(self, connection: Connection, key: bytes) -> Found:
        """Return the rows of a copy that are he: the same number and one of his names, or what only he had."""
        hashes = _Hashes(key)
        found = Found()
        his = {*self.names, *self.phones, *self.mails}
        perhaps = his | set(self.doubtful)
        for kind, ids in found.by_kind():
            known = set(self.rows.get(kind, ()))
            for row_id, words in called(connection, kind):
                marks = set(hashes.of(words))
                if marks & (perhaps if row_id in known else his):
                    ids.add(row_id)
        return found

    def put_out(self, connection: Connection, console: Console, key: bytes) -> int:
        """Put him out in the places in which he was named, also where the copy knows him by no row of his own.

        Returns in how many.
        """
        hashes, count = _Hashes(key), 0
        his = {*self.names, *self.phones, *self.mails}
        for place in (*self.places, *self.meant):
            spot = spot_at(connection, place)
            if spot is not None:
                wanted = his | set(self.doubtful) if place in self.meant else his
                written = [words for text in spot.texts for words in hashes.within(text, wanted)]
                count += put_out(connection, console, spot, _as_sought(written))
        return count


def marks_of(
    connection: Connection, person: Person, looked_for: Sought, places: Sequence[str], meant: Collection[str]
) -> Marks:
    """Return what recognises somebody who is forgotten now."""
    hashes = _Hashes(make_key(connection))
    return Marks(
        rows={one.name: list(getattr(person.rows, one.name)) for one in fields(Found)},
        names=[hashes.name(name) for name in looked_for.full],
        doubtful=[hashes.name(plain(name)) for name in dict.fromkeys((*person.names, *looked_for.doubtful))],
        phones=[hashes.phone(national(phone)) for phone in person.phones],
        mails=[hashes.mail(mail) for mail in person.mails],
        places=[place for place in places if place not in meant],
        meant=sorted(meant),
    )


def _as_sought(written: Sequence[str]) -> Sought:
    """Return what was recognised in a text, to be put out there and nowhere else."""
    written = tuple(dict.fromkeys(written))
    mails = tuple(words for words in written if "@" in words)
    numbers = tuple(words for words in written if words not in mails and not any(map(str.isalpha, words)))
    names = tuple(words for words in written if words not in mails and words not in numbers)
    return Sought(full=names, doubtful=(), phones=(), mails=mails, written=numbers)


class _Hashes:
    """Hashes words as the marks have them."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def name(self, words: str) -> str:
        return keyed_hash(self._key, "person's name", words)

    def phone(self, digits: str) -> str:
        return keyed_hash(self._key, "person's phone", digits)

    def mail(self, mail: str) -> str:
        return keyed_hash(self._key, "person's mail", mail.casefold())

    def of(self, words: str) -> Iterator[str]:
        """Yield the hashes of what a row calls somebody: a name, a number in E.164, an address of mail."""
        if words.startswith("+"):
            yield from (self.phone(digits) for digits in _readings(words))
        elif "@" in words:
            yield self.mail(words)
        else:
            yield self.name(plain(words))

    def within(self, text: str, wanted: set[str]) -> Iterator[str]:
        """Yield the words of a text of which the hash is wanted, as they are compared or as they stand there."""
        for match in _MAIL.finditer(text):
            if self.mail(match[0]) in wanted:
                yield match[0]
        for match in _NUMBER.finditer(text):
            if any(self.phone(digits) in wanted for digits in _readings(match[0])):
                yield match[0]
        words = words_of(text)
        for start in range(len(words)):
            for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
                name = " ".join(words[start:end])
                if self.name(name) in wanted:
                    yield name


def _readings(number: str) -> Iterator[str]:
    """Yield the digits of a number without what may stand before those that it always has."""
    digits = "".join(filter(str.isdigit, number))
    return (digits[start:] for start in range(max(0, len(digits) - _LEAST_DIGITS) + 1))
