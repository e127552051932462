"""Sends what is due, and tells the window what waits, what leaves, what went wrong and what a person does himself.

GUI thread only. Sending has a lane of its own: a platform that is slow to answer keeps nobody from deciding.
"""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from console.domain.changes import Changes
from console.domain.decision import DecisionId
from console.domain.outgoing import SendId, Sending, SendState
from ui.jobs import Jobs, Lane
from ui.widgets.sending_bar import SendingBar

SOONEST_MS: Final = 200  # a clock that counts whole seconds may say "now" for a second
SHOWN_MS: Final = 5_500  # a little longer than the desk tells of what has just left
RETRY_MS: Final = 10_000


class SendingKeeper(QObject):
    """Keeps the time for the outbox of the console that is open.

    *Signals:*
        shown(object): the ``Sending`` rows there are now, a tuple.
        counted(str, int): so many things are to be done on the phone; with the key of that page.
        told(str), warned(str): what happened, for the message bar.
    """

    shown = Signal(object)
    counted = Signal(str, int)
    told = Signal(str)
    warned = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._is_sending = False
        self._due = _timer(self, self._send)
        self._look_again = _timer(self, self._look)
        jobs.changed.connect(self._on_jobs_changed)

    def attach(self, bar: SendingBar) -> None:
        """Show in this bar what there is, and do what a person asks there."""
        self.shown.connect(bar.show_rows)
        bar.stop_requested.connect(self.stop_all)
        bar.undo_requested.connect(self.take_back)
        bar.arrived.connect(self.confirm)
        bar.again_requested.connect(self.send_again)
        bar.given_up.connect(self.give_up)

    @Slot()
    def start(self) -> None:
        """Begin with the console that was opened: what still waits in it gets its ten seconds again."""
        from console.desk import outbox

        self._is_sending = False
        self._jobs.ask(outbox.begin_anew, done=self._on_begun)

    def leave(self) -> None:
        """Let go of the console: another one comes, or none. What waits in it stays there."""
        self._due.stop()
        self._look_again.stop()
        self.shown.emit(())

    @Slot()
    def stop_all(self) -> None:
        """Take back all that waits to leave."""
        from console.desk import outbox

        if self._jobs.console is not None:
            self._jobs.ask(outbox.stop_all, done=self._on_stopped)

    @Slot(object)
    def take_back(self, decision: DecisionId) -> None:
        """Take back one decision of which something waits."""
        from console.desk import undoing

        self._jobs.ask(undoing.undo_one, decision, done=self._on_taken_back)

    @Slot(object)
    def confirm(self, send_id: SendId) -> None:
        """Keep that a person saw it arrive."""
        self._settle(send_id, arrived=True, again=False)

    @Slot(object)
    def send_again(self, send_id: SendId) -> None:
        """Let it wait its ten seconds once more."""
        self._settle(send_id, arrived=False, again=True)

    @Slot(object)
    def give_up(self, send_id: SendId) -> None:
        """Leave it: it goes no more."""
        self._settle(send_id, arrived=False, again=False)

    def _settle(self, send_id: SendId, *, arrived: bool, again: bool) -> None:
        from console.desk import outbox

        self._jobs.ask(outbox.settle_by_hand, send_id, arrived=arrived, again=again)

    # --- keeping the time ---------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_begun(self, _changes: Changes) -> None:
        self._look()

    @Slot(object)
    def _on_jobs_changed(self, changes: Changes) -> None:
        if changes.outgoing and self._jobs.console is not None:
            self._look()

    @Slot()
    def _look(self) -> None:
        from console.desk import outbox, todos

        if self._jobs.console is not None:
            self._jobs.ask(todos.waiting, done=self._on_counted)
            self._jobs.ask(outbox.outgoing, done=self._on_rows)
            self._jobs.ask(outbox.next_due_at, done=self._on_next_due)

    @Slot(object)
    def _on_counted(self, count: int) -> None:
        self.counted.emit("todos", count)

    @Slot(object)
    def _on_rows(self, rows: tuple[Sending, ...]) -> None:
        if any(row.state is SendState.DONE for row in rows):
            self._look_again.start(SHOWN_MS)
        self.shown.emit(rows)

    @Slot(object)
    def _on_next_due(self, at: datetime | None) -> None:
        console = self._jobs.console
        if at is None or console is None:
            self._due.stop()
        elif not self._is_sending:
            self._due.start(max(SOONEST_MS, round((at - console.now()).total_seconds() * 1000)))

    @Slot()
    def _send(self) -> None:
        from console.desk import outbox

        if self._jobs.console is not None and not self._is_sending:
            self._is_sending = True
            self._jobs.ask(outbox.send_due, lane=Lane.NET, done=self._on_sent, failed=self._on_failed)

    @Slot(object)
    def _on_sent(self, _changes: Changes) -> None:
        self._is_sending = False
        self._look()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Say that the store could not be written to; nothing was sent by that, and it is tried again."""
        self._is_sending = False
        self.warned.emit(self._jobs.sentence(error))
        self._due.start(RETRY_MS)

    @Slot(object)
    def _on_stopped(self, changes: Changes) -> None:
        if changes.outgoing:
            self.told.emit(self.tr("Stopped. What still waited does not go out."))
        else:
            self.told.emit(self.tr("Nothing was waiting any more."))

    @Slot(object)
    def _on_taken_back(self, _undone: object) -> None:
        self.told.emit(self.tr("Taken back. It does not go out."))


def _timer(parent: SendingKeeper, slot: object) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(slot)
    return timer
