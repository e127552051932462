"""Professionals around a group: the community officer, the municipality, the security of a park (findings.md 25)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from console.domain.member import PersonId

ProfessionalId = NewType("ProfessionalId", int)


class Presence(StrEnum):
    """How a professional takes part in one group; that is his own choice."""

    TAKES_PART = "takes_part"
    READS = "reads"
    VIA_MODERATOR = "via_moderator"  # not in the chat: an administrator passes on


class Job(StrEnum):
    """What a professional does, where the field has a word for it; other work is in words of somebody's own."""

    COMMUNITY_OFFICER = "community_officer"  # wijkagent
    SENIOR_COMMUNITY_OFFICER = "senior_community_officer"
    AREA_CARETAKER = "area_caretaker"  # wijkconciërge
    AREA_LIAISON = "area_liaison"  # gebiedsnetwerker
    MUNICIPAL_SAFETY = "municipal_safety"
    ENFORCEMENT = "enforcement"  # stadstoezicht
    HOUSING = "housing"
    WELFARE = "welfare"
    FIRE_BRIGADE = "fire_brigade"
    PARK_MANAGER = "park_manager"
    SECURITY = "security"
    SCHOOL = "school"


OFFICERS = frozenset({Job.COMMUNITY_OFFICER, Job.SENIOR_COMMUNITY_OFFICER})


@dataclass(frozen=True, slots=True)
class ProfessionalFacts:
    """What a person says of a professional; "" is not known.

    ``job`` is a ``Job`` or words of somebody's own; ``phone`` as it is typed; ``phone_hours`` when he may be called, as
    he said it. ``expectation`` is what the group may expect of him, "" for what goes with his ``presence``.
    ``person_id`` is who he is in the chat.
    """

    name: str
    organisation: str = ""
    job: str = ""
    phone: str = ""
    email: str = ""
    phone_hours: str = ""
    presence: Presence = Presence.VIA_MODERATOR
    expectation: str = ""
    person_id: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Professional:
    """A professional in one group, and the names of the ``other_groups`` in which he is too.

    ``job_name`` and ``expects`` are in the language of the console, ``expects`` also where nobody wrote it. The
    number in ``facts`` is in E.164.
    """

    id: ProfessionalId
    facts: ProfessionalFacts
    job_name: str
    expects: str
    person: str | None
    other_groups: tuple[str, ...]
