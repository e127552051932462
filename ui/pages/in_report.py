"""Asks in which report the message on the screen is, a moment after it is shown. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from console.domain.changes import Changes
from console.domain.message import MessageId
from ui.jobs import Job, Jobs
from ui.shortcuts import Command, KeyMap
from ui.widgets.report_strip import ReportStrip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from console.desk.console import Console
    from console.domain.report_view import ReportRow


def load_row(console: "Console", message_id: MessageId) -> "ReportRow | None":
    """Ask the desk in which report a message is. On a lane."""
    from console.desk.reports import around, threads

    report_id = around.report_with(console, message_id)
    return None if report_id is None else threads.page(console, [report_id]).get(report_id)


class InReport(QObject):
    """Keeps the strip over one message up to date.

    *Signals:*
        page_requested(str, object): show the page with this key; the value goes to its ``open_with``.
    """

    page_requested = Signal(str, object)

    def __init__(self, jobs: Jobs, keys: KeyMap, strip: ReportStrip, page: "QWidget") -> None:
        super().__init__(page)
        self._jobs, self._strip = jobs, strip
        self._message: MessageId | None = None
        self._job: Job | None = None
        self._is_stale = False  # something changed while nobody could see it
        strip.opened.connect(self._on_strip_opened)
        strip.came.connect(self._on_strip_came)
        keys.bind(page, Command.REPORT, strip.open)

    def show(self, message_id: MessageId | None) -> None:
        """Be about this message; None while there is none."""
        if message_id != self._message:
            self._message = message_id
            self._strip.show_row(None, is_known=False)
            self._ask()

    def changed(self, changes: Changes) -> None:
        """Look again when reports, or the answers owed about them, are other ones now."""
        if changes.reports or changes.feedback or changes.messages:
            self._is_stale = not self._strip.isVisible()
            if not self._is_stale:
                self._ask()

    @Slot()
    def _on_strip_came(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._ask()

    def _ask(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None
        if self._message is not None and self._jobs.console is not None:
            self._job = self._jobs.ask(load_row, self._message, done=self._on_row, failed=self._on_failed)

    @Slot(object)
    def _on_row(self, row: "ReportRow | None") -> None:
        self._job = None
        self._strip.show_row(row)

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        self._job = None  # the message itself is on the screen: the strip says nothing

    @Slot(object)
    def _on_strip_opened(self, report_id: object) -> None:
        self.page_requested.emit("feedback", ("reports", report_id))
