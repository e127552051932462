"""The papers that the law asks of who keeps data about other people, and what they need to know of an installation."""

from dataclasses import dataclass
from enum import StrEnum


class Paper(StrEnum):
    """A paper; its value is the name of its file in ``resources/privacy``."""

    REGISTER = "register"  # of processing, article 30 of the GDPR
    NOTICE = "notice"  # to the members of a group, articles 13 and 14
    DPIA = "dpia"  # article 35
    BREACH = "breach"  # articles 33 and 34


@dataclass(frozen=True, slots=True)
class Terms:
    """How many days a group keeps what; None is until a person erases it.

    ``decisions`` is how long the words of decisions and of closed answers owed stay, and who decided; ``journal`` how
    long it can be seen that something was decided.
    """

    requests: int
    former_members: int
    messages: int | None = None
    decisions: int | None = None
    notes: int | None = None  # after they ended
    journal: int | None = None


@dataclass(frozen=True, slots=True)
class Safeguards:
    """How an installation guards what it holds; what is None or False it does not do.

    ``keyring`` is the name of the keyring that holds the key (``settings.Settings.keyring``), None where the key is
    given at every start. ``backup_days`` is how long the backups that it makes by itself stay, ``journal_days`` how
    long decisions can be looked up, ``lock_minutes`` after how long without a touch it locks. ``has_recovery_sheet``:
    a second key is on paper. ``answers_people``: it writes down, corrects and erases what is known of one person.
    """

    keyring: str | None = None
    backup_days: int | None = None
    journal_days: int | None = None
    lock_minutes: int | None = None
    has_recovery_sheet: bool = False
    answers_people: bool = False
