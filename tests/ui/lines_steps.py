"""Answers that are owed, for tests of the window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import insert

from console.desk import journal, professionals, todos, triage
from console.desk.console import Console
from console.desk.feedback import lines, opening
from console.domain.changes import Changes
from console.domain.decision import Act, Verb
from console.domain.feedback import Channel, FindKind, Line, LineId, LineKind, LineSource, LineState, Owing
from console.domain.professional import Job, ProfessionalFacts
from console.domain.report import Result
from console.store.tables import feedback_finds
from tests.console.desk.conftest import NOW, Chat
from tests.ui.conftest import press, settle

CHANGED = Changes(feedback=True)
TILE, LAMP, BUS, RUMOUR = "Losse stoeptegel bij nummer 12", "Kapotte lantaarn op de hoek", "Witte bus", "Wat was er?"


def open_line(console: Console, *waiting: tuple[int, int | None], days: float = 1, **values: object) -> Line:
    """Open a line that these groups wait for, asked so many days ago unless another ``state`` is given."""
    said = {"what": TILE, "kind": LineKind.LIVEABILITY, "owing": Owing(service="gemeente"), "state": LineState.ASKED}
    said |= values
    if said["state"] is LineState.ASKED:
        said["asked_at"] = NOW - timedelta(days=days)
    with console.store.writing() as connection:
        line_id, changes = opening.open_line(connection, console, source=LineSource.HAND, groups=waiting, **said)
        item_id = next(change.id for change in changes if change.table.name == "items")
        journal.decide(connection, console, Verb.LINE, changes, group_id=waiting[0][0], item_id=item_id)
    return lines.line(console, line_id)


def answer(console: Console, line: Line, text: str = "De tegel is weer vast.") -> None:
    """Write the answer of a line down."""
    act = Act(Verb.ANSWERED, text=text, result=Result.SOLVED.value, channel=Channel.MAIL.value)
    triage.decide(console, line.item_id, act)


@pytest.fixture
def quay(make_group, console: Console) -> Chat:
    """Two groups with an officer: a lamp asked too long ago, a tile to ask, a bus in both of them that is answered."""
    chat = make_group("HIC Kade", profile="hic")
    chat.birds = make_group("HIC Vogelbuurt", profile="hic")
    facts = ProfessionalFacts("Peter Smit", job=Job.COMMUNITY_OFFICER, phone="06-23456789")
    professionals.add(console, chat.group_id, facts)
    chat.officer = Owing(professionals.of_group(console, chat.group_id)[0].id)
    lamp = chat.say("De lantaarn op de hoek van de Kade is al weken kapot", "Henk")
    tile = chat.say("Losse tegel voor nummer 12, mijn moeder viel bijna", "Anja")
    bus = chat.say("Er staat weer een witte bus voor de deur", "Bram")
    there = chat.birds.say("Witte bus rijdt rondjes", "Els")
    chat.lamp = open_line(console, (chat.group_id, lamp), what=LAMP, owing=chat.officer, days=9)
    chat.tile = open_line(console, (chat.group_id, tile), what=TILE, state=LineState.TO_ASK)
    groups = ((chat.group_id, bus), (chat.birds.group_id, there))
    chat.bus = open_line(console, *groups, what=BUS, kind=LineKind.SUSPICIOUS, owing=chat.officer, days=3)
    answer(console, chat.bus, "Het was een bezorger. Er is niets aan de hand.")
    return chat


def state_of(console: Console, line: Line) -> LineState:
    """Return where a line stands now."""
    return lines.line(console, LineId(line.id)).state


def find(console: Console, chat: Chat, kind: FindKind, message_id: int, line: Line | None = None) -> None:
    """Let something be recognised in a chat, about a line or about none."""
    row = {"kind": kind.value, "group_id": chat.group_id, "message_id": message_id, "state": "open"}
    row |= {"found_at": NOW, "feedback_id": None if line is None else line.id}
    names = {column.name for column in feedback_finds.columns}
    with console.store.writing() as connection:
        connection.execute(insert(feedback_finds).values({name: row[name] for name in row if name in names}))


@pytest.fixture
def leaf(quay, open_page, dutch):
    """The leaf Vragen with those three, which hears every key at once."""
    shown = open_page("feedback").shown_leaf
    shown.brake_ms = 0
    return shown


def on_phone(leaf):
    """What is to be done on the phone."""
    return [(todo.action, todo.recipient) for todo in todos.todos(leaf.jobs.console)]


def current(leaf):
    """What the line on the screen is about."""
    detail = leaf.parts.line.card.detail
    return None if detail is None else detail.line.what


def go_to(qtbot, window, leaf, what):
    """Go on to a line."""
    for _ in range(4):
        if current(leaf) == what:
            return
        press(qtbot, window, Qt.Key.Key_Space)
        settle(qtbot, window.jobs)
    raise AssertionError(f"{what} is not in the list")
