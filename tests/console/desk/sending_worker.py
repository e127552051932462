"""Run by test_sending_crash.py: decides things that leave the computer, and sends them, until it is killed.

The carrier writes the key of everything it was asked to send to ``sent.txt`` beside the store: that is the world
outside, of which nothing can be taken back.
"""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from console.desk import outbox, triage
from console.desk.console import Console
from console.desk.sending import LEASE_SECONDS
from console.domain.decision import Act, Verb
from console.domain.group import Tool
from console.domain.outgoing import UNDO_SECONDS, Action, Outgoing
from console.store.session import Store
from console.store.tables import outbox as table
from tests.console import quick_stores  # noqa: F401  # a kill is no power cut
from tests.console.desk.conftest import Clock
from tests.console.desk.outgoing import decided
from tests.console.store.crash_worker import say, serve

ACTIONS: Final = 500
TAKEN_BACK: Final = 7  # of so many actions one is undone before it leaves


class CountingCarrier:
    """Knows no keys: what it is asked for twice happens twice."""

    repeats_safely = False

    def __init__(self, path: Path) -> None:
        self._file = os.open(path.with_name("sent.txt"), os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def can(self, _action: Action) -> bool:
        return True

    def send(self, outgoing: Outgoing) -> str:
        say(f"sending {outgoing.key}")
        os.write(self._file, f"{outgoing.key}\n".encode())
        say(f"sent {outgoing.key}")
        return "ok"


def send(path: Path, key: str) -> None:
    """Go on where the last one was killed: its silence has lasted long enough to be noticed."""
    with Store.open(path, key) as store:
        with store.reading() as connection:
            made = connection.scalar(select(func.count()).select_from(table)) or 0
            last = connection.scalar(select(func.max(table.c.not_before))) or datetime(2026, 11, 15, tzinfo=UTC)
        clock = Clock(last + timedelta(seconds=LEASE_SECONDS + UNDO_SECONDS))
        console = Console(store, clock, "nl", "test", carriers={Tool.OTHER: CountingCarrier(path)})
        outbox.send_due(console)
        for number in range(made, ACTIONS):
            decided(console, Act(Verb.GROUP, text="Let op"), 1, key=str(number))
            say(f"decided {number}")
            if number % TAKEN_BACK == 0:
                triage.undo(console)
                say(f"withdrawn {number}")
            clock.forward(seconds=UNDO_SECONDS)
            outbox.send_due(console)
            say(f"done {number}")
    say("finished")


if __name__ == "__main__":
    import alembic.command  # noqa: F401  # loaded before the fork, so that kills hit the work

    serve({"send": send})
