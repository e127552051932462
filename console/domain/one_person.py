"""What is known of one person who asks about his own data: a copy, a correction, an objection, to be forgotten."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NewType

from console.domain.changes import Changes
from console.domain.member import PersonId

AskedId = NewType("AskedId", int)


class Asks(StrEnum):
    """What somebody asks about his own data."""

    ACCESS = "access"  # a copy of what is known
    ERASURE = "erasure"
    CORRECTION = "correction"
    OBJECTION = "objection"


class KnownAs(StrEnum):
    """As what somebody stands here."""

    MEMBER = "member"
    FORMER = "former"  # was a member
    ERASED = "erased"  # was one too, and is recognised only by who knows his name; what he wrote may still be there
    APPLICANT = "applicant"
    PROSPECT = "prospect"  # on the list of who might join
    PROFESSIONAL = "professional"
    VOUCHER = "voucher"  # spoke for somebody who asked to join


@dataclass(frozen=True, slots=True)
class Known:
    """One place where somebody stands, under a name; ``group`` is "" for a professional of no group."""

    kind: KnownAs
    group: str
    name: str


@dataclass(frozen=True, slots=True)
class Rows:
    """The ids of the rows that are about one person, by table; ``vouched`` are requests in which he spoke."""

    people: tuple[int, ...] = ()
    members: tuple[int, ...] = ()
    requests: tuple[int, ...] = ()
    prospects: tuple[int, ...] = ()
    professionals: tuple[int, ...] = ()
    vouched: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of whom something is known, as a member or otherwise.

    ``key`` finds him again ("m12" a member, "a3" an applicant, "l4" on the list, "p2" a professional, "v7" who spoke
    for an applicant; several are joined by "+"). ``names`` are all that he has or had; ``phones`` in E.164.
    ``person_id`` is his card on the page Leden, None where he is no member.
    """

    key: str
    name: str
    names: tuple[str, ...]
    phones: tuple[str, ...]
    mails: tuple[str, ...]
    known: tuple[Known, ...]
    person_id: PersonId | None
    rows: Rows


# --- a copy ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FilePart:
    """One kind of what is kept: why, for how long, where it came from, and all of it.

    ``kind`` is the same in every language. A row has a value for each of ``columns``, "" where nothing is known; a
    moment is written as people write it there.
    """

    kind: str
    heading: str
    purpose: str
    term: str
    source: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PersonFile:
    """A copy of all that is kept of one person, in words. Of others nothing stands in it: ``hidden`` places came out.

    ``made_at`` is aware UTC.
    """

    person: Person
    made_at: datetime
    language: str
    parts: tuple[FilePart, ...]
    hidden: int


# --- to be forgotten -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Going:
    """So many of one kind of thing go; ``words`` say it ("12 berichten: de tekst gaat, dat hij schreef blijft")."""

    kind: str
    count: int
    words: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where he may be meant: by a first name alone, or by a name that somebody else has too.

    ``where`` says what it is ("Bericht", "Notitie"), ``word`` is the name as it stands there, ``text`` the words
    around it on one line. ``at`` is aware UTC, None where no moment is known.
    """

    key: str
    where: str
    group: str
    at: datetime | None
    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody outside who got something about him. ``about`` says what and when, ``text`` asks to erase it there.

    ``told_at`` (aware UTC) is when that was asked.
    """

    key: str
    who: str
    group: str
    at: datetime | None
    about: str
    text: str
    told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ErasePreview:
    """What goes, before it goes. ``going`` leaves out what there is none of.

    ``replaced`` counts the places where others name him in full, which become "[iemand]"; ``examples`` are the first of
    those, for a name may also be that of a street or a shop. ``mentions`` are the first
    of those to look at, ``mentions_count`` how many there are. ``present_in`` are the groups in which he still is: an
    import of a later day brings him back there. ``backups`` counts the older reservekopieën that still hold him until
    they go; one that is put back forgets him again.
    """

    person: Person
    going: tuple[Going, ...]
    replaced: int
    mentions: tuple[Mention, ...]
    mentions_count: int
    present_in: tuple[str, ...]
    recipients: tuple[Recipient, ...]
    backups: int = 0
    examples: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """What went, and how many places to look at stay. ``backup`` was made just before.

    ``names`` are his full names, numbers and addresses of mail, to prove that they are gone (``forgetting.prove``).
    ``is_log_empty`` is False while another window is still reading: then the log is emptied at the next run.
    """

    asked_id: AskedId
    going: tuple[Going, ...]
    replaced: int
    mentions_left: int
    backup: Path | None
    is_log_empty: bool
    changes: Changes
    names: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Proof:
    """How often his full names, numbers and addresses of mail still stand in the decrypted file of the store with its
    write-ahead log, and in the program's own log files."""

    store: int
    logs: int

    @property
    def is_gone(self) -> bool:
        """Whether nothing is left."""
        return self.store == self.logs == 0


# --- what was asked --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PrivacyRequest:
    """What somebody asked about his own data. Times are aware UTC; ``due_at`` is a month after it was asked.

    ``name`` is None once he is erased. ``recipients`` are those to tell of an erasure, kept with the request.
    """

    id: AskedId
    kind: Asks
    person_id: PersonId | None
    name: str | None
    asked_at: datetime
    due_at: datetime
    answered_at: datetime | None
    words: str
    recipients: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """Somebody does not want his data used like this, and that was not settled yet. ``at`` is aware UTC."""

    person_id: PersonId
    name: str
    at: datetime
    words: str
