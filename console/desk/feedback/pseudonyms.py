"""What is written about people comes out of a text before it leaves the group: names, numbers, plates, addresses.

Where something happened stays, for without it nobody can do anything. So does who is in office, and who is to read it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from console.desk.console import Console
from console.domain.judgement import PersonalData


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words that came out of a text, as they stood there, and what they are."""

    kind: PersonalData
    words: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without what is known of people, and what came out, in the order of the text."""

    text: str
    hidden: tuple[Hidden, ...] = ()


class Masker:
    """Takes people out of the texts of some groups, whose members it knows by name. Belongs to no transaction."""

    def __init__(self, connection: Connection, group_ids: Iterable[int], language: str) -> None:
        raise NotImplementedError

    def mask(self, text: str) -> Masked:
        """Return a text without people; never raises, for any text."""
        raise NotImplementedError


def mask(console: Console, text: str, group_ids: Iterable[int] = (), language: str | None = None) -> Masked:
    """Return a text of these groups without people; ``language`` is that of the words in their place."""
    raise NotImplementedError
