"""The attack strings of ``design/security.md`` C1, also the long ones: no file is opened, nothing freezes.

``test_hostile_everywhere`` looks at every page; here somebody walks past each attack.
"""

import sys
import time

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from console.desk import triage
from console.domain.decision import Act, Verb
from console.domain.feedback import FindKind, LineState, Owing
from console.domain.outgoing import Action, SendId, Sending, SendState
from console.store.tables import members, messages
from tests.console.desk.outgoing import decided
from tests.console.hostile import HIDDEN, NAME
from tests.ui.conftest import flag, settle
from tests.ui.lines_steps import answer, find, open_line
from tests.ui.opened_files import watching
from tests.ui.reading_eye import everything_shown, wrong_with

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="inotify tells what was opened")
LONGEST_S = 3.0  # of the processor; 20 nested tables take Qt over 40 s, a million characters on one line 105 s


@pytest.fixture
def bait(tmp_path):
    """A folder with a picture that nobody has a reason to open."""
    folder = tmp_path / "bait"
    folder.mkdir()
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(folder / "bait.png"))
    return folder


def attacks(bait):
    picture = bait / "bait.png"
    return (
        f'<img src="file://{picture}"><img src="{picture}">',
        f"Let op: <img src={picture}> &lt;b&gt; <a href='file://{picture}'>x</a>",
        "<table border=1><tr><td>" * 20,
        "<b>" * 20_000,
        "x" * 300_000,
        f"![plaatje]({picture})",
        "Jan \u202eesnaJ\u2066\u200b",
        "Z" + "\u0301" * 5_000,
    )


@pytest.fixture
def hostile(make_group, bait, console):
    """Every attack as text, as author, as group, as note; each one flagged, so that it is on every page."""
    first = f'<img src="file://{bait / "bait.png"}">'
    chat = make_group(f"Groep {first}")
    for number, text in enumerate(attacks(bait)):
        item = flag(chat, text, text[:3], author=f"{number} {text[:400]}")
        triage.add_note(console, item, first)
        _put_on_the_phone(console, chat, number, text)
    chat.say(first, None, kind="system", event="subject_changed")
    chat.say("", "Els", kind="media", attachments=[f"{first}.jpg"])
    return chat


def _put_on_the_phone(console, chat, number, text):
    """A to-do with the attack as its text, as the name of who it is for, and as the message that it is about."""
    author = messages.c.member_id == members.c.id
    with console.store.reading() as connection:
        last = select(messages.c.id, members.c.person_id).join(members, author).order_by(messages.c.id.desc())
        message_id, person_id = connection.execute(last.limit(1)).one()
    act = Act(Verb.PRIVATE, text=text)
    decided(console, act, chat.group_id, message_id=message_id, person_id=person_id, key=str(number))


def test_watch_sees_qt_open_a_file(qtbot, bait):
    """Without this the tests below would prove nothing."""
    with watching(bait) as opened:
        label = QLabel(f'<img src="{bait / "bait.png"}">')
        qtbot.addWidget(label)
        label.show()
        label.grab()
    assert "bait.png" in opened


def test_walking_past_every_attack_opens_nothing(qtbot, window, hostile, open_page, bait):
    page = open_page("week")
    with watching(bait) as opened:
        for _ in range(page.rows.rowCount()):
            began = time.process_time()
            page.go_next()
            settle(qtbot, window.jobs)
            window.grab()
            assert time.process_time() - began < LONGEST_S
    assert opened == []


def test_long_line_may_be_opened_further_without_freezing(qtbot, window, hostile, open_page):
    page = open_page("week")
    page.go_next()
    while "xxx" not in (page.parts.conversation.currentIndex().data() or ""):
        page.go_next()
        settle(qtbot, window.jobs)
    began = time.process_time()
    page.parts.conversation.activated.emit(page.parts.conversation.currentIndex())
    QCoreApplication.processEvents()
    window.grab()
    assert time.process_time() - began < LONGEST_S


def test_what_is_said_while_nothing_is_open_is_plain(qtbot, window, bait):
    """A sentence may name a file, and who sends a store along names that."""
    with watching(bait) as opened:
        for text in attacks(bait):
            began = time.process_time()
            window.show_opening_failed(f"Het bestand {text[:400]} is beschadigd.")
            window.grab()
            assert time.process_time() - began < LONGEST_S
            assert [said for widget, said in everything_shown() if wrong_with(widget, said, HIDDEN, NAME)] == []
    assert opened == []


def test_message_and_report_are_plain(qtbot, window, open_page, bait):
    page = open_page("week")
    with watching(bait) as opened:
        page.warned.emit(f'<img src="{bait / "bait.png"}">')
        window.grab()
    assert opened == []
    assert window.messages.text.startswith("<img")


def test_walking_past_every_attack_on_the_phone_opens_nothing(qtbot, window, hostile, open_page, bait):
    page = open_page("todos")
    with watching(bait) as opened:
        for place in range(page.rows.rowCount()):
            began = time.process_time()
            page._choose(place)
            settle(qtbot, window.jobs)
            window.grab()
            assert time.process_time() - began < LONGEST_S
    assert opened == []


def test_bar_of_what_leaves_shows_attacks_as_text(qtbot, window, hostile, bait, console):
    """The name of a member, and what a platform answered."""
    rows = tuple(
        Sending(
            id=SendId(number),
            group_id=hostile.group_id,
            group=text[:400],
            action=Action.PRIVATE,
            recipient=text[:400],
            body=text,
            state=SendState.FAILED,
            not_before=console.now(),
            answer=text,
            decision=None,
        )
        for number, text in enumerate(attacks(bait))
    )
    with watching(bait) as opened:
        for row in rows:
            began = time.process_time()
            window.sending.show_rows((row,))
            window.grab()
            assert time.process_time() - began < LONGEST_S
    assert opened == []


def test_walking_past_every_attack_in_the_ledger_opens_nothing(qtbot, window, hostile, open_page, bait, console):
    """As what a question is about, as who owes it, as the answer, and as what was recognised."""
    for number, text in enumerate(attacks(bait)):
        said = hostile.say(text, f"{number} {text[:400]}")
        values = {"what": text[:4000], "owing": Owing(service=text[:400]), "state": LineState.TO_ASK}
        line = open_line(console, (hostile.group_id, said), **values)
        find(console, hostile, FindKind.ASKS, hostile.say(text, f"{number} {text[:400]}"), line)
        answer(console, line, text[:4000])
    leaf = open_page("feedback").shown_leaf
    leaf.brake_ms = 0
    with watching(bait) as opened:
        for _ in range(leaf.rows.rowCount()):
            began = time.process_time()
            leaf.go_next()
            settle(qtbot, window.jobs)
            leaf.acting.act(Verb.TELL, False)
            settle(qtbot, window.jobs)
            window.grab()
            leaf.put_away()
            assert time.process_time() - began < LONGEST_S
    assert opened == []
