"""Members: the only people who are entities here. People who are talked about are not (``design/security.md`` D)."""

from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", int)
MemberId = NewType("MemberId", int)


class GroupRole(StrEnum):
    """What somebody is in a group. Who may moderate is ``ADMIN``; a coordinator stands beside him (glossary)."""

    MEMBER = "member"
    ADMIN = "admin"
    COORDINATOR = "coordinator"
    PROFESSIONAL = "professional"
    CHAMPION = "champion"  # inspires without moderating (findings.md 73)


class RollFilter(StrEnum):
    """Which members of a group the list shows."""

    HERE = "here"
    LEFT = "left"
    NOT_CONFIRMED = "not_confirmed"  # here, and did not say that he knows the rules
    NO_CONSENT = "no_consent"  # here, and not known to agree


class Likeness(StrEnum):
    """Why two members may be one person; a person says whether they are."""

    PHONE = "phone"
    NAME = "name"
