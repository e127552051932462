"""What people asked about their own data: written down, and answered within a month (GDPR, article 12)."""

from datetime import datetime

from console.desk.console import Console
from console.domain.changes import Changes
from console.domain.one_person import AskedId, Asks, Person, PrivacyRequest


def ask(console: Console, person: Person, kind: Asks, words: str = "", *, asked_at: datetime | None = None) -> Changes:
    """Write down that somebody asks something; ``asked_at`` (aware) is now where it is not given. Can be undone."""
    raise NotImplementedError


def answer(console: Console, asked_id: AskedId) -> Changes:
    """It was answered. Can be undone. Raises ``ExpectedError("asked_gone")``."""
    raise NotImplementedError


def asked(console: Console, *, only_open: bool = False) -> tuple[PrivacyRequest, ...]:
    """Return what was asked: what is open first, the one that is due first; then the latest answered first."""
    raise NotImplementedError
