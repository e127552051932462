"""What was recognised in the chats about answers owed, and what a person says of it. Each call is one transaction."""

from dataclasses import dataclass

from console.desk.console import Console
from console.domain.changes import Changes
from console.domain.feedback import Find, FindId, LineId
from console.domain.group import GroupId
from console.domain.report import Result


@dataclass(frozen=True, slots=True)
class Accepted:
    """What came of accepting a find: ``line_id`` is the line that was answered, raised or opened; None for a signature.

    ``item_id`` of the line is found by ``lines.line``.
    """

    changes: Changes
    line_id: LineId | None


def open_finds(console: Console, line_id: LineId | None = None, group_id: GroupId | None = None) -> tuple[Find, ...]:
    """Return what waits for a person to say whether it is so, the oldest first; of one line or one group, or all.

    Those without a line (``Find.line_id`` None) offer to open one. Archived groups ask for nothing.
    """
    raise NotImplementedError


def accept(
    console: Console,
    find_id: FindId,
    line_id: LineId | None = None,
    *,
    text: str | None = None,
    result: Result | None = None,
) -> Accepted:
    """Say that it is so: one decision, one undo.

    ``ANSWER``: its line (or ``line_id``) is answered with the words of the message, or with ``text``, and ``result``.
    ``ASKS``: its line gets the question; without a line one is opened, to be asked. ``PASSED_ON``: a line is opened,
    owed by who said it. ``SIGNATURE``: the member becomes a professional of the group. Raises ``ExpectedError``:
    ``find_gone``, ``find_without_line``, and what ``triage.decide`` refuses.
    """
    raise NotImplementedError


def decline(console: Console, find_id: FindId) -> Changes:
    """Say that it is not so; it is not found again. Raises ``ExpectedError("find_gone")``."""
    raise NotImplementedError
