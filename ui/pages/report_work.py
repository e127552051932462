"""What the desk tells of one report, and what it does to one, as the leaf Meldingen asks for it. On a lane."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.changes import Changes
from console.domain.message import MessageId
from console.domain.report import ReportId

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.conversation import Detail
    from console.desk.reports.around import PlacedLine
    from console.domain.member import MemberId
    from console.domain.report_view import ReportDetail


@dataclass(frozen=True, slots=True)
class ReportWork:
    """A report with what stands around it. ``closing`` is the message that asks to close the talk, None when none."""

    detail: "ReportDetail"
    placed: "tuple[PlacedLine, ...]"
    speakers: "tuple[tuple[MemberId, str], ...]"
    closing: "Detail | None" = None

    @property
    def first(self) -> MessageId:
        """The message that the report is about."""
        its = self.detail.messages
        return next((message.id for message in its if message.is_primary), its[0].id)


def load_report(console: "Console", report_id: ReportId) -> ReportWork:
    """Ask the desk for a report."""
    from console.desk import messages
    from console.desk.reports import around, threads

    detail = threads.detail(console, report_id)
    asking = around.asks_to_close(console, report_id) if detail.is_too_long else None
    return ReportWork(
        detail,
        around.conversation(console, report_id),
        around.speakers(console, report_id),
        None if asking is None else messages.message_detail(console, asking),
    )


def set_apart(console: "Console", report_id: ReportId, message_ids: tuple[MessageId, ...]) -> Changes:
    """Have the desk make a report of its own of some messages."""
    from console.desk.reports import mending

    return mending.split(console, report_id, message_ids)[0]


def put_alone(console: "Console", message_id: MessageId) -> Changes:
    """Have the desk make a report of its own of one message."""
    from console.desk.reports import mending

    return mending.begin(console, message_id)[0]
