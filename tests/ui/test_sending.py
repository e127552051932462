"""The ten seconds: what the bar says, Esc, what a person says of what went wrong, and a window that is closed early."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.desk import outbox
from console.desk.outbox import SHOWN_SECONDS
from console.domain.changes import Changes
from console.domain.decision import Act, Verb
from console.domain.outgoing import UNDO_SECONDS, NotSentError, SendState
from tests.console.desk.outgoing import ToldCarrier, decided, with_carrier
from tests.ui import test_locking
from tests.ui.conftest import flag, press, settle
from ui.locking.keeper import LockKeeper
from ui.locking.view import Step
from ui.sending import SendingKeeper

idle, clocks = test_locking.idle, test_locking.clocks  # fixtures
PRIVATE = Act(Verb.PRIVATE, text="Beste Bram, wilt u het nummer weghalen?")


@pytest.fixture
def carrier():
    return ToldCarrier()


@pytest.fixture
def keeper(qtbot, window, jobs, carrier, dutch):
    """The keeper of a window whose console has a carrier."""
    jobs.console = with_carrier(jobs.console, carrier)
    made = SendingKeeper(jobs, window)
    made.attach(window.sending)
    made.counted.connect(window.set_count)
    made.told.connect(window.messages.tell)
    made.warned.connect(window.messages.warn)
    window.sending.begin(jobs.console.now, is_practice=False)
    made.start()
    settle(qtbot, jobs)
    return made


@pytest.fixture
def room(make_group):
    chat = make_group("De Sluis", tool="other")
    chat.member("Bram")
    return chat


@pytest.fixture
def decide(qtbot, jobs, keeper, room):
    """Decide something that leaves, as a page does, and wait until the bar knows."""
    made = []

    def do(act: Act = PRIVATE, item_id=None) -> None:
        made.append(act)
        person = room.members["Bram"]
        decided(jobs.console, act, room.group_id, person_id=person, item_id=item_id, key=str(len(made)))
        jobs.changed.emit(Changes(outgoing=True))
        settle(qtbot, jobs)

    return do


@pytest.fixture
def pass_time(qtbot, jobs, clock):
    """Let the console's clock go on, and wait until what is due has left and the bar knows."""

    def forward(seconds: float) -> None:
        clock.forward(seconds=seconds)
        jobs.changed.emit(Changes(outgoing=True))
        settle(qtbot, jobs)
        qtbot.waitUntil(lambda: jobs.is_idle and outbox.next_due_at(jobs.console) in (None, later(jobs.console)))
        settle(qtbot, jobs)

    def later(console):
        due = outbox.next_due_at(console)
        return due if due is not None and due > clock() else None

    return forward


def said(window) -> list[tuple[str, str]]:
    """What the bar says, line by line."""
    lines = [line for line in window.sending._lines if not line.isHidden()]
    return [(line._what.text(), line._state.text()) for line in lines]


def test_bar_counts_down_and_says_to_whom(window, decide, clock):
    assert window.sending.isHidden()
    decide()
    assert said(window) == [("Privébericht aan \u2068Bram\u2069 · \u2068De Sluis\u2069", "Gaat over 10 seconden weg.")]
    clock.forward(seconds=9)
    window.sending._tick.timeout.emit()
    assert said(window)[0][1] == "Gaat over 1 seconde weg."


def test_it_goes_out_by_itself_after_ten_seconds_and_the_bar_goes_away(qtbot, window, carrier, decide, pass_time, jobs):
    decide()
    assert carrier.sent == []
    pass_time(UNDO_SECONDS)
    qtbot.waitUntil(lambda: len(carrier.sent) == 1)
    qtbot.waitUntil(lambda: said(window)[0][1] == "✓ Is weg.")
    pass_time(SHOWN_SECONDS)
    assert window.sending.isHidden()


def test_esc_stops_all_that_waits_and_brings_the_items_back(qtbot, window, carrier, decide, pass_time, room, jobs):
    decide(item_id=flag(room, "Bel 06-12345678", "06-12345678"))
    decide(item_id=flag(room, "Bel 06-87654321", "06-87654321"))
    assert window.sending.stop.isVisible()
    assert window.sending.stop.key == "Esc"
    press(qtbot, window, Qt.Key.Key_Escape)
    settle(qtbot, jobs)
    assert window.sending.isHidden()
    assert window.messages.text == "Tegengehouden. Wat nog wachtte, gaat niet weg."
    pass_time(3600)
    assert carrier.sent == []
    press(qtbot, window, Qt.Key.Key_Escape)  # with nothing waiting, Esc puts the message away as it always did
    assert window.messages.text == ""


def test_esc_stops_first_and_then_means_what_it_means_in_a_field(qtbot, window, decide, jobs, open_page):
    """What leaves cannot be called back; a field that is not cleared yet can be cleared with the next Esc."""
    page = open_page("messages")
    decide()
    page.filters.search.setFocus()
    qtbot.keyClicks(page.filters.search, "bus")
    press(qtbot, window, Qt.Key.Key_Escape)
    press(qtbot, window, Qt.Key.Key_Escape)  # before the desk answered: still one stop
    settle(qtbot, jobs)
    assert window.sending.isHidden()
    assert window.messages.text == "Tegengehouden. Wat nog wachtte, gaat niet weg."
    assert page.filters.search.text() == "bus"
    press(qtbot, window, Qt.Key.Key_Escape)
    assert page.filters.search.text() == ""


def test_one_of_several_is_taken_back_by_its_own_button(qtbot, window, carrier, decide, pass_time, jobs):
    decide()
    decide(Act(Verb.GROUP, text="Let op"))
    first = window.sending._lines[0]
    assert first.undo.key == ""
    qtbot.mouseClick(first.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)
    assert [what for what, _ in said(window)] == ["Bericht in de groep · \u2068De Sluis\u2069"]
    assert window.sending._lines[0].undo.key == "Esc"  # the only one now
    pass_time(UNDO_SECONDS)
    qtbot.waitUntil(lambda: len(carrier.sent) == 1)
    assert carrier.sent[0].body == "Let op"


def test_a_refusal_is_told_in_words_and_tried_again(qtbot, window, carrier, decide, pass_time, jobs):
    def refuse() -> str:
        raise NotSentError("<b>M_FORBIDDEN</b>")

    carrier.answer = refuse
    decide()
    pass_time(UNDO_SECONDS)
    line = window.sending._lines[0]
    qtbot.waitUntil(lambda: "M_FORBIDDEN" in line._state.text())
    assert line._state.text().startswith("Dit is niet verstuurd. Het antwoord was: \u2068<b>")
    assert line.arrived.isHidden()  # the platform is sure that it did not
    carrier.answer = lambda: "ok"
    qtbot.mouseClick(line.again, Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)
    assert line._state.text() == "Gaat over 10 seconden weg."
    pass_time(UNDO_SECONDS)
    qtbot.waitUntil(lambda: len(carrier.sent) == 2)


@pytest.mark.parametrize(("button", "state"), [("arrived", SendState.DONE), ("leave", None)])
def test_of_what_is_not_certain_a_person_says_what_it_is(
    qtbot, window, carrier, decide, pass_time, jobs, button, state
):
    def break_off() -> str:
        raise TimeoutError

    carrier.answer = break_off
    decide()
    pass_time(UNDO_SECONDS)
    line = window.sending._lines[0]
    qtbot.waitUntil(lambda: "Misschien is het aangekomen" in line._state.text())
    qtbot.mouseClick(getattr(line, button), Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)
    assert [row.state for row in outbox.outgoing(jobs.console)] == ([] if state is None else [state])
    assert len(carrier.sent) == 1


def test_more_than_three_are_told_as_a_number(window, decide):
    for _ in range(5):
        decide()
    assert len(said(window)) == 3
    assert window.sending._more.text() == "En nog 2."


def test_in_the_demo_the_bar_says_that_it_is_practice(window, decide, jobs):
    window.sending.begin(jobs.console.now, is_practice=True)
    decide()
    assert window.sending._more.text() == "Oefenen: er gaat niets echt weg van deze computer."


def test_a_slow_platform_keeps_nobody_from_deciding(qtbot, jobs, carrier, decide, clock):
    is_asked, may_answer = threading.Event(), threading.Event()

    def answer() -> str:
        is_asked.set()
        assert may_answer.wait(60)
        return "ok"

    carrier.answer = answer
    decide()
    clock.forward(seconds=UNDO_SECONDS)
    jobs.changed.emit(Changes(outgoing=True))
    qtbot.waitUntil(is_asked.is_set)
    asked = []
    jobs.ask(outbox.outgoing, done=asked.append)
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert [row.state for row in asked[0]] == [SendState.SENDING]
    may_answer.set()
    settle(qtbot, jobs)


def test_a_window_that_is_closed_stays_open_until_it_has_left(qtbot, window, carrier, decide, pass_time):
    decide()
    window.close()
    assert window.isVisible()
    assert "Het programma sluit als dit weg is." in window.sending._more.text()
    pass_time(UNDO_SECONDS)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(carrier.sent) == 1


def test_a_locked_window_says_why_it_stays_open_until_it_has_left(qtbot, window, idle, carrier, decide, pass_time):
    lock = LockKeeper(window.jobs, window, idle, window)
    decide()
    lock.lock()
    qtbot.waitUntil(lambda: lock.view.step is not Step.NOTHING)
    window.close()
    assert window.isVisible()
    assert lock.view.trouble.text() == "Er gaat nog iets weg van deze computer. Daarna sluit het programma."
    pass_time(UNDO_SECONDS)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(carrier.sent) == 1


def test_a_window_that_is_closed_twice_closes_and_sends_nothing(window, carrier, decide):
    decide()
    window.close()
    window.close()
    assert not window.isVisible()
    assert carrier.sent == []


def test_somebody_who_stops_it_while_the_window_closes_goes_on_working(qtbot, window, decide, jobs):
    decide()
    window.close()
    press(qtbot, window, Qt.Key.Key_Escape)
    settle(qtbot, jobs)
    assert window.isVisible()
    assert window.sending.isHidden()


def test_what_waited_while_the_program_was_closed_gets_its_ten_seconds_again(qtbot, window, jobs, keeper, room, clock):
    decided(jobs.console, PRIVATE, room.group_id)
    clock.forward(days=7)
    keeper.start()
    settle(qtbot, jobs)
    assert said(window)[0][1] == "Gaat over 10 seconden weg."


def test_the_list_of_pages_says_how_much_is_to_be_done_on_the_phone(qtbot, window, jobs, keeper, make_group):
    chat = make_group("Kade")
    decided(replace(jobs.console, carriers={}), PRIVATE, chat.group_id)
    jobs.changed.emit(Changes(outgoing=True))
    settle(qtbot, jobs)
    named = [window._list.model().index(row, 0) for row in range(window._list.model().rowCount())]
    counts = {index.data(Qt.ItemDataRole.UserRole): index.data(Qt.ItemDataRole.UserRole + 1) for index in named}
    assert counts["todos"] == 1


def test_bar_fits_in_large_letters(qtbot, window, decide):
    decide()
    decide()
    font = QApplication.font()
    large = QApplication.font()
    large.setPointSizeF(font.pointSizeF() * 2)
    QApplication.setFont(large)
    try:
        qtbot.waitUntil(lambda: len(said(window)) == 1)  # the rest is told as a number: the page keeps its room
        qtbot.waitUntil(lambda: window.sending.height() < window.height() / 3)
    finally:
        QApplication.setFont(font)
