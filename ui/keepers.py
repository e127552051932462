"""What goes on by itself while a console is open: judging, sending, erasing, backing up. GUI thread only."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.backup_keeper import BackupKeeper
from ui.erasing_keeper import ErasingKeeper
from ui.forward_keeper import ForwardKeeper
from ui.jobs import Jobs
from ui.looking_through import LookingThrough
from ui.sending import SendingKeeper

if TYPE_CHECKING:
    from console.desk.console import Console
    from ui.main_window import MainWindow


class Keepers(QObject):
    """Begin together when a console opens, and let go together of what is under way when it goes."""

    def __init__(self, jobs: Jobs, window: "MainWindow", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.looking_through = LookingThrough(jobs, self)
        self.sending = SendingKeeper(jobs, self)
        self.erasing = ErasingKeeper(jobs, self)
        self.forwards = ForwardKeeper(jobs, self)
        self.backups = BackupKeeper(jobs, self)
        self._all = (self.looking_through, self.sending, self.erasing, self.forwards, self.backups)
        work, messages = window.work, window.messages
        self.looking_through.progressed.connect(work.show_progress)
        self.looking_through.stopped.connect(work.show_stopped)
        self.looking_through.ended.connect(work.clear)
        work.stop_requested.connect(self.looking_through.stop)
        work.start_requested.connect(self.looking_through.start)
        self.sending.attach(window.sending)
        self.sending.counted.connect(window.set_count)
        self.sending.told.connect(messages.tell)
        self.sending.warned.connect(messages.warn)
        self.erasing.told.connect(messages.tell)
        self.backups.told.connect(messages.tell)
        self.backups.warned.connect(messages.warn)

    def start(self, console: "Console") -> None:
        """Begin with the console that is open now."""
        self._window.sending.begin(console.now, is_practice=console.is_demo)
        for keeper in self._all:
            keeper.start()

    def leave(self) -> None:
        """Let go of what is under way: another console comes."""
        for keeper in self._all:
            keeper.leave()
