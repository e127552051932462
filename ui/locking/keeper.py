"""Locks the window when a person leaves it alone, and opens it for who knows the code. GUI thread only."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from console.errors import ExpectedError
from ui import clipboard
from ui.jobs import Jobs
from ui.locking.cover import Cover
from ui.locking.idleness import Idleness
from ui.locking.system import system_signals
from ui.locking.view import LockView, Step
from ui.pages.settings_leaves import LOCK

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.vault.access_code import LockState
    from ui.main_window import MainWindow

TITLE: Final = "Beheerconsole"
SETTINGS: Final = "settings"


def note_locked(console: "Console") -> "LockState":
    """Have the desk remember that the window is locked, and return how the lock stands. On a lane."""
    from console.desk.vault import access_code

    try:
        access_code.note_locked(console)
    except ExpectedError:  # of a full disk: the window is locked all the same
        return access_code.state(console)
    return access_code.state(console)


def check(console: "Console", typed: str) -> "LockState | None":
    """Return None when this is the access code, else how the lock stands. On a lane."""
    from console.desk.vault import access_code

    return None if access_code.check(console, typed) else access_code.state(console)


class LockKeeper(QObject):
    """Covers the window after some minutes without a touch, when the system locks or sleeps, and at will.

    Behind the cover work goes on. Without an open console there is nothing to hide.

    *Signals:*
        locked(), unlocked(): the cover came, or went.
    """

    locked = Signal()
    unlocked = Signal()

    def __init__(self, jobs: Jobs, window: "MainWindow", idle: Idleness, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._window, self._idle = jobs, window, idle
        clipboard.keeper()  # from now on it also sees what a person copies from a field
        self.view = LockView(jobs)
        self._cover = Cover(window, window.menus, self.view)
        idle.passed.connect(self.lock)
        idle.slept.connect(self.lock)
        window.menus.lock_requested.connect(self.lock)
        window.sending.close_held.connect(self._on_sending_close_held)
        self.view.opened.connect(self._open)
        self.view.code_wanted.connect(self._on_view_code_wanted)
        self.view.code_given.connect(self._on_view_code_given)
        self.view.recovery_given.connect(self._on_view_recovery_given)
        self.view.look_requested.connect(self._look)

    @property
    def is_locked(self) -> bool:
        """Whether only the lock is seen."""
        return self._cover.is_on

    def watch(self, minutes: float) -> None:
        """Lock by itself from now on, after so many minutes."""
        self._idle.wait(minutes)

    def watch_system(self) -> None:
        """Lock when the system does, and before it sleeps; the window must be there."""
        signals = system_signals(self._window, self)
        if signals is not None:
            signals.locked.connect(self.lock)
            signals.sleeping.connect(self.lock)

    def begin(self) -> None:
        """Look whether the console that opened now was locked when the program ended.

        Ask this before anything else about it: its answer is there before a page is.
        """
        from console.desk.vault import access_code

        self._jobs.ask(access_code.state, done=self._on_state, failed=self._on_look_failed)

    @Slot()
    def lock(self) -> None:
        """Cover the window now."""
        clipboard.clear()
        if self._jobs.console is not None and not self.is_locked:
            self._cover_up()
            self._look()

    def _cover_up(self) -> None:
        self.view.ask(Step.NOTHING)
        self._cover.put_on(TITLE)
        self._window.messages.clear()
        self.locked.emit()

    @Slot()
    def _open(self) -> None:
        self._cover.take_off()
        self.view.ask(Step.NOTHING)  # what was typed is no longer there
        self.unlocked.emit()

    @Slot()
    def _look(self) -> None:
        """Ask the desk whether a code opens it."""
        self._jobs.ask(note_locked, done=self._on_state, failed=self._on_look_failed)

    @Slot(object)
    def _on_state(self, state: "LockState") -> None:
        if not self.is_locked:
            if not state.is_locked:
                return
            self._cover_up()
        self.view.ask(Step.CODE if state.has_code else Step.GO_ON, wait_seconds=state.wait_seconds)

    @Slot(object)
    def _on_look_failed(self, error: Exception) -> None:
        """Stay covered as long as nobody can say whether a code opens it."""
        if self.is_locked:
            self.view.ask(Step.AGAIN, self._jobs.sentence(error))

    @Slot()
    def _on_sending_close_held(self) -> None:
        """Say why the window stays: what says so otherwise is covered."""
        if self.is_locked:
            self.view.tell(self.tr("Something still leaves this computer. The program closes after that."))

    # --- opening it again ---------------------------------------------------------------------------------------------

    @Slot()
    def _on_view_code_wanted(self) -> None:
        self._open()
        page = self._window.show_page(SETTINGS) if self._window.current_key else None  # else something comes first
        if page is not None:
            page.open_with(LOCK)

    @Slot(str)
    def _on_view_code_given(self, typed: str) -> None:
        self._jobs.ask(check, typed, done=self._on_checked, failed=self._on_refused)

    @Slot(object)
    def _on_checked(self, state: "LockState | None") -> None:
        if state is None:
            self._open()
        else:
            wrong = ExpectedError("access_code_wrong")
            self.view.refuse(self._jobs.sentence(wrong), state.wait_seconds)

    @Slot(str)
    def _on_view_recovery_given(self, typed: str) -> None:
        from console.desk.vault import access_code

        self._jobs.ask(access_code.open_with_recovery, typed, done=self._on_recovered, failed=self._on_refused)

    @Slot(object)
    def _on_recovered(self, _changes: object) -> None:
        self._on_view_code_wanted()
        told = self.tr("Your old access code does not count any more. You can choose a new one here.")
        self._window.messages.tell(told)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        seconds = error.values.get("seconds") if isinstance(error, ExpectedError) else None
        self.view.refuse(self._jobs.sentence(error), seconds if isinstance(seconds, int) else 0)
