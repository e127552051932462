"""Members: the only people who are entities here. People who are talked about are not (``design/security.md`` D)."""

from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", int)
MemberId = NewType("MemberId", int)


class Likeness(StrEnum):
    """Why two members may be one person; a person says whether they are."""

    PHONE = "phone"
    NAME = "name"
