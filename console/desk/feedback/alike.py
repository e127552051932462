"""Lines and reports that may be about the same incident, in the same group or in another. Only reads."""

from dataclasses import dataclass
from datetime import datetime

from console.desk.console import Console
from console.domain.feedback import Line, LineId
from console.domain.group import GroupId
from console.domain.message import MessageId
from console.domain.report import ReportId


@dataclass(frozen=True, slots=True)
class About:
    """What a line is to be about, before it is opened: ``what`` in words, and the message reported, if any."""

    group_id: GroupId
    what: str
    message_id: MessageId | None = None


@dataclass(frozen=True, slots=True)
class AlikeLine:
    """An open line about what may be the same; ``because`` are plain sentences that say why."""

    line: Line
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlikeReport:
    """A report in a group that the line does not have yet. ``at`` is aware UTC; ``text`` is its first message."""

    report_id: ReportId
    group_id: GroupId
    group: str
    message_id: MessageId
    text: str
    at: datetime
    because: tuple[str, ...]


def similar(console: Console, about: LineId | About) -> tuple[AlikeLine, ...]:
    """Return the open lines that may be about the same as a line or as what is to be opened, the likest first.

    Raises ``ExpectedError("line_gone")``.
    """
    raise NotImplementedError


def reports_elsewhere(console: Console, line_id: LineId) -> tuple[AlikeReport, ...]:
    """Return reports in other groups that may be about the same as a line, the likest first.

    Raises ``ExpectedError("line_gone")``.
    """
    raise NotImplementedError
