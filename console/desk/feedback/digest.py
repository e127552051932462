"""The digest: one page for one professional, with only what is open and his, and nobody's name (finding 50).

A person reads it, sends it himself, and says that he did. The answer comes back under the number of its line.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, func, insert, select

from console.desk.console import Console
from console.desk.feedback import lines as ledger
from console.desk.feedback import mails, reminding
from console.desk.feedback.digest_text import DigestLine, clean, compose, on_paper
from console.desk.feedback.pseudonyms import Hidden, Masker
from console.desk.journal import RowChange, changes_of, decide
from console.desk.members import place_of
from console.desk.table_files import write_whole
from console.domain.changes import Changes
from console.domain.decision import ItemState, Verb
from console.domain.feedback import Channel, Line, LineId, LineState
from console.domain.professional import ProfessionalId
from console.errors import ExpectedError
from console.papers.one_page import DoesNotFitError, one_page
from console.store.tables import digests, feedback, items, professionals

USUAL_DAYS: Final = 7
LONGEST_DAYS: Final = 90

WAITS: Final = frozenset({LineState.TO_ASK, LineState.ASKED})
"""States in which a line waits for who owes the answer; one that is answered waits for us."""
_ZONE: Final = ZoneInfo("Europe/Amsterdam")  # all groups are in the Netherlands


class Sent(StrEnum):
    """How a digest went to a professional."""

    MAIL = "mail"
    PAPER = "paper"
    APP = "app"  # copied, and sent in a chat of his own
    OTHER = "other"


_CHANNELS: Final = {Sent.MAIL: Channel.MAIL, Sent.PAPER: Channel.MEETING, Sent.APP: Channel.APP}


@dataclass(frozen=True, slots=True)
class Digest:
    """An overview of what is open, for one professional; ``dataclasses.replace`` its subject or text to edit it.

    ``lines`` are those that stand in the text, ``left_out`` counts what did not fit. ``hidden`` is what came out of
    the words of the lines. ``email`` is "" where not known.
    """

    professional_id: ProfessionalId
    name: str
    email: str
    language: str
    made_at: datetime
    lines: tuple[DigestLine, ...]
    left_out: int
    subject: str
    text: str
    hidden: tuple[Hidden, ...]

    @property
    def line_ids(self) -> tuple[LineId, ...]:
        """The lines that stand in the text."""
        return tuple(line.id for line in self.lines)


@dataclass(frozen=True, slots=True)
class Due:
    """A professional to whom a digest may go now. ``last_at`` (aware UTC) is the last one's, None for the first."""

    professional_id: ProfessionalId
    name: str
    lines: int
    groups: int
    last_at: datetime | None


def digest(console: Console, professional_id: ProfessionalId, language: str | None = None) -> Digest:
    """Return the digest for a professional, in the language of the console where none is given.

    Raises ``ExpectedError``: ``professional_gone``, ``digest_empty`` (nothing is open).
    """
    language = language or console.language
    with console.store.reading() as connection:
        row = _professional(connection, professional_id)
    found = ledger.lines(console, professional_id=professional_id, states=WAITS)
    if not found:
        raise ExpectedError("digest_empty", name=row.name)
    with console.store.reading() as connection:
        masker = Masker(connection, ledger.groups_ever(connection, [line.id for line in found]), language)
    masked = [(line, masker.mask(clean(line.what))) for line in sorted(found, key=lambda line: (line.since, line.id))]
    hidden = tuple(words for _, words_of in masked for words in words_of.hidden)
    composed = compose(
        [_digest_line(line, words.text) for line, words in masked],
        name=row.name,
        actor=console.actor,
        today=console.now().astimezone(_ZONE).date(),
        is_masked=bool(hidden),
        language=language,
    )
    return Digest(
        professional_id=professional_id,
        name=row.name,
        email=row.email or "",
        language=language,
        made_at=console.now(),
        lines=composed.lines,
        left_out=composed.left_out,
        subject=composed.subject,
        text=composed.text,
        hidden=hidden,
    )


def _digest_line(line: Line, what: str) -> DigestLine:
    first, *others = (group.group for group in line.groups)
    return DigestLine(line.id, line.number, what, line.since, line.days, line.is_overdue, first, tuple(others))


# --- as it goes out --------------------------------------------------------------------------------------------------


def as_mail(found: Digest) -> bytes:
    """Return the digest as a mail file (.eml) that a mail program opens as one to send."""
    return mails.as_file(found.email, _sendable(found.subject), _sendable(found.text))


def mailto(found: Digest) -> str | None:
    """Return the address that opens a mail with the digest in it; None where it is too long for that."""
    return mails.mailto(found.email, _sendable(found.subject), _sendable(found.text.strip())) or None


def as_pdf(found: Digest) -> bytes:
    """Return the digest on one page of A4. Raises ``ExpectedError("digest_too_long")`` for a text that does not fit."""
    rows = on_paper(found.subject, found.text)
    try:
        return one_page(found.subject, rows, found.language, found.made_at)
    except DoesNotFitError:
        raise ExpectedError("digest_too_long") from None


def save(found: Digest, path: Path) -> None:
    """Write the digest to a file that ends in .pdf, .eml or .txt; what stood there is replaced when all is written.

    Raises ``ExpectedError``: ``digest_kind``, ``digest_too_long``, ``export_not_written``.
    """
    makers = {".pdf": as_pdf, ".eml": as_mail, ".txt": _as_text}
    make = makers.get(path.suffix.lower())
    if make is None:
        raise ExpectedError("digest_kind")
    content = make(found)
    write_whole(path, lambda new: new.write_bytes(content))


def _as_text(found: Digest) -> bytes:
    return _sendable(found.text).encode("utf-8")


def _sendable(text: str) -> str:
    """Return a text that every mail can carry: half a letter pair, which a window may give, is none."""
    return text.encode("utf-8", "replace").decode("utf-8")


# --- that it went out ------------------------------------------------------------------------------------------------


def sent(console: Console, professional_id: ProfessionalId, how: Sent, line_ids: Sequence[LineId]) -> Changes:
    """Write down that a digest with these lines went out; what was still to ask, is asked by it. Undo takes it back.

    Raises ``ExpectedError("professional_gone")``.
    """
    now = console.now()
    with console.store.writing() as connection:
        _professional(connection, professional_id)
        row = {"professional_id": professional_id, "made_at": now, "how": how.value, "lines": list(line_ids)}
        (made,) = connection.execute(insert(digests).values(**row, removed_at=now)).inserted_primary_key or (0,)
        changes = [RowChange(digests, made, before={"removed_at": now}, after={"removed_at": None})]
        of_him = feedback.c.professional_id == professional_id
        waiting = ledger.load(connection, console, feedback.c.id.in_(line_ids), of_him)
        for line in waiting:
            if line.state is LineState.TO_ASK:
                changes += _asked(connection, console, line, how)
        decision = decide(connection, console, Verb.DIGEST, changes, group_id=None)
        made_changes = changes_of(changes, None, decision)
    return replace(made_changes, group_ids=frozenset(group.group_id for line in waiting for group in line.groups))


def _asked(connection: Connection, console: Console, line: Line, how: Sent) -> Iterator[RowChange]:
    """Yield what makes a line one that was asked, by the digest."""
    now = console.now()
    until = reminding.remind_at(connection, line.kind, now)
    channel = _CHANNELS.get(how)
    asked = {"state": LineState.ASKED.value, "asked_at": now, "remind_at": until}
    row = connection.execute(select(feedback).where(feedback.c.id == line.id)).one()
    asked |= {} if channel is None else {"channel": channel.value}
    yield RowChange(feedback, line.id, {name: getattr(row, name) for name in asked}, asked)
    item = connection.execute(select(items).where(items.c.id == line.item_id)).first()
    if item is not None:
        later = {"state": ItemState.LATER.value, "later_until": until}
        yield RowChange(items, item.id, {name: getattr(item, name) for name in later}, later)


# --- when it is time -------------------------------------------------------------------------------------------------


def due(console: Console) -> tuple[Due, ...]:
    """Return to whom a digest may go now, by name: who owes answers and had none for his number of days.

    Who never had one gets the first when an answer is owed for so long.
    """
    waiting: dict[int, list[Line]] = defaultdict(list)
    for line in ledger.lines(console, states=WAITS):
        if line.owing.professional_id is not None:
            waiting[line.owing.professional_id].append(line)
    with console.store.reading() as connection:
        of_those = select(professionals.c.id, professionals.c.name, professionals.c.digest_days)
        rows = connection.execute(of_those.where(professionals.c.id.in_(waiting))).all()
        last = last_sent(connection, waiting)
    found = (
        Due(
            professional_id=ProfessionalId(row.id),
            name=row.name,
            lines=len(waiting[row.id]),
            groups=len({group.group_id for line in waiting[row.id] for group in line.groups}),
            last_at=last.get(row.id),
        )
        for row in rows
        if is_due(console, row.digest_days, last.get(row.id), waiting[row.id])
    )
    return tuple(sorted(found, key=lambda one: (place_of(one.name), one.professional_id)))


def is_due(console: Console, days: int | None, last_at: datetime | None, waiting: Iterable[Line]) -> bool:
    """Whether it is time for a digest of what waits for somebody. ``days`` as it is stored, None as usual."""
    since = last_at or min((line.since for line in waiting), default=None)
    wanted = USUAL_DAYS if days is None else days
    if since is None or not wanted:
        return False
    passed = console.now().astimezone(_ZONE).date() - since.astimezone(_ZONE).date()
    return passed.days >= wanted


def last_sent(connection: Connection, professional_ids: Iterable[int]) -> Mapping[int, datetime]:
    """Return when each had his last digest (aware UTC), of those who had one."""
    of_them = (digests.c.professional_id.in_(list(professional_ids)), digests.c.removed_at.is_(None))
    last = select(digests.c.professional_id, func.max(digests.c.made_at)).where(*of_them)
    return {row[0]: row[1] for row in connection.execute(last.group_by(digests.c.professional_id))}


def set_days(console: Console, professional_id: ProfessionalId, days: int | None) -> Changes:
    """Say how often a professional gets a digest: 0 never, None as usual (7 days).

    Raises ``ExpectedError``: ``professional_gone``, ``digest_days`` (not from 0 to 90).
    """
    if days is not None and not 0 <= days <= LONGEST_DAYS:
        raise ExpectedError("digest_days", longest=LONGEST_DAYS)
    with console.store.writing() as connection:
        row = _professional(connection, professional_id)
        if row.digest_days == days:
            return Changes()
        changed = RowChange(professionals, row.id, {"digest_days": row.digest_days}, {"digest_days": days})
        decision = decide(connection, console, Verb.SETTINGS, [changed], group_id=None)
        return replace(changes_of([changed], None, decision), feedback=True)


def _professional(connection: Connection, professional_id: int) -> Row[*tuple[Any, ...]]:
    row = connection.execute(select(professionals).where(professionals.c.id == professional_id)).first()
    if row is None:
        raise ExpectedError("professional_gone")
    return row
