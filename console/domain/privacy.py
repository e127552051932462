"""The papers that the law asks of who keeps data about other people, and what they need to know of an installation."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from console.domain.group import GroupId


class Paper(StrEnum):
    """A paper; its value is the name of its file in ``resources/privacy``."""

    REGISTER = "register"  # of processing, article 30 of the GDPR
    NOTICE = "notice"  # to the members of a group, articles 13 and 14
    DPIA = "dpia"  # article 35
    BREACH = "breach"  # articles 33 and 34


@dataclass(frozen=True, slots=True)
class Terms:
    """How many days a group keeps what.

    ``decisions`` is how long the words of decisions and of closed answers owed stay, and who decided; ``journal`` how
    long it can be seen that something was decided.
    """

    requests: int
    former_members: int
    messages: int
    decisions: int
    notes: int  # after they ended
    journal: int

    def chosen(self, days: Mapping[str, int], *, may_be_longer: bool) -> "Terms":
        """Return the terms once these days, by name, were chosen for several groups: what is shorter here stays so,
        or not."""
        kept = {name: getattr(self, name) for name in days}
        return replace(self, **{name: day if may_be_longer else min(day, kept[name]) for name, day in days.items()})

    def is_shorter(self, days: Mapping[str, int]) -> bool:
        """Whether anything of these days, by name, is longer than it is here."""
        return any(getattr(self, name) < day for name, day in days.items())


@dataclass(frozen=True, slots=True)
class GroupTerms:
    """How many days one group keeps what."""

    group_id: GroupId
    group: str
    terms: Terms


@dataclass(frozen=True, slots=True)
class Safeguards:
    """How an installation guards what it holds.

    ``keyring`` is the name of the keyring that holds the key (``settings.Settings.keyring``), None where the key is
    given at every start. ``backup_days`` is how long the backups that it makes by itself stay at most, and
    ``has_second_place`` says that they are copied elsewhere. After ``lock_minutes`` without a touch it locks; with
    ``has_access_code`` only who knows that goes on. ``has_recovery_sheet``: a second key is on paper.
    """

    keyring: str | None
    backup_days: int
    lock_minutes: int
    has_second_place: bool = False
    has_access_code: bool = False
    has_recovery_sheet: bool = False
