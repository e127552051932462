"""Asks where members may be reminded of the rules, or told one again, and shows it in a bar. GUI thread only."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from console.domain.changes import Changes
from ui.jobs import Job, Jobs
from ui.widgets.welcome_due_bar import ToDo, WelcomeDueBar

if TYPE_CHECKING:
    from console.desk.console import Console
    from console.desk.welcome.repeating import Repeat
    from console.domain.welcome import Confirmations

LOOK_AGAIN_MS: Final = 60_000

Found = tuple["tuple[Confirmations, ...]", "tuple[Repeat, ...]"]


def load_due(console: "Console") -> Found:
    """Ask the desk where something may be done now. On a lane."""
    from console.desk.welcome import reminders, repeating

    return reminders.due(console), repeating.proposed(console)


class WelcomeDue(QObject):
    """Keeps the bar up to date: one thing at a time, reminders first. What is put off comes back the next day.

    What may be done follows from what is taken in and from the days that pass, not from each decision: so it is asked
    once a day, and when members or what they read changed. Messages change at every step of looking through them: then
    it is asked now and then.

    *Signals:*
        page_requested(str, object): show the group there.
    """

    page_requested = Signal(str, object)

    def __init__(self, jobs: Jobs, bar: WelcomeDueBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._bar = jobs, bar
        self._job: Job | None = None
        self._found: Found = ((), ())
        self._asked: tuple[object, date] | None = None  # of which store, on which day
        self._put_off: set[tuple[object, ...]] = set()  # of today
        self._is_stale, self._since_asked = False, QElapsedTimer()
        bar.opened.connect(self._on_bar_opened)
        bar.put_off.connect(self._on_bar_put_off)

    def refresh(self) -> None:
        """Ask the desk, unless that was done today and nothing changed since."""
        if self._asked != self._now:
            self._put_off.clear()
            self._ask()
        elif self._is_stale and self._since_asked.hasExpired(LOOK_AGAIN_MS):
            self._ask()

    def changed(self, changes: Changes) -> None:
        """Ask again after what may make a difference."""
        self._is_stale |= changes.messages
        if changes.welcome or changes.people or changes.groups:
            self._ask()

    def _ask(self) -> None:
        if self._job is not None:
            self._job.drop()
        self._asked, self._is_stale = self._now, False
        self._since_asked.start()
        if self._asked is not None:
            self._job = self._jobs.ask(load_due, done=self._on_found)

    @property
    def _now(self) -> tuple[object, date] | None:
        console = self._jobs.console
        return None if console is None else (console.store, console.now().astimezone().date())

    @Slot(object)
    def _on_found(self, found: Found) -> None:
        self._job, self._found = None, found
        self._show()

    def _show(self) -> None:
        wanted = [todo for todo in _all_of(*self._found) if _key(todo) not in self._put_off]
        groups = {todo.group_id for todo in wanted}
        self._bar.show_todo(replace(wanted[0], more=len(groups) - 1) if wanted else None)

    @Slot(object)
    def _on_bar_opened(self, group_id: object) -> None:
        self.page_requested.emit("welcome", ("read", group_id))

    @Slot()
    def _on_bar_put_off(self) -> None:
        self._put_off |= {_key(todo) for todo in _all_of(*self._found)}
        self._show()


def _all_of(due: "Iterable[Confirmations]", repeats: "Iterable[Repeat]") -> list[ToDo]:
    return [
        *(ToDo(one.group_id, one.group, members=one.due) for one in due),
        *(ToDo(one.group_id, one.group, flag=one.flag) for one in repeats),
    ]


def _key(todo: ToDo) -> tuple[object, ...]:
    return todo.group_id, todo.flag
