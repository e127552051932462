"""What a group asks of who wants to join, and how long it keeps what: of its profile, and what it changed itself."""

from collections.abc import Mapping
from typing import Any, Final

LIMIT_DAYS: Final = 7


def limit_days_of(profile: str, joining: Mapping[str, Any] | None) -> int:  # noqa: ARG001
    """Return within how many days a group wants to answer who asks to join."""
    return int((joining or {}).get("limit_days", LIMIT_DAYS))
