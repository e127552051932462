"""Success stories: what was reported, and solved, to give something back to a group (findings 26, 65)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from console.desk.console import Console
from console.desk.feedback.pseudonyms import Hidden
from console.domain.changes import Changes
from console.domain.feedback import LineId
from console.domain.group import GroupId
from console.domain.report import Result


@dataclass(frozen=True, slots=True)
class Story:
    """Something that was solved, in one group. ``days`` are from the report until the answer; ``told_at`` is aware UTC.

    ``title`` is one plain sentence, ``text`` is ready for the group; both are without people, and ``hidden`` is what
    came out.
    """

    line_id: LineId
    number: str
    group_id: GroupId
    group: str
    result: Result
    days: int
    told_at: datetime
    title: str
    text: str
    hidden: tuple[Hidden, ...]


def stories(
    console: Console, group_ids: Collection[GroupId] | None = None, since: datetime | None = None
) -> tuple[Story, ...]:
    """Return what was solved and told back, the last first; of these groups, told after ``since`` (aware)."""
    raise NotImplementedError


def share(console: Console, group_id: GroupId, text: str, line_id: LineId | None = None) -> Changes:
    """Put a text in a group: a story (of a line), or a year in words. It goes out as any answer, and can be undone.

    Raises ``ExpectedError``: ``group_gone``, ``text_empty``, ``blanks_open``.
    """
    raise NotImplementedError
