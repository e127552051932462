"""A week cleared from the keyboard alone over a restart, all of it undone, and the logbook that tells of it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk import logbook, todos, triage
from console.domain.decision import Verb
from console.domain.judgement import Attention, Flag
from tests.console.desk.conftest import NOW
from tests.ui.conftest import flag, settle
from ui import words
from ui.jobs import Jobs
from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
ENTER = (Qt.Key.Key_Return, CTRL)
WEEK = (  # who wrote, and the keys that a person presses for it
    ("Joost", (Qt.Key.Key_H, PLAIN)),
    ("Sandra", (Qt.Key.Key_P, PLAIN), ENTER),
    ("Bram", (Qt.Key.Key_I, PLAIN), ENTER),
    ("Els", (Qt.Key.Key_V, PLAIN)),
    ("Ria", (Qt.Key.Key_D, PLAIN), ENTER),
    ("Omar", (Qt.Key.Key_L, PLAIN), (Qt.Key.Key_Return, PLAIN)),
    ("Fatma", (Qt.Key.Key_G, PLAIN)),
)
VERBS = [Verb.HANDLED, Verb.PRIVATE, Verb.GROUP, Verb.DELETE, Verb.REDIRECT, Verb.LATER, Verb.FINE]


@pytest.fixture
def week(make_group):
    """Seven messages that wait, in two groups, in the order of the queue."""
    kade = make_group("Kade", review_from=NOW - timedelta(days=30))
    park = make_group("Park", profile="hic", review_from=NOW - timedelta(days=30))
    flag(kade, "Er staat iemand aan de deur", "aan de deur", author="Joost", flag=Flag.CALL112, attention=Attention.NOW)
    for author in ("Sandra", "Bram", "Els"):
        flag(kade, f"Bel {author} op 06-12345678", "06-12345678", author=author)
    for author in ("Ria", "Omar", "Fatma"):
        flag(park, "Te koop: fiets", "Te koop", author=author, flag=Flag.OFF_TOPIC, attention=Attention.LATER)


@pytest.fixture
def open_window(qtbot, qapp, dutch):
    """Open the program over a console, as a start of the program does."""
    opened = []

    def open_on(console):
        jobs = Jobs("nl")
        jobs.console = console
        broke = []
        jobs.broke.connect(broke.append)
        window = MainWindow(jobs, qapp)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.show_opened()
        settle(qtbot, jobs)
        window.page("week").brake_ms = 0
        settle(qtbot, jobs)
        opened.append((window, jobs, broke))
        return window

    yield open_on
    for window, jobs, broke in opened:
        jobs.close()
        window.close()
        assert broke == []


def press(qtbot, window, key, modifier=PLAIN):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)
    settle(qtbot, window.jobs)


def author_on_screen(window):
    page = window.page("week")
    row = page.parts.queue.current_row
    return page.rows.row(row).item.author if row >= 0 else None


def decide(qtbot, window, lines):
    """Press the keys of each line; no key leads from one message to the next."""
    for author, *presses in lines:
        assert author_on_screen(window) == author
        assert len(presses) <= 2
        for key, modifier in presses:
            press(qtbot, window, key, modifier)


def told(console):
    return [(entry.verb, entry.is_undone) for entry in reversed(logbook.logbook(console))]


def test_a_week_is_cleared_and_undone_over_a_restart(qtbot, open_window, console, restarted, week):
    first = open_window(console)
    decide(qtbot, first, WEEK[:4])
    first.jobs.close()
    first.close()

    again = restarted()
    second = open_window(again)
    decide(qtbot, second, WEEK[4:])
    assert author_on_screen(second) is None
    assert triage.week(again) == ()
    assert [verb for verb, _is_undone in told(again)] == VERBS
    assert len(todos.todos(again)) == 4

    for verb in reversed(VERBS):  # also what was decided before the restart
        press(qtbot, second, Qt.Key.Key_Z)
        assert second.messages.text == f"Ongedaan gemaakt: {words.word(verb)}."
    press(qtbot, second, Qt.Key.Key_Z)
    assert second.messages.text == "Er is niets om ongedaan te maken."
    assert [item.author for item in triage.week(again)] == [author for author, *_presses in WEEK]
    assert todos.todos(again) == ()
    assert told(again) == [(verb, True) for verb in VERBS] + [(Verb.UNDO, False)] * len(VERBS)

    for _verb in VERBS:
        press(qtbot, second, Qt.Key.Key_Y)
    assert triage.week(again) == ()
    assert len(todos.todos(again)) == 4


def test_the_logbook_shows_the_week_and_why_each_message_was_there(qtbot, open_window, console, week):
    window = open_window(console)
    decide(qtbot, window, WEEK)
    page = window.show_page("logbook")
    settle(qtbot, window.jobs)
    assert page.rows.rowCount() == len(WEEK)
    newest = logbook.logbook(console)[0]
    told_of = logbook.entry(console, newest.id)
    assert newest.verb is Verb.FINE
    assert [reason.flag for reason in told_of.shown] == [Flag.OFF_TOPIC]
