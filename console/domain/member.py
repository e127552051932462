"""Members: the only people who are entities here. People who are talked about are not (``design/security.md`` D)."""

from typing import NewType

PersonId = NewType("PersonId", int)
MemberId = NewType("MemberId", int)
