"""A year of a group in plain words, as a draft for the group (finding 23)."""

from console.desk.console import Console
from console.domain.group import GroupId


def overview(console: Console, group_id: GroupId, year: int, language: str | None = None) -> str:
    """Return the text about a year of a group: what was reported, asked, answered and solved. B1, nobody's name.

    Counts below five are not told as numbers. Raises ``ExpectedError("group_gone")``.
    """
    raise NotImplementedError
