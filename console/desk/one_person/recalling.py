"""Who outside got something about one person, and what to ask of them when he is forgotten (GDPR, article 19)."""

from console.desk.console import Console
from console.domain.changes import Changes
from console.domain.one_person import AskedId, Person, Recipient


def recipients_of(console: Console, person: Person) -> tuple[Recipient, ...]:
    """Return everybody outside who got something about somebody, as far as it is known here; the latest first."""
    raise NotImplementedError


def tell(console: Console, asked_id: AskedId, key: str) -> Changes:
    """A recipient was asked to erase it too. Can be undone. Raises ``ExpectedError("asked_gone")``."""
    raise NotImplementedError
