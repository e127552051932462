"""The digest: one page for one professional, with only what is open and his, and nobody's name (finding 50).

A person reads it, sends it himself, and says that he did. The answer comes back under the number of its line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from console.desk.console import Console
from console.desk.feedback.digest_text import DigestLine
from console.desk.feedback.pseudonyms import Hidden
from console.domain.changes import Changes
from console.domain.feedback import LineId
from console.domain.professional import ProfessionalId

USUAL_DAYS: Final = 7
LONGEST_MAILTO: Final = 1_900  # what every mail program takes from an address


class Sent(StrEnum):
    """How a digest went to a professional."""

    MAIL = "mail"
    PAPER = "paper"
    APP = "app"  # copied, and sent in a chat of his own
    OTHER = "other"


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
    raise NotImplementedError


def as_mail(found: Digest) -> bytes:
    """Return the digest as a mail file (.eml) that a mail program opens as one to send."""
    raise NotImplementedError


def mailto(found: Digest) -> str | None:
    """Return the address that opens a mail with the digest in it; None where it is too long for that."""
    raise NotImplementedError


def as_pdf(found: Digest) -> bytes:
    """Return the digest on one page of A4. Raises ``ExpectedError("digest_too_long")`` for a text that does not fit."""
    raise NotImplementedError


def save(found: Digest, path: Path) -> None:
    """Write the digest to a file that ends in .pdf, .eml or .txt; what stood there is replaced when all is written.

    Raises ``ExpectedError``: ``digest_kind``, ``digest_too_long``, ``export_not_written``.
    """
    raise NotImplementedError


def sent(console: Console, professional_id: ProfessionalId, how: Sent, line_ids: Sequence[LineId]) -> Changes:
    """Write down that a digest with these lines went out; what was still to ask, is asked by it. Undo takes it back.

    Raises ``ExpectedError("professional_gone")``.
    """
    raise NotImplementedError


def due(console: Console) -> tuple[Due, ...]:
    """Return to whom a digest may go now, by name: who owes answers and had none for his number of days."""
    raise NotImplementedError


def set_days(console: Console, professional_id: ProfessionalId, days: int | None) -> Changes:
    """Say how often a professional gets a digest: 0 never, None as usual (7 days).

    Raises ``ExpectedError``: ``professional_gone``, ``digest_days`` (not from 0 to 90).
    """
    raise NotImplementedError
